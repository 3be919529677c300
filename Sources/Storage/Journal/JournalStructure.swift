import Domain
import GRDB

/// The tables of the journal and their indexes, as SQLite keeps them on pages.
///
/// An index is made of its table, and can be made of it again; but where both are damaged the index may be all
/// that still knows of an event.
enum JournalStructure {
  private static let tables = ["device", "event"]
  private static let indexes = [
    "sqlite_autoindex_event_1", "sqlite_autoindex_event_2", "eventSubject",
  ]

  /// What SQLite finds wrong, values apart: `eventsLost` where indexes have more events than their table.
  static func faults(of db: Database) throws -> [JournalFault] {
    let messages = try tables.flatMap { table in
      try String.fetchAll(db, sql: "PRAGMA integrity_check(\(table))")
    }.filter { $0 != "ok" && !isAboutValues($0) }
    guard !messages.isEmpty else { return [] }
    if let lost = try eventsLost(in: db) {
      return [JournalFault(problem: .eventsLost, row: nil, detail: "event: \(lost)")]
    }
    return messages.map { JournalFault(problem: .indexDamaged, row: nil, detail: $0) }
  }

  /// A value where another belongs, on a page that is sound.
  static func isAboutValues(_ message: String) -> Bool {
    message.hasPrefix("CHECK ") || message.contains(" value in ")
  }

  /// How many events at least two indexes know of and the table does not have: one alone is itself damaged.
  static func eventsLost(in db: Database) throws -> Int? {
    let held = try Int.fetchOne(db, sql: "SELECT count(*) FROM event NOT INDEXED") ?? 0
    let known = indexes.compactMap { index in
      try? Int.fetchOne(db, sql: "SELECT count(*) FROM event INDEXED BY \(index)")
    }
    let second = known.sorted(by: >).dropFirst().first ?? 0
    return second > held ? second - held : nil
  }

  /// Makes indexes again that are gone or damaged, if every event that they knew of is there.
  static func mendIndexes(in db: Database) throws {
    try makeMissingIndexes(in: db)
    let faults = try faults(of: db)
    guard !faults.isEmpty, faults.allSatisfy({ $0.problem == .indexDamaged }) else { return }
    do {
      for table in tables { try db.execute(sql: "REINDEX \(table)") }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
      throw DatabaseError(
        resultCode: .SQLITE_CORRUPT,
        message: "two events have one id, or one place in the chain of their device")
    }
  }

  /// Those that have no name of somebody else's.
  static func makeMissingIndexes(in db: Database) throws {
    let names = Set(try SchemaObject.all(in: db).keys.map(\.name))
    let made = try SchemaObject.model().read { model in
      try tables.flatMap { table in
        try Row.fetchAll(
          model,
          sql: """
            SELECT name, sql FROM sqlite_schema
            WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL
            """, arguments: [table])
      }
    }
    for index in made where try !names.contains(index.decode(atIndex: 0)) {
      try db.execute(sql: index.decode(atIndex: 1))
    }
  }
}
