import Domain
import Tabular

/// Reads one row of an attendee file, keeping every error on the way.
struct AttendeeReading {
  private(set) var errors: [RowError] = []
  private let row: CSVTable.Row
  private let columns: AttendeeColumns
  private let thisYear: Int

  init(_ row: CSVTable.Row, columns: AttendeeColumns, thisYear: Int) {
    self.row = row
    self.columns = columns
    self.thisYear = thisYear
  }

  /// Whole only as long as `errors` is empty.
  mutating func draft() -> AttendeeDraft {
    let thisYear = thisYear
    return AttendeeDraft(
      line: row.line,
      name: name(),
      birthYear: value(.birthYear) { text throws(FieldProblem) in
        try Field.birthYear(text, thisYear: thisYear)
      },
      sex: value(.sex, Field.sex),
      unit: value(.unit) { $0.tidied },
      hamlet: value(.hamlet, Field.hamlet),
      phone: value(.phone, Field.phone),
      result: value(.result, Field.result),
      score: value(.score, Field.score),
      person: value(.person, Field.person))
  }

  /// A name may stay empty where the row refers, or tries to refer, to somebody in the register.
  private mutating func name() -> String {
    let person = cell(.person)
    let isReference = !person.tidied.isEmpty && (try? Field.person(person)) != .new
    return isReference ? value(.name, Field.name) ?? "" : parsed(.name, Field.name) ?? ""
  }

  /// Nil for a blank cell, and for one with an error.
  private mutating func value<Value>(
    _ column: AttendeeColumn, _ parse: (String) throws(FieldProblem) -> Value
  ) -> Value? {
    cell(column).tidied.isEmpty ? nil : parsed(column, parse)
  }

  private mutating func parsed<Value>(
    _ column: AttendeeColumn, _ parse: (String) throws(FieldProblem) -> Value
  ) -> Value? {
    let cell = cell(column)
    do {
      return try parse(cell)
    } catch {
      errors.append(
        RowError(line: row.line, field: column, value: cell, problem: .field(error)))
      return nil
    }
  }

  private func cell(_ column: AttendeeColumn) -> String {
    columns.positions[column].map { row.fields[$0] } ?? ""
  }
}
