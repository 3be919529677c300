import Courseware
import Testing

/// What may be meant for the team is told, and kept from learners, however it is written.
struct TeamNoteTests {
  private static let secret = "Bác Ba hay quên mã."

  /// Expects the findings at the markers, the secret kept from learners, and the rest shown.
  private func expectHeld(
    _ marked: String, _ expected: Expected..., sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let source = MarkedSource(
      LessonSample.front + "Mở máy.\n\n" + marked + "\n\n## Sau\n\nTắt máy.")
    let library = try LessonSample.library(Array(source.text.utf8))
    let found = library.diagnostics.filter { $0.severity == .error }
    #expect(
      found.map { "\($0.line):\($0.column) \($0.rule.rawValue)" }
        == expected.map { expected in
          let place = source.positions[expected.marker]
          return "\(place?.line ?? 0):\(place?.column ?? 0) \(expected.rule.rawValue)"
        }, sourceLocation: sourceLocation)
    #expect(found.allSatisfy { !$0.fix.vi.isEmpty }, sourceLocation: sourceLocation)
    let lesson = try #require(library.lessons.first { $0.path.hasSuffix(LessonSample.path) })
    let shown = "\(lesson.learnerBlocks)"
    #expect(!shown.contains(Self.secret), sourceLocation: sourceLocation)
    #expect(shown.contains("Mở máy."), sourceLocation: sourceLocation)
    #expect(shown.contains("Tắt máy."), sourceLocation: sourceLocation)
    #expect("\(lesson.blocks)".contains(Self.secret), sourceLocation: sourceLocation)
  }

  @Test(arguments: [
    "1️⃣[!INSTRUCTOR] S", "1️⃣[!INSTRUCTOR]\nS", "1️⃣[!INSTRUCTOR]\n\nS",
    "1️⃣[!INSTRUCTOR] Cho tổ\n\nS", "1️⃣[!INSTRUCTOR]\n- S", "**1️⃣[!INSTRUCTOR]** S",
    "Chữ trước. 1️⃣[!INSTRUCTOR] S", "Chữ trước.\n1️⃣[!INSTRUCTOR] S", "1️⃣[INSTRUCTOR] S",
    "1️⃣[! INSTRUCTOR] S", "1️⃣【INSTRUCTOR】 S", "1️⃣INSTRUCTOR: S", "1️⃣(Cho tổ) S",
    "1️⃣[!GIẢNG VIÊN] S", "1️⃣[!giang vien] S", "1️⃣[Giang vien] S", "1️⃣GIẢNG VIÊN: S",
    "1️⃣Ghi chú cho tổ: S", "1️⃣[!INSTRUCTOR\n\nS", "1️⃣[!INSTRUCTOR]\n\n> S",
    "1️⃣![INSTRUCTOR] S", "    > 1️⃣[!INSTRUCTOR]\n    > S",
    "1️⃣:::instructor\nS\n:::", "1️⃣::: {.instructor}\n\nChữ.\n\nS\n\n:::", "1️⃣!!! instructor\n    S",
    "1️⃣!!! instructor \"Cho lớp\"\n\n    S", "**1️⃣Cho giảng viên**\n\nS", "*1️⃣For the team*\n- S",
    "1️⃣Instructor: S", "1️⃣Trainers: S", "**1️⃣Instructor**\n\nS", "**1️⃣Cho tổ** S", "1️⃣Cho tổ\n\nS",
    "1️⃣!INSTRUCTOR S", "1️⃣#INSTRUCTOR S", "1️⃣@instructor S", "1️⃣(Cho tổ: S)",
    "1️⃣::: warning Cho tổ\nS\n:::", "1️⃣Tổ viên lưu ý: S", "1️⃣Ghi chú giảng dạy: S", "1️⃣GV: S",
    "1️⃣Lưu ý dành cho tổ viên: S", "📌 1️⃣Cho tổ: S", "**1️⃣Lưu ý cho tổ viên:** S",
    "```1️⃣instructor\nS\n```", "<!-- 1️⃣INSTRUCTOR -->\n\nS\n\n<!-- /INSTRUCTOR -->",
  ])
  func `a mark in running text`(text: String) throws {
    let text = text.replacing("1️⃣![", with: "!1️⃣[")
    try expectHeld(
      text.replacing("S", with: Self.secret, unlessIn: "INSTRUCTOR"),
      Expected("1️⃣", .alertMisplaced))
  }

  @Test(arguments: [
    "> Lời mở.\n> 1️⃣[!INSTRUCTOR] S", "> Lời mở.\n> 1️⃣[!INSTRUCTOR]\n>\n> S", "> 1️⃣INSTRUCTOR: S",
    "> 1️⃣Instructor: S", "> 1️⃣Giảng viên: S", "> **1️⃣INSTRUCTOR:** S", "> 1️⃣Cho tổ: S",
    "> Lời mở.\n>\n> 1️⃣[!INSTRUCTOR] S", "> [!TIP]\n> Lời mở.\n> 1️⃣[!INSTRUCTOR]\n> S",
    "> [!TIP] 1️⃣[!INSTRUCTOR]\n> S", "> 1️⃣INSTRUCTOR\n> S", "> **1️⃣INSTRUCTOR**\n>\n> S",
    "> 1️⃣Giảng viên\n>\n> - S", "> [!NOTE] 1️⃣INSTRUCTOR\n> S", "> [!TIP] 1️⃣Cho tổ\n>\n> S",
    "> **1️⃣INSTRUCTOR** S", "> **1️⃣Cho tổ** S", "> 1️⃣Ghi chú cho tổ S", "> **1️⃣Lưu ý cho tổ viên:** S",
    "> **1️⃣Giáo viên:** S", "> **1️⃣Giáo viên**: S", "> 1️⃣Giáo viên: S", "> 📌 1️⃣Cho tổ: S",
  ])
  func `a mark that does not begin its quotation`(text: String) throws {
    try expectHeld(
      text.replacing("S", with: Self.secret, unlessIn: "INSTRUCTOR"),
      Expected("1️⃣", .alertMisplaced))
  }

  @Test func `a tag that a backslash takes apart, or that stands in backticks above its text`()
    throws
  {
    try expectHeld("> `1️⃣[!INSTRUCTOR]`\n> \(Self.secret)", Expected("1️⃣", .unknownAlert))
    try expectHeld("> `1️⃣[!INSTRUCTOR]`\n>\n> \(Self.secret)", Expected("1️⃣", .unknownAlert))
    try expectHeld("> 1️⃣\\[!INSTRUCTOR\\]\n> \(Self.secret)", Expected("1️⃣", .unknownAlert))
    try expectHeld("> 1️⃣[! INSTRUCTOR]\n> \(Self.secret)", Expected("1️⃣", .unknownAlert))
  }

  @Test(arguments: [
    "1️⃣[!INSTRUCTOR] Cho tổ", "1️⃣Cho giảng viên", "1️⃣For the team", "1️⃣INSTRUCTOR",
    "1️⃣Instructor", "1️⃣Instructor notes", "1️⃣Giáo viên", "1️⃣Hướng dẫn viên", "1️⃣Phần của tổ",
    "1️⃣Ghi chú giáo viên",
    "**1️⃣Ghi chú cho tổ**", "1️⃣Dành cho người dạy: trước buổi học", "1️⃣Lưu ý dành cho tổ",
    "5. 1️⃣Ghi chú cho tổ", "5.2) 1️⃣Ghi chú cho tổ", "1️⃣Lưu ý cho tổ viên",
    "1️⃣Lưu ý dành cho giảng viên",
    "1️⃣Giảng viên lưu ý", "1️⃣Phần dành riêng cho tổ công nghệ số", "1️⃣Ghi chú cho tổ khi dạy bài này",
    "1️⃣Ghi chú giảng dạy", "1️⃣Teaching notes",
  ])
  func `a mark in a heading, with its section`(heading: String) throws {
    try expectHeld(
      "## \(heading)\n\nChữ.\n\n### Thêm\n\n\(Self.secret)", Expected("1️⃣", .alertMisplaced))
  }

  @Test func `a mark in a list`() throws {
    try expectHeld("- Một\n- 1️⃣[!INSTRUCTOR] \(Self.secret)", Expected("1️⃣", .alertMisplaced))
    try expectHeld("- 1️⃣[!INSTRUCTOR]\n- \(Self.secret)", Expected("1️⃣", .alertMisplaced))
    try expectHeld("- 1️⃣[!INSTRUCTOR]\n  - \(Self.secret)", Expected("1️⃣", .alertMisplaced))
    try expectHeld(
      "| A | B |\n|---|---|\n| 1️⃣[!INSTRUCTOR] | \(Self.secret) |", Expected("1️⃣", .alertMisplaced))
  }

  @Test(arguments: [
    "| Bước | 1️⃣Cho tổ |\n|---|---|\n| a | S |", "| Bước | 1️⃣Instructor |\n|---|---|\n| a | S |",
    "| 1️⃣Cho tổ | S |\n|---|---|\n| a | b |", "| A | B |\n|---|---|\n| **1️⃣Cho tổ** | S |",
    "| A | B |\n|---|---|\n| 1️⃣INSTRUCTOR | S |",
  ])
  func `a table with a column or row for the team`(table: String) throws {
    try expectHeld(
      table.replacing("S", with: Self.secret, unlessIn: "INSTRUCTOR"),
      Expected("1️⃣", .alertMisplaced))
  }

  @Test(arguments: ["1️⃣> INSTRUCTOR\n> S", "> **1️⃣Cho tổ** S"])
  func `a note right below the last choice is no feedback of it`(note: String) throws {
    let note = note.replacing("1️⃣> INSTRUCTOR", with: "> 1️⃣INSTRUCTOR")
    try expectHeld(
      "<!-- quiz id=a-1 -->\n**Ai?**\n\n- [x] Tôi\n- [ ] Bạn\n  > Chưa. Vì thế.\n"
        + note.replacing("S", with: Self.secret, unlessIn: "INSTRUCTOR"),
      Expected("1️⃣", .alertMisplaced))
  }

  @Test func `the steps beside a held one stay`() throws {
    let lesson = try LessonSample.lesson("1. Mở máy.\n2. [!INSTRUCTOR] Nhắc tắt máy.\n3. Chọn Lưu.")
    guard case .list(let list) = lesson.learnerBlocks.first else {
      Issue.record("no list: \(lesson.learnerBlocks)")
      return
    }
    #expect(
      list.items == [[.paragraph([.text("Mở máy.")])], [.paragraph([.text("Chọn Lưu.")])]])
  }

  @Test(arguments: [
    "> [!INSTRUCTOR]\n> a\n\n1️⃣> S", "> [!INSTRUCTOR]\n> a\n\n\n1️⃣> S",
    "> [!INSTRUCTOR] Cho tổ\n1️⃣- S", "> [!INSTRUCTOR]\n\n1️⃣S", "> [!INSTRUCTOR] Cho tổ\n\n1️⃣S",
    "> [!INSTRUCTOR] Cho tổ\n> - a\n\n1️⃣- S", "> [!INSTRUCTOR]\n> Chữ.\n>\n> 1. a\n\n1️⃣2. S",
    "> [!INSTRUCTOR] Cho tổ\n> Mang theo:\n\n1️⃣- S", "> [!INSTRUCTOR] Cho tổ\n> Mang theo:\n\n1️⃣1. S",
    "> [!INSTRUCTOR] Cho tổ\n> - a\n\n    1️⃣S", "> [!INSTRUCTOR] Cho tổ\n> - a\n\n  1️⃣S",
    "- Một\n  > [!INSTRUCTOR]\n  > - a\n\n    1️⃣S",
    "> [!INSTRUCTOR]\n> | A | B |\n> |---|---|\n> | 1 | 2 |\n\n1️⃣| 3 | S |",
    "> [!INSTRUCTOR] Cho tổ\n> Mang dây:\n\n1️⃣S", "> [!INSTRUCTOR]\n> - Mang dây:\n\n1️⃣S",
    "> [!INSTRUCTOR] Cho tổ:\n\n1️⃣S",
    "> [!INSTRUCTOR]\n> Ai làm gì:\n\n1️⃣| A | B |\n|---|---|\n| 3 | S |",
  ])
  func `what follows a note as if it were part of it`(text: String) throws {
    try expectHeld(
      text.replacing("S", with: Self.secret, unlessIn: "INSTRUCTOR"),
      Expected("1️⃣", .alertMisplaced))
  }

  @Test(arguments: ["Cho tổ:", "**Cho tổ:**", "Ghi chú cho tổ: mang dây", "INSTRUCTOR:"])
  func `words behind the tag say once more whom a note is for`(title: String) throws {
    try expectHeld("> [!INSTRUCTOR] \(title)\n> \(Self.secret)")
  }

  @Test(arguments: ["\n", "\n\n"])
  func `a folded part for the team in HTML`(gap: String) throws {
    try expectHeld(
      "1️⃣<details><summary>2️⃣Cho tổ</summary>\n\n\(Self.secret)\(gap)3️⃣</details>\n\n## Rồi",
      Expected("1️⃣", .rawHTML), Expected("2️⃣", .alertMisplaced), Expected("3️⃣", .rawHTML))
  }

  @Test func `a folded part for the team that does not end`() throws {
    try expectHeld(
      "1️⃣<details><summary>2️⃣Cho tổ</summary>\n\n\(Self.secret)\n\n## Rồi",
      Expected("1️⃣", .rawHTML), Expected("2️⃣", .alertMisplaced))
  }

  @Test(arguments: [
    "> [!INSTRUCTOR] Cho tổ\n> Mang theo:\n>\n> - dây\n\n1. Mở máy.",
    "> [!INSTRUCTOR] Cho tổ\n> 1. a\n\n1. Mở máy.", "> [!INSTRUCTOR] Cho tổ\n> Chữ.\n\n- Mở máy.",
  ])
  func `a list of its own behind a note is the lesson's`(text: String) throws {
    let lesson = try LessonSample.lesson(text)
    #expect(lesson.learnerBlocks.count == 1)
    guard case .list = lesson.learnerBlocks.first else {
      Issue.record("no list: \(lesson.learnerBlocks)")
      return
    }
  }

  @Test func `a second quotation below a choice, and a mark in one`() throws {
    try expectHeld(
      """
      <!-- quiz id=a-1 -->
      **Ai hỏi mã?**

      - [ ] Ngân hàng
        > Chưa đúng. Ngân hàng không hỏi.

        1️⃣> [!INSTRUCTOR]
        > a

        2️⃣> \(Self.secret)
      - [x] Không ai
        > Đúng. Mã là của mình.
      """, Expected("1️⃣", .alertMisplaced), Expected("2️⃣", .alertMisplaced))
    try expectHeld(
      """
      <!-- quiz id=a-1 -->
      **Ai hỏi mã?**

      - [ ] Ngân hàng 1️⃣[!INSTRUCTOR] \(Self.secret)
        > Chưa đúng. Ngân hàng không hỏi.
      - [x] Không ai
        > Đúng. Mã là của mình.
      """, Expected("1️⃣", .alertMisplaced))
  }

  @Test(arguments: [
    "  > Chưa đúng. Vì thế.\n  >\n  > 1️⃣> [!INSTRUCTOR] S", "  1️⃣> [!INSTRUCTOR] S",
  ])
  func `a note in the feedback of a choice`(feedback: String) throws {
    let feedback = feedback.replacing("S", with: Self.secret, unlessIn: "INSTRUCTOR")
    try expectHeld(
      "<!-- quiz id=a-1 -->\n**Ai?**\n\n- [ ] Bạn\n\(feedback)\n- [x] Tôi\n  > Đúng. Vì thế.",
      Expected("1️⃣", .alertMisplaced))
  }

  @Test func `a note in a hint, and below a step to put in order`() throws {
    let hint = "> [!HINT]\n> Nghĩ.\n>\n> 1️⃣> [!INSTRUCTOR] \(Self.secret)"
    try expectHeld(
      "<!-- quiz id=a-1 -->\n**Ai?**\n\n- [ ] Bạn\n  > Chưa. Vì thế.\n- [x] Tôi\n\n\(hint)",
      Expected("1️⃣", .alertMisplaced))
    try expectLesson(
      Expected("1️⃣", .alertMisplaced),
      body: "<!-- quiz id=a-1 type=order -->\nXếp.\n\n1. Mở\n   1️⃣> [!INSTRUCTOR] Nhắc.\n2. Tắt\n")
  }

  @Test func `a mark in a title or an objective`() throws {
    try expectLesson(
      Expected("1️⃣", .alertMisplaced), Expected("2️⃣", .alertMisplaced),
      whole: LessonSample.front
        .replacing("\"Mật khẩu mạnh\"", with: "1️⃣\"[!INSTRUCTOR] Mật khẩu\"")
        .replacing("[\"Đặt", with: "[2️⃣\"> [!INSTRUCTOR] Đặt"))
    try expectLesson(
      Expected("1️⃣", .alertMisplaced),
      whole: LessonSample.front.replacing("[\"Đặt", with: "[1️⃣\"Cho tổ: Đặt"))
    expectFindings(
      Expected("1️⃣", .alertMisplaced),
      in: .course.replacing("\"An toàn trên mạng\"", with: "1️⃣\"Ghi chú cho tổ: nhắc\""))
    expectFindings(
      Expected("1️⃣", .alertMisplaced),
      in: .course.replacing("\"An toàn trên mạng\"", with: "1️⃣\":::instructor Nhắc\""))
  }

  @Test func `the mark of another alert is told and shown`() throws {
    let body = "Mở máy.\n\n1️⃣[!TIP] Sạc pin trước."
    try expectLesson(Expected("1️⃣", .alertMisplaced), body: body)
    let lesson = try LessonSample.lesson(body.replacing("1️⃣", with: ""))
    #expect("\(lesson.learnerBlocks)".contains("Sạc pin trước."))
  }

  @Test(arguments: [
    "Viết `[!INSTRUCTOR]` ở đầu.", "```\n> [!INSTRUCTOR]\n> a\n```", "[1] Báo Huế.",
    "> [!INSTRUCTOR]\n> a\n\nChữ.\n\n> b", "> [!INSTRUCTOR]\n> a\n\n> [!TIP]\n> b",
    "Giảng viên: Trần Văn Minh", "[mã OTP](glossary.vi.md#ma-otp) là dãy số.",
    "![Một chiếc chìa khóa](images/key.svg)", "Tổ: mọi người.", "> Chú ý: mở máy.",
    "> [!INSTRUCTOR]\n> a\n\n- b", "> [!INSTRUCTOR]\n> - a\n>\n>   > b",
    "> [!INSTRUCTOR]\n> | A | B |\n> |---|---|\n> | 1 | 2 |\n\n| A | B |\n|---|---|\n| 3 | 4 |",
    "- Một\n  > [!INSTRUCTOR]\n  > a\n\n  Chữ.", "## Hỏi giảng viên\n\nChữ.",
    "## Gọi cho tổ\n\nChữ.",
    "Gọi **cho tổ** trước.", "- [ ] Cho tổ\n- [ ] Cho bà con",
    "Instructor: Trần Văn Minh, 0914 000 000",
    "**Giảng viên:** Trần Văn Minh", "> Máy tắt thì mở.\n> Giáo viên",
    "Người dạy - người học cùng làm.",
    "GV: Trần Văn Minh, 0914 000 000", "**Giảng viên**: Trần Văn Minh",
    "> **Giáo viên:** Trần Văn Minh",
    "## Hỏi tổ công nghệ số\n\nChữ.", "## Lưu ý cho tờ khai\n\nChữ.",
    "> Lưu ý cho tổ chức của mình.",
    "> Ghi chú cho tổ dân phố.", "Lưu ý: gọi cho tổ.", "0914 000 000 – Giảng viên",
    "> [!INSTRUCTOR]\n> Mang dây:\n\n## Tiếp\n\nChữ.",
    "@lantoa và #1 là gì?", "- Cho tổ\n- Cho người học",
    "| Việc | Báo cho tổ |\n|---|---|\n| a | b |",
    "> [!INSTRUCTOR]\n> - a\n\nChữ.\n\n- b", "> `[!INSTRUCTOR]`", "> `[!TIP]`\n> Chữ.",
  ])
  func `what is no such mark has no finding`(text: String) throws {
    try expectLesson(body: text)
  }
}

extension String {
  /// Replaces a word, not the letters of another.
  fileprivate func replacing(_ word: String, with other: String, unlessIn kept: String) -> String {
    split(separator: kept, omittingEmptySubsequences: false)
      .map { $0.replacing(word, with: other) }.joined(separator: kept)
  }
}
