import GRDB

/// Which records links have joined to one person, by the keys of learners.
struct LinkedGroups {
  private let db: Database
  /// Nil asks the tables each time.
  private let neighbours: [Int64: Set<Int64>]?
  private let isWithoutLinks: Bool

  /// Asks the tables each time, for a few people.
  init(asking db: Database) throws {
    self.db = db
    neighbours = nil
    isWithoutLinks =
      try !(Bool.fetchOne(db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM link)")) ?? false)
  }

  /// Reads all links at once, for everybody.
  init(readingAll db: Database) throws {
    self.db = db
    var all: [Int64: Set<Int64>] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT a, b FROM link") {
      let (a, b): (Int64, Int64) = try (row.decode(atIndex: 0), row.decode(atIndex: 1))
      all[a, default: []].insert(b)
      all[b, default: []].insert(a)
    }
    neighbours = all
    isWithoutLinks = all.isEmpty
  }

  /// Every group of two or more, known with ``init(readingAll:)`` only.
  var all: [[Int64]] {
    get throws {
      var done: Set<Int64> = []
      var groups: [[Int64]] = []
      for record in (neighbours ?? [:]).keys.sorted() where !done.contains(record) {
        let group = try members(with: record)
        done.formUnion(group)
        groups.append(group)
      }
      return groups
    }
  }

  /// Whether the record is one of several, known with ``init(readingAll:)`` only.
  func contain(_ record: Int64) -> Bool { neighbours?[record] != nil }

  /// The record and all that links join to it, void ones too.
  func members(with record: Int64) throws -> [Int64] {
    if isWithoutLinks { return [record] }
    var members: Set = [record]
    var open = [record]
    while let next = open.popLast() {
      for neighbour in try neighboursOf(next) where members.insert(neighbour).inserted {
        open.append(neighbour)
      }
    }
    return members.sorted()
  }

  private func neighboursOf(_ record: Int64) throws -> Set<Int64> {
    if let neighbours { return neighbours[record] ?? [] }
    return try Int64.fetchSet(
      db.cachedStatement(
        sql: "SELECT b FROM link WHERE a = ?1 UNION SELECT a FROM link WHERE b = ?1"),
      arguments: [record])
  }
}
