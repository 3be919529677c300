import Intake
import Tabular
import Testing

@Suite struct ListScanTests {
  @Test func `a scan counts the rows that a reader will give`() throws {
    let list = "name,birth_year\nLê,1958\n,\nLệ\n\"Hoa\"?,1960\nĐức,x\n"

    #expect(try scan(.learners, list).rowCount == 4)
    #expect(try rows(list, of: PersonDraft.self).count == 4)
    #expect(try scan(.learners, "name\n").rowCount == 0)
  }

  @Test func `what is wrong with a file is found however late it stands`() {
    let start = "name,unit\n" + String(repeating: "Lê,20101\n", count: 1000)

    #expect(throws: ListFileError.csv(.unclosedQuote(line: 1002))) {
      try scan(.learners, start + "\"Lệ,20101\n")
    }
    #expect(throws: ListFileError.csv(.nulByte(line: 1002))) {
      try scan(.learners, start + "Lệ\u{0},20101\n")
    }
    #expect(throws: ListFileError.csv(.empty)) { try scan(.learners, "\n\n") }
    #expect(
      throws: ListFileError.csv(.header(CSVProblem(line: 1, kind: .textAfterQuote, fields: ["ax"])))
    ) { try scan(.learners, "\"a\"x\n") }
  }

  @Test(arguments: [
    "046058001234", "191234567", "046 058 001 234", "'046058001234", "０４６０５８００１２３４",
  ])
  func `a column mostly of citizen numbers stops the list, whatever it is called`(
    number: String
  ) {
    for column in ["external_id", "Mã số", "unit", "TT", "hamlet", "registered_on"] {
      #expect(throws: ListFileError.citizenNumbers(column: column)) {
        try scan(.learners, "name,\(column)\nLê,\(number)\nLệ,\(number)\nHoa,7\nĐức,\n")
      }
    }
  }

  @Test func `half a column is not most of it, and phone numbers may look so`() throws {
    #expect(try scan(.learners, "name,mã\nLê,046058001234\nHoa,7\n").rowCount == 2)
    #expect(try scan(.learners, "name,SĐT\nLê,912345678\nHoa,912345679\n").rowCount == 2)
    #expect(try scan(.learners, "name,mã\nLê,\nHoa,\n").rowCount == 2)
  }

  @Test func `rows that cannot be divided count too`() {
    #expect(throws: ListFileError.citizenNumbers(column: "mã")) {
      try scan(.learners, "name,mã,x\nLê,046058001234\nHoa,7,\nLệ,046058001235,,,\n")
    }
  }
}
