package import Domain

/// One thing that somebody in the synthetic city records, and when.
package struct SyntheticStep: Hashable, Sendable {
  /// The day of recording, never before the day of what is recorded.
  package let day: CalendarDay
  /// Seconds since midnight at +07:00, in working hours.
  package let second: Int
  package let action: Action

  /// What is recorded; teams, people and sessions are named by their index.
  ///
  /// Indexes are `0..<teams.count`, `0..<personCount` and `0..<sessionCount`. Sessions are numbered
  /// in the order in which they are logged.
  package enum Action: Hashable, Sendable {
    case setTarget(PlannedTarget)
    case formTeam(PlannedTeam)
    /// Comes right before the first session that names the person, at the same second; the day is
    /// that session's.
    case register(PlannedPerson, on: CalendarDay)
    case logSession(PlannedSession)
    case changeSession(Int, date: CalendarDay)
    case voidSession(Int, VoidReason)
    /// Takes the void of the session back.
    case restoreSession(Int)
    /// Nil says the person was absent after all.
    case setMark(session: Int, person: Int, Mark?)
    case recordCompletion(PlannedCompletion)
  }

  /// Wall time in milliseconds since 1970.
  package var milliseconds: Int64 {
    Int64(day.ordinal) * 86_400_000 + Int64(second) * 1000 - 7 * 3_600_000
  }
}

/// A team, and the first day it works.
package struct PlannedTeam: Hashable, Sendable {
  package let index: Int
  /// Index into the city's places.
  package let place: Int
  /// Unique in its place: `Tổ CNSCĐ thôn 3`.
  package let name: String
  package let since: CalendarDay
  /// The number in its name.
  let number: Int
}

/// A person as a team enters them.
package struct PlannedPerson: Hashable, Sendable {
  package let index: Int
  package let details: PersonalDetails
  package let sex: Sex?
  package let residence: Residence
  package let consent: Consent
  /// The index of the person whom another team enters as well, where this is a second entry.
  package let duplicateOf: Int?
}

/// A session as it is logged.
package struct PlannedSession: Hashable, Sendable {
  package let index: Int
  /// Index into the city's teams.
  package let team: Int
  package let date: CalendarDay
  package let form: SessionForm
  /// Slug.
  package let course: String?
  /// Slugs, in the order they are taught.
  package let lessons: [String]
  package let minutes: Int
  package let unnamed: Int
  package let guests: Int
  /// Each person at most once.
  package let marks: [PlannedMark]
}

/// How one person is marked in a session.
package struct PlannedMark: Hashable, Sendable {
  package let person: Int
  package let mark: Mark
}

/// A course completed or passed, known without a session.
package struct PlannedCompletion: Hashable, Sendable {
  package let person: Int
  /// Slug.
  package let course: String
  package let date: CalendarDay
  package let result: LearningResult
  package let basis: ResultBasis
}

/// A share of the people of a place, or of the whole city, promised by a day.
package struct PlannedTarget: Hashable, Sendable {
  /// Slug.
  package let measure: String
  /// Index into the city's places; nil for the whole city.
  package let place: Int?
  package let basisPoints: Int
  package let deadline: CalendarDay
}
