import Domain
import Foundation
import GRDB

/// Seals facts into events of this file's device, each chained to the one before, and appends them.
struct JournalWriter {
  let device: Device.ID
  private let deviceKey: Int64
  private let epoch: Int
  private var sequence: Int
  private var previous: ContentHash?
  private var clock: HybridTimestamp
  /// Wall time in milliseconds.
  var now: Int64
  private let insert: Statement
  private var ids = AscendingIdentifiers()

  init(db: Database, now: Int64) throws {
    guard let device = try Local.get(.device, in: db).flatMap({ Device.ID($0) }) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "the file has no device")
    }
    self.device = device
    self.now = now
    deviceKey = try Self.key(of: device, in: db)
    let last = try Row.fetchOne(
      db,
      sql: """
        SELECT epoch, sequence, hash FROM event
        WHERE device = ? ORDER BY epoch DESC, sequence DESC LIMIT 1
        """, arguments: [deviceKey])
    try Self.require(last, toBeNewestOf: deviceKey, in: db)
    epoch = try last?.decode(Int.self, forColumn: "epoch") ?? 1
    sequence = try last?.decode(Int.self, forColumn: "sequence") ?? 0
    previous = try last.map { try ContentHash(column: $0.decode(Data.self, forColumn: "hash")) }
    clock = try Self.newestClock(in: db) ?? HybridTimestamp(rawValue: 0)
    guard sequence < Event.greatestNumber, clock.rawValue < Event.greatestNumber else {
      throw DatabaseError(
        resultCode: .SQLITE_CORRUPT, message: "no number comes after that of the newest event")
    }
    insert = try db.cachedStatement(
      sql: """
        INSERT INTO event
          (id, device, epoch, sequence, effectiveClock, kind, subject, envelope, hash, personal, nonce)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
  }

  /// Going on after another event than the newest would fork the chain, which nothing mends: the index by which
  /// it was found may be damaged.
  private static func require(
    _ last: Row?, toBeNewestOf device: Int64, in db: Database
  ) throws {
    let newest = try Row.fetchOne(
      db, sql: "SELECT device, hash FROM event NOT INDEXED ORDER BY key DESC LIMIT 1")
    guard let newest, try newest.decode(Int64?.self, atIndex: 0) == device else { return }
    let (found, expected): (Data?, Data?) = (
      try last?.decode(forColumn: "hash"), try newest.decode(atIndex: 1)
    )
    guard found == expected else {
      throw DatabaseError(
        resultCode: .SQLITE_CORRUPT, message: "an index of the journal does not lead to its end")
    }
  }

  /// The highest clock of any device: its newest event's, for clocks never fall along a sequence.
  static func newestClock(in db: Database) throws -> HybridTimestamp? {
    try Int64.fetchOne(
      db,
      sql: """
        SELECT max(clock) FROM (
          SELECT (
            SELECT effectiveClock FROM event
            WHERE event.device = device.key ORDER BY epoch DESC, sequence DESC LIMIT 1
          ) AS clock
          FROM device
        )
        """
    ).map(HybridTimestamp.init(rawValue:))
  }

  static func key(of device: Device.ID, in db: Database) throws -> Int64 {
    try db.execute(
      sql: "INSERT INTO device (id) VALUES (?) ON CONFLICT DO NOTHING", arguments: [device])
    return try Int64.fetchOne(db, sql: "SELECT key FROM device WHERE id = ?", arguments: [device])
      ?? 0
  }

  mutating func newID<Subject>(
    using random: inout some RandomNumberGenerator
  ) -> Identifier<Subject> {
    ids.next(milliseconds: now, using: &random)
  }

  mutating func append<F: Fact>(
    _ fact: F, id: Event.ID? = nil, subject: RecordID, scope: Scope, actor: Actor.ID,
    base: Event.ID?, cause: Event.ID?, random: inout RandomSource
  ) throws -> StoredEvent {
    clock = clock.next(at: now)
    sequence += 1
    let personal = fact.personal.isEmpty ? nil : fact.personal
    let personalBytes = personal?.canonicalBytes
    let nonce = personal == nil ? nil : Self.nonce(using: &random)
    var body = fact.body
    if let cause { body[Event.causeField] = .text(cause) }
    let event = Event(
      id: id ?? newID(using: &random), device: device, epoch: epoch,
      sequence: sequence, clock: clock, actor: actor, scope: scope, kind: F.kind, version: 1,
      subject: subject, base: base, body: body,
      personalHash: personalBytes.map { ContentHash.sha256((nonce ?? []) + $0) }, previous: previous
    )
    let envelope = event.envelope.canonicalBytes
    let hash = ContentHash.sha256(envelope)
    try insert.execute(
      arguments: [
        event.id, deviceKey, epoch, sequence, clock.rawValue, F.kind, subject,
        String(decoding: envelope, as: UTF8.self), Data(hash.bytes),
        personalBytes.map { String(decoding: $0, as: UTF8.self) }, nonce.map { Data($0) },
      ])
    previous = hash
    return StoredEvent(sealed: event, hash: hash, personal: personal, nonce: nonce)
  }

  private static func nonce(using random: inout RandomSource) -> [UInt8] {
    Identifier<Never>(high: random.next(), low: random.next()).bytes
  }
}
