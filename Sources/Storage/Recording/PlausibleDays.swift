import Domain

extension Recorder {
  /// Refuses days on which nothing can have been done: a slip of the hand.
  ///
  /// - Throws: `RecordError.dateInFuture`, `.dateTooEarly`, `.beforeBirth`.
  func requirePlausible(_ day: CalendarDay, birthYear: Int? = nil) throws {
    guard day <= today else { throw RecordError.dateInFuture(day, today: today) }
    guard day.year >= Self.earliestYear else {
      throw RecordError.dateTooEarly(day, earliestYear: Self.earliestYear)
    }
    if let birthYear, day.year < birthYear {
      throw RecordError.beforeBirth(day, birthYear: birthYear)
    }
  }

  /// Long before the first community digital teams (2022), and late enough to notice 1961 typed for a
  /// date.
  static let earliestYear = 2000
}
