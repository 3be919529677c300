import Coverage
import Domain
import GRDB

extension BulkFold {
  /// Works out when and where everybody counts, and adds it up.
  mutating func foldCoverage() throws {
    guard let programme = try RegisterReader(db: projector.db).programme() else { return }
    let groups = try LinkedGroups(readingAll: projector.db)
    for group in try groups.all { try foldCoverage(of: group, by: programme) }
    let people = Int64(known.people.count)
    for key in stride(from: Int64(1), through: people, by: 1) where !groups.contain(key) {
      try foldCoverage(of: [key], by: programme)
    }
    for row in projector.tally.rows {
      try put(
        [
          measure(row.measure), home(row.residence), .integer(row.day), .integer(row.delta),
        ], in: .tally)
    }
  }

  /// A group counts under the smallest id of its live records.
  private mutating func foldCoverage(of group: [Int64], by programme: Programme) throws {
    let live = try group.compactMap { key in
      try projector.keys.learners.flatMap { try known.live(key, of: $0[key]) }
    }
    guard let person = live.min(by: { $0.id < $1.id }), let history = PersonHistory(joining: live)
    else { return }
    let contributions = try projector.contributions(of: history, by: programme)
    for row in contributions {
      try put(
        [
          .local(person.key, person.id), measure(row.measure), .integer(row.start),
          .integer(row.end), home(row.residence),
        ], in: .contribution)
    }
    projector.tally.add(contributions, times: 1)
  }

  private func measure(_ key: Int64) -> FoldedValue {
    .measure(key, (projector.keys.slug(ofMeasure: key) ?? "").asStored)
  }

  private func home(_ key: Int64) -> FoldedValue {
    projector.keys.unit(withKey: key).map { .local(key, $0) } ?? .integer(key)
  }
}
