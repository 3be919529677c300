import GRDB

/// A table, an index, a view or a trigger of a file.
struct SchemaObject: Hashable {
  let kind: String
  let name: String
  /// The table that it belongs to; its own name where it is one.
  let table: String

  /// The words that made each object of a file. A turned bit can make bytes of a text, which read the
  /// same.
  static func all(in db: Database) throws -> [SchemaObject: String] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT type || '', name || '', tbl_name || '',
          typeof(type) || typeof(name) || typeof(tbl_name) || typeof(sql) || sql
        FROM sqlite_schema WHERE sql IS NOT NULL
        """)
    let objects = try rows.map { row in
      try (
        SchemaObject(
          kind: row.decode(atIndex: 0), name: row.decode(atIndex: 1), table: row.decode(atIndex: 2)),
        row.decode(String.self, atIndex: 3)
      )
    }
    return Dictionary(objects) { first, _ in first }
  }

  /// Those that this program makes.
  static func ofProgram() throws -> [SchemaObject: String] { try model().read(all) }

  /// An empty register, in memory.
  static func model() throws -> DatabaseQueue {
    let model = try DatabaseQueue()
    try Migrations.migrator.migrate(model)
    return model
  }
}
