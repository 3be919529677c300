import Coverage
import Domain
import GRDB

/// Folds a whole journal into tables that are empty: each record once, with the same rules as the
/// projector, its keys given in memory and the rows of large tables passed on as they come.
struct BulkFold<Rows: FoldedRows> {
  private let journal: Database
  var rows: Rows
  /// Folds what is few into tables of the target, and gives the keys.
  var projector: Projector
  var known = BulkRecords()
  private var links: [(history: RecordHistory, family: RecordFamily)] = []
  private let voids: Voids

  /// Begins with what events say of others, so that it is known which of them are void.
  init(of journal: Database, into target: Database, rows: Rows) throws {
    self.journal = journal
    self.rows = rows
    let notes = Projector(db: target)
    let kinds = Projector.wordKinds.map { "'\($0)'" }.joined(separator: ", ")
    let words = try StoredEventCursor(journal, "WHERE kind IN (\(kinds))")
    while try words.step() { try notes.noteWords(of: words.event()) }
    voids = try Voids(readingAll: target)
    projector = Projector(
      db: target, keys: ProjectionKeys(db: target, numberingLearners: LearnerNumbers()),
      voids: voids)
  }

  /// Gives the number of events that it has come past to `progress`.
  ///
  /// - Throws: `AlteredEvent` for an event that is not as it was written.
  mutating func run(progress: (Int) -> Void) throws {
    var done = 0
    var record = OpenRecord()
    let events = try StoredEventCursor(journal, "ORDER BY subject")
    while try events.step() {
      done += 1
      if done.isMultiple(of: 1000) { progress(done) }
      let subject = try events.subject()
      if subject != record.subject {
        try fold(record)
        record = OpenRecord(subject: subject)
      }
      let family = RecordFamily(kind: events.kind)
      guard family != nil || events.mayHaveCause else { continue }
      record.add(try events.event(), family)
    }
    try fold(record)
    try number(links.map(\.history))
    try putWaiting()
    try putTokens()
    try putMarks()
    for (history, family) in links { _ = try projector.fold(history, as: family, isNew: false) }
    try foldCoverage()
    progress(done)
  }

  private mutating func fold(_ record: OpenRecord) throws {
    guard let subject = record.subject else { return }
    for cause in record.causes {
      try put([.local(projector.keys.import(cause), cause), .id(subject)], in: .caused)
    }
    for (family, events) in record.events {
      let history = try RecordHistory(of: subject, events: events, voids: voids)
      switch family {
      case .learner: try foldLearner(history)
      case .session: try foldSession(history)
      // They refer to learners, whose rows come first.
      case .link, .distinction: links.append((history, family))
      default: _ = try projector.fold(history, as: family, isNew: false)
      }
    }
  }

  mutating func put(
    _ values: [FoldedValue], as key: Int64? = nil, in table: LargeTable
  ) throws {
    try rows.put(values, as: key, in: table)
  }
}

/// The events of one record, as far as they have been read.
private struct OpenRecord {
  var subject: RecordID?
  private(set) var events: [(family: RecordFamily, events: [StoredEvent])] = []
  private(set) var causes: Set<Event.ID> = []

  mutating func add(_ stored: StoredEvent, _ family: RecordFamily?) {
    if let cause = stored.event.cause { causes.insert(cause) }
    guard let family else { return }
    if let place = events.firstIndex(where: { $0.family == family }) {
      events[place].events.append(stored)
    } else {
      events.append((family, [stored]))
    }
  }
}

/// Reads events as they lie in the journal, and takes none that was changed.
private struct StoredEventCursor {
  private let statement: PlainStatement

  init(_ db: Database, _ clause: String) throws {
    statement = try PlainStatement(
      db,
      sql: """
        SELECT key, kind, subject, envelope, hash, personal, nonce, effectiveClock
        FROM event \(clause)
        """)
  }

  func step() throws -> Bool { try statement.step() }

  var kind: String { statement.withBytes(1) { String(decoding: $0, as: UTF8.self) } }

  /// Whether its bytes name an import somewhere.
  var mayHaveCause: Bool {
    statement.withBytes(3) { envelope in
      !envelope.ranges(of: Self.causeField).isEmpty
    }
  }

  private static var causeField: [UInt8] { Array("\"\(Event.causeField)\":\"".utf8) }

  func subject() throws -> RecordID {
    guard let subject: RecordID = statement.identifier(2) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a subject is not 16 bytes long")
    }
    return subject
  }

  func event() throws -> StoredEvent {
    guard let hash = ContentHash(bytes: statement.withBytes(4, Array.init)) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a hash is not 32 bytes long")
    }
    let event = try statement.withBytes(3) { envelope in
      guard ContentHash.sha256(envelope) == hash else {
        throw AlteredEvent(row: statement.integer(0))
      }
      return try Event(envelope: CanonicalObject(canonical: envelope))
    }
    return StoredEvent(
      event: event,
      order: Event.Order(
        effectiveClock: HybridTimestamp(rawValue: statement.integer(7)), device: event.device,
        epoch: event.epoch, sequence: event.sequence),
      hash: hash,
      personal: statement.isNull(5)
        ? nil : try statement.withBytes(5) { try CanonicalObject(canonical: $0) },
      nonce: statement.isNull(6) ? nil : statement.withBytes(6, Array.init))
  }
}
