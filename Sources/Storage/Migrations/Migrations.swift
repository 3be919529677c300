import GRDB

/// Every schema a register has had, in order.
///
/// The journal's migrations are kept as they were shipped. The projection is a fold of the journal, so
/// a change of its tables only raises `ProjectionSchema.version`: the tables of any older version are
/// dropped, made as they are now, and folded again.
enum Migrations {
  static let migrator: DatabaseMigrator = {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("001-journal", migrate: JournalSchema.create)
    for version in 1..<ProjectionSchema.version {
      migrator.registerMigration(ProjectionSchema.name(ofVersion: version)) { _ in }
    }
    migrator.registerMigration(ProjectionSchema.name(ofVersion: ProjectionSchema.version)) { db in
      try dropProjection(in: db)
      try ProjectionSchema.create(db)
      var projector = Projector(db: db)
      try projector.rebuild { _ in }
    }
    return migrator
  }()

  /// Drops every table but those of the journal and the migrator's own.
  private static func dropProjection(in db: Database) throws {
    let tables = try String.fetchAll(
      db,
      sql: """
        SELECT name FROM sqlite_schema
        WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'grdb%'
        """)
    for table in tables where !JournalSchema.tables.contains(table) {
      try db.drop(table: table)
    }
  }
}
