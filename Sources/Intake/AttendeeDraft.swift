package import Domain

/// One person who came to a session, checked field by field but not yet looked up in the register.
package struct AttendeeDraft: Hashable, Sendable {
  /// Where the row starts in its file.
  package let line: Int
  /// Empty only where `person` is a reference.
  package let name: String
  package let birthYear: Int?
  package let sex: Sex?
  /// As typed, a name or a code; nil when the cell is empty.
  package let unit: String?
  package let hamlet: String?
  /// In the national form.
  package let phone: String?
  package let result: LearningResult?
  /// 0 to 100.
  package let score: Int?
  /// Nil leaves it to the rules of identity.
  package let person: PersonChoice?

  package init(
    line: Int, name: String, birthYear: Int? = nil, sex: Sex? = nil, unit: String? = nil,
    hamlet: String? = nil, phone: String? = nil, result: LearningResult? = nil,
    score: Int? = nil, person: PersonChoice? = nil
  ) {
    self.line = line
    self.name = name
    self.birthYear = birthYear
    self.sex = sex
    self.unit = unit
    self.hamlet = hamlet
    self.phone = phone
    self.result = result
    self.score = score
    self.person = person
  }
}

/// What a row says about who the person is.
package enum PersonChoice: Hashable, Sendable {
  /// Somebody not in the register, even if somebody there looks alike.
  case new
  case reference(Reference)
}
