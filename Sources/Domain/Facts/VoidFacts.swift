/// Why something is taken back.
package enum VoidReason: String, Sendable, CaseIterable {
  case wrongDate = "wrong-date"
  case loggedTwice = "logged-twice"
  case wrongPerson = "wrong-person"
  case other
  /// By the command that takes back the last thing, and can have it back.
  case undone
}

/// Which earlier event of the same device is taken back, or had back, by a void or a restoring that
/// `undo` writes.
package enum Retake: Hashable, Sendable {
  case undoes(Event.ID)
  case redoes(Event.ID)

  package var act: Event.ID {
    switch self {
    case .undoes(let act), .redoes(let act): act
    }
  }

  fileprivate static func fields(
    _ retake: Retake?
  ) -> (undoes: CanonicalValue?, redoes: CanonicalValue?) {
    switch retake {
    case nil: (nil, nil)
    case .undoes(let act): (.text(act), nil)
    case .redoes(let act): (nil, .text(act))
    }
  }

  fileprivate static func read(_ body: CanonicalObject) throws(FactError) -> Retake? {
    if let act: Event.ID = try body.optional("undoes", as: CanonicalObject.identifier) {
      return .undoes(act)
    }
    let act: Event.ID? = try body.optional("redoes", as: CanonicalObject.identifier)
    return act.map(Retake.redoes)
  }
}

/// A record or an event no longer counts. Subject: its target.
///
/// A target is void as long as some void of it has not been restored, whatever the clocks say.
package struct Voided: Fact {
  package static let kind = "voided"

  /// A record (a session, a learner), a single event (a completion, a correction), or an import with
  /// every event that it caused.
  package let target: RecordID
  package let reason: VoidReason
  /// The records of an import that stay as it made them.
  package let except: [RecordID]
  /// The reason in the writer's own words.
  package let words: String?
  package let retake: Retake?

  package init(
    target: RecordID, reason: VoidReason, except: [RecordID] = [], words: String? = nil,
    retake: Retake? = nil
  ) {
    self.target = target
    self.reason = reason
    self.except = except
    self.words = words
    self.retake = retake
  }

  package var body: CanonicalObject {
    let (undoes, redoes) = Retake.fields(retake)
    return [
      "except": .list(except.isEmpty ? nil : except), "reason": .string(reason.rawValue),
      "redoes": redoes, "target": .text(target), "undoes": undoes,
    ]
  }

  package var personal: CanonicalObject { ["words": .text(words)] }

  package init(body: CanonicalObject, personal: CanonicalObject) throws(FactError) {
    target = try body.identifier("target")
    reason = try body.choice("reason")
    except = try body.optional("except", as: CanonicalObject.identifiers) ?? []
    words = try personal.optional("words", as: CanonicalObject.string)
    retake = try Retake.read(body)
  }
}

/// A void is taken back, for good. Subject: that void.
package struct Restored: Fact {
  package static let kind = "restored"

  package let void: Event.ID
  package let retake: Retake?

  package init(void: Event.ID, retake: Retake? = nil) {
    self.void = void
    self.retake = retake
  }

  package var body: CanonicalObject {
    let (undoes, redoes) = Retake.fields(retake)
    return ["redoes": redoes, "undoes": undoes, "void": .text(void)]
  }

  package init(body: CanonicalObject, personal: CanonicalObject) throws(FactError) {
    void = try body.identifier("void")
    retake = try Retake.read(body)
  }
}
