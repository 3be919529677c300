import Domain
import Intake
import Storage

/// Single values typed on the command line, checked as those of a file are.
enum Entry {
  /// A person's name.
  static func name(_ typed: String) throws -> String {
    try reading("--name", typed) { text throws(FieldProblem) in try Field.name(text) }
  }

  /// The name of whoever records.
  static func actor(_ typed: String, by option: String) throws -> String {
    try reading(option, typed) { text throws(FieldProblem) in try Field.name(text) }
  }

  /// The name of a team.
  static func title(_ typed: String) throws -> String {
    try reading("--name", typed) { text throws(FieldProblem) in try Field.title(text) }
  }

  /// A venue, a note, a document, a source, a reason.
  static func remark(_ typed: String, by option: String) throws -> String {
    try reading(option, typed) { text throws(FieldProblem) in try Field.remark(text) }
  }

  static func birthYear(_ typed: String, today: CalendarDay) throws -> Int {
    try reading("--birth-year", typed) { text throws(FieldProblem) in
      try Field.birthYear(text, thisYear: today.year)
    }
  }

  static func sex(_ typed: String) throws -> Sex {
    try reading("--sex", typed) { text throws(FieldProblem) in try Field.sex(text) }
  }

  static func phone(_ typed: String) throws -> String {
    try reading("--phone", typed) { text throws(FieldProblem) in try Field.phone(text) }
  }

  static func hamlet(_ typed: String) throws -> String {
    try reading("--hamlet", typed) { text throws(FieldProblem) in try Field.hamlet(text) }
  }

  private static func reading<Value>(
    _ option: String, _ typed: String, _ parse: (String) throws(FieldProblem) -> Value
  ) throws -> Value {
    do throws(FieldProblem) {
      return try parse(typed)
    } catch {
      throw UsageError(
        vi: "\(option) “\(typed)”: \(error.message)", en: "\(option) “\(typed)”: \(error.message)")
    }
  }

  /// `outside`, or a unit by name or code as of today, about somebody who lived there on an earlier
  /// day; nil text is not known.
  static func residence(
    _ typed: String?, in gazetteer: Gazetteer, today: CalendarDay, tellingOf day: CalendarDay
  ) throws -> Residence {
    guard let typed else { return .unallocated }
    do throws(UnitReadingError) {
      return try UnitReading.residence(
        typed: typed, today: today, tellingOf: day, in: gazetteer)
    } catch {
      throw Failure(vi: error.message, en: error.message)
    }
  }

  /// `outside`, or a unit by name or code as of a day; nil text is not known.
  static func residence(
    _ typed: String?, in gazetteer: Gazetteer, on day: CalendarDay
  ) throws -> Residence {
    guard let typed else { return .unallocated }
    if Residence.isOutside(typed) { return .outside }
    return .unit(try gazetteer.place(typed, on: day).id)
  }
}
