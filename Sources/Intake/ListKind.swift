/// What each row of a list tells.
package enum ListKind: Hashable, Sendable, CaseIterable {
  /// Who came to one session.
  case attendees
  /// People to be registered, or corrected.
  case learners
  /// Who came to which session, for many sessions.
  case sessions

  /// The columns that mean something here, beside those of rejected rows.
  var columns: Set<ListColumn> {
    switch self {
    case .attendees: Self.person.union([.result, .score])
    case .learners: Self.person.union(Self.register)
    case .sessions:
      Self.person.union(Self.register).union([
        .session, .date, .course, .team, .minutes, .lesson, .form, .result, .score,
      ])
    }
  }

  /// Columns that must be there; whether their cells may be empty is another question.
  ///
  /// `person` will do for the name, but for the attendees of one session.
  var requiredColumns: [ListColumn] {
    switch self {
    case .attendees: [.name, .birthYear, .sex, .unit]
    case .learners: [.name]
    case .sessions: [.session, .date, .team, .name]
    }
  }

  private static let person: Set<ListColumn> = [
    .name, .birthYear, .sex, .unit, .hamlet, .phone, .person,
  ]
  private static let register: Set<ListColumn> = [.registeredOn, .consent, .externalKey, .movedOn]
}
