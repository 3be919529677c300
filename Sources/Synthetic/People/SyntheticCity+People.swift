import Domain

extension SyntheticCity {
  /// The person of an index in `0..<personCount`, drawn anew at each call and always the same.
  ///
  /// Assumed: 58 % women; born 1938 to 2010, half of them before 1968; 1 % without sex, 2 % without
  /// birth year, 60 % with hamlet, 25 % with phone; 1.5 % of unknown residence, 0.7 % from outside
  /// the city, 2 % living in another place than their team's.
  package func person(at index: Int) -> PlannedPerson {
    guard index < learners else { return secondEntry(index) }
    var random = SplitMix64(seed: seed, .person, index)
    let team = team(of: index)
    let home = home(of: team, using: &random)
    let isFemale = random.chance(0.58)
    let birthYear = birthYear(using: &random)
    let name = names.name(
      isFemale: isFemale, birthYear: birthYear, isHighland: places[home].isHighland,
      using: &random)
    let residence: Residence =
      switch random.fraction() {
      case ..<0.015: .unallocated
      case ..<0.022: .outside
      default: .unit(places[home].id)
      }
    let isAtHome = residence == .unit(places[team.place].id)
    let details = PersonalDetails(
      name: name, birthYear: random.chance(0.02) ? nil : birthYear,
      phone: random.chance(0.25) ? phone(using: &random) : nil,
      hamlet: isAtHome ? hamlet(of: team, using: &random) : nil)
    return PlannedPerson(
      index: index, details: details,
      sex: random.chance(0.01) ? nil : isFemale ? .female : .male,
      residence: residence, consent: consent(birthYear: birthYear, using: &random),
      duplicateOf: nil)
  }

  /// The same name, birth year and sex, a third of the names without marks; whatever else the other
  /// team asks.
  private func secondEntry(_ index: Int) -> PlannedPerson {
    var random = SplitMix64(seed: seed, .person, index)
    let duplicate = duplicates[index - learners]
    let original = person(at: duplicate.original)
    var details = original.details
    if random.chance(1.0 / 3), let name = details.name {
      details.name = VietnameseNames.withoutMarks(name)
    }
    if random.chance(0.6) { details.hamlet = nil }
    if random.chance(0.5) { details.phone = nil }
    return PlannedPerson(
      index: index, details: details, sex: original.sex, residence: original.residence,
      consent: original.consent, duplicateOf: duplicate.original)
  }

  private func team(of person: Int) -> PlannedTeam {
    var (low, high) = (0, teams.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if teamStarts[middle] <= person {
        low = middle
      } else {
        high = middle - 1
      }
    }
    return teams[low]
  }

  /// Index of the place where the person lives.
  private func home(of team: PlannedTeam, using random: inout SplitMix64) -> Int {
    if random.chance(0.02) { return random.element(of: places.indices) }
    let settlement = settlements[team.place]
    var point = random.fraction() * Double(max(1, settlement.learners))
    for (place, count) in settlement.newcomers {
      point -= Double(count)
      if point < 0 { return place }
    }
    return team.place
  }

  private func birthYear(using random: inout SplitMix64) -> Int {
    let decades: [(years: ClosedRange<Int>, share: Double)] = [
      (1938...1949, 0.08), (1950...1959, 0.21), (1960...1969, 0.26), (1970...1979, 0.19),
      (1980...1989, 0.13), (1990...1999, 0.08), (2000...2010, 0.05),
    ]
    var point = random.fraction()
    for (years, share) in decades {
      point -= share
      if point < 0 { return random.number(in: years) }
    }
    return random.number(in: 1960...1969)
  }

  /// Ten digits behind a prefix that, as far as we know, no network gives out, so that no invented
  /// person has the number of a living one.
  private func phone(using random: inout SplitMix64) -> String {
    let prefixes = ["030", "031", "095"]
    let digits = String(random.number(in: 10_000_000...19_999_999).description.dropFirst())
    return prefixes[random.element(of: prefixes.indices)] + digits
  }

  /// Mostly the hamlet in the team's name.
  private func hamlet(of team: PlannedTeam, using random: inout SplitMix64) -> String? {
    guard random.chance(0.62) else { return nil }
    let number = random.chance(0.75) ? team.number : random.number(in: 1...team.number + 4)
    return "\(places[team.place].hamletWord) \(number)"
  }

  private func consent(birthYear: Int, using random: inout SplitMix64) -> Consent {
    if birthYear > firstDay.year - 16 { return .guardian }
    return switch random.fraction() {
    case ..<0.85: .paper
    case ..<0.97: .spoken
    default: .digital
    }
  }
}
