import Courseware
import Domain
import Testing

/// What is mended by itself never shows learners what was for the team, and takes no list apart.
struct HarmlessRepairTests {
  private static let note = "## Phần sau\n\nMột câu.\n\n> [!INSTRUCTOR] Cho tổ\n> Mang dây sạc.\n"

  private func learnersRead(_ whole: String) throws -> Bool {
    let library = try LessonSample.library(Array(whole.utf8))
    let lesson = try #require(library.lessons.first { $0.path.hasSuffix(LessonSample.path) })
    return lesson.learnerBlocks.description.contains("BIMAT")
  }

  @Test(arguments: [
    ("\u{A0}\nKhông hỏi BIMAT.\n", ">\n> Không hỏi BIMAT.\n"),
    ("\u{200B}\nKhông hỏi BIMAT.\nVà thôi.\n\nBa.\n", ">\n> Không hỏi BIMAT.\n> Và thôi.\n\nBa.\n"),
    ("<o:p></o:p>\nKhông hỏi BIMAT.\n", ">\n> Không hỏi BIMAT.\n"),
    ("##\u{A0}BIMAT\nVà thôi.\n", "> ## BIMAT\n> Và thôi.\n"),
    ("•\u{A0}BIMAT\n• Hai\n", "> - BIMAT\n> - Hai\n"),
    ("  Hai\n\u{A0} \n<o:p></o:p>\n  BIMAT\n", "  Hai\n>\n> \n> BIMAT\n"),
  ])
  func `what goes on in a note for the team without its sign stays there, and gets the sign`(
    tail: String, after: String
  ) throws {
    let whole = LessonSample.front + Self.note + tail
    #expect(try !learnersRead(whole))
    let found = try mended(whole)
    #expect(found == LessonSample.front + Self.note + after)
    #expect(try !learnersRead(found))
    #expect(try mended(found) == found)
  }

  @Test func `a box that its tag names for learners is theirs, and only it`() throws {
    let note = "> [!INSTRUCTOR]\n> Một.\n\u{A0}\n> [!NOTE]\n> Hai.\n"
    try expect(note, becomes: note.replacing("\u{A0}", with: ""))
    let long = note + "\u{A0}\nBIMAT.\n"
    #expect(
      try !learnersRead(LessonSample.front + long.replacing("[!NOTE]", with: "[!INSTRUCTOR]")))
    let held = long.replacing("[!NOTE]", with: "[!INSTRUCTOR]")
    #expect(try !learnersRead(mended(LessonSample.front + held)))
  }

  @Test func `in the box for everybody such a line is a blank one, as it looks`() throws {
    try expect("> [!TIP]\n> Một.\n\u{A0}\nHai.\n", becomes: "> [!TIP]\n> Một.\n\nHai.\n")
  }

  @Test func `a line after which learners would read words for the team is left, and told so`()
    throws
  {
    let body =
      "Mở\u{A0}máy.\n\n**Cho tổ:** Mang dây sạc, ổ cắm và một máy cũ để bà con thử.\n\u{A0}\nBIMAT hai.\n"
    let whole = LessonSample.front + body
    #expect(try !learnersRead(whole))
    let after = try mended(whole)
    #expect(after == LessonSample.front + body.replacing("Mở\u{A0}máy", with: "Mở máy"))
    let library = try LessonSample.library(Array(after.utf8))
    let left = library.diagnostics.filter { $0.rule == .pastedFromWord }
    #expect(left.map { "\($0.line):\($0.column)" } == ["11:1"])
    #expect(left.allSatisfy { $0.fix.en.contains("not done for you") })
    #expect(left.allSatisfy { $0.fix.vi.contains("tự sửa") && !$0.fix.vi.contains("--fix") })
    #expect(library.repairs.map(\.path) == [])
  }

  @Test func `a question that only its name would show to learners gets none`() throws {
    let body =
      "> [!INSTRUCTOR] Cho tổ\n\nBIMAT?\n\n- [ ] Một\n  > Chưa đúng. Vì thế.\n- [x] Hai\n"
      + "  > Đúng. Vì thế.\n"
    #expect(try !learnersRead(LessonSample.front + body))
    #expect(try !learnersRead(mended(LessonSample.front + body)))
  }
}
