package import Domain
import GRDB

/// Which records are one person.
extension RegisterReader {
  /// The records that links join to one person with this, itself included, smallest id first; void
  /// ones too.
  package func group(of learner: Learner.ID) throws -> [Learner] {
    guard let key = try key(of: learner) else { return [] }
    return try LinkedGroups(asking: db).members(with: key)
      .flatMap { try fetchLearners("learner.key = ?", [$0]) }
      .sorted { $0.id < $1.id }
  }

  /// The earliest death that a live record of the person tells of.
  package func death(of learner: Learner.ID) throws -> CalendarDay? {
    guard let key = try key(of: learner) else { return nil }
    return try LinkedGroups(asking: db).members(with: key).compactMap { member in
      try CalendarDay.fetchOne(
        db.cachedStatement(sql: "SELECT died FROM learner WHERE key = ? AND NOT void"),
        arguments: [member])
    }.min()
  }

  /// The person with the day of death, if that is not after `day`; nil for one who lived then.
  package func dead(_ learner: Learner, by day: CalendarDay) throws -> Learner? {
    try death(of: learner.id).flatMap { $0 <= day ? learner.dead(since: $0) : nil }
  }

  /// Where the person lives on a day by all their live records; nil where none of them knows.
  package func presentHome(of learner: Learner.ID, on day: CalendarDay) throws -> Residence? {
    let homes = try group(of: learner).filter { !$0.isVoid }.flatMap { try self.homes(of: $0.id) }
      .filter { $0.residence != .unallocated }
      .sorted { ($0.from, $0.isMove ? 1 : 0) < ($1.from, $1.isMove ? 1 : 0) }
    return (homes.last { $0.from <= day } ?? homes.first)?.residence
  }

  /// Whether links join the two to one person.
  package func areLinked(_ one: Learner.ID, _ other: Learner.ID) throws -> Bool {
    guard let one = try key(of: one), let other = try key(of: other) else { return false }
    return try LinkedGroups(asking: db).members(with: one).contains(other)
  }

  /// Those who are one person by a link are given once: the smallest id of each group, in order.
  func oneOfEach(_ learners: [Learner]) throws -> [Learner] {
    guard learners.count > 1 else { return learners }
    let groups = try LinkedGroups(asking: db)
    var seen: Set<Int64> = []
    return try learners.sorted { $0.id < $1.id }.filter { learner in
      guard let key = try key(of: learner.id), !seen.contains(key) else { return false }
      seen.formUnion(try groups.members(with: key))
      return true
    }
  }

  /// The links that hold between the records of a person's group.
  func links(inGroupOf learner: Learner.ID) throws -> LinkGraph {
    guard let key = try key(of: learner) else { return LinkGraph([]) }
    let members = try LinkedGroups(asking: db).members(with: key)
    return LinkGraph(
      try members.flatMap { member in
        try Row.fetchAll(
          db,
          sql: """
            SELECT event, one.id, other.id
            FROM link JOIN learner AS one ON one.key = a JOIN learner AS other ON other.key = b
            WHERE a = ?
            """, arguments: [member]
        ).compactMap { row in
          try LearnerPair(row.decode(atIndex: 1), row.decode(atIndex: 2)).map {
            try LinkGraph.Link(id: row.decode(atIndex: 0), pair: $0)
          }
        }
      })
  }

  /// The words by which a record of the one's group and a record of the other's are known not to be
  /// one person.
  func distinctions(
    between one: Learner.ID, and other: Learner.ID
  ) throws -> [(word: Event.ID, pair: LearnerPair)] {
    guard let one = try key(of: one), let other = try key(of: other) else { return [] }
    let groups = try LinkedGroups(asking: db)
    let (ones, others) = (
      try groups.members(with: one), Set(try groups.members(with: other))
    )
    return try ones.flatMap { record in
      try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT event, a, b, one.id, other.id
            FROM distinction
            JOIN learner AS one ON one.key = a JOIN learner AS other ON other.key = b
            WHERE a = ?1 OR b = ?1
            """), arguments: [record]
      ).compactMap { row -> (Event.ID, LearnerPair)? in
        let (a, b): (Int64, Int64) = try (row.decode(atIndex: 1), row.decode(atIndex: 2))
        guard others.contains(a == record ? b : a) else { return nil }
        return try LearnerPair(row.decode(atIndex: 3), row.decode(atIndex: 4)).map {
          (try row.decode(atIndex: 0), $0)
        }
      }
    }
  }

  func key(of learner: Learner.ID) throws -> Int64? {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT key FROM learner WHERE id = ?"), arguments: [learner])
  }
}

/// Where somebody lived, and since when.
extension RegisterReader {
  /// The homes of one record, by their first day; of those that begin on one day the last holds.
  package func homes(
    of learner: Learner.ID
  ) throws -> [(from: CalendarDay, residence: Residence, isMove: Bool)] {
    guard let key = try key(of: learner) else { return [] }
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT registeredOn AS start, registeredIn AS residence, unit.id, 0 AS isMove
        FROM learner LEFT JOIN unit ON unit.key = registeredIn
        WHERE learner.key = ?1 AND known
        UNION ALL
        SELECT start, residence, unit.id, 1
        FROM move LEFT JOIN unit ON unit.key = residence WHERE learner = ?1
        ORDER BY start, isMove
        """, arguments: [key])
    return try rows.map { row in
      try (
        row.decode(atIndex: 0),
        Residence(key: row.decode(atIndex: 1), unit: row.decode(atIndex: 2)),
        row.decode(atIndex: 3)
      )
    }
  }

  /// Where one record of somebody lives on a day; nil where that was never known.
  func home(of learner: Learner.ID, on day: CalendarDay) throws -> Residence? {
    let known = try homes(of: learner).filter { $0.residence != .unallocated }
    let first = known.first?.from
    return (known.last { $0.from <= day } ?? known.last { $0.from == first })?.residence
  }

  /// What the live events of a record come to; nil for one that is not known.
  func folded(_ learner: Learner.ID) throws -> FoldedLearner? {
    try FoldedLearner(
      RecordHistory(
        of: RecordID(learner), kinds: RecordFamily.learner.kinds, in: db,
        voids: Voids(asking: db)))
  }
}
