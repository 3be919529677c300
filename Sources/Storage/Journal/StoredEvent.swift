package import Domain
import Foundation
import GRDB

/// An event as it lies in the journal: the envelope, its erasable part, and its place among all.
package struct StoredEvent: Sendable {
  package let event: Event
  package let order: Event.Order
  package let hash: ContentHash
  /// Nil where nothing personal was said, or after erasure.
  package let personal: CanonicalObject?
  package let nonce: [UInt8]?

  /// True where something personal was said and is gone.
  package var isErased: Bool { event.personalHash != nil && personal == nil }

  /// The fact it states; nil for another kind.
  ///
  /// - Throws: `FactError` for a body that is not what its kind demands.
  package func fact<F: Fact>(as type: F.Type) throws(FactError) -> F? {
    guard event.kind == F.kind else { return nil }
    return try F(body: event.body, personal: personal ?? CanonicalObject())
  }
}

/// An envelope that has not its hash, by its row in the journal.
struct AlteredEvent: Error {
  let row: Int64
}

extension StoredEvent {
  /// Texts as the bytes that lie in the file: read as text they would end at a zero byte, and come
  /// repaired where they are no UTF-8.
  static let columns = """
    CAST(event.envelope AS BLOB), CAST(event.hash AS BLOB), CAST(event.personal AS BLOB),
    CAST(event.nonce AS BLOB), event.effectiveClock
    """

  /// An event of this file's own, as it has just been sealed.
  init(sealed event: Event, hash: ContentHash, personal: CanonicalObject?, nonce: [UInt8]?) {
    self.init(
      event: event,
      order: Event.Order(
        effectiveClock: event.clock, device: event.device, epoch: event.epoch,
        sequence: event.sequence),
      hash: hash, personal: personal, nonce: nonce)
  }

  /// Reads a row of ``columns``.
  ///
  /// - Throws: `RowDecodingError` for a column that is empty or of another type.
  init(row: Row) throws {
    let event = try Event(
      envelope: CanonicalObject(canonical: row.decode(Data.self, atIndex: 0)))
    let personal = try row.decode(Data?.self, atIndex: 2)
    self.init(
      event: event,
      order: Event.Order(
        effectiveClock: HybridTimestamp(rawValue: try row.decode(Int64.self, atIndex: 4)),
        device: event.device,
        epoch: event.epoch, sequence: event.sequence),
      hash: try ContentHash(column: row.decode(Data.self, atIndex: 1)),
      personal: try personal.map { try CanonicalObject(canonical: $0) },
      nonce: try row.decode(Data?.self, atIndex: 3).map(Array.init))
  }
}

extension StoredEvent {
  static func fetchAll(_ db: Database, ofSubject subject: RecordID) throws -> [StoredEvent] {
    try Row.fetchAll(
      db.cachedStatement(sql: "SELECT \(columns) FROM event WHERE subject = ?"),
      arguments: [subject]
    ).map(StoredEvent.init(row:))
  }

  static func fetchAll(
    _ db: Database, ofSubject subject: RecordID, kind: String
  ) throws -> [StoredEvent] {
    let statement = try db.cachedStatement(
      sql: "SELECT \(columns) FROM event WHERE subject = ? AND kind = ?")
    return try Row.fetchAll(statement, arguments: [subject, kind]).map(StoredEvent.init(row:))
  }

  /// The events whose subject is `target`, and the event that `target` is.
  static func fetchAll(_ db: Database, aboutOrBeing target: RecordID) throws -> [StoredEvent] {
    try Row.fetchAll(
      db, sql: "SELECT \(columns) FROM event WHERE subject = ?1 OR id = ?1",
      arguments: [target]
    ).map(StoredEvent.init(row:))
  }
}

extension ContentHash {
  init(column: Data) throws {
    guard let digest = ContentHash(bytes: Array(column)) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a hash is not 32 bytes long")
    }
    self = digest
  }
}
