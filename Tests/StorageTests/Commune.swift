import Domain
import Synthetic

@testable import Storage

/// Ten thousand people of one commune, each of whom is known to be who they are, and what several
/// hands write down of them.
///
/// Names, ages, phones and what is left out are those of the synthetic city: how often people share a
/// name, a birth year and a sex follows the frequencies of real names.
struct Commune {
  struct Person {
    let name: String
    let birthYear: Int?
    let sex: Sex?
    let phone: String?
    /// Index of the team that they go to, which is that of their village.
    let team: Int
  }

  let unit: AdministrativeUnit
  let people: [Person]
  let teamCount: Int
  private var random: SplitMix64

  /// One laptop in a commune's office serves some fifty teams. In the highlands most people are
  /// called Hồ, so that namesakes are many more.
  init(
    of size: Int = 10_000, teams: Int = 50, isHighland: Bool, in unit: AdministrativeUnit,
    seed: UInt64
  ) {
    self.unit = unit
    teamCount = teams
    random = SplitMix64(seed: seed)
    let place = SyntheticCity.Place(
      id: unit.id, code: isHighland ? "20044" : "19753", kind: .commune, persons: 2 * size)
    let city = SyntheticCity(
      seed: seed, learners: size, places: [place], courses: [], today: unit.validFrom)
    var people: [Person] = []
    for index in 0..<size {
      let planned = city.person(at: index)
      // One phone in four is that of somebody else in the house.
      let isShared = random.next() % 4 == 0
      let phone = planned.details.phone.map { isShared ? people.last?.phone ?? $0 : $0 }
      people.append(
        Person(
          name: planned.details.name ?? "", birthYear: planned.details.birthYear,
          sex: planned.sex, phone: phone, team: index * teams / size))
    }
    self.people = people
  }

  mutating func chance(_ share: Double) -> Bool {
    Double(random.next() >> 11) * 0x1p-53 < share
  }

  mutating func shuffled<Element>(_ elements: some Sequence<Element>) -> [Element] {
    elements.shuffled(using: &random)
  }

  /// What somebody in a hurry writes of a person: in a third of the rows a name without marks, four in
  /// ten without the hamlet, half without the phone, one birth year in fifty guessed wrong.
  mutating func row(of index: Int, key: String? = nil) -> ListedPerson {
    let person = people[index]
    let name = chance(1.0 / 3) ? SearchText.folded(person.name) : person.name
    let error = chance(0.02) ? (chance(0.5) ? 1 : -1) : 0
    return ListedPerson(
      person: PersonalDetails(
        name: name, birthYear: person.birthYear.map { $0 + error },
        phone: chance(0.5) ? person.phone : nil,
        hamlet: chance(0.6) ? "Thôn \(person.team + 1)" : nil, externalKey: key),
      sex: person.sex, residence: .unit(unit.id))
  }
}
