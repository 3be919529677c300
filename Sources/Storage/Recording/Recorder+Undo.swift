import Domain
import GRDB

/// The newest things that can be taken back, or had back, in one step.
extension Recorder {
  /// Takes back the newest thing that this file recorded and that is not void: a session, a person, a
  /// team as a whole; a correction, a completion, a target as a single fact.
  ///
  /// - Returns: its event; nil where there is nothing left to take back.
  package mutating func undo() throws -> StoredEvent? {
    guard let stored = try newestUndoable() else { return nil }
    try void(stored.undoTarget, reason: .other, words: nil)
    return stored
  }

  /// Takes back the newest void of this file that still holds.
  ///
  /// - Returns: the newest event about what counts again; nil where nothing is void.
  package mutating func redo() throws -> StoredEvent? {
    let target = try RecordID.fetchOne(
      db,
      sql: """
        SELECT voiding.target
        FROM voiding JOIN event ON event.id = voiding.event
        WHERE event.device = (SELECT key FROM device WHERE id = ?)
          AND NOT EXISTS (SELECT 1 FROM restoring WHERE restoring.void = voiding.event)
        ORDER BY event.sequence DESC LIMIT 1
        """, arguments: [device])
    guard let target else { return nil }
    try restore(target)
    return try reader.events(aboutOrBeing: target)
      .filter { $0.event.kind != Voided.kind && $0.event.kind != Restored.kind }
      .min { $0.order < $1.order }
  }

  private func newestUndoable() throws -> StoredEvent? {
    let kinds = StoredEvent.undoneWhole.union(StoredEvent.undoneAlone)
      .map { "'\($0)'" }.joined(separator: ", ")
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT \(StoredEvent.columns) FROM event
        WHERE device = (SELECT key FROM device WHERE id = ?) AND kind IN (\(kinds))
        ORDER BY sequence DESC
        """, arguments: [device])
    while let row = try rows.next() {
      let stored = try StoredEvent(row: row)
      let isVoid =
        try Voids.isVoid(RecordID(stored.event.id), in: db)
        || Voids.isVoid(stored.event.subject, in: db)
      if !isVoid { return stored }
    }
    return nil
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

  fileprivate var undoTarget: RecordID {
    Self.undoneWhole.contains(event.kind) ? event.subject : RecordID(event.id)
  }
}
