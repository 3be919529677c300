import Domain
import TestSupport
import Testing

@testable import Storage

@Suite struct BulkFoldTests {
  @Test(arguments: UInt64(0)..<16)
  func `a journal with holes folds in bulk to the same tables as event by event`(
    seed: UInt64
  ) throws {
    let events = try RandomHistory(seed: seed).union()
    var random = SplitMix64(seed: seed)
    for share in 1...3 {
      let register = try Register.inMemory(device: .timeOrdered(milliseconds: 0, using: &random))
      let some = events.filter { _ in Int.random(in: 0...3, using: &random) < share }
      try register.receive(some.shuffled(using: &random))
      let dump = try register.canonicalDump()

      #expect(try register.tablesThatDiffer() == [], "\(share) of 4")
      try register.rebuild()
      #expect(try register.canonicalDump() == dump, "\(share) of 4")
      // What comes later finds the rows and their keys in place.
      try register.receive(events)
      #expect(try register.tablesThatDiffer() == [], "the rest")
    }
  }

  @Test func `what no rule refuses is folded in bulk as it is event by event`() throws {
    let folder = try TemporaryFolder()
    let register = try folder.register()
    let (learner, other) = (Learner.ID(high: 0x7000, low: 1), Learner.ID(high: 0x7000, low: 2))
    let (session, second) = (RecordID(high: 0x7001, low: 1), RecordID(high: 0x7001, low: 2))
    let day = Sample.day("2026-03-01")
    let mark = { Mark(result: .passed, basis: .tested, score: $0) }
    let log = SessionLogged(
      details: SessionDetails(date: day, form: .class, team: nil, course: "a\0b"),
      marks: [learner: mark(1000), other: mark(-1)])
    let person = PersonalDetails(
      name: "Lê\0Lợi", birthYear: .max, hamlet: "\0", externalKey: "k\0a")
    let registered = LearnerRegistered(
      residence: .unallocated, registeredOn: day, sex: nil, consent: .paper, consentOn: nil,
      person: person)
    var keyed = LearnerChanged()
    keyed.person.externalKey = "k\0b"
    let cause = Event.ID(high: 0x7002, low: 1)
    let events = [
      sealed(registered, of: RecordID(learner), 1, cause: cause),
      sealed(keyed, of: RecordID(learner), 2, cause: cause),
      sealed(log, of: session, 3),
      sealed(MarkSet(learner: learner, mark: mark(Int(Int32.max) + 1)), of: session, 4),
      sealed(MarkSet(learner: learner, mark: mark(1)), of: second, 5),
    ]
    for event in events { try register.receive([event]) }
    let dump = try register.canonicalDump()
    #expect(try folder.sqlite("SELECT score FROM mark ORDER BY score") == "-1\n2147483648")

    #expect(try register.tablesThatDiffer() == [])
    try register.rebuild()
    #expect(try register.canonicalDump() == dump)
    #expect(try folder.sqlite("SELECT score FROM mark ORDER BY score") == "-1\n2147483648")
    #expect(try folder.sqlite("SELECT hex(externalKey) FROM learnerKey") == "6B")
    #expect(try folder.sqlite("SELECT hex(course) FROM session WHERE known") == "61")
    #expect(try folder.sqlite("SELECT count(*) FROM session WHERE NOT known") == "1")
    #expect(try folder.sqlite("SELECT count(*) FROM learner WHERE NOT known") == "1")
  }

  @Test func `a rebuild makes the tables with all that belongs to them`() throws {
    let folder = try TemporaryFolder()
    let register = try folder.register()
    let schema = "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name"
    let before = try folder.sqlite(schema)
    try register.receive(RandomHistory(seed: 2).union())
    try register.rebuild()
    #expect(try folder.sqlite(schema) == before)
    #expect(try folder.sqlite("PRAGMA integrity_check") == "ok")
    #expect(try folder.sqlite("PRAGMA foreign_key_check") == "")
    #expect(try register.settingsInForce()["foreign_keys"] == "1")
  }

  @Test func `a fold to compare with leaves no file`() throws {
    let folder = try TemporaryFolder()
    let register = try folder.register()
    try register.receive(RandomHistory(seed: 1).union())
    let before = try folder.content
    #expect(try register.tablesThatDiffer() == [])
    #expect(try folder.content == before)
  }

  /// An event of a device that nobody knows, with whatever its writer put in.
  private func sealed(
    _ fact: some Fact, of subject: RecordID, _ sequence: Int, cause: Event.ID? = nil
  ) -> StoredEvent {
    var body = fact.body
    if let cause { body[Event.causeField] = .text(cause) }
    let nonce = Array(repeating: UInt8(sequence), count: 16)
    let event = Event(
      id: Event.ID(high: 0x7003, low: UInt64(sequence)), device: Device.ID(high: 0x7004, low: 1),
      epoch: 1, sequence: sequence,
      clock: HybridTimestamp(milliseconds: 1_772_000_000_000 + Int64(sequence)),
      actor: Actor.ID(high: 0x7005, low: 1), scope: .city, kind: type(of: fact).kind, version: 1,
      subject: subject, base: nil, body: body,
      personalHash: fact.personal.isEmpty
        ? nil : ContentHash.sha256(nonce + fact.personal.canonicalBytes),
      previous: nil)
    return StoredEvent(
      sealed: event, hash: ContentHash.sha256(event.envelope.canonicalBytes),
      personal: fact.personal.isEmpty ? nil : fact.personal,
      nonce: fact.personal.isEmpty ? nil : nonce)
  }
}
