import Tabular
import Testing

@Suite struct CSVTableTests {
  @Test func `fields are found by the name of their column`() throws {
    let table = try CSVTable(Array(" name ,\u{A0}year\nLê,1958\nLệ,1960\n".utf8))

    #expect(table.header.names == ["name", "year"])
    #expect(table.rows.map { $0["name"] } == ["Lê", "Lệ"])
    #expect(table.rows.map { $0["year"] } == ["1958", "1960"])
    #expect(table.rows.map(\.line) == [2, 3])
  }

  @Test func `a name must match exactly`() throws {
    let table = try CSVTable(Array("name\nLê\n".utf8))

    #expect(table.rows.map { $0["Name"] } == [nil])
    #expect(table.header.position(of: "name") == 0)
    #expect(table.header.position(of: "nam") == nil)
  }

  @Test func `two columns of one name stop the file`() {
    #expect(throws: CSVError.duplicateHeader(line: 2, name: "a")) {
      try CSVTable(Array("\na,b, a\n1,2,3\n".utf8))
    }
  }

  @Test func `columns without a name may be many`() throws {
    let table = try CSVTable(Array("a,,\n1,2,3\n".utf8))

    #expect(table.rows.map { $0["a"] } == ["1"])
    #expect(table.rows.map { $0[""] } == [nil])
  }

  @Test func `problems stand beside the good rows`() throws {
    let table = try CSVTable(Array("a,b\n1\n2,3\n".utf8))

    #expect(table.rows.map(\.fields) == [["2", "3"]])
    #expect(
      table.problems == [
        CSVProblem(line: 2, kind: .ragged(expected: 2, got: 1), fields: ["1"])
      ])
  }
}
