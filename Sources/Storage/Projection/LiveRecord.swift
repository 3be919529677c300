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
    let registration = PersonHistory.Spell(
      residence: Residence(key: learner[1], unit: learner[2]), from: learner[3])
    return LiveRecord(
      key: key, id: learner[0],
      spells: [registration]
        + moves.map {
          PersonHistory.Spell(residence: Residence(key: $0[0], unit: $0[1]), from: $0[2])
        },
      died: learner[4],
      achievements: try achievements.map {
        PersonHistory.Achievement(
          course: $0[0], day: $0[1], result: try LearningResult(rank: $0[2]))
      })
  }
}
