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

  private static func build(
    _ library: Library, in path: String,
    bytes: @escaping @Sendable (_ file: String) -> [UInt8]? = { SampleLibrary.bytes(of: $0) }
  ) throws {
    let source = SiteSource(
      library: library, bytes: bytes, hash: { .sha256($0) })
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
    "accessible", "agrees_with_other_pages", "answers_by_keyboard", "erases_courses",
    "fits_large_letters", "follows_what_is_published", "hands_out_paper", "is_valid",
    "keeps_courses", "keeps_to_itself", "leads_to_the_result", "reads_without_script",
    "remembers_and_forgets", "searches", "sets_its_look", "steps_one_at_a_time",
    "tells_what_is_open",
  ])
  func check(_ name: String) async throws {
    try await check(name, Self.site.get(), "site")
  }

  @Test func `every shipped course and page is valid HTML, bars nobody, fits, and prints whole`()
    async throws
  {
    let checkout = LantoaProcess.checkout
    let scratch = try ScratchFolder()
    try Self.build(
      Library.read(courses: checkout + "/courses", content: checkout + "/content"),
      in: scratch.path("shipped"),
      bytes: { FileManager.default.contents(atPath: "\(checkout)/\($0)").map(Array.init) })
    try await check("is_valid", scratch, "shipped")
    try await check("accessible", scratch, "shipped")
    try await check("hands_out_paper", scratch, "shipped")
    try await check("fits_large_letters", scratch, "shipped")
  }

  private func check(_ name: String, _ scratch: ScratchFolder, _ site: String) async throws {
    try #require(
      FileManager.default.isExecutableFile(atPath: Self.python),
      "there is no \(Self.python): run scripts/setup test")
    let outcome = try await LantoaProcess(scratch: scratch)
      .start(program: Self.python, ["\(Self.checks)/\(name).py", scratch.path(site)]).outcome()
    #expect(outcome.code == 0, "\(outcome)")
  }
}
