import GRDB

/// Whether the tables and indexes of a file are as this program makes them.
enum SchemaCheck {
  /// The names of those that are missing or made by other words, and of triggers, which it makes none of.
  /// Tables that somebody has put beside them are nobody's business.
  static func objectsThatDiffer(in db: Database) throws -> [String] {
    let model = try DatabaseQueue()
    try Migrations.migrator.migrate(model)
    let (made, found) = (try model.read(objects), try objects(of: db))
    return Set(made.keys).union(found.keys.filter { $0.hasPrefix("trigger ") })
      .filter { made[$0] != found[$0] }.sorted()
  }

  /// The words that made each object. A turned bit can make bytes of a text, which read the same.
  private static func objects(of db: Database) throws -> [String: String] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT type || ' ' || name || ' of ' || tbl_name,
          typeof(type) || typeof(name) || typeof(tbl_name) || typeof(sql) || sql
        FROM sqlite_schema WHERE sql IS NOT NULL
        """)
    return Dictionary(rows.map { ($0[0], $0[1]) }) { first, _ in first }
  }
}
