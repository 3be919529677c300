import Tabular

/// Reads a list row by row, holding one chunk and one row at a time.
///
/// Blank rows are skipped. What only a look at the whole list can tell is `ListScan`'s to find.
package struct ListReader<Draft: ListDraft> {
  package let header: ListHeader
  private let thisYear: Int
  private var rows: ListRecords

  /// Takes the file in pieces of any size, cut anywhere; `chunks` returns nil after the last.
  package init(
    thisYear: Int, chunks: @escaping () throws -> [UInt8]?
  ) throws(ListFileError) {
    rows = try ListRecords(Draft.kind, chunks: chunks)
    header = rows.header
    self.thisYear = thisYear
  }

  /// The next row; nil after the last.
  ///
  /// An error is final: it is thrown again by every later call.
  package mutating func next() throws(ListFileError) -> ListRow<Draft>? {
    guard let record = try rows.next() else { return nil }
    switch record {
    case .row(let row):
      return ListRow(line: row.line, cells: row.fields, content: content(of: row))
    case .problem(let problem):
      let error = RowError(
        line: problem.line, field: nil, value: "", problem: .row(problem.kind))
      return ListRow(line: problem.line, cells: problem.fields, content: .errors([error]))
    }
  }

  private func content(of row: CSVRow) -> ListRow<Draft>.Content {
    var reading = RowReading(
      line: row.line, cells: row.fields, header: header, thisYear: thisYear)
    if let draft = Draft(&reading), reading.errors.isEmpty { return .draft(draft) }
    let order = ListColumn.allCases
    return .errors(
      order.flatMap { column in reading.errors.filter { $0.field == column } })
  }
}
