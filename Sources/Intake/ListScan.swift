import Tabular

/// A first look at a whole list, so that nothing of it is recorded if it cannot be taken.
///
/// Finds what is wrong with the file and not with a row: a quote that nothing closes, an older
/// encoding, a missing column, citizen numbers. Holds one chunk and one row at a time.
package struct ListScan: Hashable, Sendable {
  package let header: ListHeader
  /// How many rows `ListReader` will give, those with errors included.
  package let rowCount: Int
  /// The line of the last row of each session, by its key; empty for lists of people.
  package let lastLines: [String: Int]

  /// Takes the file in pieces of any size, cut anywhere; `chunks` returns nil after the last.
  package init(
    _ kind: ListKind, chunks: @escaping () throws -> [UInt8]?
  ) throws(ListFileError) {
    var rows = try ListRecords(kind, chunks: chunks)
    header = rows.header
    var counts = header.columns.map { _ in CitizenNumberCount() }
    var rowCount = 0
    var lastLines: [String: Int] = [:]
    let keys = kind == .sessions ? header.position(of: .session) : nil
    while let record = try rows.next() {
      rowCount += 1
      if let keys, case .row(let row) = record, let key = try? Field.text(row.fields[keys]) {
        lastLines[key] = row.line
      }
      for (position, cell) in record.fields.prefix(counts.count).enumerated() {
        counts[position].add(cell)
      }
    }
    self.rowCount = rowCount
    self.lastLines = lastLines
    // Phone numbers have nine digits too where a spreadsheet took their 0, so that column may; and cells
    // that had shifted may be anything.
    for (position, column) in header.columns.enumerated()
    where column != .phone && column != .extraCells && counts[position].isMost {
      throw .citizenNumbers(column: header.name(at: position))
    }
  }
}
