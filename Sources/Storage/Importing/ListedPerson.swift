package import Domain

/// A person as a checked row of a list describes them, with the unit found.
package struct ListedPerson: Hashable, Sendable {
  package enum Choice: Hashable, Sendable {
    /// Somebody not in the register, even if somebody there looks alike.
    case new
    case known(Learner.ID)
  }

  /// With the key that the list gives the row, if any. An empty cell is nil, and changes nothing.
  package var person: PersonalDetails
  package var sex: Sex?
  package var residence: Residence?
  package var registeredOn: CalendarDay?
  package var consent: Consent?
  /// The day from which `residence` holds; without one it corrects the home at registration.
  package var movedOn: CalendarDay?
  /// Nil leaves it to the rules of identity.
  package var choice: Choice?
  /// Where the row stands in its list; of a row that was rejected before, where it stood then.
  package var line: Int?
  package var wasRejected = false
  /// Whom somebody was asked about and has called somebody else.
  package var denied: [Reference] = []

  package init(
    person: PersonalDetails, sex: Sex? = nil, residence: Residence? = nil,
    registeredOn: CalendarDay? = nil, consent: Consent? = nil, movedOn: CalendarDay? = nil,
    choice: Choice? = nil
  ) {
    self.person = person
    self.sex = sex
    self.residence = residence
    self.registeredOn = registeredOn
    self.consent = consent
    self.movedOn = movedOn
    self.choice = choice
  }
}

/// A session as the rows of a list describe it.
package struct ListedSession: Hashable, Sendable {
  /// With the key that groups its rows.
  package var details: SessionDetails
  /// False where the list does not say: a session that is there keeps its own.
  package var isFormGiven: Bool
  package var attendees: [Attendee]

  package struct Attendee: Hashable, Sendable {
    package var person: ListedPerson
    /// Nil where the cell is empty: what the list has said before stays, and at first it is attendance.
    package var result: LearningResult?
    package var score: Int?

    package init(person: ListedPerson, result: LearningResult? = nil, score: Int? = nil) {
      self.person = person
      self.result = result
      self.score = score
    }

    /// The mark that the row comes to where its list has brought another before.
    func mark(after brought: Mark?) -> Mark {
      Mark(
        result: result ?? brought?.result ?? .attended, basis: .imported,
        score: score ?? brought?.score)
    }
  }

  package init(details: SessionDetails, isFormGiven: Bool = true, attendees: [Attendee]) {
    self.details = details
    self.isFormGiven = isFormGiven
    self.attendees = attendees
  }
}

/// What became of one person, or one session, of a list.
package enum ListOutcome: Hashable, Sendable {
  case created
  case changed
  case unchanged
}

/// Something that a list says and the register does not take over, for somebody has said otherwise since.
package struct KeptValue: Hashable, Sendable {
  package enum Field: String, Sendable, CaseIterable {
    case name, birthYear, sex, unit, hamlet, phone, registeredOn, consent, movedOn
    case date, form, team, course, lessons, minutes, mark
  }

  /// What a field holds, for somebody else to put in words.
  package enum Content: Hashable, Sendable {
    case text(String)
    case number(Int)
    case day(CalendarDay)
    case sex(Sex)
    case residence(Residence)
    case consent(Consent)
    case form(SessionForm)
    case team(Team.ID)
    case lessons([String])
    case mark(Mark)
  }

  package let field: Field
  /// As it stays in the register; nil where it stays empty.
  package let kept: Content?
  /// As the list has it.
  package let listed: Content
}
