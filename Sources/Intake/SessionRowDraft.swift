package import Domain

/// One person who came to one of the sessions of a list, with all that the row says of the session.
package struct SessionRowDraft: Hashable, Sendable {
  /// The same in every row of one session.
  package let session: String
  /// May lie in the future.
  package let date: CalendarDay
  /// As typed; not nil where `form` is a class, or nil.
  package let course: String?
  /// As typed: a reference, a name, or unit/name.
  package let team: String
  package let minutes: Int?
  /// As typed: numbers, titles or slugs.
  package let lessons: [String]
  /// Nil where the cell is empty: a class, unless the list has said otherwise before.
  package let form: SessionForm?
  package let attendee: AttendeeDraft

  /// Where the row starts in its file.
  package var line: Int { attendee.line }

  package init(
    session: String, date: CalendarDay, course: String?, team: String, minutes: Int? = nil,
    lessons: [String] = [], form: SessionForm? = nil, attendee: AttendeeDraft
  ) {
    self.session = session
    self.date = date
    self.course = course
    self.team = team
    self.minutes = minutes
    self.lessons = lessons
    self.form = form
    self.attendee = attendee
  }
}

extension SessionRowDraft: ListDraft {
  package static var kind: ListKind { .sessions }

  /// Unit and team name together may be as long as both.
  private static let longestTeam = 2 * Field.longestText + 1

  package init?(_ reading: inout RowReading) {
    let text = { (text: String) throws(FieldProblem) in try Field.text(text) }
    let session = reading.required(.session, text)
    let date = reading.required(.date, Field.day)
    let team = reading.required(.team) { text throws(FieldProblem) in
      try Field.text(text, most: Self.longestTeam)
    }
    // A class without a word is the usual case; any other form stands in the row.
    let isClass = reading.cell(.form).isBlank || (try? Field.form(reading.cell(.form))) == .class
    course = isClass ? reading.required(.course, text) : reading.value(.course, text)
    minutes = reading.value(.minutes, Field.minutes)
    lessons = reading.value(.lesson, Field.lessons) ?? []
    form = reading.value(.form, Field.form)
    let attendee = AttendeeDraft(&reading)
    guard let session, let date, let team, let attendee, reading.errors.isEmpty else { return nil }
    self.session = session
    self.date = date
    self.team = team
    self.attendee = attendee
  }
}
