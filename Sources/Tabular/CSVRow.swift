/// One row as it stands in the file: unquoted, otherwise untouched.
package struct CSVRow: Hashable, Sendable {
  /// The line on which the row starts, counted from 1; breaks inside quotes count too.
  package let line: Int
  package let fields: [String]

  package init(line: Int, fields: [String]) {
    self.line = line
    self.fields = fields
  }
}

/// What `CSVReader` finds next: a row, or the reason why there is none on that line.
package enum CSVRecord: Hashable, Sendable {
  case row(CSVRow)
  case problem(CSVProblem)
}
