package enum Sex: String, Sendable, CaseIterable {
  case female = "f"
  case male = "m"
  case other = "x"
}

/// How somebody agreed to be registered.
package enum Consent: String, Sendable, CaseIterable {
  case paper, spoken, digital, guardian, none
  /// Taken back later: their data is not to be used any more. No erasure.
  case withdrawn
}

/// A person is entered in the register. Subject: the learner.
package struct LearnerRegistered: Fact {
  package static let kind = "learner.registered"

  package var residence: Residence
  package var registeredOn: CalendarDay
  package var sex: Sex?
  /// The birth year rounded down to a multiple of five: what stays after erasure.
  package var cohort: Int?
  package var consent: Consent
  package var consentOn: CalendarDay?
  package var person: PersonalDetails
  /// The line of the row of a list that said that this is nobody who was registered before; nil where none
  /// did. By it the same row is known again when its list comes back.
  package var calledNewInRow: Int?

  package init(
    residence: Residence, registeredOn: CalendarDay, sex: Sex?, consent: Consent,
    consentOn: CalendarDay?, person: PersonalDetails, calledNewInRow: Int? = nil
  ) {
    self.calledNewInRow = calledNewInRow
    self.residence = residence
    self.registeredOn = registeredOn
    self.sex = sex
    cohort = person.cohort
    self.consent = consent
    self.consentOn = consentOn
    self.person = person
  }

  package var body: CanonicalObject {
    [
      "cohort": .number(cohort), "consent": .string(consent.rawValue),
      "consentOn": .text(consentOn), "newRow": .number(calledNewInRow),
      "registeredOn": .text(registeredOn), "sex": .text(sex?.rawValue),
      "unit": residence.canonicalValue,
    ]
  }

  package var personal: CanonicalObject { person.canonicalObject }

  package init(body: CanonicalObject, personal: CanonicalObject) throws(FactError) {
    calledNewInRow = try body.optional("newRow", as: CanonicalObject.number)
    residence = try Residence(body: body)
    registeredOn = try body.day("registeredOn")
    sex = try body.optional("sex", as: CanonicalObject.choice)
    cohort = try body.optional("cohort", as: CanonicalObject.number)
    consent = try body.choice("consent")
    consentOn = try body.optional("consentOn", as: CanonicalObject.day)
    person = try PersonalDetails(canonicalObject: personal)
  }
}

/// Some of what is known of a person is corrected; per field, the last wins. Subject: the learner.
package struct LearnerChanged: Fact {
  package static let kind = "learner.changed"

  /// What a correction can empty, beside the residence.
  package enum Clearable: String, Sendable, CaseIterable {
    case sex, birthYear, phone, hamlet
  }

  /// The home at registration; `.unallocated` says that it is not known after all.
  package var residence: Residence?
  package var registeredOn: CalendarDay?
  package var sex: Sex?
  package private(set) var cohort: Int?
  package var consent: Consent?
  package var consentOn: CalendarDay?
  /// Nil fields stay as they are.
  package var person: PersonalDetails {
    didSet { cohort = person.cohort }
  }
  package var cleared: Set<Clearable> = []

  package init(person: PersonalDetails = PersonalDetails()) {
    self.person = person
    cohort = person.cohort
  }

  package var isEmpty: Bool { body.isEmpty && personal.isEmpty }

  package var body: CanonicalObject {
    let cleared = cleared.map(\.rawValue) + (residence == .unallocated ? [Self.unit] : [])
    return [
      "clear": .list(cleared.isEmpty ? nil : cleared.sorted()), "cohort": .number(cohort),
      "consent": .text(consent?.rawValue), "consentOn": .text(consentOn),
      "registeredOn": .text(registeredOn), "sex": .text(sex?.rawValue),
      "unit": residence?.canonicalValue,
    ]
  }

  package var personal: CanonicalObject { person.canonicalObject }

  package init(body: CanonicalObject, personal: CanonicalObject) throws(FactError) {
    let clear = try body.optional("clear", as: CanonicalObject.strings) ?? []
    let isUnitNamed = body["unit"] != nil
    residence = isUnitNamed || clear.contains(Self.unit) ? try Residence(body: body) : nil
    registeredOn = try body.optional("registeredOn", as: CanonicalObject.day)
    sex = try body.optional("sex", as: CanonicalObject.choice)
    cohort = try body.optional("cohort", as: CanonicalObject.number)
    consent = try body.optional("consent", as: CanonicalObject.choice)
    consentOn = try body.optional("consentOn", as: CanonicalObject.day)
    person = try PersonalDetails(canonicalObject: personal)
    cleared = Set(clear.compactMap(Clearable.init))
  }

  private static let unit = "unit"

  /// What is known of the person with what this fact says in place of what was said before.
  package func applied(to known: LearnerRegistered) -> LearnerRegistered {
    var known = known
    known.residence = residence ?? known.residence
    known.registeredOn = registeredOn ?? known.registeredOn
    known.sex = cleared.contains(.sex) ? nil : sex ?? known.sex
    known.cohort = cleared.contains(.birthYear) ? nil : cohort ?? known.cohort
    known.consent = consent ?? known.consent
    known.consentOn = consentOn ?? known.consentOn
    known.person.name = person.name ?? known.person.name
    known.person.birthYear =
      cleared.contains(.birthYear) ? nil : person.birthYear ?? known.person.birthYear
    known.person.phone = cleared.contains(.phone) ? nil : person.phone ?? known.person.phone
    known.person.hamlet = cleared.contains(.hamlet) ? nil : person.hamlet ?? known.person.hamlet
    known.person.externalKey = person.externalKey ?? known.person.externalKey
    return known
  }
}

/// Somebody lives elsewhere from a day on. Subject: the learner.
package struct LearnerMoved: Fact {
  package static let kind = "learner.moved"

  /// A unit, or outside the city.
  package let residence: Residence
  package let from: CalendarDay

  package init(to residence: Residence, from: CalendarDay) {
    self.residence = residence
    self.from = from
  }

  package var body: CanonicalObject {
    ["from": .text(from), "unit": residence.canonicalValue]
  }

  package init(body: CanonicalObject, personal: CanonicalObject) throws(FactError) {
    residence = try Residence(body: body)
    guard residence != .unallocated else { throw FactError(field: "unit", problem: .missing) }
    from = try body.day("from")
  }
}

/// Somebody has died; corrected by taking the fact back. Subject: the learner.
package struct LearnerDied: Fact {
  package static let kind = "learner.died"

  /// The first day on which the person no longer counts.
  package let on: CalendarDay

  package init(on day: CalendarDay) {
    on = day
  }

  package var body: CanonicalObject { ["on": .text(on)] }

  package init(body: CanonicalObject, personal: CanonicalObject) throws(FactError) {
    on = try body.day("on")
  }
}

/// What names a person, and is gone after erasure.
package struct PersonalDetails: Hashable, Sendable {
  package var name: String?
  package var birthYear: Int?
  package var phone: String?
  /// The village or residential group (thôn, tổ dân phố).
  package var hamlet: String?
  /// The key of the row in the list that brought this.
  package var externalKey: String?

  package init(
    name: String? = nil, birthYear: Int? = nil, phone: String? = nil, hamlet: String? = nil,
    externalKey: String? = nil
  ) {
    self.name = name
    self.birthYear = birthYear
    self.phone = phone
    self.hamlet = hamlet
    self.externalKey = externalKey
  }

  var cohort: Int? { birthYear.map { $0 - $0 % 5 } }

  var canonicalObject: CanonicalObject {
    [
      "birthYear": .number(birthYear), "externalKey": .text(externalKey),
      "hamlet": .text(hamlet), "name": .text(name), "phone": .text(phone),
    ]
  }

  init(canonicalObject object: CanonicalObject) throws(FactError) {
    name = try object.optional("name", as: CanonicalObject.string)
    birthYear = try object.optional("birthYear", as: CanonicalObject.number)
    phone = try object.optional("phone", as: CanonicalObject.string)
    hamlet = try object.optional("hamlet", as: CanonicalObject.string)
    externalKey = try object.optional("externalKey", as: CanonicalObject.string)
  }
}

extension Residence {
  /// The field `unit` of a body: an id, `outside`, or absent.
  var canonicalValue: CanonicalValue? {
    switch self {
    case .unit(let id): .text(id)
    case .outside: .string("outside")
    case .unallocated: nil
    }
  }

  init(body: CanonicalObject) throws(FactError) {
    guard body["unit"] != nil else {
      self = .unallocated
      return
    }
    self = try body.string("unit") == "outside" ? .outside : .unit(try body.identifier("unit"))
  }
}
