import GRDB

/// What is in a file and no lantoa puts there: tables, and columns of its own tables, may hold people whom
/// no erasure finds, and a trigger changes what is recorded.
enum ForeignContent {
  /// Each by its kind and name, in order; an index only where its table is lantoa's.
  static func names(in db: Database) throws -> [String] {
    let objects = try objects(in: db)
    let tables = Set(objects.filter { $0.kind == "table" }.map(\.name))
    let shown = objects.filter { $0.kind != "index" || !tables.contains($0.table) }
      .map { "\($0.kind) \($0.name)" }
    let locals = try locals(in: db).map { "local \($0)" }
    let version = try version(of: db).map { "user_version \($0)" }
    return (shown + locals + version + (try AlteredSchema.names(in: db))).sorted()
  }

  /// Takes it out of a copy, and writes the file anew, so that no page keeps it.
  ///
  /// By its line in the schema: a table of a module that is not here cannot be dropped.
  /// - Returns: the names.
  static func remove(from db: Database) throws -> [String] {
    let names = try names(in: db)
    guard !names.isEmpty else {
      try AlteredSchema.mend(db)
      return []
    }
    try db.execute(sql: "PRAGMA writable_schema = ON")
    for object in try objects(in: db) {
      try db.execute(
        sql: """
          DELETE FROM sqlite_schema WHERE type = ?1 AND name = ?2 OR ?1 = 'table' AND tbl_name = ?2
          """, arguments: [object.kind, object.name])
    }
    try db.execute(sql: "PRAGMA writable_schema = RESET")
    for key in try locals(in: db) {
      try db.execute(sql: "DELETE FROM local WHERE key = ?", arguments: [key])
    }
    try AlteredSchema.mend(db)
    try db.execute(sql: "PRAGMA user_version = 0; VACUUM")
    return names
  }

  private static func objects(in db: Database) throws -> [SchemaObject] {
    let own = Set(try SchemaObject.ofProgram().keys.map { [$0.kind, $0.name] })
    return try SchemaObject.all(in: db).keys.filter { !own.contains([$0.kind, $0.name]) }
  }

  private static func locals(in db: Database) throws -> [String] {
    guard try Local.isKept(in: db) else { return [] }
    return try String.fetchAll(db, sql: "SELECT key || '' FROM local")
      .filter { Local(rawValue: $0) == nil && !Register.isNote(ofRejectedFile: $0) }
  }

  /// A number that SQLite keeps for programs, and this one leaves at nought.
  private static func version(of db: Database) throws -> [Int] {
    try Int.fetchAll(db, sql: "PRAGMA user_version").filter { $0 != 0 }
  }
}

extension Register {
  /// What the file holds that no lantoa puts there, each by its kind and name.
  package func foreignContent() throws -> [String] {
    try RegisterError.naming(path) { try queue.read(ForeignContent.names) }
  }
}
