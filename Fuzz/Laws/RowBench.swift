import Domain
import Foundation
import GRDB
import TestSupport

@testable import Storage

/// A small register in memory, whose journal takes any value in any column, and a copy of it to spoil.
struct RowBench {
  let register: Register
  private let original: Register
  private let events: [StoredEvent]
  private let readings: Readings
  private static let today = Sample.day("2026-03-01")
  private static let now = Sample.morning(of: today)

  init() throws {
    original = try Self.lived()
    var random = SplitMix64(seed: 3)
    register = try Register.inMemory(device: .timeOrdered(milliseconds: 0, using: &random))
    events = try original.read { reader in
      var events: [StoredEvent] = []
      try reader.forEachEvent { events.append($0) }
      return events
    }
    readings = try Readings(of: original, today: Self.today)
    try original.queue.writeWithoutTransaction { db in
      // As a file may be that another program wrote, or a disk has changed.
      try db.execute(
        sql: """
          PRAGMA writable_schema = ON;
          UPDATE sqlite_schema SET sql = replace(replace(sql, ') STRICT', ')'), 'NOT NULL', '')
          WHERE name = 'event';
          PRAGMA writable_schema = RESET;
          """)
    }
  }

  /// A founded register with a team, two people, a session, and one fact of most kinds.
  private static func lived() throws -> Register {
    let register = try Sample.register(seed: 7, places: .few)
    let day = Sample.day("2026-02-10")
    try register.record(as: Sample.author(on: day.adding(days: 15), seed: 9)) { recorder in
      let ward = try unit("101", of: recorder)
      let team = try recorder.formTeam(named: "Tổ 1", in: ward, since: day.adding(days: -9))
      let people = try ["Hồ Thị Lê", "Lê Văn Đức"].map { name in
        try recorder.register(
          PersonDescription(
            person: PersonalDetails(name: name, birthYear: 1958, phone: "0912345678"), sex: .female,
            residence: .unit(ward.id)),
          on: day, consent: .paper, scope: .city)
      }
      _ = try recorder.logSession(
        SessionDetails(date: day, form: .class, team: team.id, course: "an-toan"),
        attendees: people.map { ($0.id, Mark(result: .attended, basis: .declared)) })
      try recorder.recordCompletion(
        of: people[0], course: "zalo", on: day, result: .completed, basis: .declared)
      _ = try recorder.move(people[1], to: .outside, from: day.adding(days: 3))
      try recorder.link(people[0], people[1])
      try recorder.recordDeath(of: people[1], on: day.adding(days: 9))
    }
    return register
  }

  private static func unit(_ code: String, of recorder: Recorder) throws -> AdministrativeUnit {
    let units = try recorder.reader.gazetteer().units
    guard let unit = units.first(where: { $0.code == code && $0.validTo == nil }) else {
      throw BrokenLaw(description: "the sample has its unit")
    }
    return unit
  }

  /// Whether nothing is wrong but what was done to the table of events, and that the newest may be of
  /// another device than the file's.
  func isSoundButForItsSchema() throws -> Bool {
    try register.verify().faults.allSatisfy {
      ($0.problem, $0.detail) == (.foreignContent, "definition event")
        || ($0.problem, $0.detail) == (.localDiffers, "device")
    }
  }

  func reset() throws {
    try original.queue.read { from in
      try register.queue.writeWithoutTransaction { try from.backup(to: $0) }
    }
  }
}

// MARK: - Spoiling

extension RowBench {
  /// Puts bytes beside the journal as one more envelope with its hash; its columns say what it says
  /// where it is one.
  func append(envelope bytes: [UInt8]) throws {
    let event = try? Event(envelope: CanonicalObject(canonical: bytes))
    try write { db in
      try db.execute(
        sql: """
          INSERT OR IGNORE INTO event
            (id, device, epoch, sequence, effectiveClock, kind, subject, envelope, hash)
          VALUES (?, 1, ?, ?, ?, ?, ?, CAST(? AS TEXT), ?)
          """,
        arguments: [
          event?.id ?? Event.ID(high: 9, low: 9), event?.epoch ?? 1, event?.sequence ?? 1_000,
          event?.clock.rawValue ?? 1, event?.kind ?? "learner.registered",
          event?.subject ?? events[0].event.subject, Data(bytes),
          Data(ContentHash.sha256(bytes).bytes),
        ])
    }
  }

  /// The next event of the device: one of the journal's own, with members of its body and personal part
  /// replaced.
  func forged(_ choices: inout Choices) throws -> StoredEvent? {
    guard let template = choices.one(of: events), let last = events.last else { return nil }
    let kinds = events.map(\.event.kind) + FactKinds.all.map { $0.kind }
    let kind = choices.number(below: 4) == 3 ? choices.one(of: kinds) : nil
    let subject = choices.number(below: 4) == 3 ? choices.one(of: events)?.event.subject : nil
    var body = CanonicalValue.object(template.event.body)
    var personal = template.personal.map { CanonicalValue.object($0) }
    let values = CanonicalPool(events)
    for _ in 0..<(1 + choices.number(below: 4)) {
      if choices.number(below: 3) == 2, let part = personal {
        personal = values.changed(part, &choices)
      } else {
        body = values.changed(body, &choices)
      }
    }
    guard case .object(let said) = body else { return nil }
    var nonce: [UInt8]?
    var told: CanonicalObject?
    if case .object(let part)? = personal {
      told = part
      nonce = [UInt8](repeating: 5, count: 16)
    }
    let event = Event(
      id: Event.ID(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_0001),
      device: last.event.device, epoch: last.event.epoch, sequence: last.event.sequence + 1,
      clock: HybridTimestamp(rawValue: last.event.clock.rawValue + 1), actor: last.event.actor,
      scope: .city, kind: kind ?? template.event.kind, version: 1,
      subject: subject ?? template.event.subject, base: nil, body: said,
      personalHash: told.map { ContentHash.sha256((nonce ?? []) + $0.canonicalBytes) },
      previous: last.hash)
    return StoredEvent(
      sealed: event, hash: .sha256(event.envelope.canonicalBytes), personal: told, nonce: nonce)
  }

  /// Changes, adds or takes one byte of one value; nil where that changes nothing.
  func changeByte(_ choices: inout Choices) throws -> String? {
    let columns = ["envelope", "hash", "personal", "nonce", "kind", "id", "subject"]
    guard let column = choices.one(of: columns) else { return nil }
    let row = 1 + choices.number(below: events.count)
    let old = try register.queue.read {
      try Data?.fetchOne(
        $0, sql: "SELECT CAST(\(column) AS BLOB) FROM event WHERE key = ?", arguments: [row])
    }
    guard let old = old.flatMap({ $0 }) else { return nil }
    var new = Array(old)
    let place = choices.number(below: new.count)
    switch choices.number(below: 4) {
    case 0: new.append(choices.byte())
    case 1: new.insert(choices.byte(), at: place)
    case 2: new.remove(at: place)
    default: new[place] ^= max(1, choices.byte())
    }
    let type = ["envelope", "personal", "kind"].contains(column) ? "TEXT" : "BLOB"
    guard new != Array(old) else { return nil }
    let isDone = try write {
      try $0.execute(
        sql: "UPDATE OR IGNORE event SET \(column) = CAST(? AS \(type)) WHERE key = ?",
        arguments: [Data(new), row])
      return $0.changesCount == 1
    }
    return isDone ? "byte \(place) of \(column) in row \(row)" : nil
  }

  /// Puts a value of any type into any column.
  func putAnyValue(_ choices: inout Choices) throws {
    let columns = [
      "id", "device", "epoch", "sequence", "effectiveClock", "kind", "subject", "envelope", "hash",
      "personal", "nonce", "hubSequence",
    ]
    let row = choices.number(below: events.count + 1)
    let column = choices.one(of: columns) ?? "id"
    let value: DatabaseValue =
      switch choices.number(below: 5) {
      case 0: .null
      case 1: (choices.one(of: CanonicalPool.numbers) ?? 0).databaseValue
      case 2: 1.5.databaseValue
      case 3: Data(choices.rest()).databaseValue
      default: String(decoding: choices.rest(), as: UTF8.self).databaseValue
      }
    try write {
      try $0.execute(
        sql: "UPDATE OR IGNORE event SET \(column) = ? WHERE ? IN (0, key)",
        arguments: [value, row])
    }
  }

  /// Writes past the rules of the table.
  @discardableResult
  private func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try register.queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
      let value = try body(db)
      try db.execute(sql: "PRAGMA ignore_check_constraints = OFF; PRAGMA foreign_keys = ON")
      return value
    }
  }
}

// MARK: - Use

extension RowBench {
  /// What is done with a spoilt register: one thing an input, for each takes its time.
  enum Use: CaseIterable {
    case verify, rebuild, read, record, erase

    /// Follows from the bytes.
    init(_ bytes: [UInt8]) {
      let sum = bytes.reduce(0) { $0 &+ Int($1) }
      self = Self.allCases[sum % Self.allCases.count]
    }
  }

  /// Reads and writes as the commands do: what cannot be done throws, and nothing traps.
  func use(_ use: Use) throws {
    switch use {
    case .verify: _ = try? register.verify()
    case .rebuild: if (try? register.rebuild()) != nil { try readings.ask(register) }
    case .read: try readings.ask(register)
    case .record: record()
    case .erase: erase()
    }
  }

  private func record() {
    for checksClock in [false, true] {
      let author = Author(
        now: Self.now, random: .seeded(SplitMix64(seed: 4)), checksClock: checksClock)
      _ = try? register.record(as: author) { try $0.set(.language, to: "en") }
    }
    let author = Author(now: Self.now, random: .seeded(SplitMix64(seed: 5)), checksClock: false)
    _ = try? register.record(as: author) { _ = try $0.undo() }
    _ = try? register.record(as: author) { _ = try $0.redo() }
  }

  private func erase() {
    let author = Author(now: Self.now, random: .seeded(SplitMix64(seed: 6)), checksClock: false)
    _ = try? register.record(as: author) { recorder in
      for learner in try recorder.reader.findLearners("le", limit: 1, today: Self.today) {
        try recorder.erase(learner)
      }
    }
  }
}
