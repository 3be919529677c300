import Domain
import GRDB

extension Projector {
  /// Folds a person's registration, corrections, moves and death, and the completions recorded of
  /// them.
  mutating func foldLearner(_ history: RecordHistory, isNew: Bool) throws -> Set<Int64> {
    let id = Learner.ID(history.subject)
    let folded = try FoldedLearner(history)
    let tokensBefore = isNew ? NameTokens() : try storedTokens(of: id)
    let key = try upsert(folded, id: id)
    try replaceTokens(tokensBefore, of: key, with: NameTokens(folded?.details.person))
    try replaceMoves(of: key, with: folded?.moves ?? [:], isNew: isNew)
    try replaceKeys(of: key, with: history.live, isNew: isNew)
    // Somebody just registered has neither marks nor completions.
    guard !isNew else { return [] }
    try foldCompletions(history, learner: key)
    return [key]
  }

  private mutating func upsert(_ folded: FoldedLearner?, id: Learner.ID) throws -> Int64 {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO learner (
          id, known, void, erased, registeredIn, residence, registeredOn, died, sex, cohort,
          consent, name, birthYear, phone, hamlet, likeness)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET
          known = excluded.known, void = excluded.void, erased = excluded.erased,
          registeredIn = excluded.registeredIn, residence = excluded.residence,
          registeredOn = excluded.registeredOn, died = excluded.died, sex = excluded.sex,
          cohort = excluded.cohort, consent = excluded.consent, name = excluded.name,
          birthYear = excluded.birthYear, phone = excluded.phone, hamlet = excluded.hamlet,
          likeness = excluded.likeness
        RETURNING key
        """)
    let key = try Int64.fetchOne(
      statement,
      arguments: StatementArguments(try keys.values(of: folded, id: id).map(\.databaseValue)))
    guard let key else {
      throw DatabaseError(resultCode: .SQLITE_INTERNAL, message: "a learner has got no key")
    }
    return key
  }

  private func storedTokens(of id: Learner.ID) throws -> NameTokens {
    let stored = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT name, birthYear FROM learner WHERE id = ?"),
      arguments: [id])
    return try NameTokens(
      stored.map { row in
        try PersonalDetails(name: row.decode(atIndex: 0), birthYear: row.decode(atIndex: 1))
      })
  }

  private func replaceTokens(_ old: NameTokens, of key: Int64, with new: NameTokens) throws {
    guard old != new else { return }
    let delete = try db.cachedStatement(
      sql: "DELETE FROM nameToken WHERE token = ? AND birthYear = ? AND learner = ?")
    for word in old.words {
      try delete.execute(arguments: [word, old.birthYear, key])
    }
    let insert = try db.cachedStatement(
      sql: "INSERT INTO nameToken (token, birthYear, learner) VALUES (?, ?, ?)")
    for word in new.words {
      try insert.execute(arguments: [word, new.birthYear, key])
    }
  }

  private mutating func replaceMoves(
    of key: Int64, with moves: [CalendarDay: Residence], isNew: Bool
  ) throws {
    if !isNew {
      try db.cachedStatement(sql: "DELETE FROM move WHERE learner = ?").execute(arguments: [key])
    }
    for (start, residence) in moves {
      try db.cachedStatement(sql: "INSERT INTO move (learner, start, residence) VALUES (?, ?, ?)")
        .execute(arguments: [key, start, try keys.residence(residence)])
    }
  }

  private mutating func replaceKeys(
    of key: Int64, with live: [StoredEvent], isNew: Bool
  ) throws {
    if !isNew {
      try db.cachedStatement(sql: "DELETE FROM learnerKey WHERE learner = ?")
        .execute(arguments: [key])
    }
    for stored in live {
      guard let cause = stored.event.cause, let externalKey = try stored.externalKey() else {
        continue
      }
      try db.cachedStatement(
        sql: """
          INSERT INTO learnerKey (externalKey, import, learner) VALUES (?, ?, ?)
          ON CONFLICT DO NOTHING
          """
      ).execute(arguments: [externalKey, try keys.import(cause), key])
    }
  }

  /// A void completion keeps its row, so that it can be shown and restored.
  private func foldCompletions(_ history: RecordHistory, learner: Int64) throws {
    try db.cachedStatement(sql: "DELETE FROM completion WHERE learner = ?")
      .execute(arguments: [learner])
    let live = Set(history.live.map(\.event.id))
    for stored in history.events {
      guard let fact = try stored.fact(as: CompletionRecorded.self) else { continue }
      try db.cachedStatement(
        sql: """
          INSERT INTO completion (event, learner, course, date, result, basis, void)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """
      ).execute(
        arguments: [
          stored.event.id, learner, fact.course, fact.date, fact.result.rank, fact.basis.rawValue,
          !live.contains(stored.event.id),
        ])
    }
  }
}

extension ProjectionKeys {
  /// The row of `learner`; nil where nobody has been registered yet.
  mutating func values(of folded: FoldedLearner?, id: Learner.ID) throws -> [FoldedValue] {
    let (details, person) = (folded?.details, folded?.details.person)
    return [
      .id(RecordID(id)), .flag(folded != nil), .flag(folded?.isVoid ?? false),
      .flag(folded?.isErased ?? false), try value(of: details?.residence ?? .unallocated),
      try value(of: folded?.residence ?? .unallocated), .day(details?.registeredOn),
      .day(folded?.died), .text(details?.sex?.rawValue), .integer(details?.cohort),
      .text(details?.consent.rawValue), .text(person?.name), .integer(person?.birthYear),
      .text(person?.phone), .text(person?.hamlet),
      Likeness(person, sex: details?.sex).map { .integer($0.number) } ?? .null,
    ]
  }
}

/// What the events of a person come to.
struct FoldedLearner {
  private(set) var details: LearnerRegistered
  /// Homes after the registration, by their first day.
  private(set) var moves: [CalendarDay: Residence] = [:]
  private(set) var died: CalendarDay?
  let isVoid: Bool
  let isErased: Bool

  /// Nil before the person has been registered. A void person shows what was last registered.
  init?(_ history: RecordHistory) throws {
    func lastRegistration(in events: [StoredEvent]) -> StoredEvent? {
      events.last { $0.event.kind == LearnerRegistered.kind }
    }
    let registration = lastRegistration(in: history.live)
    guard let shown = registration ?? lastRegistration(in: history.events),
      let details = try shown.fact(as: LearnerRegistered.self)
    else { return nil }
    self.details = details
    isVoid = history.isVoid || registration == nil
    isErased = shown.isErased
    for stored in history.live {
      switch stored.event.kind {
      case LearnerChanged.kind:
        if let fact = try stored.fact(as: LearnerChanged.self) {
          self.details = fact.applied(to: self.details)
        }
      case LearnerMoved.kind:
        if let fact = try stored.fact(as: LearnerMoved.self) { moves[fact.from] = fact.residence }
      case LearnerDied.kind:
        if let fact = try stored.fact(as: LearnerDied.self) {
          died = Swift.min(died ?? fact.on, fact.on)
        }
      default: break
      }
    }
  }

  /// Where the person lives by the last spell.
  var residence: Residence {
    guard let last = moves.max(by: { $0.key < $1.key }),
      last.key >= details.registeredOn || details.residence == .unallocated
    else { return details.residence }
    return last.value
  }
}

/// The folded words under which a name is found, each once.
struct NameTokens: Equatable {
  private(set) var words: [String] = []
  /// 0 where it is not known.
  private(set) var birthYear = 0

  init() {}

  init(_ person: PersonalDetails?) {
    guard let name = person?.name else { return }
    words = Array(Set(SearchText.words(of: name.asStored))).sorted()
    birthYear = person?.birthYear ?? 0
  }
}

/// A number that all people share whose folded name, birth year and sex are the same, and hardly
/// anybody else: FNV-1a over the three.
struct Likeness {
  let number: Int64

  /// Nil without a name.
  init?(_ person: PersonalDetails?, sex: Sex?) {
    guard let name = person?.name else { return nil }
    let text = "\(SearchText.folded(name))\n\(person?.birthYear ?? 0)\n\(sex?.rawValue ?? "")"
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    number = Int64(bitPattern: hash)
  }
}
