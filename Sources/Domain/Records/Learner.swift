/// A person who learns, as the register knows them now.
package struct Learner: Hashable, Sendable, Identifiable {
  package typealias ID = Identifier<Learner>

  package let id: ID
  package let person: PersonalDetails
  package let sex: Sex?
  package let cohort: Int?
  /// Where they live by the last that is known.
  package let residence: Residence
  package let registeredOn: CalendarDay
  package let consent: Consent
  /// The first day on which the person no longer counts.
  package private(set) var died: CalendarDay?
  package let isVoid: Bool
  package let isErased: Bool

  package init(
    id: ID, person: PersonalDetails, sex: Sex?, cohort: Int?, residence: Residence,
    registeredOn: CalendarDay, consent: Consent, died: CalendarDay? = nil, isVoid: Bool = false,
    isErased: Bool = false
  ) {
    self.id = id
    self.person = person
    self.sex = sex
    self.cohort = cohort
    self.residence = residence
    self.registeredOn = registeredOn
    self.consent = consent
    self.died = died
    self.isVoid = isVoid
    self.isErased = isErased
  }

  /// The person with a death that another record of theirs tells of.
  package func dead(since day: CalendarDay) -> Learner {
    var learner = self
    learner.died = day
    return learner
  }
}
