package import Domain

/// Taking back, and taking that back: nothing is deleted.
extension Recorder {
  /// - Throws: `RecordError.alreadyVoid`.
  package mutating func void(
    _ session: Session, reason: VoidReason, words: String? = nil
  ) throws {
    guard !session.isVoid else {
      throw RecordError.alreadyVoid(.session, Reference(session.id).description)
    }
    try void(RecordID(session.id), reason: reason, words: words)
  }

  /// - Throws: `RecordError.notVoid`.
  package mutating func unvoid(_ session: Session) throws {
    guard session.isVoid else {
      throw RecordError.notVoid(.session, Reference(session.id).description)
    }
    try restore(RecordID(session.id))
  }

  package mutating func void(
    _ completion: Completion, reason: VoidReason, words: String? = nil
  ) throws {
    guard !completion.isVoid else {
      throw RecordError.alreadyVoid(.completion, Reference(completion.id).description)
    }
    try void(RecordID(completion.id), reason: reason, words: words)
  }

  package mutating func unvoid(_ completion: Completion) throws {
    guard completion.isVoid else {
      throw RecordError.notVoid(.completion, Reference(completion.id).description)
    }
    try restore(RecordID(completion.id))
  }

  mutating func void(_ target: RecordID, reason: VoidReason, words: String?) throws {
    try record(
      Voided(target: target, reason: reason, words: words), subject: target,
      scope: try scope(ofTarget: target))
  }

  /// Restores every live void of the target: two people may have voided it.
  mutating func restore(_ target: RecordID) throws {
    let scope = try scope(ofTarget: target)
    for void in try Voids.live(of: target, in: db) {
      try record(Restored(void: void), subject: RecordID(void), scope: scope)
    }
  }

  /// The scope of the newest event that is about the target, or is it.
  private func scope(ofTarget target: RecordID) throws -> Scope {
    let stored = try reader.events(aboutOrBeing: target).max { $0.order < $1.order }
    return stored?.event.scope ?? .city
  }
}

extension RegisterReader {
  func events(aboutOrBeing target: RecordID) throws -> [StoredEvent] {
    try StoredEvent.fetchAll(db, aboutOrBeing: target)
  }
}
