package import Domain

/// Something that can be taken back as a whole, and had back.
package protocol Voidable {
  /// What a void names: the record, or the one event that it is.
  var voidTarget: RecordID { get }
  var isVoid: Bool { get }
  static var noun: RecordError.Noun { get }
}

extension Session: Voidable {
  package var voidTarget: RecordID { RecordID(id) }
  package static var noun: RecordError.Noun { .session }
}

extension Completion: Voidable {
  package var voidTarget: RecordID { RecordID(id) }
  package static var noun: RecordError.Noun { .completion }
}

/// Taking back, and taking that back: nothing is deleted.
extension Recorder {
  /// - Throws: `RecordError.alreadyVoid`; `.wordsOfErased`.
  package mutating func void<Taken: Voidable>(
    _ taken: Taken, reason: VoidReason, words: String? = nil
  ) throws {
    guard !taken.isVoid else {
      throw RecordError.alreadyVoid(Taken.noun, Reference(taken.voidTarget).description)
    }
    if words != nil, let learner = try erasedLearner(of: taken.voidTarget) {
      throw RecordError.wordsOfErased(learner)
    }
    try void(taken.voidTarget, reason: reason, words: words)
  }

  /// - Throws: `RecordError.notVoid`.
  package mutating func unvoid<Taken: Voidable>(_ taken: Taken) throws {
    guard taken.isVoid else {
      throw RecordError.notVoid(Taken.noun, Reference(taken.voidTarget).description)
    }
    try restore(taken.voidTarget)
  }

  mutating func void(
    _ target: RecordID, reason: VoidReason, except: [RecordID] = [], words: String?,
    retake: Retake? = nil
  ) throws {
    try record(
      Voided(target: target, reason: reason, except: except, words: words, retake: retake),
      subject: target, scope: try scope(ofTarget: target))
  }

  /// Restores every live void of the target: two people may have voided it.
  mutating func restore(_ target: RecordID, retake: Retake? = nil) throws {
    for void in try Voids.live(of: target, in: db) {
      try restore(void: void, of: target, retake: retake)
    }
  }

  mutating func restore(void: Event.ID, of target: RecordID, retake: Retake?) throws {
    try record(
      Restored(void: void, retake: retake), subject: RecordID(void),
      scope: try scope(ofTarget: target))
  }

  private func erasedLearner(of target: RecordID) throws -> Learner? {
    let subjects = try reader.events(aboutOrBeing: target).map(\.event.subject)
    return try subjects.lazy.filter { try Erasure(db: db).isErased($0) }
      .compactMap { try reader.learner(id: Learner.ID($0)) }.first
  }

  /// The scope of the newest event that is about the target, or is it.
  private func scope(ofTarget target: RecordID) throws -> Scope {
    let stored = try reader.events(aboutOrBeing: target).max { $0.order < $1.order }
    return stored?.event.scope ?? .city
  }
}

extension RegisterReader {
  package func events(aboutOrBeing target: RecordID) throws -> [StoredEvent] {
    try StoredEvent.fetchAll(db, aboutOrBeing: target)
  }
}
