import Courseware
import Foundation
import TestSupport
import Testing

@testable import Site

/// Whatever changes, a site that remembers is that of a build without memory.
struct SiteRebuildTests {
  private var site: RememberedSite

  init() throws {
    site = try RememberedSite()
    try site.build()
  }

  private typealias Sample = RememberedSite

  @Test func `after changes of lessons, pages, drawings and courses`() throws {
    try site.edit(Sample.otp, "Bà con biết từ chối", "Bà con đã biết từ chối")
    #expect(
      try site.expectAsWithoutMemory("the body of a lesson").changes.changed
        .contains(Sample.otpPage))

    try site.edit(Sample.otp, "Mã OTP: không đọc cho ai", "Mã OTP là chìa khóa")
    #expect(
      try site.expectAsWithoutMemory("its title, which other pages show").changes.changed
        .contains(Address("vi/search/index.html")))

    try site.edit(Sample.otp, "status: published", "status: draft")
    #expect(
      try site.expectAsWithoutMemory("its status: the translation stands in its place").changes
        .changed.contains(Sample.otpPage))

    try site.edit("content/glossary.vi.md", "title: ", "title: \"Chữ\" # ")
    try site.expectAsWithoutMemory("the title of a page, which is in every menu")

    let drawing = "courses/safe-online/images/code-is-a-key.svg"
    try site.edit(drawing, "<svg", "<svg data-new=\"1\"")
    try site.expectAsWithoutMemory("a drawing, which lessons that are one file hold")

    try FileManager.default.removeItem(atPath: site.scratch.path(drawing))
    try site.expectAsWithoutMemory("a drawing that is gone")

    try site.edit("courses/safe-online/course.yaml", "order: 4", "order: 9")
    try site.expectAsWithoutMemory("the order of the courses")

    for language in ["vi", "en"] {
      try FileManager.default.removeItem(
        atPath: site.scratch.path("courses/safe-online/01-strong-passwords.\(language).md"))
    }
    #expect(
      try site.expectAsWithoutMemory("a lesson that is gone").changes.removed
        .contains(Address("vi/safe-online/strong-passwords/index.html")))
  }

  @Test func `a page shows a gap for the answer of a text question`() throws {
    try site.edit(
      Sample.otp, "<!-- quiz id=otp-never-share-1",
      "<!-- quiz id=otp-gap type=text -->\nỨng dụng của Huế là [[Hue-S]].\n\n<!-- quiz id=otp-never-share-1"
    )
    try site.build()
    let folder = "vi/safe-online/otp-never-share/"
    let files = try site.files()
    for name in [
      "index.html", "handout/index.html", "questions/index.html", "otp-never-share.html",
    ] {
      let page = String(decoding: try #require(files[folder + name]), as: UTF8.self)
      #expect(!page.contains("[["), "\(name)")
      if name != "handout/index.html" {
        #expect(page.contains("Ứng dụng của Huế là ______."), "\(name)")
      }
    }
  }

  @Test func `a translation says so when its original has changed, and leads there`() throws {
    let notice = "The Vietnamese original has changed since this was translated."
    let pages = ["en/safe-online/otp-never-share/index.html", "en/about/index.html"]
    func text(_ page: String) throws -> String {
      String(decoding: try #require(try site.files()[page]), as: UTF8.self)
    }
    for page in pages { #expect(try !text(page).contains(notice)) }

    try site.edit(Sample.otp, "Bà con biết từ chối", "Bà con đã biết từ chối")
    try site.edit("content/about.vi.md", "---\n\n", "---\n\nMột câu mới.\n\n")
    try site.build()
    for page in pages { #expect(try text(page).contains(notice), "\(page)") }
    #expect(
      try text(pages[0]).contains("href=\"../../../vi/safe-online/otp-never-share/index.html\""))
    #expect(try !text("en/safe-online/strong-passwords/index.html").contains(notice))
  }

  @Test func `after changes of what a lesson says of itself`() throws {
    try site.edit(Sample.otp, "minutes: 20", "minutes: 20\nexercises: 7")
    #expect(try site.expectAsWithoutMemory("practice").changes.changed.contains(Sample.otpPage))

    try site.edit(Sample.otp, "last_verified: null", "last_verified: 2026-11-20")
    try site.edit(Sample.otp, "verified_by: null", "verified_by: \"Tổ 3\"")
    #expect(
      try site.expectAsWithoutMemory("a local check").changes.changed.contains(Sample.otpPage))

    try site.edit(Sample.otp, "<!-- quiz id=", "<!-- quiz id=moi-")
    #expect(
      try site.expectAsWithoutMemory("the id of a question").changes.changed
        .contains(Sample.otpPage))

    try site.edit(Sample.otp, "<!-- quiz id=", "<!-- quiz xx=")
    try site.expectAsWithoutMemory("a question without an id")
    // Reads its questions from the record, then from the file for their names.
    try site.edit("courses/safe-online/course.yaml", "order: 4", "order: 5")
    try site.expectAsWithoutMemory("the same, while its text is remembered")
  }

  @Test func `after changes of a lesson that another course asks to be learnt first`() throws {
    let lesson = "courses/zalo-staying-in-touch/01-account-and-contacts.vi.md"
    try site.scratch.write(
      """
      ---
      title: "Cài Zalo"
      minutes: 10
      objectives: ["Cài được Zalo"]
      prerequisites: ["safe-online/02-otp-never-share"]
      status: published
      ---

      ## Các bước

      1. Mở kho ứng dụng.
      """, to: lesson)
    try site.expectAsWithoutMemory("a new lesson in another course")
    let page = Address("vi/zalo-staying-in-touch/account-and-contacts/index.html")
    #expect(try site.scratch.read("site/" + page.path).contains("Mã OTP: không đọc cho ai"))

    try site.edit(Sample.otp, "Mã OTP: không đọc cho ai", "Mã OTP là chìa khóa")
    let changes = try site.expectAsWithoutMemory("its title").changes
    #expect(changes.changed.contains(page))

    try site.edit(Sample.otp, "status: published", "status: draft")
    #expect(try site.expectAsWithoutMemory("its status").changes.changed.contains(page))
  }

  @Test mutating func `once the moment has come from which a lesson may be shown, and not before`()
    throws
  {
    let moment: Int64 = 1_796_086_800_000
    site.setting.now = moment - 1_000_000
    try site.edit(
      Sample.otp, "status: published", "publish_at: 2026-12-01T08:00+07:00\nstatus: published")
    let waiting = try site.expectAsWithoutMemory("a lesson that is to be shown later").changes
    #expect(waiting.removed.contains(Sample.otpPage))

    site.setting.now = moment - 1
    let kept = try site.expectAsWithoutMemory("just before").changes
    #expect(kept.new.isEmpty && kept.changed.isEmpty && kept.removed.isEmpty)

    site.setting.now = moment
    let shown = try site.expectAsWithoutMemory("when it has come").changes
    #expect(shown.new.contains(Sample.otpPage))
    // Another lesson links to it, and the course lists it.
    #expect(shown.changed.contains(Address("vi/safe-online/index.html")))

    site.setting.now = moment - 1
    let hidden = try site.expectAsWithoutMemory("where a clock was wrong").changes
    #expect(hidden.removed.contains(Sample.otpPage))
  }

  @Test func `after changes of what a copy of a course holds`() throws {
    let copy = Address("vi/safe-online/offline.json")
    try site.edit("content/glossary.vi.md", "## ", "Chữ mới.\n\n## ")
    let page = try site.expectAsWithoutMemory("a page that lessons link to").changes.changed
    #expect(page.contains(copy))
    #expect(!page.contains(Sample.otpPage), "the lesson itself is as it was")

    try site.edit(
      Sample.otp, "## Các bước", "[Giới thiệu](../../content/about.vi.md)\n\n## Các bước")
    try site.expectAsWithoutMemory("one page more that a lesson links to")
    #expect(try site.scratch.read("site/" + copy.path).contains("vi/about/index.html"))

    try site.edit(Sample.otp, "Mã OTP: không đọc cho ai", "Mã OTP là chìa khóa")
    let listing = try site.expectAsWithoutMemory("a title that the page of a skill lists").changes
    #expect(listing.changed.contains(Address("vi/smartphone-first-steps/offline.json")))
  }

  @Test func `after changes of competences and photos, whose errors are counted again`() throws {
    #expect(try site.build().errors == 0)
    let codes = "content/data/frameworks/digcomp_tt02.csv"
    try site.edit(codes, "\n4.2,", "\n9.9,")
    #expect(try site.expectAsWithoutMemory("a code that is gone").errors > 0)
    try site.edit(codes, "\n9.9,", "\n4.2,")
    #expect(try site.expectAsWithoutMemory("and back").errors == 0)

    let photo = URL(fileURLWithPath: site.scratch.path("courses/safe-online/images/photo.jpg"))
    let notes: [UInt8] = [0xFF, 0xE1, 0, 16] + Array("Exif\0\0II*\0\u{8}\0\0\0".utf8)
    let table: [UInt8] = [0xFF, 0xDB, 0, 16] + Array(repeating: 1, count: 14)
    let end: [UInt8] = [0xFF, 0xDA, 0, 2, 0xFF, 0xD9]
    try site.edit(
      Sample.otp, "## Các bước", "![Ảnh một chiếc chìa khóa](images/photo.jpg)\n\n## Các bước")
    try Data([0xFF, 0xD8] + table + table + end).write(to: photo)
    #expect(try site.expectAsWithoutMemory("a photo").errors == 0)
    // As long as before.
    try Data([0xFF, 0xD8] + notes + table + end).write(to: photo)
    #expect(try site.expectAsWithoutMemory("the notes of its camera").errors == 1)
  }

  @Test mutating func `after changes of the program, its templates, words and scripts`() throws {
    let page = "site/" + Sample.otpPage.path
    func expectMadeAgain(_ comment: Comment) throws {
      // Which a build that trusted its memory would have kept, if it were as long and old as before.
      let before = site.memory()
      try site.expectAsWithoutMemory(comment)
      let unlike = site.memory().parts.filter { $0.value.key != before.parts[$0.key]?.key }
      #expect(unlike.count == before.parts.count, comment)
    }
    site.setting.templates["words.vi.txt"] = try templateFile("words.vi.txt")
      .replacing("home: Trang đầu", with: "home: Trang nhà")
    try expectMadeAgain("a word of the pages")
    site.setting.templates["look.js"] = "document.body.hidden = false\n"
    try expectMadeAgain("the script of the look")
    site.setting.templates["sw.js"] = "self.x = 1\n"
    try expectMadeAgain("the script that keeps courses")
    #expect(try site.scratch.read("site/sw.js") == "self.x = 1\n")
    site.setting.baseURL = "https://hoc.example"
    try expectMadeAgain("the place of the site")
    #expect(try site.scratch.read(page).contains("https://hoc.example"))
    site.setting.program = "two"
    let changes = try site.expectAsWithoutMemory("another program").changes
    #expect(changes.changed.isEmpty, "which happens to make the same pages")
    #expect(site.memory().parts.isEmpty && !site.memory(program: "two").parts.isEmpty)
  }

  private func templateFile(_ name: String) throws -> String {
    let path = LantoaProcess.checkout + "/site-templates/" + name
    return String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
  }
}
