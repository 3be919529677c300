import CSQLite
import Foundation
import GRDB

/// How lantoa talks to SQLite about a file.
extension Register {
  static func configuration(readOnly: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = readOnly
    configuration.busyMode = .timeout(5)
    let isTraced = ProcessInfo.processInfo.environment["SQL_TRACE"] == "1"
    configuration.prepareDatabase { db in
      // 64 MiB of pages: a rebuild visits the journal by record, not in the order of the file.
      try db.execute(sql: "PRAGMA cache_size = -65536")
      try ignoreForeignCode(over: db)
      if isTraced { db.trace { FileHandle.standardError.write(Data("\($0)\n".utf8)) } }
    }
    return configuration
  }

  /// What others have put into a file changes nothing of what is recorded and erased there.
  private static func ignoreForeignCode(over db: Database) throws {
    let code = lantoa_ignore_triggers_and_views(db.sqliteConnection)
    guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
  }

  /// Sets what makes an acknowledged write survive power loss, after opening, for GRDB lowers
  /// `synchronous` to NORMAL when it turns on the write-ahead log; then asserts it.
  static func makeDurable(_ queue: DatabaseQueue) throws {
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA synchronous = FULL")
      if try String.fetchOne(db, sql: "PRAGMA journal_mode") != "wal" {
        try db.execute(sql: "PRAGMA journal_mode = WAL")
      }
      for (pragma, expected) in [
        ("synchronous", "2"), ("journal_mode", "wal"), ("foreign_keys", "1"),
      ] {
        let value = try String.fetchOne(db, sql: "PRAGMA \(pragma)") ?? ""
        guard value == expected else {
          throw RegisterError.notDurable(setting: pragma, value: value)
        }
      }
    }
  }
}
