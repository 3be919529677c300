import GRDB

/// What this program makes and another has changed: columns added to a table, or the words of a definition.
enum AlteredSchema {
  /// Each by its kind and name, in order: what a table has beyond its own columns; where it has no more,
  /// and of what is no table, the definition.
  static func names(in db: Database) throws -> [String] {
    let model = try SchemaObject.model()
    return try model.read { model in
      let made = try SchemaObject.all(in: model)
      let own = Set(made.keys.map { [$0.kind, $0.name] })
      return try SchemaObject.all(in: db)
        .filter { own.contains([$0.kind, $0.name]) && made[$0] != $1 }.keys
        .flatMap { object in
          let known = Set(try columns(of: object, in: model))
          let added = try columns(of: object, in: db).filter { !known.contains($0) }
          return added.isEmpty
            ? ["definition \(object.name)"] : added.map { "column \(object.name).\($0)" }
        }.sorted()
    }
  }

  /// Makes anew, in a copy, the tables and indexes that differ from this program's, with what the columns
  /// hold that are its own; empty where one of these is gone. Those of the fold are made with that.
  static func mend(_ db: Database) throws {
    let model = try SchemaObject.model()
    let found = try SchemaObject.all(in: db)
    let tables = try model.read(SchemaObject.all).filter { $1 != found[$0] }.keys.map(\.table)
    let altered = Set(tables).subtracting(ProjectionSchema.tables).sorted()
    guard !altered.isEmpty else { return }
    try db.execute(sql: "PRAGMA foreign_keys = OFF")
    try db.inTransaction {
      for table in altered { try model.read { try remake(table, as: $0, in: db) } }
      return .commit
    }
    try db.execute(sql: "PRAGMA foreign_keys = ON")
  }

  private static func remake(_ table: String, as model: Database, in db: Database) throws {
    let made = try Row.fetchAll(
      model,
      sql: """
        SELECT name, sql FROM sqlite_schema WHERE tbl_name = ? AND sql IS NOT NULL
        ORDER BY type = 'index'
        """, arguments: [table])
    let own = try names(ofColumnsIn: table, of: model)
    // Those without which there is no register have been asked for before.
    let isWhole = Set(own).isSubset(of: try names(ofColumnsIn: table, of: db))
    // Never in quotes: SQLite takes the quoted name of a column that is not there for a text.
    let columns = own.joined(separator: ", ")
    if isWhole { try db.execute(sql: "CREATE TABLE remade AS SELECT \(columns) FROM \(table)") }
    try db.execute(sql: "DROP TABLE IF EXISTS \(table)")
    for row in made {
      let (name, statement): (String, String) = (
        try row.decode(atIndex: 0), try row.decode(atIndex: 1)
      )
      if name != table { try db.execute(sql: "DROP INDEX IF EXISTS \(name)") }
      try db.execute(sql: statement)
    }
    guard isWhole else { return }
    try db.execute(
      sql: """
        INSERT INTO \(table) (\(columns)) SELECT \(columns) FROM remade;
        DROP TABLE remade;
        """)
  }

  private static func columns(of object: SchemaObject, in db: Database) throws -> [String] {
    object.kind == "table" ? try names(ofColumnsIn: object.name, of: db) : []
  }

  static func names(ofColumnsIn table: String, of db: Database) throws -> [String] {
    try String.fetchAll(db, sql: "SELECT name FROM pragma_table_xinfo(?)", arguments: [table])
  }
}
