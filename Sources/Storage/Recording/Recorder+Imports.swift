package import Domain
import GRDB

/// Which of what an import made is in use, where it is to be taken back.
package struct ImportUse: Hashable, Sendable {
  /// People it entered who have facts from elsewhere.
  package var learners: [Learner] = []
  /// Sessions it logged that were corrected since.
  package var sessions: [Session] = []

  package init(learners: [Learner] = [], sessions: [Session] = []) {
    self.learners = learners
    self.sessions = sessions
  }

  package var isEmpty: Bool { learners.isEmpty && sessions.isEmpty }
}

/// What becomes of the records of an import that are in use.
package enum ImportUndo: Sendable {
  /// Nothing is taken back as long as there are any.
  case stopIfUsed
  /// They stay as the import made them.
  case keepUsed
  /// They go too.
  case all
}

extension Recorder {
  /// Takes back an import with everything that it caused, in one word.
  ///
  /// - Returns: what stays.
  /// - Throws: `RecordError.alreadyVoid`; `.importInUse` unless told what to do.
  @discardableResult
  package mutating func undo(
    _ taken: Import, _ how: ImportUndo, reason: VoidReason = .other, retake: Retake? = nil
  ) throws -> ImportUse {
    let name = taken.number.map(String.init) ?? Reference(taken.id).description
    guard !taken.isVoid else { throw RecordError.alreadyVoid(.import, name) }
    let use = how == .all ? ImportUse() : try reader.use(of: taken.id)
    if how == .stopIfUsed, !use.isEmpty { throw RecordError.importInUse(taken, use) }
    // A session that stays keeps its people.
    let staying = Set(use.learners.map(\.id)).union(use.sessions.flatMap(\.marks.keys))
    let except =
      staying.sorted().map { RecordID($0) } + use.sessions.map { RecordID($0.id) }.sorted()
    try record(
      Voided(target: RecordID(taken.id), reason: reason, except: except, retake: retake),
      subject: RecordID(taken.id), scope: .city)
    return use
  }

  /// Has an import back that was taken back.
  ///
  /// - Throws: `RecordError.notVoid`; `.importedAgain` where its people and sessions have come in once
  ///   more since: by the same file, under the same keys of its source, or people without a key in
  ///   everything alike.
  package mutating func redo(_ taken: Import) throws {
    guard taken.isVoid else {
      let name = taken.number.map(String.init) ?? Reference(taken.id).description
      throw RecordError.notVoid(.import, name)
    }
    let voided = try Voids.live(of: RecordID(taken.id), in: db)
      .compactMap { try reader.event($0)?.event.clock }.max()
    // Those that came, or were had back, after it was taken back.
    let since = try reader.imports().filter { other in
      guard let voided, !other.isVoid else { return false }
      return try beginnings(of: other).contains { $0 > voided }
    }
    if let again = try since.first(where: { try isAgain($0, of: taken) }) {
      throw RecordError.importedAgain(taken, by: again)
    }
    try restore(RecordID(taken.id))
  }

  /// When an import came, and when it was had back.
  private func beginnings(of made: Import) throws -> [HybridTimestamp] {
    let words = try reader.events(aboutOrBeing: RecordID(made.id))
    let restorings = try words.filter { $0.event.kind == Voided.kind }
      .flatMap { try reader.events(aboutOrBeing: RecordID($0.event.id)) }
      .filter { $0.event.kind == Restored.kind }
    return (words.filter { $0.event.kind == Imported.kind } + restorings).map(\.event.clock)
  }

  private func isAgain(_ other: Import, of taken: Import) throws -> Bool {
    guard other.counts.taken > 0 else { return false }
    if other.list.fileHash == taken.list.fileHash { return true }
    guard other.list.source == taken.list.source else { return false }
    if try reader.hasEnteredAnew(taken, by: other) { return true }
    return try reader.records(causedBy: taken.id).contains { record in
      try StoredEvent.fetchAll(db, ofSubject: record)
        .filter { $0.event.cause == taken.id }
        .compactMap { try $0.externalKey() }
        .contains { key in
          let people = try reader.learners(keyed: key, by: [other.id])
          let session = try reader.session(keyed: key, by: [other.id])
          return people.contains { RecordID($0.id) != record }
            || session.map { RecordID($0.id) != record } ?? false
        }
    }
  }

  /// Notes that data which name people were looked at, or taken away.
  package mutating func noteView(
    _ purpose: PersonalViewed.Purpose, people: Int, unit: AdministrativeUnit.ID? = nil
  ) throws {
    try record(PersonalViewed(purpose, people: people, unit: unit), as: newID(), scope: .city)
  }
}

extension RegisterReader {
  /// Records that the import began and that live facts from elsewhere hang on.
  func use(of id: Event.ID) throws -> ImportUse {
    var use = ImportUse()
    let voids = Voids(asking: db)
    for record in try records(causedBy: id) {
      let events = try StoredEvent.fetchAll(db, ofSubject: record)
      let own = events.filter { $0.event.cause == id }
      let others = try events.filter {
        try $0.event.cause != id && RecordFamily(kind: $0.event.kind) != nil
          && !voids.take($0.event)
      }
      if own.contains(where: { $0.event.kind == SessionLogged.kind }) {
        if !others.isEmpty, let session = try session(id: Session.ID(record)) {
          use.sessions.append(session)
        }
      } else if own.contains(where: { $0.event.kind == LearnerRegistered.kind }) {
        let learner = Learner.ID(record)
        if try !others.isEmpty || isElsewhere(learner, than: id),
          let known = try self.learner(id: learner)
        {
          use.learners.append(known)
        }
      }
    }
    return use
  }

  /// Whether a link names the person, or a mark in a live session that the import did not log, unless
  /// the mark came with the import.
  private func isElsewhere(_ learner: Learner.ID, than id: Event.ID) throws -> Bool {
    guard let key = try key(of: learner) else { return false }
    let isLinked = try Bool.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT EXISTS (SELECT 1 FROM link WHERE a = ?1 OR b = ?1)
            OR EXISTS (SELECT 1 FROM distinction WHERE a = ?1 OR b = ?1)
          """), arguments: [key])
    if isLinked ?? false { return true }
    let sessions = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT session.id, EXISTS (
            SELECT 1 FROM caused JOIN import ON import.key = caused.import
            WHERE import.id = ?2 AND record = session.id
          )
          FROM mark JOIN session ON session.key = mark.session
          WHERE mark.learner = ?1 AND NOT session.void AND NOT EXISTS (
            SELECT 1 FROM event
            WHERE event.subject = session.id AND event.kind = '\(SessionLogged.kind)'
              AND instr(event.envelope, ?3) > 0
          )
          """), arguments: [key, id, "\"\(Event.causeField)\":\"\(id)\""])
    return try sessions.contains { row in
      try !row.decode(Bool.self, atIndex: 1)
        || causeOfMark(of: learner, in: row.decode(atIndex: 0)) != id
    }
  }

  /// The import that brought somebody's mark in a session; nil for one by hand.
  private func causeOfMark(of learner: Learner.ID, in session: RecordID) throws -> Event.ID? {
    let history = try RecordHistory(
      of: session, kinds: RecordFamily.session.kinds, in: db, voids: Voids(asking: db))
    return try history.live.last { stored in
      try stored.fact(as: MarkSet.self)?.learner == learner
        || stored.fact(as: SessionLogged.self)?.marks[learner] != nil
    }?.event.cause
  }
}
