import Courseware
import Testing

/// Any bytes as a lesson: a finding with a position, soon, and never a crash.
@Suite(.timeLimit(.minutes(1)))
struct HostileTextTests {
  private func rules(_ body: String) throws -> Set<Diagnostic.Rule> {
    let library = try LessonSample.library(Array((LessonSample.front + body).utf8))
    return Set(library.diagnostics.filter { $0.path.hasSuffix(LessonSample.path) }.map(\.rule))
  }

  @Test func `bytes that are no UTF-8 are told where they stand`() throws {
    let library = try LessonSample.library(
      Array((LessonSample.front + "Chữ ").utf8) + [0xFF, 0x41])
    let finding = try #require(library.diagnostics.first)
    #expect(finding.rule == .invalidUTF8)
    #expect(finding.position == SourcePosition(line: 8, column: 5))
  }

  @Test(arguments: [">", "- ", "1. ", "* "])
  func `a hundred thousand nested quotations or lists are refused`(mark: String) throws {
    #expect(
      try rules(String(repeating: mark, count: 100_000 / mark.count) + "a").contains(
        .paragraphTooLong))
    #expect(try rules(String(repeating: mark, count: 1000) + "a").contains(.nestedTooDeep))
  }

  @Test func `lists nested by indents are cut where they are too deep`() throws {
    let steps = (0..<100).map { String(repeating: "  ", count: $0) + "- a\n\n" }.joined()
    #expect(try rules(steps).contains(.nestedTooDeep))
  }

  @Test(arguments: ["[", "]", "`", "*", "_", "![[]()", "<!-- ", "[a](", "&", "|", "\\", "> > "])
  func `a million marks are refused, and as many as are read are read soon`(mark: String) throws {
    #expect(try rules(String(repeating: mark, count: 1_000_000)) == [.fileTooLarge])
    let stretch = String(repeating: mark, count: 16_000 / mark.utf8.count)
    _ = try rules(Array(repeating: stretch, count: 15).joined(separator: "\n\n"))
  }

  @Test func `a file of 50 MB is not read whole`() throws {
    let library = try LessonSample.library(Array(repeating: 0x41, count: 50_000_000))
    #expect(library.diagnostics.map(\.rule) == [.fileTooLarge])
  }

  @Test func `a bomb of aliases in the front matter does no harm`() throws {
    var bomb = "---\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...60 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      bomb += "a\(level): &a\(level) [\(aliases)]\n"
    }
    let library = try LessonSample.library(Array((bomb + "---\n").utf8))
    #expect(library.diagnostics.map(\.rule) == [.yamlAlias])
    #expect(library.diagnostics.first?.line == 3)
  }

  @Test func `lines count as editors show them, wherever YAML ends its own`() throws {
    let typed = LessonSample.front.replacing(
      "minutes: 25", with: "keywords: [a,\u{2028}b\u{85}]\nminutes: x")
    let library = try LessonSample.library(Array(typed.utf8))
    let finding = try #require(library.diagnostics.first { $0.rule == .wrongType })
    #expect(finding.position == SourcePosition(line: 4, column: 10))
    #expect(finding.excerpt?.text == "minutes: x")
  }

  @Test func `a mark left open behind a line that only YAML has is in its line`() throws {
    let library = try LessonSample.library(Array("---\nminutes: 25\u{85}x: \"\n---\n".utf8))
    let finding = try #require(library.diagnostics.first { $0.rule == .yamlSyntax })
    #expect(finding.position == SourcePosition(line: 2, column: 16))
  }

  @Test(arguments: 0..<300)
  func `a damaged lesson never stops the program`(seed: Int) throws {
    let text =
      LessonSample.front + """
        ## Mã OTP

        | A | B |
        |---|---|
        | [x](y#z) | ![](q) |

        <!-- quiz id=a type=order -->
        > [!SOLUTION]- Lời giải
        > - [ ] một
        >   > Sai
        > - [x] hai

        1. Bước *một*
        """
    var bytes = Array(text.utf8)
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    let alphabet = Array("&*!%`|>?:-,[](){}#'\"\\\n\t \u{0}é<~x1.\r".utf8)
    for _ in 0..<12 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      bytes[Int(state >> 33) % bytes.count] = alphabet[Int(state >> 20 & 0xFFF) % alphabet.count]
    }
    let library = try LessonSample.library(bytes)
    for finding in library.diagnostics {
      #expect(finding.line >= 1 && finding.column >= 1 && finding.endColumn > finding.column)
    }
  }
}
