import Domain
import GRDB

/// What events say of other events: noted as they come, without asking whether they are live.
extension Projector {
  /// Notes which others an event takes back, restores, takes apart or empties, and which import caused
  /// it.
  mutating func note(_ stored: StoredEvent) throws {
    if let cause = stored.event.cause {
      try db.cachedStatement(
        sql: "INSERT INTO caused (import, record) VALUES (?, ?) ON CONFLICT DO NOTHING"
      ).execute(arguments: [try keys.import(cause), stored.event.subject])
    }
    try noteWords(of: stored)
  }

  /// Notes what an event itself says of others.
  func noteWords(of stored: StoredEvent) throws {
    let event = stored.event
    switch event.kind {
    case Voided.kind:
      guard let fact = try? stored.fact(as: Voided.self) else { return }
      try db.execute(
        sql: "INSERT INTO voiding (event, target) VALUES (?, ?) ON CONFLICT DO NOTHING",
        arguments: [event.id, fact.target])
      for record in fact.except {
        try db.execute(
          sql: "INSERT INTO exemption (void, record) VALUES (?, ?) ON CONFLICT DO NOTHING",
          arguments: [event.id, record])
      }
    case Restored.kind:
      guard let fact = try? stored.fact(as: Restored.self) else { return }
      try db.execute(
        sql: "INSERT INTO restoring (event, void) VALUES (?, ?) ON CONFLICT DO NOTHING",
        arguments: [event.id, fact.void])
    case LearnerUnlinked.kind:
      guard let fact = try? stored.fact(as: LearnerUnlinked.self) else { return }
      for link in fact.links {
        try db.execute(
          sql: "INSERT INTO unlinking (event, link) VALUES (?, ?) ON CONFLICT DO NOTHING",
          arguments: [event.id, link])
      }
    case LearnerErased.kind:
      guard let fact = try? stored.fact(as: LearnerErased.self) else { return }
      for target in fact.targets {
        try db.execute(
          sql: "INSERT INTO erasure (target, event) VALUES (?, ?) ON CONFLICT DO NOTHING",
          arguments: [target, event.id])
      }
    default: break
    }
  }

  /// The kinds of events that say something of others.
  static let wordKinds = [
    Voided.kind, Restored.kind, LearnerUnlinked.kind, LearnerErased.kind,
  ]

  /// What has to be folded again because of what an event says of others.
  func targets(of stored: StoredEvent) throws -> [RecordID] {
    let event = stored.event
    switch event.kind {
    case Voided.kind:
      let target = (try? stored.fact(as: Voided.self))?.target
      return try target.map { [$0] + (try links(unlinkedBy: $0)) } ?? []
    case Restored.kind:
      guard let fact = try? stored.fact(as: Restored.self) else { return [] }
      let target = try RecordID.fetchOne(
        db, sql: "SELECT target FROM voiding WHERE event = ?", arguments: [fact.void])
      return try target.map { [$0] + (try links(unlinkedBy: $0)) } ?? []
    case LearnerUnlinked.kind:
      return try links(unlinkedBy: RecordID(event.id))
    case LearnerErased.kind:
      return (try? stored.fact(as: LearnerErased.self))?.targets ?? []
    default: return []
    }
  }

  private func links(unlinkedBy event: RecordID) throws -> [RecordID] {
    try RecordID.fetchAll(
      db, sql: "SELECT link FROM unlinking WHERE event = ?", arguments: [event])
  }
}
