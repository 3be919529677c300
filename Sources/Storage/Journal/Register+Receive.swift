import Domain
import Foundation
import GRDB

extension Register {
  /// Takes events of other devices into the journal, in any order and as often as they come.
  ///
  /// An event that is here already changes nothing. The bytes are kept as they came.
  /// - Throws: `FactError`, `CanonicalError` for bytes that are no event; nothing is then taken.
  func receive(_ events: [StoredEvent]) throws {
    try write { db in
      let insert = try db.makeStatement(
        sql: """
          INSERT INTO event
            (id, device, epoch, sequence, effectiveClock, kind, subject, envelope, hash, personal,
              nonce)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          ON CONFLICT DO NOTHING
          """)
      var arrived: [StoredEvent] = []
      for stored in events {
        let event = stored.event
        let device = try JournalWriter.key(of: event.device, in: db)
        let before = db.totalChangesCount
        try insert.execute(
          arguments: [
            event.id, device, event.epoch, event.sequence, stored.order.effectiveClock.rawValue,
            event.kind, event.subject,
            String(decoding: event.envelope.canonicalBytes, as: UTF8.self),
            Data(stored.hash.bytes),
            stored.personal.map { String(decoding: $0.canonicalBytes, as: UTF8.self) },
            stored.nonce.map { Data($0) },
          ])
        if db.totalChangesCount > before { arrived.append(stored) }
      }
      try Erasure(db: db).empty(among: arrived)
      var projector = Projector(db: db)
      try projector.project(arrived)
    }
  }
}
