import Domain
import TestSupport
import Testing

@testable import Storage

@Suite struct JournalTests {
  @Test func `natural ids are those that any other UUID library makes`() {
    // Python: uuid.uuid5(uuid.uuid5(uuid.NAMESPACE_DNS, "lantoa.journal"), name)
    let ids: [(name: String, id: String)] = [
      ("unit:46@2025-01-01", "859069c6-1c5c-57a3-92d6-f7d20eb1d1cc"),
      ("unit:46/101@2025-07-01", "d6747011-c284-501b-8138-10afdab00b88"),
      ("unit:46/19753@2025-07-01", "d0e4726e-0507-5353-94b0-b89fcddf4f77"),
      ("series:ward-series", "53493d96-e5c8-5e95-b55f-7f1f98b56065"),
      ("course:an-toan", "4854ae31-69d0-5e0b-8e6f-d87b31d147a2"),
      ("setting:population", "2ffb3c53-b777-5464-a9fc-06997d1aa691"),
      ("programme:46", "902b60d8-4425-56ee-a492-408cc981ffa3"),
      (
        "target:trained/unit:46/101@2025-07-01@2026-12-31",
        "3bff54f7-9a9f-5232-90e3-42a29b993c3c"
      ),
      ("tên có dấu", "f83b0dc2-c9bf-5593-b7a8-15a5c1377314"),
    ]
    for (name, id) in ids {
      #expect(RecordID(natural: name).description == id, "\(name)")
    }
  }

  @Test func `the founding uses natural ids for what every laptop founds alike`() throws {
    let (one, other) = (try Sample.register(seed: 1), try Sample.register(seed: 2))

    let units = try one.read { try $0.gazetteer().units }
    #expect(try units == other.read { try $0.gazetteer().units })
    #expect(
      units.first { $0.code == "101" && $0.validTo == nil }?.id
        == AdministrativeUnit.ID(natural: "unit:46/101@2025-07-01"))
    #expect(
      units.first { $0.code == "46" }?.id
        == AdministrativeUnit.ID(natural: "unit:46@2025-01-01"))
    #expect(
      try one.read { try $0.populationSeries().map(\.id) }
        == other.read { try $0.populationSeries().map(\.id) })
  }

  @Test func `the plain SHA-256 of these tests is SHA-256`() {
    // Python: hashlib.sha256(…).hexdigest()
    let vectors: [(text: String, hash: String)] = [
      (
        "",
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
      ),
      (
        "abc",
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
      ),
      (
        String(repeating: "Hồ Thị Lê", count: 20),
        "d907cb04e150fa9b69b0f92934d642f8a8ef94268565d09ac595536ffbbe69c6"
      ),
      (
        String(repeating: "a", count: 56),
        "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"
      ),
    ]
    for (text, hash) in vectors {
      #expect(Hexadecimal.text(of: PlainSHA256.hash(Array(text.utf8))) == hash)
    }
  }

  @Test func `events of a device form one chain without a gap`() throws {
    let register = try lived()
    let events = try register.allEvents()

    #expect(events.map(\.event.sequence) == Array(1...events.count))
    #expect(Set(events.map(\.event.device)).count == 1)
    #expect(events.allSatisfy { $0.event.epoch == 1 && $0.event.version == 1 })
    #expect(events[0].event.previous == nil)
    for (earlier, later) in zip(events, events.dropFirst()) {
      #expect(later.event.previous == earlier.hash)
      #expect(later.event.clock > earlier.event.clock)
    }
    for stored in events {
      #expect(PlainSHA256.hash(stored.event.envelope.canonicalBytes) == stored.hash.bytes)
    }
    #expect(Set(events.map(\.event.id)).count == events.count)
  }

  @Test func `clocks count on where the wall clock goes back`() throws {
    let register = try Sample.register(on: Sample.day("2026-03-01"))
    let before = try #require(try register.allEvents().last).event
    try register.record(on: "2026-02-01") { try $0.set(.language, to: "en") }
    try register.record(on: "2026-02-02") { try $0.set(.language, to: "vi") }
    let events = try register.allEvents().suffix(2).map(\.event)

    #expect(events.map(\.clock.rawValue) == [before.clock.rawValue + 1, before.clock.rawValue + 2])
    #expect(events.map(\.sequence) == [before.sequence + 1, before.sequence + 2])
    #expect(try register.read { try $0.setting(.language) } == "vi")
    try register.record(on: "2026-03-02") { try $0.set(.language, to: "en") }
    let last = try #require(try register.allEvents().last).event
    #expect(last.clock.milliseconds == Sample.morning(of: Sample.day("2026-03-02")))
  }

  @Test func `base is the newest event of the subject that was there`() throws {
    let register = try lived()
    let events = try register.allEvents().map(\.event)

    var newest: [RecordID: Event.ID] = [:]
    for event in events {
      #expect(event.base == newest[event.subject], "\(event.kind)")
      newest[event.subject] = event.id
    }
    let later = events.filter { $0.base != nil }.map(\.kind)
    #expect(
      Set(later).isSuperset(
        of: ["session.changed", "mark.set", "completion.recorded", "voided"]))
  }

  @Test func `scope is the team's unit, the person's unit, or the city`() throws {
    let events = try lived().allEvents().map(\.event)
    func scopes(_ kind: String) -> [String] {
      events.filter { $0.kind == kind }.map(\.scope.rawValue)
    }

    #expect(scopes("team.formed") == ["46/101@2025-07-01"])
    #expect(scopes("session.logged") == ["46/101@2025-07-01", "46"])
    #expect(scopes("session.changed") == ["46/101@2025-07-01"])
    #expect(scopes("mark.set") == ["46/101@2025-07-01"])
    #expect(scopes("completion.recorded") == ["46/102@2025-07-01", "46"])
    #expect(scopes("voided") == ["46/101@2025-07-01", "46/102@2025-07-01"])
    #expect(scopes("restored") == ["46/101@2025-07-01"])
    #expect(Set(scopes("unit.defined") + scopes("programme.published")) == ["46"])
  }

  @Test func `what names a person is in the personal part only`() throws {
    let events = try lived().allEvents()
    let secrets = [
      "Hồ Thị Lê", "0905123456", "Thôn 3", "1958", "Nhà văn hóa", "mang theo sạc",
      "nhầm người", "Trần Thị Kiểm",
    ]
    for stored in events {
      let body = String(decoding: stored.event.envelope.canonicalBytes, as: UTF8.self)
      for secret in secrets { #expect(!body.contains(secret), "\(stored.event.kind): \(secret)") }
    }
    let personal = events.compactMap { $0.personal?.canonicalBytes }
      .map { String(decoding: $0, as: UTF8.self) }.joined()
    for secret in secrets { #expect(personal.contains(secret), "\(secret)") }
    let registered = try #require(events.first { $0.event.kind == "learner.registered" })
    #expect(registered.event.body["cohort"] == .integer(1955))
  }

  @Test func `the personal part is bound by a hash over a nonce of its own`() throws {
    let events = try lived().allEvents()
    let nonces = events.compactMap(\.nonce)

    #expect(nonces.count >= 5)
    #expect(Set(nonces).count == nonces.count)
    #expect(nonces.allSatisfy { $0.count == 16 })
    for stored in events {
      #expect((stored.personal == nil) == (stored.event.personalHash == nil))
      #expect((stored.personal == nil) == (stored.nonce == nil))
      guard let personal = stored.personal, let nonce = stored.nonce else { continue }
      #expect(
        stored.event.personalHash?.bytes == PlainSHA256.hash(nonce + personal.canonicalBytes))
    }
  }

  @Test func `an event of an unknown kind is kept and not folded`() throws {
    let register = try Sample.register()
    let dump = try register.canonicalDump()
    try register.record(on: "2026-02-01") { recorder in
      let id: RecordID = recorder.newID()
      try recorder.record(LaterFact(), subject: id, scope: .city)
    }
    #expect(try register.canonicalDump() == dump)
    try register.rebuild()
    #expect(try register.canonicalDump() == dump)
    let verification = try register.verify()
    #expect(verification.faults == [])
    #expect(verification.unknownKinds == 1)
  }

  @Test func `verification names the head of every device`() throws {
    let register = try Sample.register()
    let last = try #require(try register.allEvents().last)
    let verification = try register.verify()

    #expect(verification.events == last.event.sequence)
    #expect(
      verification.heads == [
        .init(
          device: last.event.device, epoch: 1, sequence: last.event.sequence, hash: last.hash)
      ])
  }

  /// A register in which a little of everything has been recorded.
  private func lived() throws -> Register {
    let register = try Sample.register()
    let (river, mountain) = (try register.unit("101"), try register.unit("102"))
    let day = Sample.day("2026-02-10")
    try register.record(on: "2026-02-10") { recorder in
      let team = try recorder.formTeam(named: "Tổ 1", in: river, since: Sample.day("2026-01-10"))
      let le = try recorder.register(
        PersonDescription(
          person: PersonalDetails(
            name: "Hồ Thị Lê", birthYear: 1958, phone: "0905123456", hamlet: "Thôn 3"),
          sex: .female, residence: .unit(mountain.id)),
        on: day, consent: .paper, scope: recorder.scope(of: .unit(mountain.id)))
      let guest = try recorder.register(
        PersonDescription(
          person: PersonalDetails(name: "Lê Văn Khách"), sex: nil, residence: .outside),
        on: day, consent: .none, scope: .city)
      let session = try recorder.logSession(
        SessionDetails(
          date: day, form: .class, team: team.id, course: "an-toan", lessons: ["bai-1"],
          minutes: 90, unnamed: 2, venue: "Nhà văn hóa", note: "mang theo sạc"),
        attendees: [(le.id, Mark(result: .attended, basis: .declared))])
      _ = try recorder.logSession(
        SessionDetails(date: day, form: .home, team: nil, course: nil),
        attendees: [(le.id, Mark(result: .attended, basis: .declared))])
      var change = SessionChanged()
      change.date = day.adding(days: -1)
      let changed = try recorder.change(session, change)
      try recorder.mark(guest, in: changed, as: Mark(result: .passed, basis: .tested, score: 80))
      let completion = try recorder.recordCompletion(
        of: le, course: "zalo", on: day, result: .completed, basis: .imported)
      try recorder.recordCompletion(
        of: guest, course: "zalo", on: day, result: .passed, basis: .tested)
      try recorder.void(changed, reason: .loggedTwice)
      let void = try #require(try recorder.reader.session(id: changed.id))
      try recorder.unvoid(void)
      try recorder.void(completion, reason: .wrongPerson, words: "nhầm người")
    }
    return register
  }
}

/// A kind that only a later program knows.
private struct LaterFact: Fact {
  static let kind = "later.kind"
  var body: CanonicalObject { ["something": .string("else")] }

  init() {}

  init(body: CanonicalObject, personal: CanonicalObject) throws(FactError) {}
}
