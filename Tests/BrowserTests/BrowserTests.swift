import Courseware
import Foundation
import Site
import Storage
import TestSupport
import Testing

/// The sample library as a site in a folder, opened in a real Chromium by the programs in `checks`.
@Suite(.serialized)
struct BrowserTests {
  private static let site: Result<ScratchFolder, any Error> = Result {
    let scratch = try ScratchFolder()
    try build(SampleLibrary.library, in: scratch.path("site"))
    try build(SampleLibrary.edited, in: scratch.path("edited"))
    return scratch
  }

  private static func build(_ library: Library, in path: String) throws {
    let source = SiteSource(
      library: library, bytes: { SampleLibrary.bytes(of: $0) }, hash: { .sha256($0) })
    let folder = try SiteFolder(path)
    try Site(source, templates: Templates()).forEachFile { address, bytes in
      try folder.write(bytes, to: address)
    }
    _ = try folder.finish()
  }

  private static let checks = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appending(path: "checks").path

  /// `scripts/setup test` puts it there.
  private static let python = LantoaProcess.checkout + "/build/venv/bin/python"

  @Test(arguments: [
    "accessible", "answers_by_keyboard", "hands_out_paper", "keeps_courses", "keeps_to_itself",
    "reads_without_script", "remembers_and_forgets", "searches", "sets_its_look",
    "steps_one_at_a_time",
  ])
  func check(_ name: String) async throws {
    try #require(
      FileManager.default.isExecutableFile(atPath: Self.python),
      "there is no \(Self.python): run scripts/setup test")
    let scratch = try Self.site.get()
    let outcome = try await LantoaProcess(scratch: scratch)
      .start(program: Self.python, ["\(Self.checks)/\(name).py", scratch.path("site")]).outcome()
    #expect(outcome.code == 0, "\(outcome)")
  }
}
