package import Domain
import GRDB

/// What one event said of a person themselves, whether or not it still holds.
package struct PersonStatement: Hashable, Sendable {
  /// When it was recorded.
  package let day: CalendarDay
  /// What the list is called that said it; nil where it was typed.
  package let source: String?
  /// Nil fields say nothing.
  package let person: PersonalDetails
  package let sex: Sex?
  package let consent: Consent?
  package let consentOn: CalendarDay?
  /// What it emptied.
  package let cleared: [String]
  package let isVoid: Bool
}

/// Free text about something else that names a person.
package struct PersonNote: Hashable, Sendable {
  package enum Kind: String, Sendable {
    case note, venue, words
  }

  package let day: CalendarDay
  package let kind: Kind
  package let text: String
}

extension RegisterReader {
  /// Everything that was ever registered or corrected of somebody, in order.
  package func statements(about learner: Learner.ID) throws -> [PersonStatement] {
    let sources = Dictionary(
      try imports().map { ($0.id, $0.list.source) }, uniquingKeysWith: { first, _ in first })
    let voids = Voids(asking: db)
    let history = try StoredEvent.fetchAll(db, ofSubject: RecordID(learner))
      .sorted { $0.order < $1.order }
    return try history.compactMap { stored in
      let isVoid = try voids.take(stored.event)
      func statement(
        _ person: PersonalDetails, _ sex: Sex?, _ consent: Consent?, _ consentOn: CalendarDay?,
        _ cleared: [String]
      ) -> PersonStatement {
        PersonStatement(
          day: CalendarDay(milliseconds: stored.event.clock.milliseconds),
          source: stored.event.cause.flatMap { sources[$0] }, person: person, sex: sex,
          consent: consent, consentOn: consentOn, cleared: cleared, isVoid: isVoid)
      }
      if let fact = try stored.fact(as: LearnerRegistered.self) {
        return statement(fact.person, fact.sex, fact.consent, fact.consentOn, [])
      }
      if let fact = try stored.fact(as: LearnerChanged.self) {
        return statement(
          fact.person, fact.sex, fact.consent, fact.consentOn,
          fact.cleared.map(\.rawValue).sorted())
      }
      return nil
    }
  }

  /// Notes, venues and reasons that name somebody, in order. Reads the whole journal.
  package func notes(naming learner: Learner.ID) throws -> [PersonNote] {
    let events = try PersonalMentions(of: [learner], in: db).events()
    return try events.compactMap(event).sorted { $0.order < $1.order }.flatMap { stored in
      [PersonNote.Kind.note, .venue, .words].compactMap { kind in
        (try? stored.personal?.string(kind.rawValue)).map {
          PersonNote(
            day: CalendarDay(milliseconds: stored.event.clock.milliseconds), kind: kind, text: $0)
        }
      }
    }
  }
}
