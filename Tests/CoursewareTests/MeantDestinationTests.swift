import Courseware
import Testing

/// A destination that leads nowhere is told with what to write in its place.
struct MeantDestinationTests {
  private static let images = [
    "courses/safe-online/images/code-is-a-key.svg": Array("<svg/>".utf8),
    "courses/safe-online/images/o khoa.svg": Array("<svg/>".utf8),
  ]

  /// The only finding of a lesson with this line.
  private func finding(_ line: String) throws -> Diagnostic {
    let library = try LessonSample.library(
      Array((LessonSample.front + line).utf8), with: Self.images)
    let found = library.diagnostics.filter { $0.path.hasSuffix(LessonSample.path) }
    try #require(found.count == 1, "\(found.map(\.summary.en))")
    return found[0]
  }

  @Test(arguments: [
    ("images/Key.SVG", "images/key.svg"), ("images/keyy.svg", "images/key.svg"),
    ("images/code-is-key.svg", "images/code-is-a-key.svg"), ("key.svg", "images/key.svg"),
    ("../safe-online/images/kye.svg", "../safe-online/images/key.svg"),
    ("<images/o  khoa.svg>", "images/o%20khoa.svg"),
    ("Images/Code-is-a-key.SVG", "images/code-is-a-key.svg"),
    ("../Safe-Online/IMAGES/KEY.svg", "../safe-online/images/key.svg"),
  ])
  func `a picture that was nearly named is offered as it must be written`(
    written: String, meant: String
  ) throws {
    let found = try finding("![Một chiếc chìa khóa](\(written))")
    #expect(found.rule == .imageMissing)
    #expect(found.fix == Words(vi: "Có phải là '\(meant)'?", en: "Did you mean '\(meant)'?"))
    try expectLesson(body: "![Một chiếc chìa khóa](\(meant))", with: Self.images)
  }

  @Test func `a picture that nobody knows is put where its new name finds it`() throws {
    let found = try finding("![Một cái cầu](cau-truong-tien.png)")
    #expect(
      found.fix.en
        == "Put the file into the course's folder images, and write images/ before its name.")
  }

  @Test func `a link of learners to a heading of a note for the team leads nowhere`() throws {
    let note = "> [!INSTRUCTOR] Cho tổ\n> ## Pin dự phòng\n>\n> Xem [trên](#pin-du-phong).\n\n"
    try expectLesson(body: note + "## Sau\n\nXem [sau](#sau).\n")
    try expectLesson(
      Expected("1️⃣", .anchorMissing),
      body: note + "## Sau\n\nXem [pin](1️⃣#pin-du-phong).\n")
  }

  @Test func `an anchor stays with the file that was meant`() throws {
    #expect(
      try finding("Xem [bài sau](02-otp-nver-share.vi.md#ma-otp).").fix.en
        == "Did you mean '02-otp-never-share.vi.md#ma-otp'?")
  }

  @Test(arguments: [
    (#"![Một chiếc chìa khóa](images\key.svg)"#, "images/key.svg"),
    (#"![Một chiếc chìa khóa](images\Key.svg)"#, "images/key.svg"),
    (#"![Một chiếc chìa khóa](Images\KEY.SVG)"#, "images/key.svg"),
    (
      #"Xem [bài sau](..\safe-online\02-otp-never-share.vi.md)."#,
      "../safe-online/02-otp-never-share.vi.md"
    ),
  ])
  func `a path as Windows writes it is told with its strokes turned`(
    line: String, meant: String
  ) throws {
    let found = try finding(line)
    #expect(found.rule == .linkUnsafe)
    #expect(found.fix.vi.hasPrefix(#"Viết / thay cho \: \#(meant)."#))
    #expect(found.fix.en.hasPrefix(#"Write / in place of \: \#(meant)."#))
    let isThere = line.replacing(#"\"#, with: "/").contains(meant)
    #expect(found.fix.en.contains("lantoa site check --fix") == isThere)
  }

  @Test func `the strokes of such paths are turned where they lead somewhere then, and no others`()
    throws
  {
    let before = #"""
      Đường `](images\key.svg)` viết thế. ![images\key.svg](images\key.svg)
      [![Chìa khóa](<images\o khoa.svg>)](..\safe-online\02-otp-never-share.vi.md#ma-otp)
      ![Chìa khóa](images\key.svg) và ![chìa nữa](images\key.svg "Chìa")

      ![Khác](images\Key.svg), [mạng](https:\\a.vn), [máy](C:\key.svg), [đích][a].

      [a]: images\key.svg
      """#
    let after = #"""
      Đường `](images\key.svg)` viết thế. ![images\key.svg](images/key.svg)
      [![Chìa khóa](<images/o khoa.svg>)](../safe-online/02-otp-never-share.vi.md#ma-otp)
      ![Chìa khóa](images/key.svg) và ![chìa nữa](images/key.svg "Chìa")

      ![Khác](images\Key.svg), [mạng](https:\\a.vn), [máy](C:\key.svg), [đích][a].

      [a]: images\key.svg
      """#
    for mark in ["", "\u{FEFF}"] {
      let library = try LessonSample.library(
        Array((mark + LessonSample.front + before).utf8), with: Self.images)
      #expect(library.repairs.count == 1)
      let mended = String(decoding: library.repairs.first?.after ?? [], as: UTF8.self)
      #expect(Array(mended.utf8) == Array((mark + LessonSample.front + after).utf8), "\(mended)")
      #expect(library.repairs.first?.counts == [.linkUnsafe: 5])
      let again = try LessonSample.library(Array(mended.utf8), with: Self.images)
      #expect(again.repairs.isEmpty)
    }
  }

  @Test(arguments: [
    #"![Một chiếc chìa khóa](C:\key.svg)"#, #"![Một chiếc chìa khóa](\\may\key.svg)"#,
  ])
  func `a path out of the course is not mended by turning its strokes`(line: String) throws {
    #expect(try finding(line).fix.en.hasPrefix("Copy the picture into the folder images"))
  }

  @Test(arguments: [
    ("www.google.com", "https://www.google.com"), ("https//a.vn/b", "https://a.vn/b"),
    ("HTTP//a.vn", "https://a.vn"),
    ("dichvucong.gov.vn/tra-cuu", "https://dichvucong.gov.vn/tra-cuu"),
  ])
  func `an address of the web without its beginning is told with it`(
    written: String, meant: String
  ) throws {
    let found = try finding("Xem [ở đây](\(written)).")
    #expect(found.rule == .linkMissing)
    #expect(found.fix.en == "Begin it with https://: \(meant).")
    #expect(found.fix.vi == "Viết https:// ở đầu: \(meant).")
    try expectLesson(body: "Xem [ở đây](\(meant)).")
  }

  @Test func `a link without an address is told so`() throws {
    try expectLesson(Expected("1️⃣", .linkMissing), body: "Xem [bài sau]1️⃣() nhé.")
    let found = try finding("Xem [bài sau]() nhé.")
    #expect(found.summary.en == "this link has no address")
    #expect(!found.fix.en.contains("heading"))
  }

  @Test(arguments: ["01-strong-password.vi.md", "01-mat-khau.vi.md"])
  func `a link to the old name of its own lesson is not told to lead to itself`(
    old: String
  ) throws {
    let found = try finding("Xem [bài cũ](\(old)).")
    #expect(
      found.rule == .linkMissing && found.fix.en == "Check the file's name, or remove the link.")
  }
}
