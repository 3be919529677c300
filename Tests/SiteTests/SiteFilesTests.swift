import Courseware
import Foundation
import Site
import Testing
import TestSupport

struct SiteFilesTests {
  @Test func `two builds give the same bytes`() throws {
    #expect(try BuiltSite().files == BuiltSite().files)
  }

  @Test func `what is for whoever teaches is on no page of a learner`() throws {
    let site = try BuiltSite()
    let holding = site.texts { _ in true }.filter { $0.value.contains(SampleLibrary.secret) }
    #expect(
      holding.keys.sorted() == [
        "en/safe-online/strong-passwords/teach/index.html",
        "vi/safe-online/otp-never-share/teach/index.html",
        "vi/safe-online/strong-passwords/teach/index.html",
      ])
    #expect(site["assets/search/vi/o.js"].contains("\"otp\":"))
    #expect(!site["assets/search/vi/d.js"].contains("\"dong\":"))
  }

  @Test func `the weight of each page, the style sheet and the script stays within its budget`()
    throws
  {
    for (path, bytes) in try BuiltSite().files {
      let limit =
        switch path.split(separator: ".").last {
        case "css": 8 << 10
        case "js", "html": 12 << 10
        default: 80 << 10
        }
      #expect(try compressed(bytes) <= limit, "\(path)")
      if path.hasSuffix("never-share.html") { #expect(bytes.count <= 60 << 10, "\(path)") }
    }
  }

  private func compressed(_ bytes: [UInt8]) throws -> Int {
    let scratch = try ScratchFolder()
    try scratch.write(String(decoding: bytes, as: UTF8.self), to: "file")
    let gzip = Process()
    gzip.executableURL = URL(fileURLWithPath: "/usr/bin/gzip")
    gzip.arguments = ["-9", scratch.path("file")]
    try gzip.run()
    gzip.waitUntilExit()
    return try Data(contentsOf: URL(fileURLWithPath: scratch.path("file.gz"))).count
  }

  @Test func `every link between the pages leads to a file`() throws {
    let site = try BuiltSite()
    for (path, text) in site.texts(where: { $0.hasSuffix(".html") }) {
      for link in text.matches(of: /(?:href|src)="([^"#:]+)(?:#[^"]*)?"/) where link.1 != "/" {
        var parts = path.split(separator: "/").dropLast()
        for part in link.1.split(separator: "/") {
          if part == ".." { parts.removeLast() } else { parts.append(part) }
        }
        #expect(site.files[parts.joined(separator: "/")] != nil, "\(path): \(link.1)")
      }
    }
  }

  @Test func `every page answers what a careful reader fears, and lets no other site in`() throws {
    for (path, text) in try BuiltSite().texts(where: { $0.hasSuffix(".html") }) {
      let fear = path.hasPrefix("en/") ? "asks for no name" : "không hỏi tên"
      #expect(text.contains(fear), "\(path)")
      #expect(text.contains("Content-Security-Policy\" content=\"default-src '"), "\(path)")
      #expect(!text.contains(" style=\""), "\(path)")
      let isOneFile = text.contains("<style>")
      #expect(!isOneFile || !text.contains("<script"), "\(path)")
    }
  }

  @Test func `a translation says that it is old, a missing one that it is the original`() throws {
    let site = try BuiltSite()
    let stale = site["en/safe-online/otp-never-share/index.html"]
    #expect(stale.contains("has changed since this was translated"))
    #expect(stale.contains("../../../vi/safe-online/otp-never-share/index.html"))
    let missing = site["en/safe-online/strong-passwords/index.html"]
    #expect(missing.contains("This page is not in English yet"))
    #expect(missing.contains("<h1 lang=\"vi\">Mật khẩu mạnh, dễ nhớ</h1>"))
    #expect(!site["vi/safe-online/otp-never-share/index.html"].contains("class=\"notice\""))
  }

  @Test func `an address that was once published leads on`() throws {
    let moved = try BuiltSite()["vi/safe-online/otp/index.html"]
    #expect(moved.contains("content=\"0; url=../otp-never-share/index.html\""))
  }

  @Test func `search engines are told of pages once the address of the site is known`() throws {
    #expect(try BuiltSite().files["sitemap.xml"] == nil)
    let site = try BuiltSite(baseURL: "https://lantoa.example/hue")
    #expect(
      site["sitemap.xml"].contains(
        "<loc>https://lantoa.example/hue/vi/safe-online/otp-never-share/</loc>"))
    #expect(!site["sitemap.xml"].contains("teach"))
    #expect(site["robots.txt"].contains("Sitemap: https://lantoa.example/hue/sitemap.xml"))
    #expect(site["404.html"].contains("href=\"https://lantoa.example/hue/assets/style.css\""))
  }

  @Test func `a page that is passed on in a chat has a picture in its language`() throws {
    let base = "https://lantoa.example/hue"
    let site = try BuiltSite(baseURL: base)
    let page = site["en/safe-online/otp-never-share/index.html"]
    let file = "files/content/images/card.en.png"
    #expect(page.contains("<meta property=\"og:image\" content=\"\(base)/\(file)\">"))
    #expect(page.contains("<meta property=\"og:image:width\" content=\"1200\">"))
    #expect(page.contains("<meta property=\"og:image:height\" content=\"630\">"))
    #expect(site.files[file] == SampleLibrary.card)
    #expect(try BuiltSite().files[file] == nil)
  }

  @Test func `paper says of each lesson who checked it when, or that nobody did`() throws {
    let site = try BuiltSite()
    let checked = "Kiểm tra lần cuối: 12/11/2026, Trần Văn Minh."
    let unchecked = "Chưa có người kiểm tra tại Huế."
    #expect(site["vi/safe-online/otp-never-share/handout/index.html"].contains(checked))
    #expect(site["vi/safe-online/strong-passwords/handout/index.html"].contains(unchecked))
    #expect(
      site["en/safe-online/otp-never-share/handout/index.html"]
        .contains("Nobody has checked this in Hue yet."))
    let course = site["vi/safe-online/print/index.html"]
    let parts = course.components(separatedBy: "<article").dropFirst()
    #expect(parts.map { $0.contains(checked) } == [false, true])
    #expect(parts.map { $0.contains(unchecked) } == [true, false])
  }

  @Test func `what is not written yet says so before it is opened, and leads to what is`() throws {
    let site = try BuiltSite()
    for (language, soon, now, minutes) in [
      ("vi", "sắp có", "Trong lúc chờ, bà con học được ngay", "3 bài · 45 phút"),
      ("en", "coming", "Until then, you can learn", "3 lessons · 45 minutes"),
    ] {
      let home = site["\(language)/index.html"]
      let tiles = home.matches(of: /<li><a href="skills.*/).map { String($0.0) }
      #expect(tiles.map { $0.contains(">\(soon)<") } == [true, true, true, false, true])
      #expect(home.contains(minutes))
      let draft = site["\(language)/zalo/index.html"]
      let part = try #require(draft.components(separatedBy: now).dropFirst().first)
      #expect(part.contains("<a href=\"../safe-online/index.html\">"))
      #expect(!draft.contains("75") && draft.contains(minutes.prefix { $0 != "·" }))
      let course = site["\(language)/safe-online/index.html"]
      #expect(course.contains(minutes) && !course.contains(now))
    }
  }

  @Test func `what stands for a missing page leads nowhere wrong in any folder`() throws {
    let page = try BuiltSite()["404.html"]
    #expect(page.contains("<h1>Không có trang này</h1>") && page.contains("<style>"))
    let links = page.matches(of: /(?:href|src)="([^"]*)"/).map { String($0.1) }
    #expect(links == ["/"])
    #expect(page.contains("<a class=\"button\" href=\"/\">Trang đầu</a>"))
  }

  @Test func `no page holds control characters, not even in a title`() throws {
    let page = Page(
      path: "content/about.vi.md", name: "about", language: "vi", title: "A\u{1B}[1m\u{85}B",
      summary: "C\u{7F}", blocks: [.paragraph([.text("D\u{9B}")])],
      revision: "")
    let site = try BuiltSite(
      Library(
        curriculum: SampleLibrary.library.curriculum, lessons: SampleLibrary.library.lessons,
        pages: [page], diagnostics: []))
    #expect(site["vi/about/index.html"].contains(">A\u{FFFD}[1m\u{FFFD}B</h1>"))
    for (path, text) in site.texts(where: { $0.hasSuffix(".html") }) {
      #expect(
        text.unicodeScalars.allSatisfy {
          $0.properties.generalCategory != .control || $0 == "\n" || $0 == "\t"
        }, "\(path)")
    }
  }
}
