import Domain
import GRDB

/// The events of one record, in their order.
enum JournalReader {
  /// All events of `subject` whose kind is one of `kinds` and that no live void names.
  static func liveEvents(
    of subject: RecordID, kinds: Set<String>, in db: Database
  ) throws -> [StoredEvent] {
    let statement = try db.cachedStatement(
      sql: "SELECT \(StoredEvent.columns), event.kind FROM event WHERE subject = ?")
    var events: [StoredEvent] = []
    let rows = try Row.fetchCursor(statement, arguments: [subject])
    while let row = try rows.next() {
      let kind: String = row[5]
      guard kinds.contains(kind) else { continue }
      events.append(try StoredEvent(row: row))
    }
    if events.count > 1 { events.sort { $0.order < $1.order } }
    return try events.filter { try !Voids.isVoid(RecordID($0.event.id), in: db) }
  }
}

/// Which targets are void: those with a void that has not been restored. No clocks are asked.
enum Voids {
  static func isVoid(_ target: RecordID, in db: Database) throws -> Bool {
    let statement = try db.cachedStatement(
      sql: """
        SELECT EXISTS (
          SELECT 1 FROM voiding
          WHERE target = ?
            AND NOT EXISTS (SELECT 1 FROM restoring WHERE restoring.void = voiding.event)
        )
        """)
    return try Bool.fetchOne(statement, arguments: [target]) ?? false
  }

  /// The voids of `target` that have not been restored.
  static func live(of target: RecordID, in db: Database) throws -> [Event.ID] {
    try Event.ID.fetchAll(
      db,
      sql: """
        SELECT event FROM voiding
        WHERE target = ?
          AND NOT EXISTS (SELECT 1 FROM restoring WHERE restoring.void = voiding.event)
        """, arguments: [target])
  }
}
