package import Domain
import GRDB

/// What an erasure takes out of the journal: personal parts and their nonces. Envelopes stay, and with
/// them every hash, chain and count.
struct Erasure {
  let db: Database

  /// The events that are about a target or are one, and the voids of these, as far as they still say
  /// something personal.
  private static let toEmpty = """
    personal IS NOT NULL
      AND (id = ?1 OR subject = ?1 OR subject IN (SELECT id FROM event WHERE subject = ?1))
    """

  /// - Throws: `FullEvent` where a part is left: another program has given the table rules of its own.
  func empty(_ targets: [RecordID]) throws {
    let statement = try db.makeStatement(
      sql: "UPDATE event SET personal = NULL, nonce = NULL WHERE \(Self.toEmpty)")
    for target in targets { try statement.execute(arguments: [target]) }
    if let row = try fullRows(among: targets).first { throw FullEvent(row: row) }
  }

  /// Empties again what the journal's erasures name and somebody has filled.
  ///
  /// - Returns: how many events.
  func emptyAgain() throws -> Int {
    let targets = try RecordID.fetchAll(db, sql: "SELECT DISTINCT target FROM erasure")
    let filled = try fullRows(among: targets).count
    if filled > 0 { try empty(targets) }
    return filled
  }

  /// The rows of events that have a personal part although these are to have none, in order.
  func fullRows(among targets: some Sequence<RecordID>) throws -> [Int64] {
    let statement = try db.makeStatement(sql: "SELECT key FROM event WHERE \(Self.toEmpty)")
    var rows: Set<Int64> = []
    for target in targets { rows.formUnion(try Int64.fetchAll(statement, arguments: [target])) }
    return rows.sorted()
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
    try Erasure(db: db).empty(fact.targets)
    try record(
      fact, subject: RecordID(fact.learners[0]), scope: try scope(of: learner.residence))
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
    for (day, learners) in list.byDay {
      let open = try learners.filter {
        try erasure.isKnown(RecordID($0)) && !erasure.isErased(RecordID($0))
      }
      guard let first = open.first else { continue }
      let fact = LearnerErased(
        learners: open, on: day, texts: try PersonalMentions(of: open, in: db).events())
      try erasure.empty(fact.targets)
      try record(fact, subject: RecordID(first), scope: .city)
      done += open.count
    }
    return done
  }
}
