import GRDB

/// Every schema a register has had, in order. A shipped migration is never edited.
enum Migrations {
  static let migrator: DatabaseMigrator = {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("001-journal", migrate: JournalSchema.create)
    migrator.registerMigration("002-projection", migrate: ProjectionSchema.create)
    return migrator
  }()
}
