extension Event {
  /// The object whose canonical bytes are hashed. Absent fields are left out.
  package var envelope: CanonicalObject {
    [
      "actor": .text(actor),
      "base": .text(base),
      "body": .object(body),
      "clock": .integer(clock.rawValue),
      "device": .text(device),
      "epoch": .number(epoch),
      "id": .text(id),
      "kind": .string(kind),
      "personalHash": .text(personalHash),
      "previous": .text(previous),
      "scope": .string(scope.rawValue),
      "sequence": .number(sequence),
      "subject": .text(subject),
      "version": .number(version),
    ]
  }

  /// - Throws: `FactError` naming the field that is missing, of another type, out of range, or not known.
  package init(envelope: CanonicalObject) throws(FactError) {
    if let stranger = envelope.members.first(where: { !Self.fields.contains($0.name) }) {
      throw FactError(field: stranger.name, problem: .unknown)
    }
    self.init(
      id: try envelope.identifier("id"),
      device: try envelope.identifier("device"),
      epoch: try envelope.number("epoch", in: 1...Self.greatestNumber),
      sequence: try envelope.number("sequence", in: 1...Self.greatestNumber),
      clock: HybridTimestamp(
        rawValue: Int64(try envelope.number("clock", in: 0...Self.greatestNumber))),
      actor: try envelope.identifier("actor"),
      scope: Scope(rawValue: try envelope.string("scope")),
      kind: try envelope.string("kind"),
      version: try envelope.number("version", in: 1...Self.greatestNumber),
      subject: try envelope.identifier("subject"),
      base: try envelope.optional("base", as: CanonicalObject.identifier),
      body: try envelope.object("body"),
      personalHash: try envelope.optional("personalHash", as: CanonicalObject.digest),
      previous: try envelope.optional("previous", as: CanonicalObject.digest))
  }

  private static let fields: Set = [
    "actor", "base", "body", "clock", "device", "epoch", "id", "kind", "personalHash", "previous",
    "scope", "sequence", "subject", "version",
  ]
}

extension Event {
  /// The greatest epoch, sequence, clock and version: far beyond any that is reached by counting, and
  /// what follows on it is still a number.
  package static let greatestNumber = 1 << 62
}

extension Event {
  /// Where an event stands among all events of all devices.
  package struct Order: Hashable, Comparable, Sendable {
    package let effectiveClock: HybridTimestamp
    package let device: Device.ID
    package let epoch: Int
    package let sequence: Int

    package init(effectiveClock: HybridTimestamp, device: Device.ID, epoch: Int, sequence: Int) {
      self.effectiveClock = effectiveClock
      self.device = device
      self.epoch = epoch
      self.sequence = sequence
    }

    package static func < (left: Self, right: Self) -> Bool {
      (left.effectiveClock, left.device, left.epoch, left.sequence)
        < (right.effectiveClock, right.device, right.epoch, right.sequence)
    }
  }
}
