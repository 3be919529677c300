package import Domain
import GRDB

extension RegisterReader {
  /// Events newest first; `subject` keeps those about one record.
  package func journal(
    kind: String? = nil, subject: RecordID? = nil, limit: Int
  ) throws -> [StoredEvent] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT \(StoredEvent.columns)
        FROM event JOIN device ON device.key = event.device
        WHERE (?1 IS NULL OR kind = ?1) AND (?2 IS NULL OR subject = ?2)
        ORDER BY effectiveClock DESC, device.id DESC, epoch DESC, sequence DESC
        LIMIT \(limit)
        """, arguments: [kind, subject]
    ).map(StoredEvent.init(row:))
  }

  /// Every event of the journal, in order, one at a time.
  package func forEachEvent(_ body: (StoredEvent) throws -> Void) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT \(StoredEvent.columns)
        FROM event JOIN device ON device.key = event.device
        ORDER BY effectiveClock, device.id, epoch, sequence
        """)
    while let row = try rows.next() {
      try body(StoredEvent(row: row))
    }
  }
}
