package import Domain
import GRDB

/// One act of taking something back that still holds.
package struct StandingVoid: Hashable, Sendable {
  package let reason: VoidReason
  /// The reason in the writer's own words.
  package let words: String?
  /// Nil where the account has no name, or no longer one.
  package let actor: String?
  package let day: CalendarDay
}

extension RegisterReader {
  /// Who took a record back, in order.
  package func standingVoids(of record: RecordID) throws -> [StandingVoid] {
    let stored = try Voids.live(of: record, in: db).flatMap {
      try events(aboutOrBeing: RecordID($0))
    }
    return try stored.sorted { $0.order < $1.order }.compactMap { stored in
      guard let fact = try stored.fact(as: Voided.self) else { return nil }
      return StandingVoid(
        reason: fact.reason, words: fact.words, actor: try name(of: stored.event.actor),
        day: CalendarDay(milliseconds: stored.event.clock.milliseconds))
    }
  }

  /// How many records of each kind stand: void ones, and those whose own event has not arrived, do not.
  package func standingCounts() throws -> [String: Int] {
    var counts: [String: Int] = [:]
    for table in ["team", "learner", "session"] {
      counts[table] =
        try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table) WHERE known AND NOT void") ?? 0
    }
    return counts
  }
}
