import GRDB

/// Every schema a register has had, in order.
///
/// The journal's migrations are kept as they were shipped. The projection is a fold of the journal, so
/// a change of its tables only raises `ProjectionSchema.version`: the tables of any older version are
/// dropped, made as they are now, and folded again. Tables of others stay.
enum Migrations {
  static let migrator: DatabaseMigrator = {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("001-journal", migrate: JournalSchema.create)
    for version in 1..<ProjectionSchema.version {
      migrator.registerMigration(ProjectionSchema.name(ofVersion: version)) { _ in }
    }
    migrator.registerMigration(ProjectionSchema.name(ofVersion: ProjectionSchema.version)) { db in
      try ProjectionSchema.drop(in: db)
      try ProjectionSchema.create(db)
      var projector = Projector(db: db)
      try projector.rebuild { _ in }
    }
    return migrator
  }()

  /// Whether a file says which schema it has. One that has not been given any may.
  static func areNoted(in db: Database) throws -> Bool {
    guard try db.tableExists("event") else { return true }
    guard let applied = try? migrator.appliedIdentifiers(db) else { return false }
    return !applied.isEmpty
  }

  /// What others have put into an older register under a name that a table has been given since; nil where
  /// every such name is free.
  static func takenName(in db: Database) throws -> String? {
    let applied = try migrator.appliedIdentifiers(db)
    let added = ProjectionSchema.added.filter {
      !applied.contains(ProjectionSchema.name(ofVersion: $0.key))
    }.flatMap(\.value).map { $0.lowercased() }
    return try String.fetchAll(
      db, sql: "SELECT name || '' FROM sqlite_schema WHERE type IN ('table', 'view') ORDER BY name"
    ).first { added.contains($0.lowercased()) }
  }
}
