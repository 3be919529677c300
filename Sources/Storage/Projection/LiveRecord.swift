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

/// Every live, known record, by key: cursors that run side by side, so that a whole city needs three
/// queries and no memory.
struct LiveRecordCursor {
  private let learners: RowCursor
  private let moves: RowCursor
  private let achievements: RowCursor
  private var nextMove: Row?
  private var nextAchievement: Row?
  private let units: [Int64: AdministrativeUnit.ID]

  init(_ db: Database) throws {
    units = try Dictionary(
      uniqueKeysWithValues: Row.fetchAll(db, sql: "SELECT key, id FROM unit").map { ($0[0], $0[1]) }
    )
    learners = try Row.fetchCursor(
      db,
      sql: """
        SELECT key, id, registeredIn, registeredOn, died
        FROM learner WHERE known AND NOT void ORDER BY key
        """)
    moves = try Row.fetchCursor(
      db, sql: "SELECT learner, residence, start FROM move ORDER BY learner, start")
    achievements = try Row.fetchCursor(
      db,
      sql: """
        SELECT mark.learner AS learner, session.course, session.date, mark.result
        FROM mark CROSS JOIN session ON session.key = mark.session
        WHERE session.known AND NOT session.void AND session.form <> 'broadcast'
        UNION ALL
        SELECT learner, course, date, result FROM completion WHERE NOT void
        ORDER BY learner
        """)
    nextMove = try moves.next()
    nextAchievement = try achievements.next()
  }

  mutating func next() throws -> LiveRecord? {
    guard let learner = try learners.next() else { return nil }
    let key: Int64 = learner[0]
    var spells = [PersonHistory.Spell(residence: residence(learner[2]), from: learner[3])]
    let (id, died): (Learner.ID, CalendarDay?) = (learner[1], learner[4])
    while let move = nextMove, Self.learner(of: move) <= key {
      if Self.learner(of: move) == key {
        spells.append(PersonHistory.Spell(residence: residence(move[1]), from: move[2]))
      }
      nextMove = try moves.next()
    }
    var results: [PersonHistory.Achievement] = []
    while let achievement = nextAchievement, Self.learner(of: achievement) <= key {
      if Self.learner(of: achievement) == key {
        results.append(
          PersonHistory.Achievement(
            course: achievement[1], day: achievement[2],
            result: try LearningResult(rank: achievement[3])))
      }
      nextAchievement = try achievements.next()
    }
    return LiveRecord(key: key, id: id, spells: spells, died: died, achievements: results)
  }

  private static func learner(of row: Row) -> Int64 { row[0] }

  private func residence(_ key: Int64) -> Residence {
    Residence(key: key, unit: units[key])
  }
}
