import GRDB

/// Whether the tables and indexes of a file are as this program makes them, and whether it holds others.
enum SchemaCheck {
  /// What is missing, or made by other words; triggers, for the program makes none; tables, views and rows
  /// of `local` that are not its own, for they may hold people whom no erasure finds. What belongs to
  /// tables that are a fold of the journal is made anew with them.
  static func faults(of db: Database) throws -> [JournalFault] {
    let model = try DatabaseQueue()
    try Migrations.migrator.migrate(model)
    let (made, found) = (try model.read(objects), try objects(of: db))
    let triggers = found.keys.filter { $0.kind == "trigger" }
    let foreign = found.keys.filter { ["table", "view"].contains($0.kind) && made[$0] == nil }
    let names = foreign.map { "\($0.kind) \($0.name)" } + (try foreignLocals(of: db))
    return Set(made.keys).union(triggers).filter { made[$0] != found[$0] }
      .map { object in
        JournalFault(
          problem: ProjectionSchema.tables.contains(object.table)
            ? .projectionDiffers : .fileDamaged,
          row: nil, detail: "\(object.kind) \(object.name)")
      }.sorted { $0.detail < $1.detail }
      + names.sorted().map { JournalFault(problem: .foreignContent, row: nil, detail: $0) }
  }

  private static func foreignLocals(of db: Database) throws -> [String] {
    guard try db.tableExists("local") else { return [] }
    return try String.fetchAll(db, sql: "SELECT key || '' FROM local")
      .filter { Local(rawValue: $0) == nil && !Register.isNote(ofRejectedFile: $0) }
      .map { "local \($0)" }
  }

  private struct Object: Hashable {
    let kind: String
    let name: String
    let table: String
  }

  /// The words that made each object. A turned bit can make bytes of a text, which read the same.
  private static func objects(of db: Database) throws -> [Object: String] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT type || '', name || '', tbl_name || '',
          typeof(type) || typeof(name) || typeof(tbl_name) || typeof(sql) || sql
        FROM sqlite_schema WHERE sql IS NOT NULL
        """)
    let objects = try rows.map { row in
      try (
        Object(
          kind: row.decode(atIndex: 0), name: row.decode(atIndex: 1), table: row.decode(atIndex: 2)),
        row.decode(String.self, atIndex: 3)
      )
    }
    return Dictionary(objects) { first, _ in first }
  }
}
