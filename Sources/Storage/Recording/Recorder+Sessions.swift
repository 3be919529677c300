package import Domain

extension Recorder {
  /// Records a session with everybody who came, in one event.
  ///
  /// - Throws: `RecordError` for a date in the future or outside the team's time, an unknown course or
  ///   lesson, a person marked twice, names in a broadcast, a class without a course, nobody at all.
  package mutating func logSession(
    _ details: SessionDetails, attendees: [(learner: Learner.ID, mark: Mark)]
  ) throws -> Session {
    guard !attendees.isEmpty || details.unnamed + details.guests > 0 else {
      throw RecordError.nobodyCame
    }
    var marks: [Learner.ID: Mark] = [:]
    for (learner, mark) in attendees {
      guard marks.updateValue(mark, forKey: learner) == nil else {
        let twice = try reader.learner(id: learner)
        throw RecordError.personTwice(twice?.person.name ?? Reference(learner).description)
      }
    }
    try check(details, marks: marks)
    try requireLive(marks.keys)
    let id: Session.ID = newID()
    try record(
      SessionLogged(details: details, marks: marks), subject: RecordID(id),
      scope: try scope(of: details), isNew: true)
    return Session(id: id, details: details, marks: marks, isVoid: false)
  }

  /// Corrects fields of a session, whoever of its people has been taken back since.
  ///
  /// - Throws: `RecordError.voidRecord`, `.nothingToChange`, `.nobodyCame` where nobody would be left,
  ///   and what `logSession` refuses.
  package mutating func change(_ session: Session, _ change: SessionChanged) throws -> Session {
    try requireLive(session)
    let details = change.applied(to: session.details)
    guard details != session.details else { throw RecordError.nothingToChange(session) }
    let changed = Session(id: session.id, details: details, marks: session.marks, isVoid: false)
    // Whose last mark was taken away can still be corrected.
    guard changed.heads > 0 || session.heads == 0 else { throw RecordError.nobodyCame }
    try check(details, marks: session.marks)
    try record(change, subject: RecordID(session.id), scope: try scope(of: details))
    return changed
  }

  /// Sets one person's mark in a session; nil takes it away.
  package mutating func mark(
    _ learner: Learner, in session: Session, as mark: Mark?
  ) throws {
    try requireLive(session)
    if mark == nil, session.marks[learner.id] == nil {
      throw RecordError.notMarked(
        learner.person.name ?? Reference(learner.id).description, in: session.id)
    }
    guard mark != session.marks[learner.id] else { throw RecordError.nothingToChange(session) }
    if let mark {
      try check(session.details, marks: [learner.id: mark])
      try requireLive([learner.id])
    }
    try record(
      MarkSet(learner: learner.id, mark: mark), subject: RecordID(session.id),
      scope: try scope(of: session.details))
  }

  private func requireLive(_ session: Session) throws {
    guard !session.isVoid else {
      throw RecordError.voidRecord(.session, Reference(session.id).description)
    }
  }

  private func check(_ details: SessionDetails, marks: [Learner.ID: Mark]) throws {
    try check(details)
    for mark in marks.values { try check(details, mark: mark) }
  }

  func check(_ details: SessionDetails) throws {
    try requirePlausible(details.date)
    if let id = details.team, let team = try reader.team(id: id) {
      guard !team.isVoid else {
        throw RecordError.voidRecord(.team, team.name)
      }
      guard details.date >= team.since else {
        throw RecordError.beforeTeam(details.date, team: team.name, since: team.since)
      }
      if let until = team.until, details.date > until {
        throw RecordError.afterTeam(details.date, team: team.name, until: until)
      }
    }
    if let slug = details.course {
      let course = try reader.course(slug)
      for lesson in details.lessons where !course.lessons.contains(where: { $0.slug == lesson }) {
        throw RecordError.unknown(.lesson, lesson, similar: course.lessons.map(\.slug))
      }
    } else if details.form == .class {
      throw RecordError.courseMissing
    } else if !details.lessons.isEmpty {
      throw RecordError.lessonsWithoutCourse
    }
  }

  func check(_ details: SessionDetails, mark: Mark) throws {
    guard details.form != .broadcast else { throw RecordError.namesInBroadcast }
    guard details.course != nil || mark.result == .attended else {
      throw RecordError.resultWithoutCourse
    }
  }

  private func requireLive(_ learners: some Sequence<Learner.ID>) throws {
    for learner in learners where try reader.learner(id: learner)?.isVoid ?? false {
      throw RecordError.voidRecord(.learner, Reference(learner).description)
    }
  }

  func scope(of details: SessionDetails) throws -> Scope {
    guard let id = details.team, let team = try reader.team(id: id) else { return .city }
    return try reader.scope(of: team.unit)
  }
}
