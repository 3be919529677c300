import Domain

/// The teams of the city and the people who learn with them, numbered team by team.
struct TeamRoster: Sendable {
  let teams: [PlannedTeam]
  /// The first person of each team, and the number of learners at the end.
  let starts: [Int]
  /// The teams of each place.
  let teamsOfPlace: [Range<Int>]

  /// The city says it has "more than 2,100" teams.
  static let mostTeams = 2150

  /// At least two teams a place that has any, and one team for some sixty learners.
  ///
  /// At most ``mostTeams``; what is not the least goes in proportion to people. Teams start in the
  /// first six months, more of them early. Numbers and dates are assumptions.
  init(
    places: [SyntheticCity.Place], settlements: [Settlement], learners: Int,
    days: ClosedRange<CalendarDay>, seed: UInt64
  ) {
    let staffed = settlements.filter(\.hasTeams).count
    let count = min(Self.mostTeams, max(2 * staffed, learners / 60))
    let least = count >= 2 * staffed ? 2 : 1
    let extra = Allotment.parts(
      of: max(0, count - least * staffed),
      by: settlements.map { $0.hasTeams ? Double($0.assumedPersons) : 0 })
    let length = days.upperBound.ordinal - days.lowerBound.ordinal
    let latestStart = Double(min(180, max(0, length - 60)))

    var teams: [PlannedTeam] = []
    var starts: [Int] = []
    var teamsOfPlace: [Range<Int>] = []
    var nextPerson = 0
    for (place, settlement) in settlements.enumerated() {
      let first = teams.count
      var number = 0
      var weights: [Double] = []
      for _ in 0..<(settlement.hasTeams ? least + extra[place] : 0) {
        var random = SplitMix64(seed: seed, .team, teams.count)
        number += random.chance(0.7) ? 1 : 2
        let delay = random.fraction() * random.fraction() * (latestStart + 1)
        teams.append(
          PlannedTeam(
            index: teams.count, place: place,
            name: "Tổ CNSCĐ \(places[place].teamWord) \(number)",
            since: days.lowerBound.adding(days: Int(delay)), number: number))
        weights.append(0.5 + random.fraction())
      }
      for people in Allotment.parts(of: settlement.learners, by: weights) {
        starts.append(nextPerson)
        nextPerson += people
      }
      teamsOfPlace.append(first..<teams.count)
    }
    self.teams = teams
    self.starts = starts + [nextPerson]
    self.teamsOfPlace = teamsOfPlace
  }

  func people(of team: Int) -> Range<Int> { starts[team]..<starts[team + 1] }
}
