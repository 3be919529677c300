package import Domain
import Foundation
import GRDB

extension RegisterReader {
  /// - Throws: `RecordError.unknown`, `.ambiguous`.
  package func session(_ typed: String) throws -> Session {
    let ids = try records(typed, in: "session").map { Session.ID($0) }
    guard let id = ids.first, let session = try session(id: id) else {
      throw RecordError.unknown(.session, typed, similar: [])
    }
    guard ids.count == 1 else {
      let references = ids.references()
      throw RecordError.ambiguous(
        .session, typed, among: ids.compactMap { references[$0]?.description })
    }
    return session
  }

  package func session(id: Session.ID) throws -> Session? {
    try fetchSessions("session.id = ?", [id]).first
  }

  /// Newest first, void ones too.
  package func sessions(
    team: Team.ID? = nil, from: CalendarDay? = nil, to: CalendarDay? = nil, limit: Int
  ) throws -> [Session] {
    try fetchSessions(
      Self.heldBetween, [team, from, to],
      suffix: "ORDER BY date DESC, session.key DESC LIMIT \(limit)")
  }

  /// How many `sessions` gives without a limit.
  package func countSessions(
    team: Team.ID? = nil, from: CalendarDay? = nil, to: CalendarDay? = nil
  ) throws -> Int {
    try Int.fetchOne(
      db,
      sql: """
        SELECT count(*) FROM session LEFT JOIN team ON team.key = session.team
        WHERE session.known AND \(Self.heldBetween)
        """, arguments: [team, from, to]) ?? 0
  }

  /// Another session that stands, of the same team, course and form on the same day; nil where there is
  /// none. A team may well hold two, but more often somebody has recorded one twice.
  package func twin(of session: Session) throws -> Session? {
    try fetchSessions(
      """
      NOT session.void AND session.id <> ? AND team.id = ? AND date = ? AND course IS ? AND form = ?
      """,
      [
        session.id, session.details.team, session.details.date, session.details.course,
        session.details.form.rawValue,
      ], suffix: "ORDER BY session.key DESC LIMIT 1"
    ).first
  }

  private static let heldBetween = """
    (?1 IS NULL OR team.id = ?1) AND (?2 IS NULL OR date >= ?2) AND (?3 IS NULL OR date <= ?3)
    """

  /// Completions recorded of a person outside sessions, in the order they were recorded.
  package func completions(of learner: Learner.ID) throws -> [Completion] {
    try fetchCompletions("learner.id = ?", [learner])
  }

  /// The completion that a reference to its event means.
  ///
  /// - Throws: `RecordError.unknown`, `.ambiguous`.
  package func completion(_ typed: String) throws -> Completion {
    let matching = try Reference(typed: typed).map { reference in
      try fetchCompletions("substr(event, 12) = ?", [Data(reference.lastFiveBytes)])
        .filter { reference.matches($0.id) }
    }
    guard let completion = matching?.first, let matching else {
      throw RecordError.unknown(.completion, typed, similar: [])
    }
    guard matching.count == 1 else {
      let references = matching.map(\.id).references()
      throw RecordError.ambiguous(
        .completion, typed, among: matching.compactMap { references[$0.id]?.description })
    }
    return completion
  }

  private func fetchCompletions(
    _ condition: String, _ arguments: StatementArguments
  ) throws -> [Completion] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT event, learner.id, course, date, result, basis, completion.void
        FROM completion JOIN learner ON learner.key = completion.learner
        WHERE \(condition)
        ORDER BY event
        """, arguments: arguments
    ).map { row in
      try Completion(
        id: row.decode(atIndex: 0),
        fact: CompletionRecorded(
          learner: row.decode(atIndex: 1), course: row.decode(atIndex: 2),
          date: row.decode(atIndex: 3), result: LearningResult(rank: row.decode(atIndex: 4)),
          basis: ResultBasis(rawValue: row.decode(atIndex: 5)) ?? .declared),
        isVoid: row.decode(atIndex: 6))
    }
  }

  /// The sessions that a person is marked in, oldest first, with the mark.
  package func attendance(of learner: Learner.ID) throws -> [(session: Session, mark: Mark)] {
    try fetchSessions(
      """
      session.key IN (
        SELECT session FROM mark JOIN learner ON learner.key = mark.learner WHERE learner.id = ?
      )
      """, [learner], suffix: "ORDER BY date, session.key"
    ).compactMap { session in session.marks[learner].map { (session, $0) } }
  }

  private func fetchSessions(
    _ condition: String, _ arguments: StatementArguments, suffix: String = ""
  ) throws -> [Session] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT session.key, session.id, date, form, team.id, session.unit, course, lessons, minutes,
          unnamed, guests, venue, note, session.void
        FROM session LEFT JOIN team ON team.key = session.team
        WHERE session.known AND \(condition)
        \(suffix)
        """, arguments: arguments)
    let marks = try marks(ofSessions: rows.map { try $0.decode(atIndex: 0) })
    return try rows.map { row in
      try Session(
        id: row.decode(atIndex: 1),
        details: SessionDetails(
          date: row.decode(atIndex: 2),
          form: SessionForm(rawValue: row.decode(atIndex: 3)) ?? .class,
          team: row.decode(atIndex: 4), unit: row.decode(atIndex: 5),
          course: row.decode(atIndex: 6),
          lessons: row.decode(String.self, atIndex: 7).split(separator: " ").map(String.init),
          minutes: row.decode(atIndex: 8),
          unnamed: SessionDetails.heads.holding(row.decode(atIndex: 9)),
          guests: SessionDetails.heads.holding(row.decode(atIndex: 10)),
          venue: row.decode(atIndex: 11), note: row.decode(atIndex: 12)),
        marks: marks[row.decode(atIndex: 0)] ?? [:], isVoid: row.decode(atIndex: 13))
    }
  }

  /// By the key of the session.
  private func marks(ofSessions keys: [Int64]) throws -> [Int64: [Learner.ID: Mark]] {
    var marks: [Int64: [Learner.ID: Mark]] = [:]
    for page in keys.pages {
      let rows = try Row.fetchCursor(
        db.cachedStatement(
          sql: """
            SELECT mark.session, learner.id, result, basis, score
            FROM mark JOIN learner ON learner.key = mark.learner
            WHERE mark.session IN (\(databaseQuestionMarks(count: page.count)))
            """), arguments: StatementArguments(page))
      while let row = try rows.next() {
        let mark = try Mark(
          result: LearningResult(rank: row.decode(atIndex: 2)),
          basis: ResultBasis(rawValue: row.decode(atIndex: 3)) ?? .declared,
          score: row.decode(atIndex: 4))
        try marks[row.decode(atIndex: 0), default: [:]][row.decode(atIndex: 1)] = mark
      }
    }
    return marks
  }
}
