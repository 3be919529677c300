package import Domain

/// The free text that goes with people when they are erased, because it names them or was asked for; and
/// where text stays that perhaps names them.
package struct TextLosses: Sendable {
  /// What one session loses; with neither, only a text that was corrected since.
  package struct OfSession: Sendable {
    package let session: Session
    package let team: Team?
    /// Whether all its texts go, whatever they say.
    package let isAsked: Bool
    package fileprivate(set) var losesNote = false
    package fileprivate(set) var losesVenue = false
    /// The words of a void of the session, which go where they are asked for.
    package fileprivate(set) var losesReason = false
  }

  /// Oldest first.
  package let sessions: [OfSession]
  /// How many voids lose the words of their reason because it names them.
  package let reasons: Int
  /// Sessions with a note, venue or reason, also of before a correction, that has a name of one word, or
  /// one that `SpelledNames` finds perhaps theirs. Oldest first.
  package let perhaps: [Session]
  /// How many such reasons voids of other records have.
  package let perhapsReasons: Int
}

extension RegisterReader {
  /// What goes with these records, and with the texts of the sessions `asked` for. Reads the notes of the
  /// whole journal.
  package func textLosses(
    with learners: [Learner.ID], asked: [Session] = []
  ) throws -> TextLosses {
    let askedIDs = Set(asked.map(\.id))
    let found = try PersonalMentions(of: learners, in: db).found()
    let naming = try found.naming.compactMap(event)
    var losses: [Session.ID: TextLosses.OfSession] = [:]
    var reasons = 0
    for stored in try naming + askedIDs.flatMap(texts) {
      let id = Session.ID(stored.event.subject)
      let isReason = stored.event.kind == Voided.kind
      guard !isReason || askedIDs.contains(id) else {
        reasons += 1
        continue
      }
      guard var loss = try losses[id] ?? emptyLoss(of: id, isAsked: askedIDs.contains(id))
      else { continue }
      if isReason { loss.losesReason = true }
      if let note = try? stored.personal?.string("note"), note == loss.session.details.note {
        loss.losesNote = true
      }
      if let venue = try? stored.personal?.string("venue"), venue == loss.session.details.venue {
        loss.losesVenue = true
      }
      losses[id] = loss
    }
    let others = found.perhaps.filter { !askedIDs.contains(Session.ID($0)) }
    let perhaps = try Set(others).compactMap { try session(id: Session.ID($0)) }
    let places = Set(perhaps.map { RecordID($0.id) })
    return TextLosses(
      sessions: losses.values.sorted { $0.session.isBefore($1.session) }, reasons: reasons,
      perhaps: perhaps.sorted { $0.isBefore($1) },
      perhapsReasons: others.count { !places.contains($0) })
  }

  /// The events that give a session a note or a venue, also one that was corrected since, or that void
  /// it in somebody's words.
  func texts(of session: Session.ID) throws -> [StoredEvent] {
    try [SessionLogged.kind, SessionChanged.kind, Voided.kind]
      .flatMap { try StoredEvent.fetchAll(db, ofSubject: RecordID(session), kind: $0) }
      .filter { stored in
        ["note", "venue", "words"].contains { (try? stored.personal?.string($0)) != nil }
      }
  }

  private func emptyLoss(of id: Session.ID, isAsked: Bool) throws -> TextLosses.OfSession? {
    guard let session = try self.session(id: id) else { return nil }
    let team = try session.details.team.flatMap { try self.team(id: $0) }
    return TextLosses.OfSession(session: session, team: team, isAsked: isAsked)
  }

  /// The sessions in which any of these records is marked and that have a note, oldest first.
  package func notedSessions(with learners: [Learner.ID]) throws -> [Session] {
    var seen: Set<Session.ID> = []
    return try learners.flatMap { try attendance(of: $0).map(\.session) }
      .filter { $0.details.note != nil && seen.insert($0.id).inserted }
      .sorted { $0.isBefore($1) }
  }
}

extension Session {
  fileprivate func isBefore(_ other: Session) -> Bool {
    (details.date, id) < (other.details.date, other.id)
  }
}
