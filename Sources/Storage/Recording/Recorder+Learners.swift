package import Domain
import GRDB

extension Recorder {
  /// Enters a person in the register, without asking whether they are there already: `match` first.
  package mutating func register(
    _ wanted: PersonDescription, on day: CalendarDay, consent: Consent, scope: Scope,
    calledNewInRow: Int? = nil
  ) throws -> Learner {
    try requirePlausible(day, birthYear: wanted.person.birthYear)
    let id: Learner.ID = newID()
    let fact = LearnerRegistered(
      residence: wanted.residence, registeredOn: day, sex: wanted.sex, consent: consent,
      consentOn: consent == .none ? nil : day, person: wanted.person, calledNewInRow: calledNewInRow
    )
    try record(fact, subject: RecordID(id), scope: scope, isNew: true)
    return Learner(
      id: id, person: fact.person, sex: fact.sex, cohort: fact.cohort, residence: fact.residence,
      registeredOn: day, consent: consent)
  }

  /// Records that somebody completed or passed a course, known without a session.
  ///
  /// - Throws: `RecordError.voidRecord`, `.dateInFuture`, `.unknown`.
  @discardableResult
  package mutating func recordCompletion(
    of learner: Learner, course: String, on day: CalendarDay, result: LearningResult,
    basis: ResultBasis
  ) throws -> Completion {
    guard !learner.isVoid else {
      throw RecordError.voidRecord(.learner, Reference(learner.id).description)
    }
    try requirePlausible(day, birthYear: learner.person.birthYear)
    let fact = CompletionRecorded(
      learner: learner.id, course: try reader.course(course).slug, date: day, result: result,
      basis: basis)
    let event = try record(
      fact, subject: RecordID(learner.id), scope: try scope(of: learner.residence))
    return Completion(id: event.id, fact: fact, isVoid: false)
  }

  /// The scope of facts about people of a residence.
  package func scope(of residence: Residence) throws -> Scope {
    guard case .unit(let id) = residence else { return .city }
    return try reader.scope(of: id)
  }
}

extension RegisterReader {
  /// The natural name of a unit without its prefix; the city's for one that is not known.
  func scope(of id: AdministrativeUnit.ID) throws -> Scope {
    guard let unit = try unitDefinition(id), let parent = try unit.parent.flatMap(unitDefinition)
    else { return .city }
    return Scope(rawValue: "\(parent.code)/\(unit.code)@\(unit.validFrom)")
  }

  private func unitDefinition(_ id: AdministrativeUnit.ID) throws -> UnitDefined? {
    try String.fetchOne(
      db.cachedStatement(sql: "SELECT body FROM unit WHERE id = ? AND body IS NOT NULL"),
      arguments: [id]
    ).map { try UnitDefined(body: Self.object($0), personal: [:]) }
  }

  /// - Throws: `RecordError.unknown` with the courses there are.
  package func course(_ slug: String) throws -> Course {
    let body = try String.fetchOne(
      db.cachedStatement(sql: "SELECT body FROM course WHERE slug = ?"), arguments: [slug])
    guard let body else {
      throw RecordError.unknown(.course, slug, similar: try courses().map(\.slug))
    }
    return try Self.course(
      CoursePublished(body: Self.object(body), personal: [:]),
      core: Set(programme()?.core ?? []))
  }
}
