import Domain
import GRDB

extension Register {
  /// Makes indexes of the journal again that are gone or damaged, unless events were lost: to be done before it
  /// is checked whether it may be folded.
  package func mendIndexes() throws {
    try write(JournalStructure.mendIndexes)
  }

  /// What is found by the journal's indexes and columns can be relied on.
  ///
  /// - Throws: `RegisterError.indexesDamaged`; `.altered` for an event whose columns say something else than its
  ///   envelope.
  package func requireFindable() throws {
    try RegisterError.naming(path) {
      try queue.read { db in
        guard try JournalStructure.faults(of: db).isEmpty else {
          throw RegisterError.indexesDamaged(path: path)
        }
        if let row = try MisplacedEvent.first(in: db) { throw AlteredEvent(row: row) }
      }
    }
  }

  /// Empties the tables and folds the journal again, in one transaction, with what erasures name emptied
  /// again before.
  ///
  /// Rows refer only to keys that the fold itself has given: SQLite need not look each of them up.
  /// - Returns: how many events had personal parts that were erased before. Old pages of the file hold them
  ///   until it is written anew.
  @discardableResult
  package func rebuild(progress: (Int) -> Void = { _ in }) throws -> Int {
    try checkReferences(false)
    let result = Result {
      try write { db in
        let erasure = Erasure(db: db)
        let filled = try erasure.emptyAll(erasure.targets())
        var projector = Projector(db: db)
        try projector.rebuild(progress: progress)
        try JournalStructure.makeMissingIndexes(in: db)
        if filled > 0 {
          let newest = try ErasedList(of: db).days.values.max()
          try Local.set(.scrubPending, newest?.description, in: db)
        }
        return filled
      }
    }
    try checkReferences(true)
    return try result.get()
  }

  private func checkReferences(_ isWanted: Bool) throws {
    try RegisterError.naming(path) {
      try queue.writeWithoutTransaction {
        try $0.execute(sql: "PRAGMA foreign_keys = \(isWanted ? "ON" : "OFF")")
      }
    }
  }
}
