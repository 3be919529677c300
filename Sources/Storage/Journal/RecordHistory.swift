import Domain
import GRDB

/// The events about one record, in order, and which of them still count.
struct RecordHistory {
  let subject: RecordID
  let events: [StoredEvent]
  /// Those that no void names.
  let live: [StoredEvent]
  /// Whether the record itself is void.
  let isVoid: Bool

  /// Takes the events in any order.
  init(of subject: RecordID, events: [StoredEvent], voids: Voids) throws {
    self.subject = subject
    let events = events.count > 1 ? events.sorted { $0.order < $1.order } : events
    self.events = events
    live = try events.filter { try !voids.contain(RecordID($0.event.id)) }
    isVoid = try voids.contain(subject)
  }

  /// Reads from the journal those events of `subject` whose kind is one of `kinds`.
  init(of subject: RecordID, kinds: Set<String>, in db: Database, voids: Voids) throws {
    let statement = try db.cachedStatement(
      sql: "SELECT \(StoredEvent.columns), event.kind FROM event WHERE subject = ?")
    var events: [StoredEvent] = []
    let rows = try Row.fetchCursor(statement, arguments: [subject])
    while let row = try rows.next() {
      let kind: String = row[5]
      if kinds.contains(kind) { events.append(try StoredEvent(row: row)) }
    }
    try self.init(of: subject, events: events, voids: voids)
  }
}

/// Which targets are void: those with a void that has not been restored. No clocks are asked.
struct Voids {
  private let db: Database
  private let targets: Set<RecordID>?

  /// Asks the tables each time, for work on a few records.
  init(asking db: Database) {
    self.db = db
    targets = nil
  }

  /// Reads all void targets at once, for work on all records.
  init(readingAll db: Database) throws {
    self.db = db
    targets = try RecordID.fetchSet(
      db,
      sql: """
        SELECT target FROM voiding
        WHERE NOT EXISTS (SELECT 1 FROM restoring WHERE restoring.void = voiding.event)
        """)
  }

  func contain(_ target: RecordID) throws -> Bool {
    try targets?.contains(target) ?? Self.isVoid(target, in: db)
  }

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
