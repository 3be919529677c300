package import Domain
import GRDB

/// What becomes of people after they were registered.
extension Recorder {
  /// Corrects what was said of a person at registration.
  ///
  /// - Throws: `RecordError.voidRecord`, `.nothingToChange`, `.erased`, and what `register` refuses.
  package mutating func change(_ learner: Learner, _ change: LearnerChanged) throws -> Learner {
    try requireLive(learner)
    guard change.personal.isEmpty || !learner.isErased else { throw RecordError.erased(learner) }
    guard let known = try reader.folded(learner.id)?.details else {
      throw RecordError.unknown(.learner, Reference(learner.id).description, similar: [])
    }
    let changed = change.applied(to: known)
    guard changed != known else { throw RecordError.nothingToChange(learner) }
    try requirePlausible(changed.registeredOn, birthYear: changed.person.birthYear)
    try record(
      change, subject: RecordID(learner.id), scope: try scope(of: changed.residence))
    return try reader.learner(id: learner.id) ?? learner
  }

  /// Somebody lives elsewhere from a day on.
  ///
  /// - Throws: `RecordError.voidRecord`, `.nothingToChange` where they live there on that day anyway,
  ///   and days on which nothing can have happened.
  package mutating func move(
    _ learner: Learner, to residence: Residence, from day: CalendarDay
  ) throws -> Learner {
    try requireLive(learner)
    try requirePlausible(day, birthYear: learner.person.birthYear)
    guard try reader.home(of: learner.id, on: day) != residence else {
      throw RecordError.nothingToChange(learner)
    }
    try record(
      LearnerMoved(to: residence, from: day), subject: RecordID(learner.id),
      scope: try scope(of: residence))
    return try reader.learner(id: learner.id) ?? learner
  }

  /// Somebody has died: from that day on they no longer count.
  ///
  /// - Throws: `RecordError.voidRecord`, `.nothingToChange` where an earlier death, or this one, is
  ///   recorded, and days on which nothing can have happened.
  package mutating func recordDeath(of learner: Learner, on day: CalendarDay) throws {
    try requireLive(learner)
    try requirePlausible(day, birthYear: learner.person.birthYear)
    if let died = learner.died {
      guard died > day else {
        throw died == day ? RecordError.nothingToChange(learner) : .diedEarlier(learner, on: died)
      }
    }
    try record(
      LearnerDied(on: day), subject: RecordID(learner.id), scope: try scope(of: learner.residence))
  }

  /// Takes back every death recorded of somebody who lives.
  ///
  /// - Throws: `RecordError.nothingToChange` where none is recorded.
  package mutating func retractDeath(of learner: Learner) throws {
    let deaths = try StoredEvent.fetchAll(
      db, ofSubject: RecordID(learner.id), kind: LearnerDied.kind)
    let live = try deaths.filter { try !Voids(asking: db).take($0.event) }
    guard !live.isEmpty else { throw RecordError.nothingToChange(learner) }
    for death in live {
      try void(RecordID(death.event.id), reason: .wrongPerson, words: nil)
    }
  }
}
