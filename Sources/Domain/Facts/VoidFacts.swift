/// Why something is taken back.
package enum VoidReason: String, Sendable, CaseIterable {
  case wrongDate = "wrong-date"
  case loggedTwice = "logged-twice"
  case wrongPerson = "wrong-person"
  case other
  /// By the command that takes back the last thing, and can have it back.
  case undone
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

  package init(
    target: RecordID, reason: VoidReason, except: [RecordID] = [], words: String? = nil
  ) {
    self.target = target
    self.reason = reason
    self.except = except
    self.words = words
  }

  package var body: CanonicalObject {
    [
      "except": .list(except.isEmpty ? nil : except), "reason": .string(reason.rawValue),
      "target": .text(target),
    ]
  }

  package var personal: CanonicalObject { ["words": .text(words)] }

  package init(body: CanonicalObject, personal: CanonicalObject) throws(FactError) {
    target = try body.identifier("target")
    reason = try body.choice("reason")
    except = try body.optional("except", as: CanonicalObject.identifiers) ?? []
    words = try personal.optional("words", as: CanonicalObject.string)
  }
}

/// A void is taken back, for good. Subject: that void.
package struct Restored: Fact {
  package static let kind = "restored"

  package let void: Event.ID

  package init(void: Event.ID) {
    self.void = void
  }

  package var body: CanonicalObject { ["void": .text(void)] }

  package init(body: CanonicalObject, personal: CanonicalObject) throws(FactError) {
    void = try body.identifier("void")
  }
}
