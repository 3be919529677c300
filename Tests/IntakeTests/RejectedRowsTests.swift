import Domain
import Intake
import Tabular
import Testing

@Suite struct RejectedRowsTests {
  @Test func `our columns come after those of the list`() throws {
    let file = RejectedRows(header: try header(.learners, "TT;Họ tên ; năm sinh\n"))

    #expect(
      file.headerLine
        == "\u{FEFF}TT,Họ tên , năm sinh,person,line,reason,candidates,extra_cells\n")
    #expect(
      file.line(7, cells: ["1", "Lê", "x"], reason: "sai, sửa", candidates: "7K2M-9QXD Lê")
        == "1,Lê,x,,7,\"sai, sửa\",7K2M-9QXD Lê,\n")
  }

  @Test func `the column person keeps its place`() throws {
    let file = RejectedRows(header: try header(.sessions, "person,session,date,team\n"))

    #expect(
      file.headerLine == "\u{FEFF}person,session,date,team,line,reason,candidates,extra_cells\n")
    #expect(
      file.line(2, cells: ["new", "B1", "1/3/2026", "Tổ 1"], reason: "r")
        == "new,B1,1/3/2026,Tổ 1,2,r,,\n")
  }

  @Test func `columns of ours are not doubled, wherever they stand`() throws {
    let header = try header(
      .learners, "Line,name,REASON,person,candidates,ghi chú,extra cells\n")
    let file = RejectedRows(header: header)

    #expect(
      file.headerLine == "\u{FEFF}name,person,ghi chú,line,reason,candidates,extra_cells\n")
    #expect(
      file.line(3, cells: ["9", "Lê", "cũ", "new", "cũ", "g", "thừa"], reason: "mới")
        == "Lê,new,g,9,mới,,thừa\n")
  }

  @Test func `cells that a spreadsheet would run are made safe, and headers too`() throws {
    let file = RejectedRows(header: try header(.learners, "name,=x\n"))

    #expect(
      file.headerLine == "\u{FEFF}name,'=x,person,line,reason,candidates,extra_cells\n")
    #expect(
      file.line(2, cells: ["+84", "'=1"], reason: "-", candidates: "@a")
        == "'+84,''=1,,2,'-,'@a,\n")
  }

  @Test func `a short row gets empty cells`() throws {
    let file = RejectedRows(header: try header(.learners, "name,unit,phone\n"))

    #expect(file.line(2, cells: ["Lê"], reason: "r") == "Lê,,,,2,r,,\n")
  }

  @Test func `what a long row has too many goes to the last column, blank cells aside`() throws {
    let file = RejectedRows(header: try header(.learners, "name,unit\n"))

    #expect(
      file.line(2, cells: ["Lê", "A Lưới", "x, \"y\"", "z"], reason: "r")
        == "Lê,A Lưới,,2,r,,\"\"\"x, \"\"\"\"y\"\"\"\"\"\",z\"\n")
    #expect(file.line(2, cells: ["Lê", "A Lưới", "4"], reason: "r") == "Lê,A Lưới,,2,r,,4\n")
    #expect(file.line(2, cells: ["Lê", "A Lưới", "", " "], reason: "r") == "Lê,A Lưới,,2,r,,\n")
  }

  @Test func `a row that grew ragged under our hands loses nothing`() throws {
    let header = try header(.learners, "name,unit,person,line,reason,candidates,extra_cells\n")
    let file = RejectedRows(header: header)

    #expect(
      file.line(5, cells: ["Lê", "A", "Lưới", "4", "cũ", "c", "new", "x"], reason: "r")
        == "Lê,A,Lưới,5,r,,\"4,cũ,c,new,x\"\n")
  }

  /// Correcting nothing and importing again: the same rows, the same file.
  @Test func `a file of rejected rows that is imported as it is gives itself`() throws {
    let list = "TT;họ tên;năm sinh;SĐT\n1;77;1958;\n2;Lê;x;'+84912345678\n3;=Lệ;1;12\n"

    let first = try rejected(list)
    let second = try rejected(first)
    let third = try rejected(second)

    #expect(
      first == "\u{FEFF}TT,họ tên,năm sinh,SĐT,person,line,reason,candidates,extra_cells\n"
        + "1,77,1958,,,2,r,c,\n2,Lê,x,'+84912345678,,3,r,c,\n3,'=Lệ,1,12,,4,r,c,\n")
    #expect(second == first)
    #expect(third == first)

    // The row that is left stands first now, and is still line 4 of the list.
    let left = try rejected(
      first.split(separator: "\n").filter { !$0.contains(",2,r") && !$0.contains(",3,r") }
        .joined(separator: "\n") + "\n")
    #expect(left.hasSuffix("\n3,'=Lệ,1,12,,4,r,c,\n"), "\(left)")
  }

  @Test func `rejected rows, corrected, are taken as if they had been right`() throws {
    let file = try rejected("name,birth_year,unit\nLê,x,A Lưới 4\nLệ,1958,A,Lưới 4\nHoa,1960,\n")
    let corrected = file.replacing("Lê,x,", with: "Lê,1958,")
      .replacing("Lệ,1958,A,,3,r,c,Lưới 4", with: "Lệ,1958,A Lưới 4,new,3,r,c,")

    #expect(
      try rows(corrected, of: PersonDraft.self).map(\.draft) == [
        PersonDraft(
          line: 2, name: "Lê", birthYear: 1958, unit: "A Lưới 4", rejectedLine: 2),
        PersonDraft(
          line: 3, name: "Lệ", birthYear: 1958, unit: "A Lưới 4", choice: .new, rejectedLine: 3),
      ])
  }

  @Test(arguments: UInt64(0)..<100)
  func `no cell of a rejected row is lost or changed`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let parts = ["'", "=", "+", " ", ",", ";", "\"", "\n", "\r", "\t", "a", "Lệ", "7", "\u{FEFF}"]
    let list = try header(.learners, "name,line,unit,mã\n")
    let cells = (0..<Int.random(in: 1...7, using: &random)).map { _ in
      (0..<Int.random(in: 0...4, using: &random))
        .map { _ in parts[Int.random(in: 0..<parts.count, using: &random)] }.joined()
    }
    let file = RejectedRows(header: list)

    let text = file.headerLine + file.line(9, cells: cells, reason: "=r")
    let row = try #require(try CSVTable(Array(text.utf8)).rows.first)

    // The column `line` of the list is ours, and a row of another width may have anything in it.
    let padded = cells + Array(repeating: "", count: max(0, 4 - cells.count))
    let left = cells.count == 4 ? [] : cells.dropFirst().prefix(1) + cells.dropFirst(4)
    let isBlank = left.allSatisfy { $0.unicodeScalars.allSatisfy(\.properties.isWhitespace) }
    let extra =
      isBlank
      ? "" : CSVWriter(spreadsheetSafe: false).line(left.map { .text($0) }).dropLast()
    let line = cells.count == 4 ? Int(cells[1]) ?? 9 : 9
    let expected = [padded[0], padded[2], padded[3], "", "\(line)", "=r", "", String(extra)]
    #expect(
      row.fields.map { Array(SpreadsheetText.unescaped($0).utf8) }
        == expected.map { Array($0.utf8) })
  }

  private func rejected(_ list: String) throws -> String {
    let file = RejectedRows(header: try header(.learners, list))
    return try rows(list, of: PersonDraft.self).reduce(into: file.headerLine) { text, row in
      if !row.errors.isEmpty {
        text += file.line(row.line, cells: row.cells, reason: "r", candidates: "c")
      }
    }
  }
}
