package import Domain
import GRDB

/// What an erasure takes out of the journal: personal parts and their nonces. Envelopes stay, and with
/// them every hash, chain and count.
struct Erasure {
  let db: Database

  /// Empties the events that are about a target or are one, and the voids of these, as the indexes find them.
  func empty(_ targets: [RecordID]) throws {
    let statement = try db.makeStatement(
      sql: """
        UPDATE event SET personal = NULL, nonce = NULL
        WHERE personal IS NOT NULL
          AND (id = ?1 OR subject = ?1 OR subject IN (SELECT id FROM event WHERE subject = ?1))
        """)
    for target in targets { try statement.execute(arguments: [target]) }
  }

  /// Looks through the whole journal for what is still full, and empties that, too.
  ///
  /// - Returns: how many events.
  /// - Throws: `FullEvent` where a part is left: another program has given the table rules of its own.
  @discardableResult
  func emptyAll(_ targets: Set<RecordID>) throws -> Int {
    let full = try FullEvents(about: targets, in: db).rows
    let statement = try db.makeStatement(
      sql: """
        UPDATE event SET personal = NULL, nonce = NULL WHERE key = ?
        RETURNING personal IS NOT NULL OR nonce IS NOT NULL
        """)
    for row in full where try Bool.fetchOne(statement, arguments: [row]) ?? true {
      throw FullEvent(row: row)
    }
    return full.count
  }

  /// Empties what erasures among these events name, and those of them that an erasure has named before
  /// they came.
  func empty(among arrived: [StoredEvent]) throws {
    for stored in arrived {
      if let fact = try? stored.fact(as: LearnerErased.self) { try empty(fact.targets) }
    }
    for stored in arrived {
      let event = stored.event
      let isAbout = [RecordID(event.id), event.subject] + (try subject(of: event.subject))
      try empty(isAbout.filter { try isErased($0) })
    }
  }

  /// Words of a name under which somebody is found, also those that no name of theirs has: another program may
  /// have changed that.
  func removeNameTokens(of learners: [Learner.ID]) throws {
    for learner in learners {
      try db.execute(
        sql: "DELETE FROM nameToken WHERE learner = (SELECT key FROM learner WHERE id = ?)",
        arguments: [learner])
    }
  }

  /// What the journal's erasures name.
  func targets() throws -> Set<RecordID> {
    let rows = try Row.fetchCursor(
      db, sql: "SELECT \(StoredEvent.columns) FROM event NOT INDEXED WHERE kind = ?",
      arguments: [LearnerErased.kind])
    var targets: Set<RecordID> = []
    while let row = try rows.next() {
      if let fact = try StoredEvent(row: row).fact(as: LearnerErased.self) {
        targets.formUnion(fact.targets)
      }
    }
    return targets
  }

  /// Whether an erasure names the record, or the single event.
  func isErased(_ target: RecordID) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM erasure WHERE target = ?)"),
      arguments: [target]) ?? false
  }

  /// Whether any event is about the record.
  func isKnown(_ record: RecordID) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM event WHERE subject = ?)"),
      arguments: [record]) ?? false
  }

  /// The record that an event is about, where `target` is an event.
  private func subject(of target: RecordID) throws -> [RecordID] {
    try RecordID.fetchAll(
      db.cachedStatement(sql: "SELECT subject FROM event WHERE id = ?"), arguments: [target])
  }
}

/// An event that keeps its personal part although it was to be emptied, by its row in the journal.
struct FullEvent: Error {
  let row: Int64
}

extension Recorder {
  /// Takes everything personal of somebody out of the journal and the tables, for good: of every record
  /// that is one person with this, and free text about others that names them. They still count. With them
  /// go the notes, venues and voids' words of `sessions`, whatever these say; also when the person went
  /// before.
  ///
  /// Old pages of the file hold the words until it is written anew: `Register.rewrite(at:)`.
  /// - Returns: the person's records, smallest id first.
  /// - Throws: `RecordError.erased` where that was done before and no text is left to go.
  @discardableResult
  package mutating func erase(
    _ learner: Learner, withTextsOf sessions: [Session] = []
  ) throws -> [Learner] {
    let group = try reader.group(of: learner.id)
    let asked = try sessions.flatMap { try reader.texts(of: $0.id) }.map(\.event.id)
    guard !asked.isEmpty || group.contains(where: { !$0.isErased }) else {
      throw RecordError.erased(learner)
    }
    let naming = try PersonalMentions(of: group.map(\.id), in: db).events()
    let texts = naming + Set(asked).subtracting(naming).sorted()
    let fact = LearnerErased(learners: group.map(\.id), on: today, texts: texts)
    let erasure = Erasure(db: db)
    try erasure.empty(fact.targets)
    try erasure.emptyAll(Set(fact.targets))
    try record(
      fact, subject: RecordID(fact.learners[0]), scope: try scope(of: learner.residence))
    try erasure.removeNameTokens(of: fact.learners)
    try Local.set(.scrubPending, today.description, in: db)
    return group
  }

  /// Erases those of whom a list kept elsewhere says that they were: people of a copy that is older.
  /// Ids that the journal does not know are passed over.
  ///
  /// - Returns: how many.
  package mutating func replay(_ list: ErasedList) throws -> Int {
    let erasure = Erasure(db: db)
    var done = 0
    var targets: Set<RecordID> = []
    for (day, learners) in list.byDay {
      let open = try learners.filter {
        try erasure.isKnown(RecordID($0)) && !erasure.isErased(RecordID($0))
      }
      guard let first = open.first else { continue }
      let fact = LearnerErased(
        learners: open, on: day, texts: try PersonalMentions(of: open, in: db).events())
      try erasure.empty(fact.targets)
      try record(fact, subject: RecordID(first), scope: .city)
      targets.formUnion(fact.targets)
      done += open.count
    }
    if done > 0 { try erasure.emptyAll(targets) }
    return done
  }
}
