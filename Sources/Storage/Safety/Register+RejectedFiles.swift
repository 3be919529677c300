import GRDB

/// The files of rejected rows that this register's imports have written: they hold people too, so an
/// erasure has to know of them.
extension Register {
  private static let prefix = "rejected:"

  package func note(rejectedFile path: String) throws {
    try write { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO local (key, value) VALUES (?, '')",
        arguments: [Self.prefix + path])
    }
  }

  package func rejectedFiles() throws -> [String] {
    try RegisterError.naming(path) {
      try queue.read { db in
        try String.fetchAll(
          db, sql: "SELECT substr(key, ?) FROM local WHERE key GLOB ? ORDER BY key",
          arguments: [Self.prefix.count + 1, Self.prefix + "*"])
      }
    }
  }

  package func forget(rejectedFile path: String) throws {
    try write { db in
      try db.execute(
        sql: "DELETE FROM local WHERE key = ?", arguments: [Self.prefix + path])
    }
  }
}
