import Coverage
import Domain
import GRDB

/// What counts of one live, known record of a person.
struct LiveRecord {
  let key: Int64
  let id: Learner.ID
  /// The registration, then every move: of two on one day the later holds.
  let spells: [PersonHistory.Spell]
  let died: CalendarDay?
  let achievements: [PersonHistory.Achievement]
}

extension PersonHistory {
  /// The person whose records these are; nil where none of them is live.
  ///
  /// Of spells that begin on one day that of the smallest id holds, and so stands last.
  init?(joining records: [LiveRecord]) {
    guard !records.isEmpty else { return nil }
    let spells = records.sorted { $1.id < $0.id }.flatMap(\.spells)
    let known = spells.filter { $0.residence != .unallocated }
    self.init(
      spells: known.isEmpty ? spells : known,
      achievements: records.flatMap(\.achievements), died: records.compactMap(\.died).min())
  }
}

extension LiveRecord {
  /// Nil for a record that is void, or whose registration has not arrived.
  static func fetch(_ key: Int64, in db: Database) throws -> LiveRecord? {
    let learner = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT learner.id, registeredIn, unit.id, registeredOn, died
          FROM learner LEFT JOIN unit ON unit.key = registeredIn
          WHERE learner.key = ? AND known AND NOT void
          """), arguments: [key])
    guard let learner else { return nil }
    let moves = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT residence, unit.id, start
          FROM move LEFT JOIN unit ON unit.key = residence
          WHERE learner = ? ORDER BY start
          """), arguments: [key])
    let achievements = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT session.course, session.date, mark.result
          FROM mark JOIN session ON session.key = mark.session
          WHERE mark.learner = ?1 AND session.known AND NOT session.void
            AND session.form <> 'broadcast'
          UNION ALL
          SELECT course, date, result FROM completion WHERE learner = ?1 AND NOT void
          """), arguments: [key])
    return try LiveRecord(
      key: key, id: learner.decode(atIndex: 0),
      spells: [PersonHistory.Spell(row: learner, at: 1)]
        + moves.map { try PersonHistory.Spell(row: $0, at: 0) },
      died: learner.decode(atIndex: 4),
      achievements: achievements.map { row in
        try PersonHistory.Achievement(
          course: row.decode(atIndex: 0), day: row.decode(atIndex: 1),
          result: LearningResult(rank: row.decode(atIndex: 2)))
      })
  }
}

extension PersonHistory.Spell {
  /// Reads a residence, the id of its unit and a day from three columns, of which the first is `column`.
  fileprivate init(row: Row, at column: Int) throws {
    self.init(
      residence: Residence(
        key: try row.decode(atIndex: column), unit: try row.decode(atIndex: column + 1)),
      from: try row.decode(atIndex: column + 2))
  }
}
