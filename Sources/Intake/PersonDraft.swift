package import Domain

/// One person as a row describes them, checked field by field but not yet looked up in the register.
///
/// Also all there is in a row of a list of learners.
package struct PersonDraft: Hashable, Sendable {
  /// Where the row starts in its file.
  package let line: Int
  /// Empty only where `choice` is a reference.
  package let name: String
  package let birthYear: Int?
  package let sex: Sex?
  /// As typed: a name, a code, or outside the city; nil when the cell is empty.
  package let unit: String?
  package let hamlet: String?
  /// In the national form.
  package let phone: String?
  package let registeredOn: CalendarDay?
  package let consent: Consent?
  /// What the person is called by in the list's own source.
  package let externalKey: String?
  /// The day since when the person lives in `unit`, which is then not nil.
  package let movedOn: CalendarDay?
  /// Nil leaves it to the rules of identity.
  package let choice: PersonChoice?
  /// Where the row stood in the list from which it was rejected; nil for a row of a list.
  package let rejectedLine: Int?
  /// Whom somebody was asked about and has called somebody else: the candidates of a row of rejected rows
  /// that says `new`.
  package let denied: [Reference]

  package init(
    line: Int, name: String, birthYear: Int? = nil, sex: Sex? = nil, unit: String? = nil,
    hamlet: String? = nil, phone: String? = nil, registeredOn: CalendarDay? = nil,
    consent: Consent? = nil, externalKey: String? = nil, movedOn: CalendarDay? = nil,
    choice: PersonChoice? = nil, rejectedLine: Int? = nil, denied: [Reference] = []
  ) {
    self.line = line
    self.name = name
    self.birthYear = birthYear
    self.sex = sex
    self.unit = unit
    self.hamlet = hamlet
    self.phone = phone
    self.registeredOn = registeredOn
    self.consent = consent
    self.externalKey = externalKey
    self.movedOn = movedOn
    self.choice = choice
    self.rejectedLine = rejectedLine
    self.denied = denied
  }
}

extension PersonDraft {
  package var person: PersonalDetails {
    PersonalDetails(
      name: name.isEmpty ? nil : name, birthYear: birthYear, phone: phone, hamlet: hamlet,
      externalKey: externalKey)
  }
}

/// What a row says about who the person is.
package enum PersonChoice: Hashable, Sendable {
  /// Somebody not in the register, even if somebody there looks alike.
  case new
  case reference(Reference)
}

extension PersonDraft: ListDraft {
  package static var kind: ListKind { .learners }

  package init?(_ reading: inout RowReading) {
    let thisYear = reading.thisYear
    // A name may stay empty where the row refers, or tries to refer, to somebody in the register.
    let person = reading.cell(.person)
    let refers = !person.isBlank && (try? Field.person(person)) != .new
    let name =
      refers ? reading.value(.name, Field.name) : reading.required(.name, Field.name)
    let movedOn = reading.value(.movedOn, Field.day)
    let unit = reading.value(.unit) { text throws(FieldProblem) in try Field.text(text) }
    if !reading.cell(.movedOn).isBlank, reading.cell(.unit).isBlank {
      reading.refuse(.unit, .missingForMove)
    }

    self.init(
      line: reading.line, name: name ?? "",
      birthYear: reading.value(.birthYear) { text throws(FieldProblem) in
        try Field.birthYear(text, thisYear: thisYear)
      },
      sex: reading.value(.sex, Field.sex),
      unit: unit,
      hamlet: reading.value(.hamlet, Field.hamlet),
      phone: reading.value(.phone, Field.phone),
      registeredOn: reading.value(.registeredOn, Field.day),
      consent: reading.value(.consent, Field.consent),
      externalKey: reading.value(.externalKey, Field.externalKey),
      movedOn: movedOn,
      choice: reading.value(.person, Field.person), rejectedLine: Int(reading.cell(.line)),
      denied: Self.references(in: reading.cell(.candidates)))
    guard reading.errors.isEmpty else { return nil }
  }

  /// Of a list of candidates as a rejected row has it: `7K2M-9QXD Hồ Thị Lê (1958); …`.
  private static func references(in candidates: String) -> [Reference] {
    candidates.split(separator: ";").compactMap { candidate in
      candidate.split(separator: " ").first.flatMap { Reference(typed: String($0)) }
    }
  }
}
