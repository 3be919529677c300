import Domain
import Foundation
import GRDB

/// Which records are one person, and which are known not to be.
extension Projector {
  /// A link holds if it is live and no live word takes it apart.
  mutating func foldLink(_ history: RecordHistory) throws -> Set<Int64> {
    try db.execute(sql: "DELETE FROM link WHERE event = ?", arguments: [history.subject])
    guard let stored = history.events.first,
      let pair = try stored.fact(as: LearnerLinked.self)?.pair
    else { return [] }
    let (a, b) = (try keys.learner(pair.a), try keys.learner(pair.b))
    if !history.live.isEmpty, try !isUnlinked(history.subject) {
      try db.execute(
        sql: "INSERT INTO link (event, a, b) VALUES (?, ?, ?)",
        arguments: [history.subject, a, b])
    }
    return [a, b]
  }

  mutating func foldDistinction(_ history: RecordHistory) throws {
    try db.execute(sql: "DELETE FROM distinction WHERE event = ?", arguments: [history.subject])
    guard let pair = try history.live.first?.fact(as: LearnerDistinct.self)?.pair else { return }
    try db.execute(
      sql: "INSERT INTO distinction (event, a, b) VALUES (?, ?, ?)",
      arguments: [history.subject, try keys.learner(pair.a), try keys.learner(pair.b)])
  }

  private func isUnlinked(_ link: RecordID) throws -> Bool {
    let words = try RecordID.fetchAll(
      db, sql: "SELECT event FROM unlinking WHERE link = ?", arguments: [link])
    return try words.contains { try !Voids.isVoid($0, in: db) }
  }

  /// What is noted of an import: where its list came from, and what became of it.
  mutating func foldImport(_ history: RecordHistory) throws {
    let key = try keys.import(Event.ID(history.subject))
    let fact = try history.events.first?.fact(as: Imported.self)
    try db.execute(
      sql: """
        UPDATE import
        SET known = ?, void = ?, source = ?, fileHash = ?, created = ?, changed = ?, unchanged = ?,
          rejected = ?
        WHERE key = ?
        """,
      arguments: [
        fact != nil, history.isVoid, fact?.list.source,
        fact.map { Data($0.list.fileHash.bytes) }, fact?.counts.created, fact?.counts.changed,
        fact?.counts.unchanged, fact?.counts.rejected, key,
      ])
  }
}
