import Tabular
import Testing

@Suite struct CSVReaderTests {
  @Test func `rows carry their fields and the line they start on`() throws {
    #expect(
      try rows("name,year\nHồ Thị Lê,1958\n") == [
        CSVRow(line: 1, fields: ["name", "year"]),
        CSVRow(line: 2, fields: ["Hồ Thị Lê", "1958"]),
      ])
  }

  @Test func `a byte-order mark is not part of the first field`() throws {
    #expect(try fields([0xEF, 0xBB, 0xBF] + Array("a,b".utf8)) == [["a", "b"]])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `lines end in LF, CRLF or CR`(lineBreak: String) throws {
    let text = ["a,b", "1,2", "", "3,4", ""].joined(separator: lineBreak)

    #expect(
      try rows(text) == [
        CSVRow(line: 1, fields: ["a", "b"]), CSVRow(line: 2, fields: ["1", "2"]),
        CSVRow(line: 4, fields: ["3", "4"]),
      ])
  }

  @Test func `the last line needs no line break`() throws {
    #expect(try fields("a,b\n1,2") == [["a", "b"], ["1", "2"]])
    #expect(try fields("a,b\n1,") == [["a", "b"], ["1", ""]])
    #expect(try fields("a,b\n1,\"2\"") == [["a", "b"], ["1", "2"]])
  }

  @Test(arguments: [",", ";", "\t"])
  func `the header line shows the delimiter`(delimiter: String) throws {
    let text = ["a", "b", "c"].joined(separator: delimiter) + "\n"

    #expect(try fields(text) == [["a", "b", "c"]])
  }

  @Test func `a delimiter inside quotes does not count`() throws {
    #expect(try fields("\"a,b,\"\"c,\";d;e\n") == [["a,b,\"c,", "d", "e"]])
  }

  @Test func `the most frequent delimiter wins, and the comma among equals`() throws {
    #expect(try fields("a;b,c;d\n") == [["a", "b,c", "d"]])
    #expect(try fields("a;b,c\n") == [["a;b", "c"]])
    #expect(try fields("a;b\tc\n") == [["a", "b\tc"]])
  }

  @Test func `later lines do not change the delimiter`() throws {
    #expect(try fields("\n  \na;b\n1,2,3;4\n") == [["a", "b"], ["1,2,3", "4"]])
  }

  @Test func `a quoted newline stays inside its field`() throws {
    #expect(
      try rows("a,b\n\"1\r\n\n2\",x\n3,4\n") == [
        CSVRow(line: 1, fields: ["a", "b"]), CSVRow(line: 2, fields: ["1\r\n\n2", "x"]),
        CSVRow(line: 5, fields: ["3", "4"]),
      ])
  }

  @Test func `a carriage return at the end of a quoted field does not eat the line break`() throws {
    #expect(try fields("a\n\"1\r\"\n2\n") == [["a"], ["1\r"], ["2"]])
  }

  @Test func `a doubled quote is one quote`() throws {
    #expect(try fields("a,b\n\"Hồ \"\"Tí\"\"\",\"\"\"\"\n") == [["a", "b"], ["Hồ \"Tí\"", "\""]])
  }

  @Test func `a quote inside an unquoted field is a character`() throws {
    #expect(try fields("a,b\n5\" màn hình, \"x\"\n") == [["a", "b"], ["5\" màn hình", " \"x\""]])
  }

  @Test func `blank lines are skipped`() throws {
    #expect(
      try rows("\n \t\na,b\n\n   \n1,2\n\n") == [
        CSVRow(line: 3, fields: ["a", "b"]), CSVRow(line: 6, fields: ["1", "2"]),
      ])
  }

  @Test func `an empty quoted field is not a blank line`() throws {
    #expect(try fields("a\n\"\"\n") == [["a"], [""]])
  }

  @Test(arguments: ["", "\n\n", "\u{FEFF}", "\u{FEFF}\r\n  "])
  func `a file without a row is empty`(text: String) {
    #expect(throws: CSVError.empty) { try records(text) }
  }

  @Test(arguments: [[0xFF, 0xFE, 0x61, 0x00], [0xFE, 0xFF, 0x00, 0x61]] as [[UInt8]])
  func `UTF-16 is recognised by its mark`(bytes: [UInt8]) {
    #expect(throws: CSVError.utf16) { try records(bytes) }
  }

  @Test func `bytes that are not UTF-8 are reported with their line`() {
    let bytes = Array("a,b\n1,2\n\"x\r\ny\n".utf8) + [0xC3, 0x28] + Array("\",3\n".utf8)

    #expect(throws: CSVError.notUTF8(line: 5)) { try records(bytes) }
  }

  @Test func `a zero byte is reported with its line`() {
    #expect(throws: CSVError.nulByte(line: 2)) { try records("a,b\n1,\u{0}\n") }
    #expect(throws: CSVError.nulByte(line: 3)) { try records("a,b\n1,\"\n\u{0}\"\n") }
  }

  @Test func `an unclosed quote is reported with the line where it opened`() {
    #expect(throws: CSVError.unclosedQuote(line: 3)) {
      try records("a,b\n1,2\n3,\"4\n5,6\n7,8\n")
    }
  }

  @Test func `a quote that swallows more than a row may have is unclosed`() {
    let text = "a,b\n1,\"2\n" + String(repeating: "3,4\n", count: CSVReader.longestRecord / 4)

    #expect(throws: CSVError.unclosedQuote(line: 2)) { try records(text + "\"\n") }
  }

  @Test func `a row of one mebibyte is read and a longer one is not`() throws {
    let longest = String(repeating: "x", count: CSVReader.longestRecord)

    #expect(try fields("a\n\(longest)\n").last == [longest])
    #expect(throws: CSVError.lineTooLong(line: 3)) { try records("a\n1\n\(longest)x\n") }
    #expect(throws: CSVError.lineTooLong(line: 1)) { try records("\(longest)x\n") }
  }

  @Test func `text after a closing quote spoils its row only`() throws {
    #expect(
      try records("a,b\n\"1\"x,\"2\n3,4\n\"5\" ,6\n7,8\n") == [
        .row(CSVRow(line: 1, fields: ["a", "b"])),
        .problem(CSVProblem(line: 2, kind: .textAfterQuote)),
        .row(CSVRow(line: 3, fields: ["3", "4"])),
        .problem(CSVProblem(line: 4, kind: .textAfterQuote)),
        .row(CSVRow(line: 5, fields: ["7", "8"])),
      ])
  }

  @Test func `a ragged row spoils itself only`() throws {
    #expect(
      try records("a,b\n1\n2,3,4\n5,6\n") == [
        .row(CSVRow(line: 1, fields: ["a", "b"])),
        .problem(CSVProblem(line: 2, kind: .ragged(expected: 2, got: 1))),
        .problem(CSVProblem(line: 3, kind: .ragged(expected: 2, got: 3))),
        .row(CSVRow(line: 4, fields: ["5", "6"])),
      ])
  }

  @Test func `a header with a problem stops the file`() {
    let problem = CSVProblem(line: 2, kind: .textAfterQuote)

    #expect(throws: CSVError.header(problem)) { try records("\n\"a\"x,b\n1,2\n") }
  }

  @Test func `an error is final`() {
    var reader = CSVReader(Array("a\n\u{0}\nb\n".utf8))

    #expect(throws: Never.self) { try reader.next() }
    for _ in 0..<3 {
      #expect(throws: CSVError.nulByte(line: 2)) { try reader.next() }
    }
  }

  @Test func `a source that fails stops the file`() {
    struct Unplugged: Error {}
    var isFirst = true
    var reader = CSVReader {
      defer { isFirst = false }
      guard isFirst else { throw Unplugged() }
      return Array("a\n1\n".utf8)
    }

    #expect(throws: CSVError.readFailed(line: 3, reason: "Unplugged()")) {
      while try reader.next() != nil {}
    }
  }
}
