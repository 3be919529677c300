/// A whole file with named columns, for files that fit in memory.
package struct CSVTable: Hashable, Sendable {
  package struct Row: Hashable, Sendable {
    package let line: Int
    /// As many as the header has names, in the same order.
    package let fields: [String]
    fileprivate let header: CSVHeader

    /// The field under exactly this name; nil where the file has no such column.
    package subscript(name: String) -> String? {
      header.position(of: name).map { fields[$0] }
    }
  }

  package let header: CSVHeader
  package let rows: [Row]
  /// The rows that could not be read, in the order of the file.
  package let problems: [CSVProblem]

  package init(_ bytes: [UInt8]) throws(CSVError) {
    var reader = CSVReader(bytes)
    try self.init(reading: &reader)
  }

  /// Takes everything that `reader` has; it must not have been read from before.
  package init(reading reader: inout CSVReader) throws(CSVError) {
    guard case .row(let first) = try reader.next() else { throw .empty }
    let header = try CSVHeader(first)
    var rows: [Row] = []
    var problems: [CSVProblem] = []
    while let record = try reader.next() {
      switch record {
      case .row(let row): rows.append(Row(line: row.line, fields: row.fields, header: header))
      case .problem(let problem): problems.append(problem)
      }
    }
    self.header = header
    self.rows = rows
    self.problems = problems
  }
}
