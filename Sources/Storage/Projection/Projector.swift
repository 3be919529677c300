import Coverage
import Domain
import GRDB

/// Keeps the projection equal to the fold of the journal, whatever order events arrive in.
///
/// Every row is a function of the set of events about its record: an event makes the projector read
/// that record's live events again and write what they come to. So an incremental projection and a
/// refold agree by construction, with duplicates, voids and late arrivals.
struct Projector {
  let db: Database
  var keys: ProjectionKeys
  private var voids: Voids
  var tally = TallyChanges()

  init(db: Database) {
    self.db = db
    keys = ProjectionKeys(db: db)
    voids = Voids(asking: db)
  }

  /// Projects events that have just been appended.
  mutating func project(_ events: [Event]) throws {
    var touched = Touched()
    for event in events {
      switch event.kind {
      case Voided.kind:
        let fact = try? Voided(body: event.body, personal: CanonicalObject())
        guard let fact else { continue }
        try db.execute(
          sql: "INSERT INTO voiding (event, target) VALUES (?, ?) ON CONFLICT DO NOTHING",
          arguments: [event.id, fact.target])
        try touch(targetOf: fact.target, in: &touched)
      case Restored.kind:
        let fact = try? Restored(body: event.body, personal: CanonicalObject())
        guard let fact else { continue }
        try db.execute(
          sql: "INSERT INTO restoring (event, void) VALUES (?, ?) ON CONFLICT DO NOTHING",
          arguments: [event.id, fact.void])
        let target = try RecordID.fetchOne(
          db, sql: "SELECT target FROM voiding WHERE event = ?", arguments: [fact.void])
        if let target { try touch(targetOf: target, in: &touched) }
      default:
        if let family = RecordFamily(kind: event.kind) {
          touched.insert(event.subject, family)
        }
      }
    }
    try fold(touched)
  }

  /// Empties the projection and folds the whole journal again.
  ///
  /// - Throws: `DatabaseError` for an event that is not as it was written: tables are not built on it.
  mutating func rebuild(progress: (Int) -> Void) throws {
    for table in ProjectionSchema.tables {
      try db.execute(sql: "DELETE FROM \(table)")
    }
    keys = ProjectionKeys(db: db)
    try foldVoids()
    voids = try Voids(readingAll: db)

    var people: Set<Int64> = []
    var done = 0
    var record: (subject: RecordID, events: [RecordFamily: [StoredEvent]])?
    func foldRecord() throws {
      guard let (subject, families) = record else { return }
      for (family, events) in families {
        let history = try RecordHistory(of: subject, events: events, voids: voids)
        people.formUnion(try fold(history, as: family))
      }
      done += 1
      if done.isMultiple(of: 1000) { progress(done) }
    }

    let rows = try Row.fetchCursor(
      db, sql: "SELECT \(StoredEvent.columns), kind, subject FROM event ORDER BY subject")
    while let row = try rows.next() {
      guard let family = RecordFamily(kind: row[5]) else { continue }
      let subject: RecordID = row[6]
      if record?.subject != subject {
        try foldRecord()
        record = (subject, [:])
      }
      record?.events[family, default: []].append(try StoredEvent(checking: row))
    }
    try foldRecord()
    try foldCoverage(of: people)
    progress(done)
    voids = Voids(asking: db)
  }

  private func foldVoids() throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT \(StoredEvent.columns) FROM event
        WHERE kind IN ('\(Voided.kind)', '\(Restored.kind)')
        """)
    while let row = try rows.next() {
      let stored = try StoredEvent(row: row)
      if let fact = try? stored.fact(as: Voided.self) {
        try db.execute(
          sql: "INSERT INTO voiding (event, target) VALUES (?, ?)",
          arguments: [stored.event.id, fact.target])
      } else if let fact = try? stored.fact(as: Restored.self) {
        try db.execute(
          sql: "INSERT INTO restoring (event, void) VALUES (?, ?)",
          arguments: [stored.event.id, fact.void])
      }
    }
  }

  /// A target is a record, or an event whose record is then folded again.
  private func touch(targetOf target: RecordID, in touched: inout Touched) throws {
    let rows = try Row.fetchCursor(
      db, sql: "SELECT DISTINCT subject, kind FROM event WHERE subject = ? OR id = ?",
      arguments: [target, target])
    while let row = try rows.next() {
      if let family = RecordFamily(kind: row[1]) { touched.insert(row[0], family) }
    }
  }

  private mutating func fold(_ touched: Touched) throws {
    var people: Set<Int64> = []
    for family in RecordFamily.allCases {
      for subject in touched.subjects[family] ?? [] {
        let history = try RecordHistory(of: subject, kinds: family.kinds, in: db, voids: voids)
        people.formUnion(try fold(history, as: family))
      }
    }
    try foldCoverage(of: people)
  }

  /// Writes what the live events of one record come to; gives the keys of the people whose coverage
  /// may change with it.
  private mutating func fold(
    _ history: RecordHistory, as family: RecordFamily
  ) throws -> Set<Int64> {
    switch family {
    case .unit: try foldUnit(history)
    case .series: try foldSeries(history)
    case .setting: try foldSetting(history)
    case .actor: try foldActor(history)
    case .course: try foldCourse(history)
    case .target: try foldTarget(history)
    case .team: try foldTeam(history)
    case .programme: return try foldProgramme(history)
    case .learner: return try foldLearner(history)
    case .session: return try foldSession(history)
    }
    return []
  }
}

/// The records that events have touched, without repetition.
private struct Touched {
  var subjects: [RecordFamily: [RecordID]] = [:]
  private var seen: [RecordFamily: Set<RecordID>] = [:]

  mutating func insert(_ subject: RecordID, _ family: RecordFamily) {
    if seen[family, default: []].insert(subject).inserted {
      subjects[family, default: []].append(subject)
    }
  }
}

/// Kinds whose events are about records of one sort, in the order in which they are folded.
enum RecordFamily: CaseIterable {
  case unit, series, setting, actor, course, programme, target, team, learner, session

  var kinds: Set<String> {
    switch self {
    case .unit: [UnitDefined.kind, UnitSucceeded.kind]
    case .series: [SeriesDefined.kind, PopulationCounted.kind]
    case .setting: [SettingSet.kind]
    case .actor: [ActorNamed.kind]
    case .course: [CoursePublished.kind]
    case .programme: [ProgrammePublished.kind]
    case .target: [TargetSet.kind]
    case .team: [TeamFormed.kind]
    case .learner: [LearnerRegistered.kind, CompletionRecorded.kind]
    case .session: [SessionLogged.kind, SessionChanged.kind, MarkSet.kind]
    }
  }

  private static let byKind = Dictionary(
    uniqueKeysWithValues: allCases.flatMap { family in family.kinds.map { ($0, family) } })

  /// Nil for voids, which have tables of their own, and for kinds this program does not know.
  init?(kind: String) {
    guard let family = Self.byKind[kind] else { return nil }
    self = family
  }
}
