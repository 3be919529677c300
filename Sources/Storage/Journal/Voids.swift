import Domain
import GRDB

/// What is void: targets with a void that has not been restored, and what void imports have caused.
/// No clocks are asked.
struct Voids {
  private let db: Database
  /// Nil asks the tables each time.
  private let known: Known?

  private struct Known {
    var live: [RecordID: [Event.ID]] = [:]
    var exemptions: [Event.ID: Set<RecordID>] = [:]
  }

  /// Asks the tables each time, for work on a few records.
  init(asking db: Database) {
    self.db = db
    known = nil
  }

  /// Reads all voids at once, for work on all records.
  init(readingAll db: Database) throws {
    self.db = db
    var all = Known()
    for row in try Row.fetchAll(
      db,
      sql: """
        SELECT target, event FROM voiding
        WHERE NOT EXISTS (SELECT 1 FROM restoring WHERE restoring.void = voiding.event)
        """)
    {
      try all.live[row.decode(atIndex: 0), default: []].append(row.decode(atIndex: 1))
    }
    for row in try Row.fetchAll(db, sql: "SELECT void, record FROM exemption") {
      try all.exemptions[row.decode(atIndex: 0), default: []].insert(row.decode(atIndex: 1))
    }
    known = all
  }

  /// Whether a void names `target` itself.
  func contain(_ target: RecordID) throws -> Bool {
    if let known { return known.live[target] != nil }
    return try Self.isVoid(target, in: db)
  }

  /// Whether a void names the event, or the import that caused it without sparing its record.
  func take(_ event: Event) throws -> Bool {
    if try contain(RecordID(event.id)) { return true }
    guard let cause = event.cause.map({ RecordID($0) }) else { return false }
    if let known {
      return known.live[cause]?.contains {
        !(known.exemptions[$0]?.contains(event.subject) ?? false)
      } ?? false
    }
    let statement = try db.cachedStatement(
      sql: """
        SELECT EXISTS (
          SELECT 1 FROM voiding
          WHERE target = ?
            AND NOT EXISTS (SELECT 1 FROM restoring WHERE restoring.void = voiding.event)
            AND NOT EXISTS (
              SELECT 1 FROM exemption WHERE exemption.void = voiding.event AND record = ?
            )
        )
        """)
    return try Bool.fetchOne(statement, arguments: [cause, event.subject]) ?? false
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
