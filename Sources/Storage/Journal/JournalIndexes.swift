import Domain
import GRDB

/// The indexes of the journal's tables: made of these, and to be made of them again at any time.
enum JournalIndexes {
  private static let tables = ["device", "event"]

  /// What SQLite finds wrong with the structure of the tables and of their indexes, values apart.
  static func faults(of db: Database) throws -> [JournalFault] {
    try tables.flatMap { table in
      try String.fetchAll(db, sql: "PRAGMA integrity_check(\(table))")
    }
    .filter { $0 != "ok" && !isAboutValues($0) }
    .map { JournalFault(problem: .indexDamaged, row: nil, detail: $0) }
  }

  private static func isAboutValues(_ message: String) -> Bool {
    message.hasPrefix("CHECK ") || message.contains(" value in ")
  }

  /// Makes them again, also those that are gone; but not where others have their name.
  static func makeAgain(in db: Database) throws {
    let names = Set(try SchemaObject.all(in: db).keys.map(\.name))
    let model = try SchemaObject.model()
    let made = try model.read { model in
      try tables.flatMap { table in
        try Row.fetchAll(
          model,
          sql: """
            SELECT name, sql FROM sqlite_schema
            WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL
            """, arguments: [table])
      }
    }
    for index in made {
      if try !names.contains(index.decode(atIndex: 0)) {
        try db.execute(sql: index.decode(atIndex: 1))
      }
    }
    for table in tables { try db.execute(sql: "REINDEX \(table)") }
  }
}
