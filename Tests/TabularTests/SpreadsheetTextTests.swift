import Tabular
import Testing

@Suite struct SpreadsheetTextTests {
  @Test(arguments: [
    "=1+1", "+84912", "-1", "@SUM(A1)", "\t=1", "\ra", "  =1", "\u{A0}=1", "\u{3000}@a", "\n=1",
    "＝1", "＋84", "－1", "＠a", " ＝1", "'=1", "''+1", "' -1", "=\u{301}",
  ])
  func `what a spreadsheet would run gets one apostrophe more`(text: String) {
    #expect(Array(SpreadsheetText.escaped(text).utf8) == Array("'\(text)".utf8))
    #expect(Array(SpreadsheetText.unescaped("'\(text)").utf8) == Array(text.utf8))
  }

  @Test(arguments: [
    "", " ", "'", "''", "Lê", "0912", "a=1", "'Mỹ", "''a", "' a", "\n", "\na", "\"=1\"", " '=1",
    "'\u{301}=1", "−1",
  ])
  func `other text stays as it is`(text: String) {
    #expect(Array(SpreadsheetText.escaped(text).utf8) == Array(text.utf8))
    #expect(Array(SpreadsheetText.unescaped(text).utf8) == Array(text.utf8))
  }

  @Test func `text that nobody escaped runs no more for being read`() {
    #expect(SpreadsheetText.unescaped("=1") == "=1")
    #expect(SpreadsheetText.unescaped("''=1") == "'=1")
  }

  @Test(arguments: UInt64(0)..<50)
  func `taking off undoes putting on, for every text`(seed: UInt64) {
    var random = SeededGenerator(state: seed)
    let parts = [
      "'", "'", " ", "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＠", "\u{A0}", "\u{301}", "a", "Mỹ",
      "1",
    ]
    for _ in 0..<200 {
      let text = (0..<Int.random(in: 0...6, using: &random))
        .map { _ in parts[Int.random(in: 0..<parts.count, using: &random)] }.joined()

      let escaped = SpreadsheetText.escaped(text)

      #expect(Array(SpreadsheetText.unescaped(escaped).utf8) == Array(text.utf8))
      #expect(SpreadsheetText.escaped(escaped) == (escaped == text ? text : "'" + escaped))
    }
  }

  @Test(arguments: UInt64(0)..<50)
  func `cells written for spreadsheets read back the same`(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    let parts = [
      "'", " ", "=", "+", "-", "@", "\t", "\r", "\n", "＝", ",", "\"", "a", "ệ", "\u{FEFF}",
    ]
    let row = (0..<4).map { _ in
      (0..<Int.random(in: 0...5, using: &random))
        .map { _ in parts[Int.random(in: 0..<parts.count, using: &random)] }.joined()
    }

    let line = CSVWriter(spreadsheetSafe: true).line(row.map { .text($0) })
    let read = try #require(try fields(line).first).map(SpreadsheetText.unescaped)

    #expect(read.map { Array($0.utf8) } == row.map { Array($0.utf8) })
  }
}
