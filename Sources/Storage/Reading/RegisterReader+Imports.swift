package import Domain
import GRDB

/// A list that was taken in, as the register knows it now.
package struct Import: Hashable, Sendable, Identifiable {
  package let id: Event.ID
  /// 1 for the first import of this file, and so on, whatever was taken back since; nil for one that
  /// another device made.
  package let number: Int?
  package let list: ImportedList
  package let counts: ImportCounts
  package let isVoid: Bool

  package init(
    id: Event.ID, number: Int?, list: ImportedList, counts: ImportCounts, isVoid: Bool
  ) {
    self.id = id
    self.number = number
    self.list = list
    self.counts = counts
    self.isVoid = isVoid
  }
}

extension RegisterReader {
  /// In the order in which they were made: this file's own first.
  package func imports() throws -> [Import] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT import.id, device.id,
          source, fileHash, created, changed, unchanged, rejected, import.void
        FROM import
        JOIN event ON event.id = import.id
        LEFT JOIN device ON device.key = event.device
        WHERE import.known
        ORDER BY effectiveClock, device.id, epoch, sequence
        """)
    let own = try Local.get(.device, in: db).flatMap { Device.ID($0) }
    var number = 0
    return try rows.map { row in
      let isOwn = try row.decode(Device.ID?.self, atIndex: 1) == own
      if isOwn { number += 1 }
      let counts = try (4...7).map { try ImportCounts.rows.holding(row.decode(atIndex: $0)) }
      return try Import(
        id: row.decode(atIndex: 0), number: isOwn ? number : nil,
        list: ImportedList(
          source: row.decode(atIndex: 2), fileHash: ContentHash(column: row.decode(atIndex: 3))),
        counts: ImportCounts(
          created: counts[0], changed: counts[1], unchanged: counts[2], rejected: counts[3]),
        isVoid: row.decode(atIndex: 8))
    }
  }

  /// An import by its number, or by its reference where another device made it.
  ///
  /// - Throws: `RecordError.unknown`.
  package func `import`(_ typed: String) throws -> Import {
    let all = try imports()
    if let number = Int(typed), let found = all.first(where: { $0.number == number }) {
      return found
    }
    guard let reference = Reference(typed: typed),
      let found = all.first(where: { reference.matches($0.id) })
    else { throw RecordError.unknown(.import, typed, similar: []) }
    return found
  }

  func imports(ofSource source: String) throws -> Set<Event.ID> {
    try Event.ID.fetchSet(
      db, sql: "SELECT id FROM import WHERE known AND source = ?", arguments: [source])
  }

  /// The live people whom one of these imports calls by a key, smallest id first.
  func learners(keyed key: String, by imports: Set<Event.ID>) throws -> [Learner] {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT learner.id, import.id
          FROM learnerKey
          JOIN import ON import.key = learnerKey.import
          JOIN learner ON learner.key = learnerKey.learner
          WHERE externalKey = ? AND NOT learner.void
          ORDER BY learner.id
          """), arguments: [key])
    let ids = try rows.filter { try imports.contains($0.decode(atIndex: 1)) }
      .map { try $0.decode(Learner.ID.self, atIndex: 0) }
    return try oneOfEach(Set(ids).sorted().compactMap { try learner(id: $0) })
  }

  /// The live session that one of these imports calls by a key.
  func session(keyed key: String, by imports: Set<Event.ID>) throws -> Session? {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT session.id, import.id
          FROM sessionKey
          JOIN import ON import.key = sessionKey.import
          JOIN session ON session.key = sessionKey.session
          WHERE externalKey = ? AND NOT session.void
          ORDER BY session.id
          """), arguments: [key])
    return try rows.first { try imports.contains($0.decode(atIndex: 1)) }
      .flatMap { try session(id: $0.decode(atIndex: 0)) }
  }

  /// The records of which an import wrote events, by id.
  func records(causedBy id: Event.ID) throws -> [RecordID] {
    try RecordID.fetchAll(
      db,
      sql: """
        SELECT record FROM caused JOIN import ON import.key = caused.import
        WHERE import.id = ? ORDER BY record
        """, arguments: [id])
  }

  /// Whether an import brought sessions.
  func hasSessions(_ id: Event.ID) throws -> Bool {
    try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (
          SELECT 1 FROM caused
          JOIN import ON import.key = caused.import JOIN session ON session.id = caused.record
          WHERE import.id = ?
        )
        """, arguments: [id]) ?? false
  }

  /// Whether an import has entered somebody who is in everything like one whom another has entered without
  /// a key.
  func hasEnteredAnew(_ taken: Import, by other: Import) throws -> Bool {
    let entered = try Row.fetchCursor(
      db,
      sql: """
        SELECT twin.id FROM learner
        JOIN learner AS twin ON twin.likeness = learner.likeness AND twin.key <> learner.key
        WHERE \(Self.createdByImport)
          AND NOT EXISTS (
            SELECT 1 FROM event
            WHERE subject = learner.id AND instr(personal, '"externalKey":') > 0
          )
          AND NOT twin.void AND twin.name = learner.name AND twin.birthYear IS learner.birthYear
          AND twin.sex IS learner.sex AND twin.registeredIn = learner.registeredIn
          AND twin.phone IS learner.phone AND twin.hamlet IS learner.hamlet
        """, arguments: Self.creation(by: taken.id))
    while let row = try entered.next() {
      let isOfOther = try Bool.fetchOne(
        db.cachedStatement(
          sql:
            "SELECT EXISTS (SELECT 1 FROM learner WHERE learner.id = ?3 AND \(Self.createdByImport))"
        ),
        arguments: Self.creation(by: other.id) + [try row.decode(Learner.ID.self, atIndex: 0)])
      if isOfOther ?? false { return true }
    }
    return false
  }

  /// Whether an import of the same source, from before it, has been taken back after it.
  func isUnsettled(_ made: Import) throws -> Bool {
    guard let event = try event(made.id)?.event else { return false }
    return try imports().contains { earlier in
      guard earlier.isVoid, earlier.list.source == made.list.source,
        let began = try self.event(earlier.id)?.event, began.clock < event.clock
      else { return false }
      return try Voids.live(of: RecordID(earlier.id), in: db)
        .compactMap { try self.event($0)?.event.clock }.contains { $0 > event.clock }
    }
  }

  /// A session that one of these imports calls by a key and that somebody has voided by hand: keys of
  /// what was taken back with its import are not kept.
  func sessionVoided(keyed key: String, by imports: Set<Event.ID>) throws -> Session? {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT session.id, import.id
          FROM sessionKey
          JOIN import ON import.key = sessionKey.import
          JOIN session ON session.key = sessionKey.session
          WHERE externalKey = ? AND session.void
          ORDER BY session.id
          """), arguments: [key])
    return try rows.first { try imports.contains($0.decode(atIndex: 1)) }
      .flatMap { try session(id: $0.decode(atIndex: 0)) }
  }

  /// How many of the records that lists of a source wrote of are of people who are erased: nobody can tell
  /// any more which rows are theirs.
  package func erasedPeople(broughtBySource source: String) throws -> Int {
    try Int.fetchOne(
      db,
      sql: """
        SELECT count(DISTINCT learner.id) FROM caused
        JOIN import ON import.key = caused.import
        JOIN learner ON learner.id = caused.record
        WHERE import.known AND source = ? AND erased AND NOT learner.void
        """, arguments: [source]) ?? 0
  }

  /// How many people sit in live sessions of an import and are void themselves, so that they count nowhere
  /// there; and the imports, taken back, that had brought them.
  package func voidAttendees(of made: Import) throws -> (count: Int, broughtBy: [Import]) {
    let seated = """
      SELECT learner.id FROM import JOIN caused ON caused.import = import.key
      JOIN session ON session.id = caused.record
      JOIN mark ON mark.session = session.key
      JOIN learner ON learner.key = mark.learner
      WHERE import.id = ? AND NOT session.void AND learner.void
      """
    let count =
      try Int.fetchOne(
        db, sql: "SELECT count(*) FROM (SELECT DISTINCT id FROM (\(seated)))", arguments: [made.id])
      ?? 0
    return (count, count == 0 ? [] : try importsTakenBack(thatWroteOf: seated, made))
  }

  /// How many sessions that an import added to are void themselves; and the imports, taken back, that had
  /// brought them.
  package func voidSessions(of made: Import) throws -> (count: Int, broughtBy: [Import]) {
    let touched = """
      SELECT session.id FROM import JOIN caused ON caused.import = import.key
      JOIN session ON session.id = caused.record
      WHERE import.id = ? AND session.void
      """
    let count =
      try Int.fetchOne(db, sql: "SELECT count(*) FROM (\(touched))", arguments: [made.id]) ?? 0
    return (count, count == 0 ? [] : try importsTakenBack(thatWroteOf: touched, made))
  }

  private func importsTakenBack(
    thatWroteOf records: String, _ made: Import
  ) throws -> [Import] {
    let causes = try Event.ID.fetchSet(
      db,
      sql: """
        SELECT DISTINCT import.id FROM caused JOIN import ON import.key = caused.import
        WHERE import.void AND record IN (\(records))
        """, arguments: [made.id])
    return try imports().filter { causes.contains($0.id) }
  }

  /// The people whom an import entered in the register, in the order in which this file came to know them; those who are void
  /// now too.
  package func people(createdBy id: Event.ID, limit: Int) throws -> [Learner] {
    try fetchLearners(
      "\(Self.createdByImport) ORDER BY learner.key LIMIT \(limit)", Self.creation(by: id))
  }

  package func countPeople(createdBy id: Event.ID) throws -> Int {
    try Int.fetchOne(
      db, sql: "SELECT count(*) FROM learner WHERE known AND \(Self.createdByImport)",
      arguments: Self.creation(by: id)) ?? 0
  }

  private static let createdByImport = """
    learner.id IN (
      SELECT record FROM caused JOIN import ON import.key = caused.import WHERE import.id = ?1
    ) AND EXISTS (
      SELECT 1 FROM event
      WHERE subject = learner.id AND kind = '\(LearnerRegistered.kind)'
        AND instr(envelope, ?2) > 0
    )
    """

  private static func creation(by id: Event.ID) -> StatementArguments {
    [id, "\"\(Event.causeField)\":\"\(id)\""]
  }
}
