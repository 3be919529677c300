package import Domain

/// The free text that goes with people when they are erased: because it names them, or was asked for.
package struct TextLosses: Sendable {
  /// What one session loses; with neither, only a text that was corrected since.
  package struct OfSession: Sendable {
    package let session: Session
    package let team: Team?
    /// Whether all its texts go, whatever they say.
    package let isAsked: Bool
    package fileprivate(set) var losesNote = false
    package fileprivate(set) var losesVenue = false
  }

  /// Oldest first.
  package let sessions: [OfSession]
  /// How many voids lose the words of their reason.
  package let reasons: Int
}

extension RegisterReader {
  /// What goes with these records, and with the texts of the sessions `asked` for. Reads the notes of the
  /// whole journal.
  package func textLosses(
    with learners: [Learner.ID], asked: [Session] = []
  ) throws -> TextLosses {
    let askedIDs = Set(asked.map(\.id))
    let naming = try PersonalMentions(of: learners, in: db).events().compactMap(event)
    var losses: [Session.ID: TextLosses.OfSession] = [:]
    var reasons = 0
    for stored in try naming + askedIDs.flatMap(texts) {
      guard stored.event.kind != Voided.kind else {
        reasons += 1
        continue
      }
      let id = Session.ID(stored.event.subject)
      guard var loss = try losses[id] ?? emptyLoss(of: id, isAsked: askedIDs.contains(id))
      else { continue }
      if let note = try? stored.personal?.string("note"), note == loss.session.details.note {
        loss.losesNote = true
      }
      if let venue = try? stored.personal?.string("venue"), venue == loss.session.details.venue {
        loss.losesVenue = true
      }
      losses[id] = loss
    }
    return TextLosses(
      sessions: losses.values.sorted {
        ($0.session.details.date, $0.session.id) < ($1.session.details.date, $1.session.id)
      }, reasons: reasons)
  }

  /// The events that give a session a note or a venue, also one that was corrected since.
  func texts(of session: Session.ID) throws -> [StoredEvent] {
    try [SessionLogged.kind, SessionChanged.kind]
      .flatMap { try StoredEvent.fetchAll(db, ofSubject: RecordID(session), kind: $0) }
      .filter { stored in
        ["note", "venue"].contains { (try? stored.personal?.string($0)) != nil }
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
      .sorted { ($0.details.date, $0.id) < ($1.details.date, $1.id) }
  }
}
