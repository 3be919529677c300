import Domain
import GRDB

/// The newest things that can be taken back, or had back, in one step.
extension Recorder {
  /// Takes back the newest thing that this file recorded and that still holds: a session, a person, a
  /// team as a whole; a correction, a completion, a target as a single fact; a void, or its restoring.
  ///
  /// - Returns: its event; nil where there is nothing left to take back.
  package mutating func undo() throws -> StoredEvent? {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT \(StoredEvent.columns) FROM event
        WHERE device = (SELECT key FROM device WHERE id = ?)
        ORDER BY epoch DESC, sequence DESC
        """, arguments: [device])
    while let row = try rows.next() {
      let stored = try StoredEvent(row: row)
      if let step = try undoStep(for: stored) {
        switch step {
        case .void(let target): try void(target, reason: .undone, words: nil)
        case .restore(let target): try restore(target)
        }
        return stored
      }
    }
    return nil
  }

  /// Takes back the newest void that `undo` has written and that still holds.
  ///
  /// - Returns: the first event about what counts again; nil where nothing is undone.
  package mutating func redo() throws -> StoredEvent? {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT \(StoredEvent.columns) FROM event
        WHERE device = (SELECT key FROM device WHERE id = ?) AND kind = '\(Voided.kind)'
          AND NOT EXISTS (SELECT 1 FROM restoring WHERE restoring.void = event.id)
        ORDER BY epoch DESC, sequence DESC
        """, arguments: [device])
    while let row = try rows.next() {
      guard let fact = try StoredEvent(row: row).fact(as: Voided.self), fact.reason == .undone
      else { continue }
      try restore(fact.target)
      return try reader.events(aboutOrBeing: fact.target)
        .filter { $0.event.kind != Voided.kind && $0.event.kind != Restored.kind }
        .min { $0.order < $1.order }
    }
    return nil
  }

  private enum UndoStep {
    case void(RecordID)
    case restore(RecordID)
  }

  /// Nil for what cannot be taken back, or has been.
  private func undoStep(for stored: StoredEvent) throws -> UndoStep? {
    let event = stored.event
    if let fact = try stored.fact(as: Voided.self) {
      let holds = try Voids.live(of: fact.target, in: db).contains(event.id)
      return holds && fact.reason != .undone ? .restore(fact.target) : nil
    }
    if let fact = try stored.fact(as: Restored.self) {
      let restored = try reader.events(aboutOrBeing: RecordID(fact.void))
        .compactMap { try $0.fact(as: Voided.self) }.first
      guard let restored, restored.reason != .undone,
        try !Voids.isVoid(restored.target, in: db)
      else { return nil }
      return .void(restored.target)
    }
    let isWhole = StoredEvent.undoneWhole.contains(event.kind)
    guard isWhole || StoredEvent.undoneAlone.contains(event.kind),
      try !Voids.isVoid(RecordID(event.id), in: db), try !Voids.isVoid(event.subject, in: db)
    else { return nil }
    return .void(isWhole ? event.subject : RecordID(event.id))
  }
}

extension StoredEvent {
  /// Kinds that begin a record: undoing one takes back the record.
  fileprivate static let undoneWhole: Set = [
    SessionLogged.kind, LearnerRegistered.kind, TeamFormed.kind,
  ]

  /// Kinds that are taken back alone, and leave what was there before them.
  fileprivate static let undoneAlone: Set = [
    SessionChanged.kind, MarkSet.kind, CompletionRecorded.kind, TargetSet.kind,
  ]
}
