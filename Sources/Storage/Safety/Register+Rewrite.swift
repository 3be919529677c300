import Domain
import Foundation
import GRDB

extension Register {
  /// What became of the attempt to write a file anew.
  package enum Rewriting: Hashable, Sendable {
    /// No page of the file holds anything that is not in its tables.
    case done
    /// Later: the register is marked, and the next program to open it tries again.
    case postponed(RegisterError)
  }

  /// Writes the whole file anew after an erasure, so that no old page keeps what was erased. Once this
  /// begins, no other program may have the register open.
  ///
  /// The new file takes the old one's place under an exclusive lock; the old pages are cut off, so that
  /// whoever has waited for the lock finds an empty file and opens the new one.
  /// It waits `patience` seconds for other programs. `foldingAnew`: only the journal is taken over, and the
  /// tables are folded again, because pages are damaged.
  package static func rewrite(
    at path: String, patience: Double = 5, foldingAnew: Bool = false,
    progress: (Int) -> Void = { _ in }
  ) throws -> Rewriting {
    let path = RealPath.of(path)
    do {
      try RegisterError.naming(path) {
        try requireSoleName(of: path)
        var pages: Int32 = -1
        defer { if pages >= 0 { Foundation.close(pages) } }
        var configuration = configuration(readOnly: false)
        configuration.busyMode = .timeout(patience)
        let old = try DatabaseQueue(path: path, configuration: configuration)
        // Closed before `pages` is: closing any descriptor of a file drops the locks on it.
        defer { try? old.close() }
        try old.writeWithoutTransaction { db in
          try lockForGood(db)
          pages = Foundation.open(path, O_RDWR)
          let draft = try DraftFile(for: path)
          do {
            try copy(
              db, into: draft, withLog: true, foldingAnew: foldingAnew, progress: progress)
            try draft.replace()
          } catch {
            draft.discard()
            throw error
          }
          if pages >= 0 { ftruncate(pages, 0) }
        }
      }
      return .done
    } catch let error as RegisterError {
      switch error {
      case .locked, .diskFull, .noRoom, .cannotOpen, .refused, .readOnly, .severalNames, .damaged:
        return .postponed(error)
      default: throw error
      }
    }
  }

  /// Keeps everybody else out until the connection closes.
  ///
  /// Leaving the write-ahead log takes an exclusive lock, which no other open connection allows; and a
  /// connection in exclusive mode never gives it back.
  private static func lockForGood(_ db: Database) throws {
    try db.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
    guard try String.fetchOne(db, sql: "PRAGMA journal_mode = DELETE") == "delete" else {
      throw DatabaseError(resultCode: .SQLITE_BUSY)
    }
    try db.execute(sql: "BEGIN EXCLUSIVE; COMMIT")
  }

  /// Copies what the tables hold, and nothing else, into an empty file, which then says that it is clean.
  ///
  /// Of a connection that only reads the pages are copied first: SQLite lets such a one copy rows by a table's
  /// own rules, which another program may have made so that they drop some, and never with computed columns.
  ///
  /// A file `withLog` may be opened by several programs at once from the beginning; one without can be
  /// read where nothing may be written.
  ///
  /// Where a page of the tables cannot be read, or is not to be (`foldingAnew`), they are folded again from the journal.
  /// - Returns: whether they were.
  @discardableResult
  static func copy(
    _ db: Database, into draft: DraftFile, withLog: Bool, without keys: [Local] = [],
    foldingAnew: Bool = false, progress: (Int) -> Void = { _ in }
  ) throws -> Bool {
    try RegisterError.making(draft.target) {
      var isFoldedAnew = foldingAnew
      do {
        if foldingAnew { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
        try copyPages(of: db, into: draft)
      } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
        guard try copyJournal(of: db, into: draft, progress: progress) else { throw error }
        isFoldedAnew = true
      }
      let copy = try DatabaseQueue(path: draft.path, configuration: configuration(readOnly: false))
      try copy.writeWithoutTransaction { copy in
        try copy.execute(sql: "PRAGMA journal_mode = \(withLog ? "WAL" : "DELETE")")
        // No byte of what is left out stays on its page.
        try copy.execute(sql: "PRAGMA secure_delete = ON")
        if try Local.isKept(in: copy) {
          for key in [.scrubPending] + keys { try Local.set(key, nil, in: copy) }
        }
        if withLog { _ = try copy.checkpoint(.truncate) }
      }
      try copy.close()
      return isFoldedAnew
    }
  }

  private static func copyPages(of db: Database, into draft: DraftFile) throws {
    guard db.configuration.readonly else {
      return try db.execute(sql: "VACUUM INTO ?", arguments: [draft.path])
    }
    let copy = try DatabaseQueue(path: draft.path, configuration: configuration(readOnly: false))
    try copy.writeWithoutTransaction { copy in
      try db.backup(to: copy)
      try copy.execute(sql: "VACUUM")
    }
    try copy.close()
  }
}
