import Domain
import Testing

@Suite struct EventTests {
  private static let whole = """
    {"actor":"00000000-0000-0000-0000-00000000000c","base":"00000000-0000-0000-0000-00000000000e",
    "body":{"key":"language","value":"vi"},"clock":115641365299200513,
    "device":"00000000-0000-0000-0000-00000000000d","epoch":1,
    "id":"00000000-0000-0000-0000-00000000000a","kind":"setting.set",
    "personalHash":"0101010101010101010101010101010101010101010101010101010101010101",
    "previous":"0202020202020202020202020202020202020202020202020202020202020202",
    "scope":"46/19753@2025-07-01","sequence":7,"subject":"00000000-0000-0000-0000-00000000000b",
    "version":1}
    """.split(separator: "\n").joined()

  private func event(isFirst: Bool = false) -> Event {
    Event(
      id: .init(high: 0, low: 10), device: .init(high: 0, low: 13), epoch: 1, sequence: 7,
      clock: HybridTimestamp(milliseconds: 1_764_547_200_000, counter: 513),
      actor: .init(high: 0, low: 12), scope: Scope(rawValue: "46/19753@2025-07-01"),
      kind: "setting.set", version: 1, subject: .init(high: 0, low: 11),
      base: isFirst ? nil : .init(high: 0, low: 14),
      body: ["key": .string("language"), "value": .string("vi")],
      personalHash: isFirst ? nil : ContentHash(bytes: [UInt8](repeating: 1, count: 32)),
      previous: isFirst ? nil : ContentHash(bytes: [UInt8](repeating: 2, count: 32)))
  }

  @Test func `an envelope is one sequence of bytes, and reads back`() throws {
    #expect(text(event().envelope) == Self.whole)
    #expect(try Event(envelope: try canonical(Self.whole)) == event())
  }

  @Test func `what an event does not have is left out`() throws {
    let first = event(isFirst: true)

    let names = first.envelope.members.map(\.name)

    #expect(Set(["base", "personalHash", "previous"]).isDisjoint(with: names))
    #expect(names.count == 11)
    #expect(try Event(envelope: first.envelope) == first)
  }

  @Test func `every other field is needed`() throws {
    let envelope = try canonical(Self.whole)

    for name in envelope.members.map(\.name) {
      var partial = envelope
      partial[name] = nil
      if ["base", "personalHash", "previous"].contains(name) {
        #expect(try Event(envelope: partial).envelope == partial)
      } else {
        #expect(throws: FactError(field: name, problem: .missing)) {
          try Event(envelope: partial)
        }
      }
      partial[name] = .boolean(true)
      #expect(throws: FactError(field: name, problem: .wrongType)) { try Event(envelope: partial) }
    }
  }

  @Test func `a field that an envelope does not know is refused, for it would not be hashed`()
    throws
  {
    var envelope = try canonical(Self.whole)

    envelope["hubSequence"] = .integer(1)

    #expect(throws: FactError(field: "hubSequence", problem: .unknown)) {
      try Event(envelope: envelope)
    }
  }

  @Test func `a body may hold what this program does not know`() throws {
    var envelope = try canonical(Self.whole)
    let body: CanonicalObject = ["later": .array([.integer(1)])]

    envelope["body"] = .object(body)
    envelope["kind"] = .string("later.kind")

    let event = try Event(envelope: envelope)
    #expect(event.kind == "later.kind")
    #expect(event.body == body)
    #expect(event.envelope == envelope)
  }

  @Test(
    arguments: [
      ("id", "0000000000000000000000000000000a"), ("previous", "0202"), ("subject", ""),
      ("personalHash", "xyz"),
    ])
  func `ids and hashes have one spelling`(name: String, text: String) throws {
    var envelope = try canonical(Self.whole)

    envelope[name] = .string(text)

    #expect(throws: FactError(field: name, problem: .invalid)) { try Event(envelope: envelope) }
  }

  @Test(arguments: ["epoch", "sequence", "version", "clock"])
  func `numbers that nobody can count to are refused`(name: String) throws {
    let greatest: Int64 = 4_611_686_018_427_387_904
    let least: Int64 = name == "clock" ? 0 : 1
    var envelope = try canonical(Self.whole)
    for number in [least, greatest] {
      envelope[name] = .integer(number)
      #expect(try Event(envelope: envelope).envelope == envelope)
    }
    for number in [least - 1, -1, greatest + 1, .max, .min] {
      envelope[name] = .integer(number)
      #expect(throws: FactError(field: name, problem: .invalid)) { try Event(envelope: envelope) }
    }
  }

  @Test func `events stand by clock, then device, epoch and sequence`() {
    func order(_ clock: Int64, _ device: UInt64, _ epoch: Int, _ sequence: Int) -> Event.Order {
      Event.Order(
        effectiveClock: HybridTimestamp(rawValue: clock), device: .init(high: 0, low: device),
        epoch: epoch, sequence: sequence)
    }
    let expected = [
      order(1, 9, 9, 9), order(2, 1, 9, 9), order(2, 2, 1, 9), order(2, 2, 2, 1),
      order(2, 2, 2, 2),
    ]

    #expect(expected.reversed().sorted() == expected)
  }
}
