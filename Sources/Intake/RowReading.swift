import Tabular

/// Reads one row of a list, keeping every error on the way.
package struct RowReading {
  package let line: Int
  package let thisYear: Int
  package private(set) var errors: [RowError] = []
  private let cells: [String]
  private let header: ListHeader

  /// Takes as many cells as the header has.
  init(line: Int, cells: [String], header: ListHeader, thisYear: Int) {
    self.line = line
    self.cells = cells
    self.header = header
    self.thisYear = thisYear
    if !cell(.extraCells).isBlank { refuse(.extraCells, .leftOver) }
  }

  /// Empty where the list has no such column.
  package func cell(_ column: ListColumn) -> String {
    header.position(of: column).map { cells[$0] } ?? ""
  }

  /// Nil for a blank cell, and for one with an error.
  package mutating func value<Value>(
    _ column: ListColumn, _ parse: (String) throws(FieldProblem) -> Value
  ) -> Value? {
    let cell = cell(column)
    return cell.isBlank ? nil : parsed(cell, column, parse)
  }

  /// Nil for a cell with an error, as a blank one is.
  package mutating func required<Value>(
    _ column: ListColumn, _ parse: (String) throws(FieldProblem) -> Value
  ) -> Value? {
    parsed(cell(column), column, parse)
  }

  package mutating func refuse(_ column: ListColumn, _ problem: FieldProblem) {
    errors.append(
      RowError(line: line, field: column, value: cell(column), problem: .field(problem)))
  }

  private mutating func parsed<Value>(
    _ cell: String, _ column: ListColumn, _ parse: (String) throws(FieldProblem) -> Value
  ) -> Value? {
    do {
      return try parse(cell)
    } catch {
      refuse(column, error)
      return nil
    }
  }
}
