import GRDB

/// What belongs to this file on this machine, and travels to no other.
enum Local: String {
  /// The id under which this file writes events.
  case device
  /// Who records, where nobody else is named.
  case actor
  /// The wall clock, in milliseconds, of the last write since somebody said that the clock is right
  /// although the journal disagrees.
  case trustedClock
  /// Set while pages of the file may still hold what an erasure has taken out of the tables.
  case scrubPending
  /// The wall clock, in milliseconds, of the last backup that was made and checked.
  case lastBackup
  /// The folder where the last backup was put, or was to be. In no copy of the file.
  case backupFolder

  /// Whether the file has the notes: another program may have taken them away.
  static func isKept(in db: Database) throws -> Bool {
    try Int.fetchOne(
      db,
      sql: """
        SELECT count(*) FROM sqlite_schema AS object JOIN pragma_table_xinfo('local') AS field
        WHERE object.type = 'table' AND object.name = 'local' AND field.name IN ('key', 'value')
        """) == 2
  }

  static func get(_ key: Local, in db: Database) throws -> String? {
    try String.fetchOne(
      db.cachedStatement(sql: "SELECT value FROM local WHERE key = ?"), arguments: [key.rawValue])
  }

  static func set(_ key: Local, _ value: String?, in db: Database) throws {
    if let value {
      try db.execute(
        sql: "INSERT OR REPLACE INTO local (key, value) VALUES (?, ?)",
        arguments: [key.rawValue, value])
    } else {
      try db.execute(sql: "DELETE FROM local WHERE key = ?", arguments: [key.rawValue])
    }
  }
}
