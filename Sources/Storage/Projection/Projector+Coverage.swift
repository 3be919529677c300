import Coverage
import Domain
import GRDB

extension Projector {
  /// Works out anew when and where people count, and moves the tally by the difference.
  mutating func foldCoverage(of people: Set<Int64>) throws {
    guard !people.isEmpty else { return }
    let programme = try RegisterReader(db: db).programme()
    for person in people.sorted() {
      let old = try storedContributions(of: person)
      let new = try programme.map { try contributions(of: person, by: $0) } ?? []
      guard old != new else { continue }
      if !old.isEmpty {
        try db.cachedStatement(sql: "DELETE FROM contribution WHERE person = ?")
          .execute(arguments: [person])
      }
      let insert = try db.cachedStatement(
        sql: """
          INSERT INTO contribution (person, measure, start, end, residence) VALUES (?, ?, ?, ?, ?)
          """)
      for contribution in new {
        try insert.execute(
          arguments: [
            person, contribution.measure, contribution.start, contribution.end,
            contribution.residence,
          ])
      }
      tally.add(new, times: 1)
      tally.add(old, times: -1)
    }
    try tally.flush(into: db)
  }

  private mutating func contributions(
    of person: Int64, by programme: Programme
  ) throws -> [ContributionRow] {
    try history(of: person).map { history in
      try programme.contributions(of: history).map { contribution in
        ContributionRow(
          measure: try keys.measure(contribution.measure),
          start: contribution.days.from.ordinal, end: contribution.days.until?.ordinal,
          residence: try keys.residence(contribution.residence))
      }.sorted()
    } ?? []
  }

  /// Nil for a person who is void, or whose registration has not arrived.
  private func history(of person: Int64) throws -> PersonHistory? {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT learner.residence, learner.registeredOn, unit.id
          FROM learner LEFT JOIN unit ON unit.key = learner.residence
          WHERE learner.key = ? AND known AND NOT void
          """), arguments: [person])
    guard let row else { return nil }
    let achievements = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT session.course, session.date, mark.result
          FROM mark JOIN session ON session.key = mark.session
          WHERE mark.learner = ?1 AND session.known AND NOT session.void
            AND session.form <> 'broadcast'
          UNION ALL
          SELECT course, date, result FROM completion WHERE learner = ?1 AND NOT void
          """), arguments: [person])
    return PersonHistory(
      spells: [
        PersonHistory.Spell(residence: Residence(key: row[0], unit: row[2]), from: row[1])
      ],
      achievements: try achievements.map { row in
        PersonHistory.Achievement(
          course: row[0], day: row[1], result: try LearningResult(rank: row[2]))
      })
  }

  private func storedContributions(of person: Int64) throws -> [ContributionRow] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT measure, start, end, residence FROM contribution
          WHERE person = ? ORDER BY measure, start
          """), arguments: [person]
    ).map { ContributionRow(measure: $0[0], start: $0[1], end: $0[2], residence: $0[3]) }
  }
}

/// A contribution by integer keys and day ordinals.
struct ContributionRow: Equatable, Comparable {
  let measure: Int64
  let start: Int
  let end: Int?
  let residence: Int64

  static func < (left: Self, right: Self) -> Bool {
    (left.measure, left.start) < (right.measure, right.start)
  }
}

/// What is to be added to the tally, gathered so that a session of thirty moves each row once.
struct TallyChanges {
  private struct Cell: Hashable {
    let measure: Int64
    let residence: Int64
    let day: Int
  }

  private var deltas: [Cell: Int] = [:]

  mutating func add(_ contributions: [ContributionRow], times factor: Int) {
    for row in contributions {
      deltas[Cell(measure: row.measure, residence: row.residence, day: row.start), default: 0] +=
        factor
      if let end = row.end {
        deltas[Cell(measure: row.measure, residence: row.residence, day: end), default: 0] -= factor
      }
    }
  }

  mutating func flush(into db: Database) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO tally (measure, residence, day, delta) VALUES (?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET delta = delta + excluded.delta
        """)
    for (cell, delta) in deltas where delta != 0 {
      try statement.execute(arguments: [cell.measure, cell.residence, cell.day, delta])
    }
    deltas.removeAll(keepingCapacity: true)
  }
}

extension Residence {
  /// Reads `learner.residence`, with the id of the unit it is a key of.
  init(key: Int64, unit: AdministrativeUnit.ID?) {
    self = key < 0 ? .outside : unit.map(Residence.unit) ?? .unallocated
  }
}

extension LearningResult {
  init(rank: Int) throws {
    guard let result = Self.allCases.first(where: { $0.rank == rank }) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "no result has rank \(rank)")
    }
    self = result
  }
}
