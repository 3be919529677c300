import Domain

/// How many people of a place learn, and where.
struct Settlement: Sendable {
  /// The published figure, or the median of the other places.
  let assumedPersons: Int
  let hasTeams: Bool
  /// How many people learn with the teams of this place.
  let learners: Int
  /// Places without a team whose people learn here, and how many do.
  let newcomers: [(place: Int, count: Int)]

  /// Learners in proportion to people and to effort, at most 97 % of the people of a place while
  /// another has room.
  ///
  /// Efforts from 0.3 to 1.8, the choice of the places without a team (one in ten or eleven, of the
  /// smaller half) and that their people learn in the three nearest places with a team, with an
  /// eighth of the usual effort, are assumptions.
  static func all(of places: [SyntheticCity.Place], learners: Int, seed: UInt64) -> [Self] {
    var random = SplitMix64(seed: seed, .places, 0)
    let known = places.compactMap(\.persons).filter { $0 > 0 }.sorted()
    let median = known.isEmpty ? 10_000 : known[known.count / 2]
    let persons = places.map { $0.persons.flatMap { $0 > 0 ? $0 : nil } ?? median }
    let hasTeams = placesWithTeams(persons: persons, using: &random)

    let weights = places.indices.map { place in
      let effort = 0.3 + 1.5 * random.fraction()
      return Double(persons[place]) * (hasTeams[place] ? effort : 0.12)
    }
    let residents = Allotment.parts(
      of: learners, by: weights, upTo: persons.map { $0 * 97 / 100 })
    var newcomers = [[(place: Int, count: Int)]](repeating: [], count: places.count)
    for place in places.indices where !hasTeams[place] {
      let hosts = places.indices.filter { hasTeams[$0] }
        .sorted { (abs($0 - place), $0) < (abs($1 - place), $1) }
        .prefix(3)
      let counts = Allotment.parts(of: residents[place], by: hosts.map { _ in 1 })
      for (host, count) in zip(hosts, counts) {
        newcomers[host].append((place, count))
      }
    }
    return places.indices.map { place in
      let own = hasTeams[place] ? residents[place] : 0
      return Self(
        assumedPersons: persons[place], hasTeams: hasTeams[place],
        learners: newcomers[place].reduce(own) { $0 + $1.count }, newcomers: newcomers[place])
    }
  }

  private static func placesWithTeams(
    persons: [Int], using random: inout SplitMix64
  ) -> [Bool] {
    var smaller = persons.indices.sorted { (persons[$0], $0) < (persons[$1], $1) }
      .prefix(persons.count / 2)
    var hasTeams = [Bool](repeating: true, count: persons.count)
    let isOneFewer = random.chance(0.5) && persons.count >= 30
    for _ in 0..<persons.count / 10 - (isOneFewer ? 1 : 0) {
      hasTeams[smaller.remove(at: random.element(of: smaller.indices))] = false
    }
    return hasTeams
  }
}
