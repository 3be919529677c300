import Domain

/// People of one team who are taught or helped together.
struct LearningGroup: Sendable {
  enum Kind: Sendable {
    /// Follows a course, or two, at class.
    case circle
    /// Follows every core course and is tested in each.
    case cohort
    /// A household and its neighbours, visited once or twice.
    case household
    /// People who come to the desk on one day.
    case queue
    /// Nobody by name: those who hear the team's loudspeaker.
    case audience
  }

  let team: Int
  let people: Range<Int>
  private(set) var kind: Kind
  /// Second entries of people who learn with another team.
  private(set) var guests: [Int] = []

  init(team: Int, people: Range<Int>, kind: Kind) {
    self.team = team
    self.people = people
    self.kind = kind
  }

  mutating func addGuest(_ person: Int) {
    guests.append(person)
  }

  /// Every learner in exactly one group, in the order of the teams; an audience first for each.
  ///
  /// Some 85 % of people come to a class of 12 to 35, 8 % are visited and 7 % helped at a desk; one
  /// class in eighty is a cohort, and there is one wherever there is a class. Assumed.
  static func all(of roster: TeamRoster, seed: UInt64, teachesCourses: Bool) -> [Self] {
    var groups: [Self] = []
    for team in roster.teams.indices {
      var random = SplitMix64(seed: seed, .group, team)
      var rest = roster.people(of: team)
      groups.append(
        Self(team: team, people: rest.lowerBound..<rest.lowerBound, kind: .audience))
      while !rest.isEmpty {
        let (kind, size) = next(ofRemaining: rest.count, teachesCourses, using: &random)
        groups.append(Self(team: team, people: rest.prefix(size), kind: kind))
        rest = rest.dropFirst(size)
      }
    }
    let circles = groups.indices.filter { groups[$0].kind == .circle }
    let cohorts = max(1, circles.count / 80)
    for cohort in 0..<min(cohorts, circles.count) {
      groups[circles[(2 * cohort + 1) * circles.count / (2 * cohorts)]].kind = .cohort
    }
    return groups
  }

  private static func next(
    ofRemaining rest: Int, _ teachesCourses: Bool, using random: inout SplitMix64
  ) -> (Kind, size: Int) {
    let fate = random.fraction()
    // The shares are of groups, and a class has some seven times the people of a household.
    if teachesCourses, rest >= 12, fate < 0.5 {
      // What is left over has to make a class again, or nothing.
      if rest <= 35 { return (.circle, rest) }
      if rest <= 60 { return (.circle, rest / 2) }
      return (.circle, random.number(in: 12...35))
    }
    if rest <= 2 || fate < 0.83 { return (.household, min(rest, random.number(in: 2...5))) }
    return (.queue, min(rest, random.number(in: 3...8)))
  }
}

/// A person whom another team enters a second time.
struct Duplicate: Sendable {
  let original: Int
  let group: Int

  /// One person in two hundred (assumed), in a group of another team, of the same place where it
  /// has one; in another group of the same team where the city has only one team with people.
  static func all(
    among learners: Int, roster: TeamRoster, groups: [LearningGroup], seed: UInt64
  ) -> [Self] {
    let open = groups.indices.filter { groups[$0].kind != .audience }
    guard !open.isEmpty else { return [] }
    return (0..<(learners + 100) / 200).map { number in
      var random = SplitMix64(seed: seed, .duplicate, number)
      let original = random.number(in: 0...learners - 1)
      let own = open[index(in: open) { groups[$0].people.upperBound > original }]
      let team = groups[own].team
      let place = roster.teams[team].place
      let neighbours = roster.teamsOfPlace[place]
      let nearby =
        index(in: open) {
          groups[$0].team >= neighbours.lowerBound
        }..<index(in: open) { groups[$0].team >= neighbours.upperBound }
      for attempt in 0..<16 {
        let group = open[random.element(of: attempt < 8 ? nearby : open.indices)]
        if groups[group].team != team { return Self(original: original, group: group) }
      }
      return Self(original: original, group: open[random.element(of: open.indices)])
    }
  }

  /// The first index whose element, and every later one, satisfies the condition.
  private static func index(in sorted: [Int], where condition: (Int) -> Bool) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if condition(sorted[middle]) {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return low
  }
}
