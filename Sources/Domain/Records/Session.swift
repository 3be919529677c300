/// A class, visit, desk or broadcast that a team held, as the register knows it now.
package struct Session: Hashable, Sendable, Identifiable {
  package typealias ID = Identifier<Session>

  package let id: ID
  package let details: SessionDetails
  package let marks: [Learner.ID: Mark]
  package let isVoid: Bool

  package init(id: ID, details: SessionDetails, marks: [Learner.ID: Mark], isVoid: Bool) {
    self.id = id
    self.details = details
    self.marks = marks
    self.isVoid = isVoid
  }

  /// Everybody who came: by name, unnamed, and guests.
  package var heads: Int { marks.count + details.unnamed + details.guests }
}

/// A course completed or passed outside a session, as recorded by one event.
package struct Completion: Hashable, Sendable, Identifiable {
  package let id: Event.ID
  package let fact: CompletionRecorded
  package let isVoid: Bool

  package init(id: Event.ID, fact: CompletionRecorded, isVoid: Bool) {
    self.id = id
    self.fact = fact
    self.isVoid = isVoid
  }
}
