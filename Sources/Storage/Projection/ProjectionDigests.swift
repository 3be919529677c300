import Domain
import GRDB

/// What the tables of a journal's fold must come to, worked out beside the register: of large tables no
/// row is kept, and the others lie in a temporary database that SQLite unlinks as it opens it.
struct ProjectionDigests {
  private var byTable: [String: TableDigest] = [:]

  private init(ofJournal journal: Database, progress: (Int) -> Void) throws {
    var configuration = Configuration()
    // Learners, to whom links refer, are not in it.
    configuration.foreignKeysEnabled = false
    let few = try DatabaseQueue(path: "", configuration: configuration)
    try few.write { target in
      try ProjectionSchema.create(target)
      var fold = try BulkFold(of: journal, into: target, rows: RowDigests())
      try fold.run(progress: progress)
      try fold.putLinkedLearners()
      for table in ProjectionDump.tables {
        byTable[table] = try ProjectionDump.digest(of: table, in: target)
      }
      for table in LargeTable.allCases { byTable[table.name] = fold.rows[table] }
    }
  }
}

extension ProjectionDigests {
  /// The tables that are not the fold of the journal they lie beside.
  static func tablesThatDiffer(in db: Database, progress: (Int) -> Void) throws -> [String] {
    let folded = try ProjectionDigests(ofJournal: db, progress: progress)
    return try ProjectionDump.tables.filter {
      try ProjectionDump.digest(of: $0, in: db) != folded.byTable[$0]
    }
  }
}

extension BulkFold<RowDigests> {
  /// Gives links the ids of those whom they join, which are not in the tables of what is few.
  fileprivate func putLinkedLearners() throws {
    let linked = try Int64.fetchAll(
      projector.db,
      sql: """
        SELECT a FROM link UNION SELECT b FROM link
        UNION SELECT a FROM distinction UNION SELECT b FROM distinction
        """)
    for key in linked {
      try projector.db.execute(
        sql: "INSERT INTO learner (key, id) VALUES (?, ?)",
        arguments: [key, projector.keys.learners?[key]])
    }
  }
}
