import Courseware
import Domain
import Foundation
import TestSupport
import Testing

struct RepairTests {
  // MARK: Letters

  @Test func `letters are composed, and nothing else is touched`() throws {
    try expect(
      "Chữ e\u{302}\u{301}m\r\nvà\r\nô\u{309}\n\nthôi  \n",
      becomes: "Chữ \u{1EBF}m\r\nvà\r\n\u{1ED5}\n\nthôi  \n")
    let marked = "\u{FEFF}" + LessonSample.front + "e\u{302}m"
    #expect(Array(try mended(marked).utf8) == Array(("\u{FEFF}" + LessonSample.front + "êm").utf8))
  }

  @Test func `bullets become hyphens, and a dash before a number stays`() throws {
    try expect(
      "•\tMở máy\n  ▪ Bấm\n·\u{A0}\u{A0}Chờ\n– Xem\n\u{F0B7}Xong\n",
      becomes: "- Mở máy\n  - Bấm\n- Chờ\n- Xem\n- Xong\n")
    try expect(
      "● Mở máy\n  ○ Bấm\n  \u{F0A7} Chờ\n➢ Xem\n\u{F0D8} Xong\n",
      becomes: "- Mở máy\n  - Bấm\n  - Chờ\n- Xem\n- Xong\n")
    try expect("–5 độ\n\nTừ 3 – 5 bước • rồi\n", becomes: "–5 độ\n\nTừ 3 – 5 bước • rồi\n")
    try expect("> [!NOTE]\n> • Một\n> –\u{A0}Hai\n", becomes: "> [!NOTE]\n> - Một\n> - Hai\n")
  }

  @Test func `the row of dashes below the header of a table`() throws {
    try expect(
      "| a | b |\n|—|:––:|\n| c — d | – |\n", becomes: "| a | b |\n|---|:---:|\n| c — d | – |\n")
  }

  @Test func `no-break spaces become spaces, none at the end, and no code in front`() throws {
    try expect("Mở\u{A0}máy\u{A0}\u{A0}\nrồi\u{200B} bấm\u{AD}\n", becomes: "Mở máy\nrồi bấm\n")
    try expect("\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}Chữ\n", becomes: "   Chữ\n")
    try expect("Một\n\u{A0}\nHai\n", becomes: "Một\n\nHai\n")
  }

  @Test
  func `curly quotation marks are straightened where they mean something, and stay in the text`()
    throws
  {
    let front = LessonSample.front.replacing("\"Mật khẩu mạnh\"", with: "“Mật khẩu mạnh”")
      .replacing("[\"Đặt được một mật khẩu mạnh.\"]", with: "[“Đặt, được”, „Giữ” , a “b”]")
    let found = try mended(front + "Bà con nói: “Dạ”.\n")
    #expect(found.contains("\ntitle: \"Mật khẩu mạnh\"\n"))
    #expect(found.contains("\nobjectives: [\"Đặt, được\", \"Giữ\" , a “b”]\n"))
    #expect(found.hasSuffix("Bà con nói: “Dạ”.\n"))
  }

  @Test func `quotation marks inside a value of YAML stay`() throws {
    for value in [
      "“Dạ” rồi cúp máy", "Nói “Dạ”, “không”", "\"Nói: “Dạ”\"", "'Nói, “Dạ”'", "“Dạ \"không\"”",
      "a - “b”", "“Dạ”, rồi cúp máy", "x # “y”",
    ] {
      let front = LessonSample.front.replacing("\"Mật khẩu mạnh\"", with: value)
      #expect(try mended(front + "Dạ.\n") == front + "Dạ.\n", "\(value)")
    }
  }

  @Test func `a course file is cleaned too`() throws {
    let path = "courses/safe-online/course.yaml"
    let course = try #require(LessonSample.files[path].map { String(decoding: $0, as: UTF8.self) })
    let pasted = course.replacing("\"An toàn trên mạng\"", with: "“An toàn\u{A0}trên mạng”")
    let library = try LessonSample.library(
      Array(LessonSample.front.utf8), with: [path: Array(pasted.utf8)])
    let repair = try #require(library.repairs.first { $0.path.hasSuffix(path) })
    #expect(repair.after == Array(course.utf8))
    #expect(repair.counts == [.pastedFromWord: 3])
  }

  @Test func `what Word writes between the words goes, and the words stay`() throws {
    try expect(
      "Mở máy<o:p></o:p>\n<w:WordDocument>Bấm</w:WordDocument> <o:p>&nbsp;</o:p>nút\n",
      becomes: "Mở máy\nBấm &nbsp;nút\n")
    try expect(
      "Một<!--[if gte mso 9]><xml>Normal</xml><![endif]--> hai\n<![if !supportLists]>•<![endif]> ba\n",
      becomes: "Một hai\n- ba\n")
    try expect(
      "Một\n\n<!--[if gte mso 9]><xml>\nNormal\n\n0</xml><![endif]-->\n\nHai\n",
      becomes: "Một\n\n\n\n\n\n\nHai\n")
    // What is only like it.
    let plain = "2 < 3, <!-- ghi chú -->, w:x, <b>, a<o, <!--[if x]> không hết\n"
    try expect(plain, becomes: plain)
  }

  @Test func `code stays as it is, and has no such findings`() throws {
    let code = "Gõ:\n\n```\n• a\u{A0}b e\u{302}<o:p>\n```\n\n    • c\u{A0}d\n\n> ~~~\n> •\n> ~~~\n"
    try expect(code + "\n• e\n", becomes: code + "\n- e\n")
    try expectLesson(body: code)
  }

  @Test func `what Word writes between the words is told where it stands`() throws {
    try expectLesson(
      Expected("1️⃣", .pastedFromWord), Expected("2️⃣", .pastedFromWord),
      body: "Mở máy1️⃣<o:p></o:p>\n\n2️⃣<!--[if gte mso 9]><xml>\nNormal\n</xml><![endif]-->\n")
  }

  // MARK: Quizzes

  private static let choices = "- [ ] Một\n  > Chưa đúng. Vì thế.\n- [x] Hai\n  > Đúng. Vì thế.\n"

  @Test(arguments: [
    ("• ", "• "), ("- ", "• "), ("• ", "- "), ("– ", "– "), ("•\u{A0}", "•\u{A0}"), ("·\t", "·\t"),
  ])
  func `a choice that Word has given a bullet stays a choice of its own`(
    one: String, other: String
  ) throws {
    let question = "<!-- quiz id=a-1 -->\n**A?**\n\n"
    for feedback in [
      "  > Chưa đúng. Vì thế.\n", "> Chưa đúng. Vì thế.\n", "  > Chưa đúng.\nVì thế.\n",
    ] {
      let mended = try mended(
        LessonSample.front + question
          + "\(one)[ ] Một\n\(feedback)\(other)[x] Hai\n  > Đúng. Vì thế.\n")
      #expect(mended.contains("\n- [ ] Một\n"), "\(mended)")
      #expect(mended.contains("\n- [x] Hai\n"), "\(mended)")
    }
  }

  @Test func `a choice in a list to tick off stays in its quotation`() throws {
    try expect(
      "> [!CHECKLIST]\n> - [ ] Sạc đầy\n• [ ] Mang theo\n",
      becomes: "> [!CHECKLIST]\n> - [ ] Sạc đầy\n> - [ ] Mang theo\n")
  }

  @Test func `a question without an id gets the next number of its lesson`() throws {
    try expect(
      "<!-- quiz -->\n**A?**\n\n\(Self.choices)\n**B?**\n\n\(Self.choices)",
      becomes: "<!-- quiz id=strong-passwords-1 -->\n**A?**\n\n\(Self.choices)\n"
        + "<!-- quiz id=strong-passwords-2 -->\n**B?**\n\n\(Self.choices)")
    try expect(
      "<!-- quiz id= type=single -->\r\nA?\r\n\r\n\(Self.choices)\r\nB?\r\n\(Self.choices)",
      becomes: "<!-- quiz id=strong-passwords-1 type=single -->\r\nA?\r\n\r\n\(Self.choices)\r\n"
        + "<!-- quiz id=strong-passwords-2 -->\r\nB?\r\n\(Self.choices)")
  }

  @Test func `spaces around the sign of an id are no part of it`() throws {
    let named = "<!-- quiz id = q11 -->\n**A?**\n\n" + Self.choices
    try expect(named, becomes: named)
    try expect(
      named.replacing("id = q11", with: "id = type=single"),
      becomes: named.replacing("id = q11", with: "id=strong-passwords-1 type=single"))
  }

  @Test func `a number that any file of the course has or had is never given again`() throws {
    let other = LessonSample.other + "\n<!-- quiz id=strong-passwords-4 -->\nB?\n\n" + Self.choices
    let body = LessonSample.front + "<!-- quiz -->\nA?\n\n" + Self.choices
    let found = try mended(
      body, with: ["courses/safe-online/02-otp-never-share.vi.md": Array(other.utf8)],
      used: ["safe-online": ["strong-passwords-9", "strong-passwords-x", "otp-30"], "b": ["a-50"]])
    #expect(found.contains("<!-- quiz id=strong-passwords-10 -->"))
  }

  @Test func `a translation takes the ids of the original, or none`() throws {
    func english(_ body: String) throws -> String {
      let path = "courses/safe-online/01-strong-passwords.en.md"
      let original =
        LessonSample.front
        + "<!-- quiz id=strong-passwords-7 -->\nA?\n\n\(Self.choices)\n<!-- quiz -->\nB?\n\n\(Self.choices)"
      let library = try LessonSample.library(
        Array(original.utf8), with: [path: Array((LessonSample.front + body).utf8)])
      let repair = library.repairs.first { $0.path.hasSuffix(path) }
      return repair.map { String(decoding: $0.after, as: UTF8.self) } ?? "unchanged"
    }
    let both = try english(
      "<!-- quiz -->\nA?\n\n\(Self.choices)\n<!-- quiz -->\nB?\n\n\(Self.choices)")
    #expect(both.contains("quiz id=strong-passwords-7 -->\nA?"))
    #expect(both.contains("quiz id=strong-passwords-8 -->\nB?"))
    #expect(try english("<!-- quiz -->\nA?\n\n\(Self.choices)") == "unchanged")
    #expect(
      try english(
        "<!-- quiz id=other -->\nA?\n\n\(Self.choices)\n<!-- quiz -->\nB?\n\n\(Self.choices)")
        == "unchanged")
  }

  @Test func `choices without a question above them, or in a quotation, are left to their author`()
    throws
  {
    for body in ["## A?\n\n\(Self.choices)", "> A?\n>\n> - [x] Một\n> - [ ] Hai\n"] {
      try expect(body, becomes: body)
    }
  }

  @Test(arguments: ["\n", "\r\n"])
  func `feedback at the left edge goes under the choice above it`(end: String) throws {
    let quiz = """
      <!-- quiz id=strong-passwords-1 -->
      A?

      - [ ] Một
        dài
      > Chưa đúng.
      >
      > Vì thế,
      và thế.
      - [ ] Hai
        > Chưa đúng. Vì thế.
      - [x] Ba
      > Đúng. Vì thế.

      """
    let mended = quiz.replacing("\n> ", with: "\n  > ").replacing("\n>\n", with: "\n  >\n")
      .replacing("\nvà", with: "\n  và")
    try expect(
      quiz.replacing("\n", with: end), becomes: mended.replacing("\n", with: end))
    try expect(mended, becomes: mended)
    let found = try LessonSample.library(Array((LessonSample.front + mended).utf8))
    #expect(!found.diagnostics.contains { $0.rule == .quizFeedbackUnindented })
    let wide = quiz.replacing("- [", with: "-   [").replacing("\n  ", with: "\n    ")
    try expect(
      wide,
      becomes: mended.replacing("- [", with: "-   [").replacing("\n  ", with: "\n    "))
  }

  @Test func `feedback that is indented, but not enough, goes under the choice above it`() throws {
    let quiz = "<!-- quiz id=strong-passwords-1 -->\nA?\n\n- [ ] Một\n"
    let rest = "- [x] Hai\n  > Đúng. Vì thế.\n"
    try expect(
      quiz + " > Chưa đúng.\n> Vì thế,\n > và thế.\n" + rest,
      becomes: quiz + "  > Chưa đúng.\n  > Vì thế,\n  > và thế.\n" + rest)
    let wide = quiz.replacing("- [", with: "-   [")
    try expect(
      wide + "  > Chưa đúng. Vì thế.\n" + rest, becomes: wide + "    > Chưa đúng. Vì thế.\n" + rest)
    let told = try LessonSample.library(
      Array((LessonSample.front + quiz + " > Chưa đúng. Vì thế.\n" + rest).utf8)
    ).diagnostics.filter { $0.severity != .todo }
    #expect(told.map(\.rule) == [.quizFeedbackUnindented])
    #expect(told.allSatisfy { $0.fix.en.contains("lantoa site check --fix") })
  }

  @Test func `feedback goes under its choice where its question gets an id in the same run`()
    throws
  {
    try expect(
      "A?\n\n- [x] Một\n> Đúng. Vì thế.\n- [ ] Hai\n> Chưa đúng. Vì thế.\n",
      becomes: "<!-- quiz id=strong-passwords-1 -->\nA?\n\n- [x] Một\n  > Đúng. Vì thế.\n"
        + "- [ ] Hai\n  > Chưa đúng. Vì thế.\n")
  }

  @Test(arguments: [
    "- [ ] Một\n\n> Vì thế.\n- [x] Hai\n", "- [ ] Một\n  > Vì\n> thế.\n- [x] Hai\n",
    "- [ ] Một\n> Vì thế.\n* [x] Hai\n", "- [ ] Một\n> Vì thế.\n - [x] Hai\n",
    "- [ ] Một\n> Vì thế.\n- Hai\n- [x] Ba\n", "1. [ ] Một\n> Vì thế.\n2. [x] Hai\n",
  ])
  func `feedback is left where it is not plain which choice it belongs to`(choices: String) throws {
    let quiz = "<!-- quiz id=strong-passwords-1 -->\nA?\n\n" + choices
    try expect(quiz, becomes: quiz)
    let found = try LessonSample.library(Array((LessonSample.front + quiz).utf8)).diagnostics
      .filter { $0.rule == .quizFeedbackUnindented }
    #expect(!found.isEmpty && found.allSatisfy { !$0.fix.en.contains("--fix") })
  }

  // MARK: Findings

  @Test func `findings that can be mended say so, and no others do`() throws {
    let library = try LessonSample.library(
      Array(
        (LessonSample.front
          + "• Mở\u{A0}máy e\u{302}m\n\n## A?\n\n\(Self.choices)\n<!-- quiz -->\nB?\n\n\(Self.choices)\n"
          + "Xem [bài](khong-co.vi.md).\n").utf8))
    let offering = library.diagnostics.filter { $0.fix.en.contains("lantoa site check --fix") }
    #expect(offering.map(\.rule) == [.pastedFromWord, .notNFC, .quizIDMissing])
    let left = library.diagnostics.filter {
      $0.severity != .todo && !$0.fix.en.contains("lantoa site check --fix")
    }
    #expect(left.map(\.rule) == [.quizIDMissing, .linkMissing])
    #expect(offering.allSatisfy { $0.fix.vi.contains("lantoa site check --fix") })
  }

  @Test func `letters that stand apart in a course are told where they begin, and composed`() throws
  {
    let file = "courses/safe-online/course.yaml"
    let sound = try #require(LessonSample.files[file])
    let apart = String(decoding: sound, as: UTF8.self).replacing("mạng", with: "ma\u{323}ng")
    let library = try LessonSample.library(
      Array(LessonSample.front.utf8), with: [file: Array(apart.utf8)])
    let found = library.diagnostics.filter { $0.rule == .notNFC }
    // `title: {vi: "An toàn trên mạng"` is the fourth line.
    #expect(found.map { "\($0.line):\($0.column)" } == ["4:28"])
    #expect(library.repairs.map(\.after) == [sound])
  }

  @Test func `the shipped courses and pages have nothing to mend`() throws {
    let checkout = LantoaProcess.checkout
    let library = try Library.read(courses: checkout + "/courses", content: checkout + "/content")
    #expect(library.repairs.map(\.path) == [] && library.photos == [])
  }

  @Test(arguments: 0..<150)
  func `what was mended needs no mending again, whatever was damaged`(seed: Int) throws {
    let checkout = LantoaProcess.checkout + "/courses/safe-online/"
    let names = ["01-strong-passwords", "02-otp-never-share"]
    var damage = Damage(seed: seed)
    var files: [String: [UInt8]] = [:]
    for name in names {
      for language in ["vi", "en"] where seed % 3 != 0 || language == "vi" {
        let file = "\(name).\(language).md"
        let bytes = try #require(FileManager.default.contents(atPath: checkout + file))
        files["courses/safe-online/\(file)"] = damage.done(to: Array(bytes))
      }
    }
    files["courses/safe-online/course.yaml"] = damage.done(
      to: LessonSample.files["courses/safe-online/course.yaml"] ?? [])
    let first = files[LessonSample.path] ?? []
    let once = try LessonSample.library(first, with: files)
    for repair in once.repairs {
      let place = try #require(files.keys.first { repair.path.hasSuffix($0) })
      #expect(files[place] == repair.before)
      files[place] = repair.after
    }
    let again = try LessonSample.library(files[LessonSample.path] ?? [], with: files)
    #expect(again.repairs.map(\.path) == [])
    // What would do harm is left, and says so.
    let pasted = again.diagnostics.filter { $0.rule == .pastedFromWord || $0.rule == .notNFC }
    #expect(pasted.allSatisfy { $0.fix.en.contains("not done for you") })
  }
}

/// What word processors and clumsy hands do to a file, drawn from a seed.
private struct Damage {
  private var state: UInt64

  init(seed: Int) {
    state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
  }

  private static let pieces = [
    "\u{A0}", "\u{200B}", "\u{FEFF}", "\u{AD}", "•", "\u{F0B7}", "– ", "“", "”", "\u{301}", "\n• ",
    "\n\u{A0}\u{A0}", "\n\u{200B}· ", "\u{387}", "\n<!-- quiz -->\n", "\n<!-- quiz id=“ -->\n",
    "\n<!— quiz id=a —>\n", "\n<!-- Quiz: id=b --!>\n", "- [x] đúng\n", "\n\n", "---\n", "\u{1100}",
    "\u{1161}", "\"", "\n> ", "\n> Vì thế.\n", "\r",
    "\t", "\n> a\n\u{A0}\n> b\n", "\n| — | – |\n", "\n- [ ] sai\n > Vì thế.\n",
    "\n> [!INSTRUCTOR] Cho tổ\n> Mang dây.\n\u{A0}\n", "\n1. Một:\n– Hai\n2. Ba\n", "<o:p></o:p>",
    "![a](images\\key.svg)",
  ]

  private mutating func draw(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % count
  }

  mutating func done(to bytes: [UInt8]) -> [UInt8] {
    var scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    for _ in 0..<12 {
      let place = draw(scalars.count)
      switch draw(4) {
      case 0: scalars.removeSubrange(place..<min(scalars.count, place + 1 + draw(8)))
      case 1:
        let text = String(String.UnicodeScalarView(scalars[place...].prefix(40)))
        scalars.replaceSubrange(
          place..<min(scalars.count, place + 40),
          with: text.decomposedStringWithCanonicalMapping.unicodeScalars)
      default:
        scalars.insert(contentsOf: Self.pieces[draw(Self.pieces.count)].unicodeScalars, at: place)
      }
    }
    return Array(String(String.UnicodeScalarView(scalars)).utf8)
  }
}
