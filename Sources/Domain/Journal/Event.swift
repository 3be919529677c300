/// One recorded fact, as the journal keeps it.
///
/// The envelope with its body is hashed and kept for ever; the personal part is erasable, bound to
/// the envelope only by `personalHash`. Layout and order: `docs/journal.md`.
package struct Event: Hashable, Sendable, Identifiable {
  package enum Tag {}
  package typealias ID = Identifier<Tag>

  package let id: ID
  package let device: Device.ID
  /// Starts at 1; raised only at a hub's order.
  package let epoch: Int
  /// Counts the events of one device and epoch from 1, without a gap.
  package let sequence: Int
  /// Never falls along `sequence`.
  package let clock: HybridTimestamp
  package let actor: Actor.ID
  package let scope: Scope
  /// The name of the fact's kind; one that this program does not know is kept and not folded.
  package let kind: String
  package let version: Int
  /// The record that is written.
  package let subject: RecordID
  /// The newest event of the subject that the writer had.
  package let base: ID?
  package let body: CanonicalObject
  package let personalHash: ContentHash?
  /// The hash of the device's event before this one; nil for its first.
  package let previous: ContentHash?

  package init(
    id: ID, device: Device.ID, epoch: Int, sequence: Int, clock: HybridTimestamp, actor: Actor.ID,
    scope: Scope, kind: String, version: Int, subject: RecordID, base: ID?, body: CanonicalObject,
    personalHash: ContentHash?, previous: ContentHash?
  ) {
    self.id = id
    self.device = device
    self.epoch = epoch
    self.sequence = sequence
    self.clock = clock
    self.actor = actor
    self.scope = scope
    self.kind = kind
    self.version = version
    self.subject = subject
    self.base = base
    self.body = body
    self.personalHash = personalHash
    self.previous = previous
  }
}

extension Event {
  /// The import that caused it, which is an event of its own.
  package var cause: ID? { try? causeStated() }

  /// - Throws: `FactError` where a body names an import by something that is no id.
  package func causeStated() throws(FactError) -> ID? {
    try body.optional(Self.causeField, as: CanonicalObject.identifier)
  }

  /// The member of a body that names the import.
  package static let causeField = "import"
}

/// The laptop, or the restored copy of one, that wrote an event.
package enum Device {
  package typealias ID = Identifier<Device>
}

/// Whoever recorded a fact: an opaque account, whose name is personal.
package enum Actor {
  package typealias ID = Identifier<Actor>
}

/// The place whose people an event concerns: the natural name of a unit without its prefix, `46` for
/// the whole city or `46/19753@2025-07-01` for one of its units.
package struct Scope: RawRepresentable, Hashable, Sendable {
  package let rawValue: String

  package init(rawValue: String) {
    self.rawValue = rawValue
  }

  package static let city = Scope(rawValue: "46")
}
