import Courseware
import Testing

/// The lines around the front matter that a word processor made long dashes of.
struct SpoiledFenceTests {
  private static let sound = LessonSample.front + "Dạ.\n"

  private static func spoiled(first: String = "---", last: String = "---") -> String {
    "\(first)\n" + sound.dropFirst(4).replacing("\n---\n", with: "\n\(last)\n")
  }

  @Test(arguments: ["–––", "———", "—-", "-—", "—", "––", "—-\u{A0}"])
  func `the line that closes it is told where it stands, and mended`(line: String) throws {
    let whole = Self.spoiled(last: line)
    let library = try LessonSample.library(Array(whole.utf8))
    let found = library.diagnostics.filter { $0.path.hasSuffix(LessonSample.path) }
    #expect(
      found.map { "\($0.line):\($0.column) \($0.rule.rawValue)" } == ["7:1 front-matter-missing"])
    #expect(found.first?.summary.en.hasPrefix("the closing ---") == true)
    #expect(found.first?.fix.vi.contains("lantoa site check --fix") == true)
    #expect(try mended(whole) == Self.sound)
  }

  @Test(arguments: ["–––", "———", "—-", "—"])
  func `the line that opens it is told where it stands, and mended`(line: String) throws {
    for last in ["---", "—-"] {
      let whole = Self.spoiled(first: line, last: last)
      let library = try LessonSample.library(Array(whole.utf8))
      let found = library.diagnostics.filter { $0.path.hasSuffix(LessonSample.path) }
      #expect(found.map(\.line) == (last == "---" ? [1] : [1, 7]))
      #expect(found.allSatisfy { $0.rule == .frontMatterMissing })
      #expect(try mended(whole) == Self.sound)
    }
  }

  @Test func `a dash that is a line of the text stays, and an item of a list is none`() throws {
    try expect("Một\n\n———\n\nHai\n", becomes: "Một\n\n———\n\nHai\n")
    let list = Self.sound.replacing("[\"Đặt", with: "\n– [\"Đặt")
    #expect(try mended(list).contains("\n- [\"Đặt"))
  }
}
