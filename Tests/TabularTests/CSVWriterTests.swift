import Tabular
import Testing

@Suite struct CSVWriterTests {
  let plain = CSVWriter(spreadsheetSafe: false)
  let safe = CSVWriter(spreadsheetSafe: true)

  @Test func `rows end in LF and have no quotes they do not need`() {
    let text = plain.text([[.text("Hồ Thị Lê"), .number("1958"), .empty], [.text("a b"), .empty]])

    #expect(text == "Hồ Thị Lê,1958,\na b,\n")
  }

  @Test(arguments: ["a,b", "a;b", "a\tb", "a\nb", "a\rb", "a\r\nb", "\u{FEFF}a"])
  func `what would read back differently is quoted`(value: String) {
    #expect(plain.line([.text(value), .text("c")]) == "\"\(value)\",c\n")
  }

  @Test func `a quote is doubled`() {
    #expect(plain.line([.text("Hồ \"Tí\"\u{301}")]) == "\"Hồ \"\"Tí\"\"\u{301}\"\n")
  }

  @Test func `a lone blank cell is quoted, so that its row is not a blank line`() {
    #expect(plain.line([.empty]) == "\"\"\n")
    #expect(plain.line([.text("  ")]) == "\"  \"\n")
    #expect(plain.line([.empty, .empty]) == ",\n")
  }

  @Test func `a number is quoted when its comma would divide it`() {
    #expect(safe.line([.number("12,5"), .number("-3")]) == "\"12,5\",-3\n")
  }

  @Test(arguments: ["=1+1", "+84912", "-1", "@SUM(A1)", "  =1", "=\u{301}"])
  func `text that a spreadsheet would run gets an apostrophe`(value: String) {
    #expect(safe.line([.text(value), .empty]) == "'\(value),\n")
    #expect(plain.line([.text(value), .empty]) == "\(value),\n")
  }

  @Test(arguments: ["\t=1", "\r=1", " \t1", "\r\n1"])
  func `a leading tab or carriage return gets one too`(value: String) {
    #expect(safe.line([.text(value), .empty]) == "\"'\(value)\",\n")
  }

  @Test(arguments: ["Lê", "0912", "a=1", "", "   ", "'Mỹ", "'"])
  func `other text gets none`(value: String) {
    #expect(safe.line([.text(value), .empty]) == "\(value),\n")
  }
}
