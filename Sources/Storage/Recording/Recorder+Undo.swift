import Domain
import GRDB

/// The newest things that this file recorded, taken back or had back one by one.
///
/// What stands and what is taken back is written in the journal: each void and restoring that `undo`
/// writes names the act it is about.
extension Recorder {
  /// Takes back the newest act that stands: a session, a person, a team as a whole; a correction, a
  /// completion, a target, a setting as a single fact; a void, or its restoring.
  ///
  /// - Returns: its event; nil where there is nothing left to take back.
  /// - Throws: `RecordError.importInUse` for an import on which facts from elsewhere hang; `.forGood`
  ///   where an erasure was recorded since.
  package mutating func undo() throws -> StoredEvent? {
    let (standing, end) = try newestAct()
    guard let act = standing else {
      if end?.event.kind == LearnerErased.kind { throw RecordError.forGood }
      return nil
    }
    let retake = Retake.undoes(act.event.id)
    if act.event.kind == Imported.kind {
      let taken = try reader.imports().first { $0.id == act.event.id }
      if let taken { try undo(taken, .stopIfUsed, reason: .undone, retake: retake) }
    } else if let fact = try act.fact(as: Voided.self) {
      try restore(fact.target, retake: retake)
    } else if let target = try restoredTarget(of: act) {
      try void(target, reason: .undone, words: nil, retake: retake)
    } else {
      try void(act.undoTarget, reason: .undone, words: nil, retake: retake)
    }
    return act
  }

  /// Has back what `undo` took back last, as long as nothing new was recorded since.
  ///
  /// - Returns: the event of the act that stands again; nil where there is none.
  package mutating func redo() throws -> StoredEvent? {
    guard let act = try undoneSinceNewestAct().last else { return nil }
    let retake = Retake.redoes(act.event.id)
    if let fact = try act.fact(as: Voided.self) {
      try void(
        fact.target, reason: fact.reason, except: fact.except, words: fact.words, retake: retake)
    } else if let target = try restoredTarget(of: act) {
      try restore(target, retake: retake)
    } else {
      let target = act.undoTarget
      for void in try Voids.live(of: target, in: db) {
        let fact = try reader.events(aboutOrBeing: RecordID(void)).lazy
          .compactMap { try? $0.fact(as: Voided.self) }.first
        guard fact?.retake == .undoes(act.event.id) else { continue }
        try restore(void: void, of: target, retake: retake)
      }
    }
    return act
  }

  /// Walks back over what is taken back to the newest act that stands. Where there is none, `end` is
  /// what nothing may be taken back behind.
  private func newestAct() throws -> (standing: StoredEvent?, end: StoredEvent?) {
    var isUndone: [Event.ID: Bool] = [:]
    let newestFirst = try recordedHere()
    while let stored = try newestFirst.next() {
      if let retake = try stored.retake() {
        if isUndone[retake.act] == nil { isUndone[retake.act] = retake == .undoes(retake.act) }
      } else if isUndone[stored.event.id] ?? false {
        continue
      } else if try stored.isAct() {
        if try stillHolds(stored) { return (stored, nil) }
      } else if stored.isBarrier {
        return (nil, stored)
      }
    }
    return (nil, nil)
  }

  /// The acts that `undo` has taken back since something new was recorded, the last of them last.
  private func undoneSinceNewestAct() throws -> [StoredEvent] {
    var retakes: [Retake] = []
    let newestFirst = try recordedHere()
    while let stored = try newestFirst.next() {
      if let retake = try stored.retake() {
        retakes.append(retake)
      } else if try stored.isAct() || stored.isBarrier {
        break
      }
    }
    var undone: [Event.ID] = []
    for retake in retakes.reversed() {
      undone.removeAll { $0 == retake.act }
      if retake == .undoes(retake.act) { undone.append(retake.act) }
    }
    return try undone.compactMap { try reader.event($0) }
  }

  private func recordedHere() throws -> some Cursor<StoredEvent> {
    try Row.fetchCursor(
      db,
      sql: """
        SELECT \(StoredEvent.columns) FROM event
        WHERE device = (SELECT key FROM device WHERE id = ?)
        ORDER BY epoch DESC, sequence DESC
        """, arguments: [device]
    ).map { try StoredEvent(row: $0) }
  }

  /// False for what something else has taken back.
  private func stillHolds(_ act: StoredEvent) throws -> Bool {
    if let fact = try act.fact(as: Voided.self) {
      return try Voids.isVoid(fact.target, in: db)
    }
    if act.event.kind == Restored.kind {
      return try restoredTarget(of: act).map { try !Voids.isVoid($0, in: db) } ?? false
    }
    return try !Voids.isVoid(RecordID(act.event.id), in: db)
      && !Voids.isVoid(act.event.subject, in: db)
  }

  /// What a restoring had back; nil for another act.
  private func restoredTarget(of act: StoredEvent) throws -> RecordID? {
    guard let fact = try act.fact(as: Restored.self) else { return nil }
    return try reader.events(aboutOrBeing: RecordID(fact.void))
      .compactMap { try $0.fact(as: Voided.self) }.first?.target
  }
}

extension StoredEvent {
  /// Kinds that begin a record: undoing one takes back the record.
  private static let undoneWhole: Set = [
    SessionLogged.kind, LearnerRegistered.kind, TeamFormed.kind, Imported.kind,
  ]

  /// Kinds that are taken back alone, and leave what was there before them.
  private static let undoneAlone: Set = [
    SessionChanged.kind, MarkSet.kind, CompletionRecorded.kind, TargetSet.kind, SettingSet.kind,
    LearnerChanged.kind, LearnerMoved.kind, LearnerDied.kind, LearnerLinked.kind,
    LearnerUnlinked.kind, LearnerDistinct.kind, Voided.kind, Restored.kind,
  ]

  /// Kinds that come along with an act. At any other an undo stops: what founds a register stays.
  private static let passedOver: Set = [ActorNamed.kind, PersonalViewed.kind]

  /// True for what is no act and comes along with none.
  fileprivate var isBarrier: Bool { event.cause == nil && !Self.passedOver.contains(event.kind) }

  fileprivate func isAct() throws -> Bool {
    // What an import causes goes and comes with it.
    guard event.cause == nil else { return false }
    if let fact = try fact(as: SettingSet.self) {
      return fact.key == SettingSet.Key.population.rawValue
    }
    return Self.undoneWhole.contains(event.kind) || Self.undoneAlone.contains(event.kind)
  }

  fileprivate var undoTarget: RecordID {
    Self.undoneWhole.contains(event.kind) ? event.subject : RecordID(event.id)
  }

  fileprivate func retake() throws -> Retake? {
    try fact(as: Voided.self)?.retake ?? fact(as: Restored.self)?.retake
  }
}
