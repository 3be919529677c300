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
    #expect(manifest.facts == "2 bài · 0,2 MB")
    #expect(
      manifest.files.keys.sorted() == [
        "assets/browser.svg", "assets/icon.svg", "assets/look.js", "assets/site.vi.js",
        "assets/style.css", "files/content/images/skill-s1.svg",
        "files/content/images/skill-s2.svg", "files/content/images/skill-s3.svg",
        "files/content/images/skill-s4.svg", "files/content/images/skill-s5.svg",
        "files/courses/safe-online/images/phone.svg", "vi/glossary/index.html", "vi/index.html",
        "vi/offline/index.html", "vi/safe-online/index.html",
        "vi/safe-online/otp-never-share/handout/index.html",
        "vi/safe-online/otp-never-share/index.html",
        "vi/safe-online/otp-never-share/otp-never-share.html",
        "vi/safe-online/otp-never-share/questions/index.html",
        "vi/safe-online/strong-passwords/handout/index.html",
        "vi/safe-online/strong-passwords/index.html",
        "vi/safe-online/strong-passwords/questions/index.html",
        "vi/safe-online/strong-passwords/strong-passwords.html",
        "vi/skills/s1/index.html", "vi/skills/s2/index.html", "vi/skills/s3/index.html",
        "vi/skills/s4/index.html", "vi/skills/s5/index.html",
      ])
  }

  @Test func `a copy of a shipped course weighs at most 5 MB`() throws {
    let site = try RememberedSite()
    try site.build()
    let files = try site.files()
    let manifests = files.filter { $0.key.hasSuffix("/offline.json") }
    #expect(manifests.count >= 4)
    for (path, bytes) in manifests {
      let manifest = try JSONDecoder().decode(Manifest.self, from: Data(bytes))
      let weights = try manifest.files.keys.map { try #require(files[$0], "\($0)").count }
      #expect(weights.reduce(0, +) <= 5 << 20, "\(path)")
    }
  }

  @Test
  func `what the page of a lesson leads to is in its copy, but for other courses and teaching`()
    throws
  {
    let site = try BuiltSite()
    let kept = try manifest(site).files
    let page = site["vi/safe-online/otp-never-share/index.html"]
    for name in [
      "handout/index.html", "questions/index.html", "otp-never-share.html", "../../index.html",
    ] {
      #expect(page.contains("href=\"\(name)\""), "\(name)")
      let path = name.hasPrefix("..") ? "vi/index.html" : "vi/safe-online/otp-never-share/" + name
      #expect(kept[path] != nil, "\(path)")
    }
    #expect(!kept.keys.contains { $0.contains("/teach/") })
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
    #expect(
      changed.sorted() == [
        "vi/safe-online/otp-never-share/index.html",
        "vi/safe-online/otp-never-share/otp-never-share.html",
      ])
    let english = "en/safe-online/offline.json"
    #expect(try manifest(before, english).version == manifest(after, english).version)
  }

  @Test func `the page of a course says how large its copy is, rounded up`() throws {
    let site = try BuiltSite()
    #expect(
      site["vi/safe-online/index.html"].contains(
        "data-offer=\"Cất 2 bài vào máy (0,2 MB, khoảng 1 tấm ảnh gửi qua tin nhắn)\""))
    #expect(
      site["en/safe-online/index.html"].contains(
        "data-offer=\"Keep this course on this phone (2 lessons, 0.2 MB, about 1 photo in a message)\""
      ))
  }

  @Test func `a course without a lesson offers no copy`() throws {
    let site = try BuiltSite()
    #expect(site.files["vi/zalo/offline.json"] == nil)
    #expect(!site["vi/zalo/index.html"].contains("class=\"keep\""))
  }
}
