import Foundation
import TestSupport
import Testing

@testable import Site

/// Names of files and former addresses as people write them, on the site.
struct FileNameTests {
  private let site: RememberedSite

  init() throws {
    site = try RememberedSite()
  }

  private func files() throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    try site.whole.forEachFile { files[$0.path] = $1 }
    return files
  }

  @Test(arguments: [
    ("pin day.svg", "pin day.svg", "pin%20day.svg"), ("a (1).svg", "a (1).svg", "a%20%281%29.svg"),
    ("mật khẩu.svg", "mật khẩu.svg", "m%E1%BA%ADt%20kh%E1%BA%A9u.svg"),
    ("A\u{309}nh 1.svg", "Ảnh 1.svg", "A%CC%89nh%201.svg"),
  ])
  func `a picture is shown, sent along and kept, whatever its file is called`(
    name: String, written: String, encoded: String
  ) throws {
    let folder = "courses/safe-online/images/"
    let drawing = SampleLibrary.drawing.replacing("#EFE6F7", with: "#ABCDEF")
    try site.scratch.write(drawing, to: folder + name)
    try site.scratch.write(
      SampleLibrary.drawing, to: folder + name.filter { $0 != " " })
    try site.edit(
      RememberedSite.otp, "## Các bước", "![Pin đầy](<images/\(written)>)\n\n## Các bước")
    let files = try files()
    func text(_ path: String) -> String { String(decoding: files[path] ?? [], as: UTF8.self) }

    let address = "files/courses/safe-online/images/\(encoded)"
    #expect(
      text(RememberedSite.otpPage.path).contains("src=\"../../../\(address)\" alt=\"Pin đầy\""))
    let place = try #require(
      files.keys.first { Array($0.utf8) == Array("files/\(folder)\(name)".utf8) })
    #expect(files[place] == Array(drawing.utf8), "not that of the other file")
    let within = Data(drawing.utf8).base64EncodedString()
    #expect(text("vi/safe-online/otp-never-share/otp-never-share.html").contains(within))
    #expect(text("vi/safe-online/offline.json").contains("\"\(address)\""))
  }

  @Test func `a former address that cannot lead on is left out, and the site is built`() throws {
    try site.edit(
      RememberedSite.otp, "status: published",
      """
      aliases: ["../x", safe-online/otp-never-share, safe-online/strong-passwords, skills/s1, \
      safe-online/old, safe-online/old]
      status: published
      """)
    let outcome = try site.build()
    #expect(outcome.errors == 5)
    let moved = try site.scratch.read("site/vi/safe-online/old/index.html")
    #expect(moved.contains("url=../otp-never-share/index.html"))
    let own = try site.scratch.read("site/" + RememberedSite.otpPage.path)
    #expect(own.contains("<article data-lesson=\"safe-online/otp-never-share\""))
    #expect(!site.scratch.has("site/vi/x") && !site.scratch.has("site/x"))
  }

  @Test func `a former address moves with the lesson that names it, across courses`() throws {
    let other = "courses/smartphone-first-steps/01-buttons-and-touch.vi.md"
    try site.build()
    try site.edit(other, "status: published", "aliases: [safe-online/old]\nstatus: published")
    try site.expectAsWithoutMemory("named")
    #expect(try site.scratch.read("site/vi/safe-online/old/index.html").contains("smartphone"))
    // The first course takes it, and what the second made of it is gone.
    try site.edit(
      RememberedSite.otp, "status: published", "aliases: [safe-online/old]\nstatus: published")
    try site.expectAsWithoutMemory("named twice")
    #expect(try site.scratch.read("site/vi/safe-online/old/index.html").contains("otp-never-share"))
  }
}
