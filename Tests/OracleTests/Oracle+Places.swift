extension Oracle {
  /// Brings people to the units that were asked for, and holds them against a series.
  func answer(_ question: Question, _ yardstick: Yardstick, _ counts: [Home: Int]) -> Answer {
    let (day, series) = (question.day, question.series)
    var byRow: [Answer.Row: Int] = [:]
    var (unallocated, outside) = (0, 0)
    for (home, count) in counts {
      switch home {
      case .outside: outside += count
      case .unknown: unallocated += count
      case .place(let place):
        if let row = row(of: place, in: question.units) {
          byRow[row, default: 0] += count
        } else if flaw != .forgetsWhoseFormerUnitIsUnknown {
          unallocated += count
        }
      }
    }
    if flaw == .countsOutsiders { unallocated += outside }
    let everybody = byRow.values.reduce(0, +) + unallocated

    let units = question.units == .today ? City.units : City.formerUnits
    var rows: [Answer.Row: Answer.Line] = [:]
    var known: [(row: Answer.Row, line: Answer.Line, isFollowers: Bool)] = []
    for unit in units {
      let population = population(of: unit, in: series, on: day)
      let line = line(
        byRow[.unit(unit)] ?? 0, of: population?.persons, in: series, yardstick,
        goal: question.units == .today ? goal(question.slug, unit.code, on: day) : nil)
      rows[.unit(unit)] = line
      if let population { known.append((.unit(unit), line, population.isFollowers)) }
    }
    // The few units that have no value but their follower's are not the city.
    if known.count * 2 < units.count, flaw != .takesTheFollowerForTheCity {
      known.removeAll(where: \.isFollowers)
    }
    var counted = known.map(\.line)
    let hasPopulation = Set(known.map(\.row))
    for unit in City.units where question.units == .former && City.parts(of: unit).count > 1 {
      let row = Answer.Row.unknownFormer(unit)
      rows[row] = Answer.Line(count: byRow[row] ?? 0)
      // Wherever they live, they live in a unit that is counted.
      let isWithinCounted = City.parts(of: unit).allSatisfy { hasPopulation.contains(.unit($0)) }
      if isWithinCounted, flaw != .leavesOutWhoseFormerUnitIsUnknown {
        counted.append(Answer.Line(count: byRow[row] ?? 0))
      }
    }

    let cityGoal = goal(question.slug, nil, on: day)
    let isCityOnly = known.isEmpty && series.city != nil
    var total: Answer.Line
    if isCityOnly {
      total = line(everybody, of: series.city, in: series, yardstick, goal: cityGoal)
    } else {
      var people = counted.map(\.count).reduce(0, +)
      if flaw != .leavesOutTheUnallocated { people += unallocated }
      if flaw == .countsUnitsWithoutPopulation { people = everybody }
      let population = known.compactMap(\.line.population).reduce(0, +)
      total = line(
        people, of: known.isEmpty ? nil : population, in: series, yardstick, goal: cityGoal)
      if flaw == .averagesPercentages, total.percent != nil {
        total.percent = known.compactMap(\.line.percent).reduce(0, +) / Double(known.count)
      }
    }
    total.count = everybody

    let teams = ledger.teams.values.filter { $0.since <= day }
      .map { row(of: $0.place, in: question.units) }
    let teamUnits = units.filter { teams.contains(.unit($0)) }
    return Answer(
      rows: rows, total: total, unitsCounted: isCityOnly ? units.count : known.count,
      unallocated: unallocated, outside: outside, unitsWithTeam: teamUnits.count,
      teamsElsewhere: teams.count { row in !units.contains { row == .unit($0) } })
  }

  /// Where the people of a place stand: forward where it was taken over, back where it took over one
  /// unit only. Nil where no row is theirs.
  private func row(of place: Place, in units: Question.Units) -> Answer.Row? {
    switch units {
    case .today:
      let isFormer = City.formerUnits.contains(place)
      return isFormer && flaw == .forgetsFormerUnits ? nil : .unit(City.present(place))
    case .former:
      guard City.units.contains(place) else { return .unit(place) }
      let parts = City.parts(of: place)
      if parts.count == 1, flaw != .bringsNobodyBack { return .unit(parts[0]) }
      switch flaw {
      case .guessesTheFormerUnit: return .unit(Place(code: place.code, since: City.former))
      case .unallocatesWhoseFormerUnitIsUnknown, .forgetsWhoseFormerUnitIsUnknown: return nil
      default: return .unknownFormer(place)
      }
    }
  }

  /// The unit's own value, else that of the unit that has exactly its people since, else the sum of
  /// its parts if each has one.
  private func population(
    of unit: Place, in series: City.Series, on day: Int
  ) -> (persons: Int, isFollowers: Bool)? {
    if let own = value(of: unit, in: series, on: day) { return (own, false) }
    let follower = City.present(unit)
    if follower != unit, City.parts(of: follower) == [unit] {
      return value(of: follower, in: series, on: day).map { ($0, true) }
    }
    let values = City.parts(of: unit).map { value(of: $0, in: series, on: day) }
    guard !values.isEmpty, !values.contains(nil) else { return nil }
    return (values.compactMap(\.self).reduce(0, +), false)
  }

  private func value(of unit: Place, in series: City.Series, on day: Int) -> Int? {
    let values = series.values[unit] ?? []
    if let undated = values.first(where: { $0.day == nil }) { return undated.persons }
    let dated = values.compactMap { value in value.day.map { (day: $0, persons: value.persons) } }
      .sorted { $0.day < $1.day }
    if flaw == .takesTheNewestPopulation { return dated.last?.persons }
    return (dated.last { $0.day <= day } ?? dated.first)?.persons
  }

  private func goal(_ slug: String, _ code: String?, on day: Int) -> Int? {
    let promises = ledger.promises.filter { $0.key.slug == slug && $0.key.code == code }
      .sorted { $0.key.deadline < $1.key.deadline }
    if flaw == .takesTheLastDeadline { return promises.last?.value }
    return (promises.first { $0.key.deadline >= day } ?? promises.last)?.value
  }

  private func line(
    _ count: Int, of population: Int?, in series: City.Series, _ yardstick: Yardstick, goal: Int?
  ) -> Answer.Line {
    var line = Answer.Line(count: count)
    guard let population else { return line }
    line.numerator = count
    line.population = population
    guard series.basis == yardstick.basis else { return line }
    line.percent = 100 * Double(count) / Double(population)
    if let goal {
      var wanted = goal * population / 10_000
      if wanted * 10_000 < goal * population { wanted += 1 }
      line.gap = max(0, wanted - count)
    }
    return line
  }
}
