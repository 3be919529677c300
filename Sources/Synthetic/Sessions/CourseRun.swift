import Domain

/// One group going through one course, or through its visits.
struct CourseRun: Sendable {
  let group: Int
  /// Index into the city's courses; nil where people are helped without one.
  let course: Int?
  /// 0 for the first course of the group.
  let part: Int
  /// How many sessions the run is meant to have, at most ``longest``.
  let length: Int
  /// How many of them are held by the last day.
  let held: Int
  /// Whether the last session ends with a test.
  let isTested: Bool
}

/// A session as it was put down, without its people.
struct SessionEntry: Sendable {
  /// Seconds since 1970 at +07:00 when it is recorded.
  let moment: Int
  let run: Int
  /// 0 for the first session of the run.
  let ordinal: Int
  let date: CalendarDay
  /// Recorded again by mistake.
  let isRepeated: Bool

  func repeated(at moment: Int) -> Self {
    Self(moment: moment, run: run, ordinal: ordinal, date: date, isRepeated: true)
  }
}

extension CourseRun {
  /// As many sessions as an attendance has room for.
  static let longest = 30

  /// The lessons of one session, where `count` lessons are spread evenly over the run.
  func lessons(of ordinal: Int, outOf count: Int) -> Range<Int> {
    ordinal * count / length..<(ordinal + 1) * count / length
  }
}
