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
  private let voids: Voids
  var tally = TallyChanges()

  init(db: Database) {
    self.init(db: db, keys: ProjectionKeys(db: db), voids: Voids(asking: db))
  }

  init(db: Database, keys: ProjectionKeys, voids: Voids) {
    self.db = db
    self.keys = keys
    self.voids = voids
  }

  /// Projects events that have just been appended.
  mutating func project(_ events: [StoredEvent]) throws {
    var touched = Touched()
    for event in events {
      try note(event)
      for target in try targets(of: event) {
        try touch(target, in: &touched)
      }
      if let family = RecordFamily(kind: event.event.kind) {
        touched.insert(event.event.subject, family)
      }
    }
    try fold(touched)
  }

  /// Projects the first event of a record that nothing in the journal can have spoken of.
  mutating func project(new event: StoredEvent) throws {
    try note(event)
    guard let family = RecordFamily(kind: event.event.kind) else { return }
    try foldCoverage(of: try fold(RecordHistory(new: event), as: family, isNew: true))
  }

  /// Empties the projection and folds the whole journal again.
  ///
  /// - Throws: `AlteredEvent` for an event that is not as it was written: tables are not built on it.
  mutating func rebuild(progress: (Int) -> Void) throws {
    try ProjectionSchema.drop(in: db)
    try ProjectionSchema.createTables(db)
    try foldAll(progress: progress)
    try ProjectionSchema.createIndexes(db)
    self = Projector(db: db)
  }

  /// What the fold remembers is gone when this returns.
  private func foldAll(progress: (Int) -> Void) throws {
    var fold = try BulkFold(of: db, into: db, rows: RowInsertion(into: db))
    try fold.run(progress: progress)
  }

  /// A target is a record, an event whose record is then folded again, or an import with all that it
  /// caused.
  private func touch(_ target: RecordID, in touched: inout Touched) throws {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT DISTINCT subject, kind FROM event WHERE subject = ?1 OR id = ?1
          UNION
          SELECT event.subject, event.kind
          FROM import
          JOIN caused ON caused.import = import.key
          JOIN event ON event.subject = caused.record
          WHERE import.id = ?1
          """), arguments: [target])
    while let row = try rows.next() {
      if let kind = try row.decode(String?.self, atIndex: 1), let family = RecordFamily(kind: kind)
      {
        touched.insert(try row.decode(RecordID.self, atIndex: 0), family)
      }
    }
  }

  private mutating func fold(_ touched: Touched) throws {
    var people: Set<Int64> = []
    for family in RecordFamily.allCases {
      for subject in touched.subjects[family] ?? [] {
        let history = try RecordHistory(of: subject, kinds: family.kinds, in: db, voids: voids)
        people.formUnion(try fold(history, as: family, isNew: false))
      }
    }
    try foldCoverage(of: people)
  }

  /// Writes what the live events of one record come to; gives the keys of the people whose coverage
  /// may change with it. `isNew` says that the tables have nothing of the record.
  mutating func fold(
    _ history: RecordHistory, as family: RecordFamily, isNew: Bool
  ) throws -> Set<Int64> {
    switch family {
    case .unit: try foldUnit(history)
    case .series: try foldSeries(history)
    case .setting: try foldSetting(history)
    case .actor: try foldActor(history)
    case .course: try foldCourse(history)
    case .target: try foldTarget(history)
    case .team: try foldTeam(history)
    case .import: try foldImport(history)
    case .distinction: try foldDistinction(history)
    case .programme:
      try foldProgramme(history)
      // A new programme changes who counts: everybody is looked at again.
      return keys.learners == nil ? try Int64.fetchSet(db, sql: "SELECT key FROM learner") : []
    case .learner: return try foldLearner(history, isNew: isNew)
    case .link: return try foldLink(history)
    case .session: return try foldSession(history, isNew: isNew)
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
  case unit, series, setting, actor, course, programme, target, team, `import`, learner, link
  case distinction, session

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
    case .import: [Imported.kind]
    case .learner:
      [
        LearnerRegistered.kind, LearnerChanged.kind, LearnerMoved.kind, LearnerDied.kind,
        CompletionRecorded.kind,
      ]
    case .link: [LearnerLinked.kind]
    case .distinction: [LearnerDistinct.kind]
    case .session: [SessionLogged.kind, SessionChanged.kind, MarkSet.kind]
    }
  }

  private static let byKind = Dictionary(
    uniqueKeysWithValues: allCases.flatMap { family in family.kinds.map { ($0, family) } })

  /// Nil for what only takes back or is only kept, and for kinds this program does not know.
  init?(kind: String) {
    guard let family = Self.byKind[kind] else { return nil }
    self = family
  }
}
