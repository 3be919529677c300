import Domain
import GRDB

extension Projector {
  /// Folds a session and its marks. Corrections and marks that arrive before their session wait in
  /// the journal for it.
  mutating func foldSession(_ history: RecordHistory, isNew: Bool) throws -> Set<Int64> {
    let session = try FoldedSession(history)
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO session (
          id, known, void, team, unit, course, lessons, date, form, minutes, unnamed, guests, venue,
          note)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET
          known = excluded.known, void = excluded.void, team = excluded.team, unit = excluded.unit,
          course = excluded.course, lessons = excluded.lessons, date = excluded.date,
          form = excluded.form, minutes = excluded.minutes, unnamed = excluded.unnamed,
          guests = excluded.guests, venue = excluded.venue, note = excluded.note
        RETURNING key
        """)
    let key = try Int64.fetchOne(
      statement,
      arguments: StatementArguments(
        try keys.values(of: session, id: Session.ID(history.subject)).map(\.databaseValue)))
    guard let key else {
      throw DatabaseError(resultCode: .SQLITE_INTERNAL, message: "a session has got no key")
    }
    try replaceKeys(of: key, with: history.live, isNew: isNew)
    return try replaceMarks(of: key, with: session?.marks ?? [:], isNew: isNew)
  }

  private mutating func replaceKeys(
    of key: Int64, with live: [StoredEvent], isNew: Bool
  ) throws {
    if !isNew {
      try db.cachedStatement(sql: "DELETE FROM sessionKey WHERE session = ?")
        .execute(arguments: [key])
    }
    for stored in live {
      guard let cause = stored.event.cause, let externalKey = try stored.externalKey() else {
        continue
      }
      try db.cachedStatement(
        sql: """
          INSERT INTO sessionKey (externalKey, import, session) VALUES (?, ?, ?)
          ON CONFLICT DO NOTHING
          """
      ).execute(arguments: [externalKey, try keys.import(cause), key])
    }
  }

  /// Gives everybody who was or is marked.
  private mutating func replaceMarks(
    of session: Int64, with marks: [Learner.ID: Mark], isNew: Bool
  ) throws -> Set<Int64> {
    var people: Set<Int64> = []
    if !isNew {
      people = try Int64.fetchSet(
        db.cachedStatement(sql: "SELECT learner FROM mark WHERE session = ?"),
        arguments: [session])
      if !people.isEmpty {
        try db.cachedStatement(sql: "DELETE FROM mark WHERE session = ?")
          .execute(arguments: [session])
      }
    }
    let insert = try db.cachedStatement(
      sql: "INSERT INTO mark (learner, session, result, basis, score) VALUES (?, ?, ?, ?, ?)")
    for (learner, mark) in marks {
      let key = try keys.learner(learner)
      try insert.execute(
        arguments: [key, session, mark.result.rank, mark.basis.rawValue, mark.score])
      people.insert(key)
    }
    return people
  }
}

extension ProjectionKeys {
  /// The row of `session`; nil where it has not been logged yet.
  mutating func values(of folded: FoldedSession?, id: Session.ID) throws -> [FoldedValue] {
    let details = folded?.details
    return [
      .id(RecordID(id)), .flag(folded != nil), .flag(folded?.isVoid ?? false),
      try details?.team.map { .local(try team($0), $0) } ?? .null,
      details?.unit.map { .id(RecordID($0)) } ?? .null, .text(details?.course),
      .text(details?.lessons.joined(separator: " ") ?? ""), .day(details?.date),
      .text(details?.form.rawValue), .integer(details?.minutes),
      .integer(details?.unnamed ?? 0), .integer(details?.guests ?? 0), .text(details?.venue),
      .text(details?.note),
    ]
  }
}

/// What the events of a session come to, taken in order.
struct FoldedSession {
  private(set) var details: SessionDetails
  private(set) var marks: [Learner.ID: Mark]
  let isVoid: Bool

  /// Nil before it has been logged. A void session shows what it was.
  init?(_ history: RecordHistory) throws {
    func firstLog(in events: [StoredEvent]) -> StoredEvent? {
      events.first { $0.event.kind == SessionLogged.kind }
    }
    let logged = firstLog(in: history.live)
    guard
      let shown = try (logged ?? firstLog(in: history.events))?.fact(as: SessionLogged.self)
    else { return nil }
    details = shown.details
    marks = shown.marks
    isVoid = history.isVoid || logged == nil
    for stored in history.live {
      if let change = try stored.fact(as: SessionChanged.self) {
        details = change.applied(to: details)
      } else if let fact = try stored.fact(as: MarkSet.self) {
        marks[fact.learner] = fact.mark
      }
    }
  }
}

extension StoredEvent {
  /// What the list that caused the event calls its record.
  func externalKey() throws(FactError) -> String? {
    try personal?.optional("externalKey", as: CanonicalObject.string)
  }
}
