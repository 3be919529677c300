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
  var tally = TallyChanges()

  init(db: Database) {
    self.db = db
    keys = ProjectionKeys(db: db)
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
  mutating func rebuild(progress: (Int) -> Void) throws {
    for table in ProjectionSchema.tables {
      try db.execute(sql: "DELETE FROM \(table)")
    }
    keys = ProjectionKeys(db: db)
    try foldVoids()

    var people: Set<Int64> = []
    var done = 0
    for family in RecordFamily.allCases {
      let kinds = family.kinds.map { "'\($0)'" }.joined(separator: ", ")
      let subjects = try RecordID.fetchCursor(
        db,
        sql: """
          SELECT DISTINCT subject FROM event WHERE kind IN (\(kinds)) ORDER BY subject
          """)
      while let subject = try subjects.next() {
        people.formUnion(try fold(subject, as: family))
        done += 1
        if done.isMultiple(of: 1000) { progress(done) }
      }
    }
    try foldCoverage(of: people)
    progress(done)
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
        people.formUnion(try fold(subject, as: family))
      }
    }
    try foldCoverage(of: people)
  }

  /// Writes what the live events of one record come to; gives the keys of the people whose coverage
  /// may change with it.
  private mutating func fold(_ subject: RecordID, as family: RecordFamily) throws -> Set<Int64> {
    let events = try JournalReader.liveEvents(of: subject, kinds: family.kinds, in: db)
    switch family {
    case .unit: try foldUnit(AdministrativeUnit.ID(subject), events)
    case .series: try foldSeries(PopulationSeries.ID(subject), events)
    case .setting: try foldSetting(subject, events)
    case .actor: try foldActor(Actor.ID(subject), events)
    case .course: try foldCourse(subject, events)
    case .target: try foldTarget(subject, events)
    case .team: try foldTeam(Team.ID(subject), events)
    case .programme: return try foldProgramme(events)
    case .learner: return try foldLearner(Learner.ID(subject), events)
    case .session: return try foldSession(Session.ID(subject), events)
    }
    return []
  }
}

/// The records that events have touched, without repetition.
private struct Touched {
  var subjects: [RecordFamily: [RecordID]] = [:]
  private var seen: Set<RecordID> = []

  mutating func insert(_ subject: RecordID, _ family: RecordFamily) {
    if seen.insert(subject).inserted { subjects[family, default: []].append(subject) }
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
