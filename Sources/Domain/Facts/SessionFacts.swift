/// What kind of work a session was.
package enum SessionForm: String, Sendable, CaseIterable {
  /// Several people taught together.
  case `class`
  /// A visit at home.
  case home
  /// Help at a desk, one by one.
  case desk
  /// A loudspeaker, a market stand: heads only, in no measure.
  case broadcast
}

/// What a leader recorded of one person in one session.
package struct Mark: Hashable, Sendable {
  package let result: LearningResult
  package let basis: ResultBasis
  /// 0 to 100.
  package let score: Int?

  package init(result: LearningResult, basis: ResultBasis, score: Int? = nil) {
    self.result = result
    self.basis = basis
    self.score = score
  }

  var canonicalObject: CanonicalObject {
    [
      "basis": .string(basis.rawValue), "result": .string(result.rawValue), "score": .number(score),
    ]
  }

  init(canonicalObject object: CanonicalObject) throws(FactError) {
    result = try object.choice("result")
    basis = try object.choice("basis")
    score = try object.optional("score", as: CanonicalObject.number)
  }
}

/// A session was held, with everybody who came, in one event. Subject: the session.
package struct SessionLogged: Fact {
  package static let kind = "session.logged"

  package var details: SessionDetails
  package var marks: [Learner.ID: Mark]

  package init(details: SessionDetails, marks: [Learner.ID: Mark]) {
    self.details = details
    self.marks = marks
  }

  package var body: CanonicalObject {
    var body = details.canonicalObject
    var object = CanonicalObject()
    for (learner, mark) in marks {
      object[learner.description] = .object(mark.canonicalObject)
    }
    body["marks"] = .object(object)
    return body
  }

  package var personal: CanonicalObject { details.personalObject }

  package init(body: CanonicalObject, personal: CanonicalObject) throws(FactError) {
    details = try SessionDetails(body: body, personal: personal)
    var marks: [Learner.ID: Mark] = [:]
    for member in try body.object("marks").members {
      guard let learner = Learner.ID(member.name), case .object(let mark) = member.value else {
        throw FactError(field: "marks", problem: .invalid)
      }
      marks[learner] = try Mark(canonicalObject: mark)
    }
    self.marks = marks
  }
}

/// Everything about a session but its people.
package struct SessionDetails: Hashable, Sendable {
  package var date: CalendarDay
  package var form: SessionForm
  package var team: Team.ID?
  /// The unit where it was held, where it is not the team's.
  package var unit: AdministrativeUnit.ID?
  /// Slug; may be absent for home, desk and broadcast.
  package var course: String?
  /// Slugs of the lessons given.
  package var lessons: [String]
  package var minutes: Int?
  /// People who came and gave no name.
  package var unnamed: Int
  /// People from outside the city who came and gave no name.
  package var guests: Int
  package var venue: String?
  package var note: String?
  /// The key of the session in the list that brought it.
  package var externalKey: String?

  /// How many heads without a name one session can have.
  package static let heads = 0...1_000_000

  package init(
    date: CalendarDay, form: SessionForm, team: Team.ID?, unit: AdministrativeUnit.ID? = nil,
    course: String?, lessons: [String] = [], minutes: Int? = nil, unnamed: Int = 0,
    guests: Int = 0, venue: String? = nil, note: String? = nil, externalKey: String? = nil
  ) {
    self.date = date
    self.form = form
    self.team = team
    self.unit = unit
    self.course = course
    self.lessons = lessons
    self.minutes = minutes
    self.unnamed = unnamed
    self.guests = guests
    self.venue = venue
    self.note = note
    self.externalKey = externalKey
  }

  fileprivate var canonicalObject: CanonicalObject {
    [
      "course": .text(course), "date": .text(date), "form": .string(form.rawValue),
      "guests": .number(guests), "lessons": .list(lessons), "minutes": .number(minutes),
      "team": .text(team), "unit": .text(unit), "unnamed": .number(unnamed),
    ]
  }

  fileprivate var personalObject: CanonicalObject {
    ["externalKey": .text(externalKey), "note": .text(note), "venue": .text(venue)]
  }

  fileprivate init(body: CanonicalObject, personal: CanonicalObject) throws(FactError) {
    self.init(
      date: try body.day("date"), form: try body.choice("form"),
      team: try body.optional("team", as: CanonicalObject.identifier),
      unit: try body.optional("unit", as: CanonicalObject.identifier),
      course: try body.optional("course", as: CanonicalObject.string),
      lessons: try body.strings("lessons"),
      minutes: try body.optional("minutes", as: CanonicalObject.number),
      unnamed: try body.heads("unnamed"), guests: try body.heads("guests"),
      venue: try personal.optional("venue", as: CanonicalObject.string),
      note: try personal.optional("note", as: CanonicalObject.string),
      externalKey: try personal.optional("externalKey", as: CanonicalObject.string))
  }
}

/// Some fields of a session are corrected; per field, the last wins. Subject: the session.
package struct SessionChanged: Fact {
  package static let kind = "session.changed"

  /// What a correction can empty, beside the lessons.
  package enum Clearable: String, Sendable, CaseIterable {
    case course, minutes, venue, note
  }

  package var date: CalendarDay?
  package var form: SessionForm?
  package var team: Team.ID?
  package var course: String?
  package var lessons: [String]?
  package var minutes: Int?
  package var unnamed: Int?
  package var guests: Int?
  package var venue: String?
  package var note: String?
  package var cleared: Set<Clearable> = []

  package init() {}

  package var isEmpty: Bool { body.isEmpty && personal.isEmpty }

  package var body: CanonicalObject {
    let cleared = cleared.map(\.rawValue).sorted()
    return [
      "clear": .list(cleared.isEmpty ? nil : cleared), "course": .text(course),
      "date": .text(date), "form": .text(form?.rawValue), "guests": .number(guests),
      "lessons": .list(lessons), "minutes": .number(minutes), "team": .text(team),
      "unnamed": .number(unnamed),
    ]
  }

  package var personal: CanonicalObject { ["note": .text(note), "venue": .text(venue)] }

  package init(body: CanonicalObject, personal: CanonicalObject) throws(FactError) {
    date = try body.optional("date", as: CanonicalObject.day)
    form = try body.optional("form", as: CanonicalObject.choice)
    team = try body.optional("team", as: CanonicalObject.identifier)
    course = try body.optional("course", as: CanonicalObject.string)
    lessons = try body.optional("lessons", as: CanonicalObject.strings)
    minutes = try body.optional("minutes", as: CanonicalObject.number)
    unnamed = try body.optional("unnamed", as: CanonicalObject.heads)
    guests = try body.optional("guests", as: CanonicalObject.heads)
    venue = try personal.optional("venue", as: CanonicalObject.string)
    note = try personal.optional("note", as: CanonicalObject.string)
    let clear = try body.optional("clear", as: CanonicalObject.strings) ?? []
    cleared = Set(clear.compactMap(Clearable.init))
  }

  /// The details with what this fact says in place of what they said.
  package func applied(to details: SessionDetails) -> SessionDetails {
    var details = details
    details.date = date ?? details.date
    details.form = form ?? details.form
    details.team = team ?? details.team
    details.course = cleared.contains(.course) ? nil : course ?? details.course
    details.lessons = lessons ?? details.lessons
    details.minutes = cleared.contains(.minutes) ? nil : minutes ?? details.minutes
    details.unnamed = unnamed ?? details.unnamed
    details.guests = guests ?? details.guests
    details.venue = cleared.contains(.venue) ? nil : venue ?? details.venue
    details.note = cleared.contains(.note) ? nil : note ?? details.note
    return details
  }
}

/// One person's mark in one session is set, or taken away (`absent`); the last wins, and waits for
/// its session. Subject: the session.
package struct MarkSet: Fact {
  package static let kind = "mark.set"

  package let learner: Learner.ID
  /// Nil says the person was absent.
  package let mark: Mark?

  package init(learner: Learner.ID, mark: Mark?) {
    self.learner = learner
    self.mark = mark
  }

  package var body: CanonicalObject {
    var body = mark?.canonicalObject ?? ["result": .string("absent")]
    body["learner"] = .text(learner)
    return body
  }

  package init(body: CanonicalObject, personal: CanonicalObject) throws(FactError) {
    learner = try body.identifier("learner")
    mark = try body.string("result") == "absent" ? nil : try Mark(canonicalObject: body)
  }
}

/// Somebody completed or passed a course, known without a session. Subject: the learner.
package struct CompletionRecorded: Fact {
  package static let kind = "completion.recorded"

  package let learner: Learner.ID
  package let course: String
  package let date: CalendarDay
  package let result: LearningResult
  package let basis: ResultBasis

  package init(
    learner: Learner.ID, course: String, date: CalendarDay, result: LearningResult,
    basis: ResultBasis
  ) {
    self.learner = learner
    self.course = course
    self.date = date
    self.result = result
    self.basis = basis
  }

  package var body: CanonicalObject {
    [
      "basis": .string(basis.rawValue), "course": .string(course), "date": .text(date),
      "learner": .text(learner), "result": .string(result.rawValue),
    ]
  }

  package init(body: CanonicalObject, personal: CanonicalObject) throws(FactError) {
    learner = try body.identifier("learner")
    course = try body.string("course")
    date = try body.day("date")
    result = try body.choice("result")
    guard result != .attended else { throw FactError(field: "result", problem: .invalid) }
    basis = try body.choice("basis")
  }
}

extension CanonicalObject {
  /// A number of people within ``SessionDetails/heads``.
  fileprivate func heads(_ name: String) throws(FactError) -> Int {
    try number(name, in: SessionDetails.heads)
  }
}
