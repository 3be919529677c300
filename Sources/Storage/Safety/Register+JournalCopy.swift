import GRDB

/// A register of which only the journal can be read: a page of its tables or indexes is damaged on the disk.
extension Register {
  /// Whether SQLite finds pages that are not as it leaves them. Nothing should be written to such a file: what
  /// it takes for a free page may hold events.
  package func hasDamagedPages() throws -> Bool {
    try RegisterError.naming(path) {
      do {
        return try queue.read { try String.fetchAll($0, sql: "PRAGMA quick_check") }
          .contains { $0 != "ok" && !JournalStructure.isAboutValues($0) }
      } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
        return true
      }
    }
  }

  /// Copies the journal, row by row and by no index, into an empty file, and folds the tables there.
  ///
  /// - Returns: false where something would be left behind: events that only an index knows of, one that is not as it
  ///   was written, or what no lantoa has put into the file.
  static func copyJournal(
    of db: Database, into draft: DraftFile, progress: (Int) -> Void = { _ in }
  ) throws -> Bool {
    do {
      guard try ForeignContent.names(in: db).isEmpty,
        try JournalStructure.eventsLost(in: db) == nil
      else { return false }
      try draft.empty()
      try copyRows(of: db, to: draft.path)
      let copy = try open(at: draft.path, isDraft: true)
      let found = try copy.verify(includingProjection: false)
      let isWhole = found.faults.allSatisfy { $0.problem == .personalKept }
      if isWhole {
        try copy.rebuild(progress: progress)
        try copy.queue.writeWithoutTransaction { try $0.execute(sql: "VACUUM") }
      }
      try copy.close()
      return isWhole
    } catch let error as DatabaseError
      where [.SQLITE_CORRUPT, .SQLITE_CONSTRAINT].contains(error.resultCode)
    {
      return false
    }
  }

  /// Without the note that old pages wait to be written over: none of them is copied.
  private static func copyRows(of db: Database, to path: String) throws {
    let queue = try DatabaseQueue(path: path, configuration: configuration(readOnly: false))
    try queue.writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA application_id = \(applicationID)")
    }
    try Migrations.migrator.migrate(queue)
    try queue.write { copy in
      for table in ["device", "event"] {
        try copyRows(of: table, JournalSchema.columns[table] ?? [], from: db, to: copy)
      }
      if try Local.isKept(in: db) {
        try copyRows(of: "local", ["key", "value"], from: db, to: copy)
        try Local.set(.scrubPending, nil, in: copy)
      }
    }
    try queue.close()
  }

  private static func copyRows(
    of table: String, _ columns: [String], from db: Database, to copy: Database
  ) throws {
    let names = columns.joined(separator: ", ")
    let places = columns.map { _ in "?" }.joined(separator: ", ")
    let insertion = try copy.makeStatement(
      sql: "INSERT INTO \(table) (\(names)) VALUES (\(places))")
    let rows = try Row.fetchCursor(db, sql: "SELECT \(names) FROM \(table) NOT INDEXED")
    while let row = try rows.next() {
      try insertion.execute(arguments: StatementArguments(row.databaseValues))
    }
  }
}
