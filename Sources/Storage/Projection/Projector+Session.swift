import Domain
import GRDB

extension Projector {
  /// Folds a session and its marks. Corrections and marks that arrive before their session wait in
  /// the journal for it.
  func foldSession(_ history: RecordHistory) throws -> Set<Int64> {
    let key = try keys.session(Session.ID(history.subject))
    let session = try FoldedSession(history.live)
    let details = session?.details
    try db.cachedStatement(
      sql: """
        UPDATE session
        SET known = ?, void = ?, team = ?, unit = ?, course = ?, lessons = ?, date = ?, form = ?,
          minutes = ?, unnamed = ?, guests = ?, venue = ?, note = ?
        WHERE key = ?
        """
    ).execute(
      arguments: [
        session != nil, history.isVoid,
        try details?.team.map { try keys.team($0) }, details?.unit, details?.course,
        details?.lessons.joined(separator: " ") ?? "", details?.date, details?.form.rawValue,
        details?.minutes, details?.unnamed ?? 0, details?.guests ?? 0, details?.venue,
        details?.note, key,
      ])
    return try replaceMarks(of: key, with: session?.marks ?? [:])
  }

  /// Gives everybody who was or is marked.
  private func replaceMarks(of session: Int64, with marks: [Learner.ID: Mark]) throws -> Set<Int64>
  {
    var people = try Int64.fetchSet(
      db.cachedStatement(sql: "SELECT learner FROM mark WHERE session = ?"), arguments: [session])
    if !people.isEmpty {
      try db.cachedStatement(sql: "DELETE FROM mark WHERE session = ?")
        .execute(arguments: [session])
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

/// What the live events of a session come to, taken in order; nil before it has been logged.
struct FoldedSession {
  private(set) var details: SessionDetails
  private(set) var marks: [Learner.ID: Mark]

  init?(_ events: [StoredEvent]) throws {
    guard
      let logged = try events.first(where: { $0.event.kind == SessionLogged.kind })?
        .fact(as: SessionLogged.self)
    else { return nil }
    details = logged.details
    marks = logged.marks
    for stored in events {
      if let change = try stored.fact(as: SessionChanged.self) {
        details = change.applied(to: details)
      } else if let fact = try stored.fact(as: MarkSet.self) {
        marks[fact.learner] = fact.mark
      }
    }
  }
}
