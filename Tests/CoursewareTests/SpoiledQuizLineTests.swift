import Courseware
import Testing

/// A quiz line that a word processor or a slip spoiled keeps its id.
struct SpoiledQuizLineTests {
  private static let question =
    "**A?**\n\n- [ ] Một\n  > Chưa đúng. Vì thế.\n- [x] Hai\n  > Đúng. Vì thế.\n"

  /// The findings of the lesson with this body, and the body as `--fix` leaves it.
  private func look(_ body: String) throws -> (found: [Diagnostic], after: String, Library) {
    let whole = LessonSample.front + body
    let library = try LessonSample.library(Array(whole.utf8))
    let repair = library.repairs.first { $0.path.hasSuffix(LessonSample.path) }
    let after = String(decoding: repair?.after ?? Array(whole.utf8), as: UTF8.self)
    return (
      library.diagnostics.filter { $0.path.hasSuffix(LessonSample.path) },
      String(after.dropFirst(LessonSample.front.count)), library
    )
  }

  @Test(arguments: [
    "‹!— quiz id=pin-cu-7 —>", "<!— quiz id=pin-cu-7 —>", "<!– quiz id=pin-cu-7 –>",
    "<!–- quiz id=pin-cu-7 -–>", "<!- quiz id=pin-cu-7 ->", "<!-- quizz id=pin-cu-7 -->",
    "<!-- Quiz: id=pin-cu-7 -->", "<!-- QUIZ id=pin-cu-7 -->", "<!-- quiz id: pin-cu-7 -->",
    "<!-- quiz ID = pin-cu-7 -->", "<!-- quiz id=pin-cu-7 --!>", "<!-- quiz id=pin-cu-7 >",
    "<!-- quiz: id: pin-cu-7 -->", "<! -- quiz id=pin-cu-7 -- >", "<!— quiz id=“pin-cu-7” —>",
  ])
  func `a quiz line that is none is told at its place, read, and mended with its id`(
    line: String
  ) throws {
    try expectLesson(Expected("1️⃣", .quizLine), body: "1️⃣\(line)\n\(Self.question)")
    let (found, after, library) = try look("\(line)\n\(Self.question)")
    let mended = after.replacing("\"", with: "")
    #expect(mended == "<!-- quiz id=pin-cu-7 -->\n\(Self.question)")
    #expect(found.first?.fix.en.contains("<!-- quiz id=") == true)
    #expect(found.first?.fix.en.contains("lantoa site check --fix") == true)
    let lesson = try #require(library.lessons.first { $0.path.hasSuffix(LessonSample.path) })
    guard case .quiz(let quiz)? = lesson.blocks.first else {
      Issue.record("no question")
      return
    }
    #expect(quiz.id == "pin-cu-7")
    try expectLesson(body: after)
  }

  @Test(arguments: [
    "<!-- quiz: pin-cu-7 -->", "<!-- quiz pin-cu-7 -->", "<!-- quiz #pin-cu-7 -->",
    "<!-- quiz id pin-cu-7 -->", "\\<!-- quiz id=pin-cu-7 --\\>", "\\<!-- quiz id=pin-cu-7 \\--\\>",
    "&lt;!-- quiz id=pin-cu-7 --&gt;", "&lt;!-- quiz: pin-cu-7 --&gt;",
  ])
  func `a name without its sign, and a line that was made text, are one line with the id`(
    line: String
  ) throws {
    try expectLesson(Expected("1️⃣", .quizLine), body: "1️⃣\(line)\n\(Self.question)")
    let (_, after, library) = try look("\(line)\n\(Self.question)")
    #expect(after == "<!-- quiz id=pin-cu-7 -->\n\(Self.question)")
    let lesson = try #require(library.lessons.first { $0.path.hasSuffix(LessonSample.path) })
    #expect(lesson.blocks.count == 1 && lesson.blocks.description.contains("pin-cu-7"))
    try expectLesson(body: after)
  }

  @Test(arguments: [
    ("<!-- quiz pin-cu-7 type=multiple -->", "<!-- quiz id=pin-cu-7 type=multiple -->"),
    ("<!-- quiz type=text accept=a b-c d-e -->", nil), ("<!-- quiz multiple -->", nil),
    ("<!-- quiz type text-a -->", nil),
  ])
  func `a word is a name only where it can be no other`(line: String, meant: String?) throws {
    let after = try look("\(line)\n\(Self.question)").after
    if let meant { #expect(after == "\(meant)\n\(Self.question)") }
    if meant == nil { #expect(after.contains("id=strong-passwords-1 ")) }
  }

  @Test func `everything that the line says stays, and so does what stands before it`() throws {
    let text = "> <!— quiz Type: text accept=“hues, hue s” id: hue-1 —>\r\n> Đó là [[Hue-S]].\r\n"
    #expect(
      try look(text).after
        == "> <!-- quiz type=text accept=\"hues, hue s\" id=hue-1 -->\r\n> Đó là [[Hue-S]].\r\n")
    let end = "<!-- quiz id=a type=order -->\nXếp.\n\n1. Một\n2. Hai\n\n<!— /quiz —>\n"
    #expect(try look(end).after == end.replacing("—", with: "--"))
  }

  @Test func `a spoiled line without an id is mended and gets one`() throws {
    #expect(
      try look("<!— quiz —>\n\(Self.question)").after
        == "<!-- quiz id=strong-passwords-1 -->\n\(Self.question)")
  }

  @Test(arguments: [
    "<!— quiz id=a-1 —> **A?**", "‹!-- quizz id=a-1 --› xem", "<!-- quiz id=a-1 --> **A?**",
  ])
  func `where more stands in the line nothing is added, and what to write is said`(
    line: String
  ) throws {
    let body = "\(line)\n\(Self.question)"
    let (found, after, _) = try look(body)
    #expect(after == body)
    #expect(found.count == 1, "\(found.map(\.summary.en))")
    let finding = try #require(found.first)
    #expect([.quizLine, .quizDirectiveNotAlone].contains(finding.rule))
    #expect(finding.line == 8 && !finding.fix.en.contains("--fix"))
    if finding.rule == .quizLine {
      #expect(finding.fix.en == "Write, alone on its line: <!-- quiz id=a-1 -->.")
    }
  }

  @Test(arguments: [
    "<!-- quizz id=a-1 -->\n<!-- quiz id=a-2 -->\n", "<!-- quiz id=a-2 -->\n<!— quiz id=a-1 —>\n",
  ])
  func `a spoiled line beside the line that was added for it is to be deleted`(
    lines: String
  ) throws {
    let body = lines + Self.question
    let (found, after, _) = try look(body)
    #expect(after == body && found.map(\.rule) == [.quizLine])
    #expect(found.first?.fix.en.hasPrefix("Delete this line") == true)
  }

  @Test(arguments: [
    "<!-- Quiz về pin: hỏi bà con -->", "<!-- quiet id -->", "<!-- ghi nhớ: id=a -->",
    "<!— nghỉ —>", "Xem <!-- gì -->", "<!-- quiz: viết thêm -->", "<- quay lại",
    "```\n<!— quiz id=a —>\n```", "    <!— quiz id=a —>",
  ])
  func `other comments and code are no quiz lines`(text: String) throws {
    let (found, after, _) = try look(text + "\n")
    #expect(!found.contains { $0.rule == .quizLine })
    #expect(after == text + "\n")
  }
}
