import Domain
import Foundation
import Site
import Storage
import TestSupport
import Testing

struct OfflineCopyTests {
  private struct Manifest: Decodable {
    let version: String
    let title: String
    let facts: String
    let files: [String: String]
  }

  private static let path = "vi/safe-online/offline.json"

  private func manifest(_ site: BuiltSite, _ path: String = path) throws -> Manifest {
    try JSONDecoder().decode(Manifest.self, from: Data(site.files[path] ?? []))
  }

  @Test func `a copy holds the lessons and what they need, and nothing for whoever teaches`() throws
  {
    let manifest = try manifest(BuiltSite())
    #expect(manifest.title == "An toàn trên mạng")
    #expect(manifest.facts == "2 bài · 0,1 MB")
    #expect(
      manifest.files.keys.sorted() == [
        "assets/browser.svg", "assets/icon.svg", "assets/look.js", "assets/site.vi.js",
        "assets/style.css", "files/courses/safe-online/images/phone.svg",
        "vi/glossary/index.html", "vi/offline/index.html", "vi/safe-online/index.html",
        "vi/safe-online/otp-never-share/index.html",
        "vi/safe-online/strong-passwords/index.html",
      ])
  }

  @Test func `every file of a copy is named by the hash of its bytes`() throws {
    let site = try BuiltSite()
    for (path, hash) in try manifest(site).files {
      let bytes = try #require(site.files[path], "\(path)")
      #expect(Data(ContentHash.sha256(bytes).bytes).base64EncodedString() == hash, "\(path)")
    }
  }

  @Test func `a corrected lesson makes a new version of its course alone`() throws {
    let (before, after) = (try BuiltSite(), try BuiltSite(SampleLibrary.edited))
    let (old, new) = (try manifest(before), try manifest(after))
    #expect(old.version != new.version)
    let changed = new.files.filter { old.files[$0.key] != $0.value }.map(\.key)
    #expect(changed == ["vi/safe-online/otp-never-share/index.html"])
    let english = "en/safe-online/offline.json"
    #expect(try manifest(before, english).version == manifest(after, english).version)
  }

  @Test func `the page of a course says how large its copy is, rounded up`() throws {
    let site = try BuiltSite()
    #expect(
      site["vi/safe-online/index.html"].contains(
        "data-offer=\"Cất 2 bài vào máy (0,1 MB, khoảng 1 tấm ảnh gửi qua tin nhắn)\""))
    #expect(
      site["en/safe-online/index.html"].contains(
        "data-offer=\"Keep this course on this phone (2 lessons, 0.1 MB, about 1 photo in a message)\""
      ))
  }

  @Test func `a course without a lesson offers no copy`() throws {
    let site = try BuiltSite()
    #expect(site.files["vi/zalo/offline.json"] == nil)
    #expect(!site["vi/zalo/index.html"].contains("class=\"keep\""))
  }
}
