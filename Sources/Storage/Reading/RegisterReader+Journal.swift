package import Domain
import GRDB

extension RegisterReader {
  /// Events newest first; `subject` keeps those about one record.
  ///
  /// Clocks never fall along a device's sequence, so the newest of all are among the newest of each.
  package func journal(
    kind: String? = nil, subject: RecordID? = nil, limit: Int
  ) throws -> [StoredEvent] {
    let devices = try Int64.fetchAll(db, sql: "SELECT DISTINCT device FROM event")
    return try devices.flatMap { device in
      try Row.fetchAll(
        db,
        sql: """
          SELECT \(StoredEvent.columns)
          FROM event
          WHERE device = ?1 AND (?2 IS NULL OR kind = ?2) AND (?3 IS NULL OR subject = ?3)
          ORDER BY epoch DESC, sequence DESC
          LIMIT \(limit)
          """, arguments: [device, kind, subject]
      ).map(StoredEvent.init(row:))
    }
    .sorted { $1.order < $0.order }.prefix(limit).map(\.self)
  }

  package func countEvents() throws -> Int {
    try Int.fetchOne(db, sql: "SELECT count(*) FROM event") ?? 0
  }

  package func event(_ id: Event.ID) throws -> StoredEvent? {
    try Row.fetchOne(
      db, sql: "SELECT \(StoredEvent.columns) FROM event WHERE id = ?", arguments: [id]
    ).map(StoredEvent.init(row:))
  }

  /// Every event of the journal, in order, one at a time.
  package func forEachEvent(_ body: (StoredEvent) throws -> Void) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT \(StoredEvent.columns)
        FROM event LEFT JOIN device ON device.key = event.device
        ORDER BY effectiveClock, device.id, epoch, sequence
        """)
    while let row = try rows.next() {
      try body(StoredEvent(row: row))
    }
  }
}
