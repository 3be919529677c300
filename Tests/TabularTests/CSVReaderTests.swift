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

  @Test func `a line feed is passed over only where a carriage return ended the row`() throws {
    #expect(
      try fields("a,b\r\n1,\n2,3\r4,\r\n") == [["a", "b"], ["1", ""], ["2", "3"], ["4", ""]])
    #expect(try fields("a,b\r\"1\",\n\"2\",\"3\"\r") == [["a", "b"], ["1", ""], ["2", "3"]])
    #expect(try fields("a,b\r1,\n2,3\n") == [["a", "b"], ["1", ""], ["2", "3"]])
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

  @Test func `a workbook is known by the archive that it is`() {
    #expect(throws: CSVError.workbook) {
      try records([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00, 0x08, 0x0A])
    }
    #expect(throws: CSVError.workbook) {
      try records(in: [0x50, 0x4B, 0x03, 0x04, 0x14].map { [$0] })
    }
    #expect((try? fields("PK,b\n1,2")) == [["PK", "b"], ["1", "2"]])
  }

  @Test func `UTF-16 without its mark is known by its zero bytes`() {
    #expect(throws: CSVError.nulByte(line: 1)) { try records([0, 0x61, 0, 0x0A, 0, 0x31]) }
    #expect(throws: CSVError.nulByte(line: 1)) { try records([0x61, 0, 0x0A, 0, 0x31, 0]) }
  }

  /// `Lê Thị Lệ` in two old encodings of Vietnamese.
  @Test(
    arguments: [
      // ê is EA, and the dot below a byte of its own, F2.
      ("Windows-1258", [0x4C, 0xEA, 0x20, 0x54, 0x68, 0x69, 0xF2, 0x20, 0x4C, 0xEA, 0xF2]),
      // ê is AA, ị is DE, ệ is D6.
      ("TCVN3", [0x4C, 0xAA, 0x20, 0x54, 0x68, 0xDE, 0x20, 0x4C, 0xD6]),
    ] as [(String, [UInt8])])
  func `an old encoding is reported with the first line that shows it`(
    encoding: String, name: [UInt8]
  ) {
    let plain = Array("ten,nam\nHoa,1958\n".utf8)

    #expect(throws: CSVError.notUTF8(line: 3)) { try records(plain + name + Array(",1960\n".utf8)) }
    #expect(throws: CSVError.notUTF8(line: 3)) { try records(plain + Array("1960,".utf8) + name) }
    #expect(throws: CSVError.notUTF8(line: 4)) {
      try records(plain + Array("\"1960\n".utf8) + name + Array("\",x\n".utf8))
    }
    #expect(throws: CSVError.notUTF8(line: 3)) {
      try records(plain + Array("\"19\"x,".utf8) + name + Array("\nHoa,1961\n".utf8))
    }
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

  @Test func `a quote opened at the start of an endless file is found within a row's length`() {
    var pulled = 0
    var reader = CSVReader {
      defer { pulled += 1 }
      return pulled == 0
        ? Array("a,b\n1,\"2\n".utf8) : Array(repeating: .init(ascii: "\n"), count: 65_536)
    }

    #expect(throws: CSVError.unclosedQuote(line: 2)) { while try reader.next() != nil {} }
    #expect(pulled <= CSVReader.longestRecord / 65_536 + 2)
  }

  @Test func `a quote opened near the end of a long file is found, and what is before it read`() {
    let row = "Nguyễn Thị Lê,1958,\"Phú \"\"Xuân\"\"\"\n"
    let block = Array(String(repeating: row, count: 500).utf8)
    var pulled = 0
    var reader = CSVReader {
      defer { pulled += 1 }
      switch pulled {
      case 0: return Array("name,birth_year,unit\n".utf8)
      case 1...4: return block
      case 5: return Array("Lê,\"1958,Phú Xuân\nLệ,1960,Phú Xuân\n".utf8)
      default: return nil
      }
    }
    var rows = 0

    #expect(throws: CSVError.unclosedQuote(line: 2002)) {
      while try reader.next() != nil { rows += 1 }
    }
    #expect(rows == 2001)
  }

  @Test func `a row of one mebibyte is read and a longer one is not`() throws {
    let longest = String(repeating: "x", count: CSVReader.longestRecord)

    #expect(try fields("a\n\(longest)\n").last == [longest])
    #expect(throws: CSVError.lineTooLong(line: 3)) { try records("a\n1\n\(longest)x\n") }
    #expect(throws: CSVError.lineTooLong(line: 1)) { try records("\(longest)x\n") }
    #expect(throws: CSVError.lineTooLong(line: 2)) { try records("a,b\n\(longest),\n") }
    #expect(throws: CSVError.lineTooLong(line: 2)) { try records("a,b\n\"\(longest)\",1\n") }
  }

  @Test func `text after a closing quote spoils its row only`() throws {
    #expect(
      try records("a,b\n\"1\"x,\"2\n3,4\n\"5\" ,6\n7,8\n") == [
        .row(CSVRow(line: 1, fields: ["a", "b"])),
        .problem(CSVProblem(line: 2, kind: .textAfterQuote, fields: ["1x,\"2"])),
        .row(CSVRow(line: 3, fields: ["3", "4"])),
        .problem(CSVProblem(line: 4, kind: .textAfterQuote, fields: ["5 ,6"])),
        .row(CSVRow(line: 5, fields: ["7", "8"])),
      ])
  }

  @Test func `what stands before a broken quote is kept field by field`() throws {
    #expect(
      try records("a,b,c\n1,\"2\n\"x\"\"y,3\n4,5,6\n").dropFirst() == [
        .problem(CSVProblem(line: 2, kind: .textAfterQuote, fields: ["1", "2\nx\"\"y,3"])),
        .row(CSVRow(line: 4, fields: ["4", "5", "6"])),
      ])
  }

  @Test func `an open quote that a later one closes spoils the lines between them only`() throws {
    #expect(
      try records("a,b\n\"1,2\n3,4\n\"5\",6\n7,8\n").dropFirst() == [
        .problem(CSVProblem(line: 2, kind: .textAfterQuote, fields: ["1,2\n3,4\n5\",6"])),
        .row(CSVRow(line: 5, fields: ["7", "8"])),
      ])
  }

  @Test func `a ragged row spoils itself only`() throws {
    #expect(
      try records("a,b\n1\n2,3,4\n5,6\n") == [
        .row(CSVRow(line: 1, fields: ["a", "b"])),
        .problem(CSVProblem(line: 2, kind: .ragged(expected: 2, got: 1), fields: ["1"])),
        .problem(
          CSVProblem(line: 3, kind: .ragged(expected: 2, got: 3), fields: ["2", "3", "4"])),
        .row(CSVRow(line: 4, fields: ["5", "6"])),
      ])
  }

  @Test func `a header with a problem stops the file`() {
    let problem = CSVProblem(line: 2, kind: .textAfterQuote, fields: ["ax,b"])

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
