import GRDB

/// The files of rejected rows that this register's imports have written: they hold people too, so an
/// erasure has to know of them.
extension Register {
  private static let prefix = "rejected:"
  private static let uncleared = "uncleared:"

  /// Whether a key of `local` is such a note.
  static func isNote(ofRejectedFile key: String) -> Bool { key.hasPrefix(prefix) }

  /// Whether such a note says so: nothing, or that the file could not be cleared.
  static func isState(ofRejectedFile value: String) -> Bool {
    value.isEmpty || value.hasPrefix(uncleared)
  }

  package func note(rejectedFile path: String) throws { try note(path, "") }

  /// Notes that a file may still hold somebody who is erased, because it could not be read or written.
  package func note(unclearedFile path: String) throws {
    try note(path, Self.uncleared + (FileStamp(of: path)?.text ?? ""))
  }

  private func note(_ path: String, _ value: String) throws {
    try write { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO local (key, value) VALUES (?, ?)",
        arguments: [Self.prefix + path, value])
    }
  }

  package func rejectedFiles() throws -> [String] { try notes().map(\.path) }

  /// Those that may still hold somebody who is erased: they could not be cleared, are still there, and
  /// nobody has edited them since.
  package func unclearedFiles() throws -> [String] {
    try notes().filter { path, value in
      guard value.hasPrefix(Self.uncleared), !FileStamp.isGone(path) else { return false }
      let stamp = value.dropFirst(Self.uncleared.count)
      return stamp.isEmpty || FileStamp(of: path).map { $0.text == stamp } ?? true
    }.map(\.path)
  }

  private func notes() throws -> [(path: String, value: String)] {
    try RegisterError.naming(path) {
      try queue.read { db in
        try Row.fetchAll(
          db, sql: "SELECT substr(key, ?), value FROM local WHERE key GLOB ? ORDER BY key",
          arguments: [Self.prefix.count + 1, Self.prefix + "*"]
        ).map { try ($0.decode(atIndex: 0), $0.decode(atIndex: 1)) }
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
