import Coverage
import Domain
import GRDB

extension Projector {
  /// Works out anew when and where people count, and moves the tally by the difference.
  mutating func foldCoverage(of records: Set<Int64>) throws {
    guard !records.isEmpty else { return }
    let programme = try RegisterReader(db: db).programme()
    let groups = try LinkedGroups(asking: db)
    var done: Set<Int64> = []
    for record in records.sorted() where !done.contains(record) {
      let group = try groups.members(with: record)
      done.formUnion(group)
      try foldCoverage(ofGroup: group, by: programme)
    }
    try tally.flush(into: db)
  }

  /// A group counts under the smallest id of its live records; so nobody counts twice.
  private mutating func foldCoverage(ofGroup group: [Int64], by programme: Programme?) throws {
    let live = try group.compactMap { try LiveRecord.fetch($0, in: db) }
    let person = live.min { $0.id < $1.id }?.key
    let new = try PersonHistory(joining: live).flatMap { history in
      try programme.map { try contributions(of: history, by: $0) }
    }
    for record in group {
      let old = try storedContributions(of: record)
      let stays = record == person ? new ?? [] : []
      guard old != stays else { continue }
      if !old.isEmpty {
        try db.cachedStatement(sql: "DELETE FROM contribution WHERE person = ?")
          .execute(arguments: [record])
        tally.add(old, times: -1)
      }
      try insert(stays, of: record)
    }
  }

  private mutating func insert(_ contributions: [ContributionRow], of person: Int64) throws {
    guard !contributions.isEmpty else { return }
    let insert = try db.cachedStatement(
      sql: """
        INSERT INTO contribution (person, measure, start, end, residence) VALUES (?, ?, ?, ?, ?)
        """)
    for contribution in contributions {
      try insert.execute(
        arguments: [
          person, contribution.measure, contribution.start, contribution.end,
          contribution.residence,
        ])
    }
    tally.add(contributions, times: 1)
  }

  mutating func contributions(
    of history: PersonHistory, by programme: Programme
  ) throws -> [ContributionRow] {
    try programme.contributions(of: history).map { contribution in
      ContributionRow(
        measure: try keys.measure(contribution.measure),
        start: contribution.days.from.ordinal, end: contribution.days.until?.ordinal,
        residence: try keys.residence(contribution.residence))
    }.sorted()
  }

  private func storedContributions(of person: Int64) throws -> [ContributionRow] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT measure, start, end, residence FROM contribution
          WHERE person = ? ORDER BY measure, start
          """), arguments: [person]
    ).map { row in
      try ContributionRow(
        measure: row.decode(atIndex: 0), start: row.decode(atIndex: 1),
        end: row.decode(atIndex: 2), residence: row.decode(atIndex: 3))
    }
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

/// A row of the tally.
struct TallyRow {
  let measure: Int64
  let residence: Int64
  let day: Int
  let delta: Int
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

  /// The sums that are not nothing.
  var rows: [TallyRow] {
    deltas.compactMap { cell, delta in
      delta == 0
        ? nil
        : TallyRow(measure: cell.measure, residence: cell.residence, day: cell.day, delta: delta)
    }
  }

  mutating func flush(into db: Database) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO tally (measure, residence, day, delta) VALUES (?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET delta = delta + excluded.delta
        """)
    for row in rows {
      try statement.execute(arguments: [row.measure, row.residence, row.day, row.delta])
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
