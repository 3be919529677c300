package enum Sex: String, Sendable, CaseIterable {
  case female = "f"
  case male = "m"
  case other = "x"
}

/// How somebody agreed to be registered.
package enum Consent: String, Sendable, CaseIterable {
  case paper, spoken, digital, guardian, none
}

/// A person is entered in the register. Subject: the learner.
package struct LearnerRegistered: Fact {
  package static let kind = "learner.registered"

  package let residence: Residence
  package let registeredOn: CalendarDay
  package let sex: Sex?
  /// The birth year rounded down to a multiple of five: what stays after erasure.
  package let cohort: Int?
  package let consent: Consent
  package let consentOn: CalendarDay?
  package let person: PersonalDetails

  package init(
    residence: Residence, registeredOn: CalendarDay, sex: Sex?, consent: Consent,
    consentOn: CalendarDay?, person: PersonalDetails
  ) {
    self.residence = residence
    self.registeredOn = registeredOn
    self.sex = sex
    cohort = person.birthYear.map { $0 - $0 % 5 }
    self.consent = consent
    self.consentOn = consentOn
    self.person = person
  }

  package var body: CanonicalObject {
    [
      "cohort": .number(cohort), "consent": .string(consent.rawValue),
      "consentOn": .text(consentOn), "registeredOn": .text(registeredOn),
      "sex": .text(sex?.rawValue), "unit": residence.canonicalValue,
    ]
  }

  package var personal: CanonicalObject { person.canonicalObject }

  package init(body: CanonicalObject, personal: CanonicalObject) throws(FactError) {
    residence = try Residence(body: body)
    registeredOn = try body.day("registeredOn")
    sex = try body.optional("sex", as: CanonicalObject.choice)
    cohort = try body.optional("cohort", as: CanonicalObject.number)
    consent = try body.choice("consent")
    consentOn = try body.optional("consentOn", as: CanonicalObject.day)
    person = try PersonalDetails(canonicalObject: personal)
  }
}

/// What names a person, and is gone after erasure.
package struct PersonalDetails: Hashable, Sendable {
  package var name: String?
  package var birthYear: Int?
  package var phone: String?
  /// The village or residential group (thôn, tổ dân phố).
  package var hamlet: String?

  package init(
    name: String? = nil, birthYear: Int? = nil, phone: String? = nil, hamlet: String? = nil
  ) {
    self.name = name
    self.birthYear = birthYear
    self.phone = phone
    self.hamlet = hamlet
  }

  var canonicalObject: CanonicalObject {
    [
      "birthYear": .number(birthYear), "hamlet": .text(hamlet), "name": .text(name),
      "phone": .text(phone),
    ]
  }

  init(canonicalObject object: CanonicalObject) throws(FactError) {
    name = try object.optional("name", as: CanonicalObject.string)
    birthYear = try object.optional("birthYear", as: CanonicalObject.number)
    phone = try object.optional("phone", as: CanonicalObject.string)
    hamlet = try object.optional("hamlet", as: CanonicalObject.string)
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
