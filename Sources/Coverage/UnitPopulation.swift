import Domain

/// What a series says of a unit, or of the units that had or have its people.
struct UnitPopulation {
  enum Source {
    case unit
    /// The sum of the units it was made of.
    case parts
    /// The unit that has exactly the same people since.
    case follower
  }

  let reading: PopulationReading
  let source: Source
}

extension PopulationTable {
  /// The unit's own value first, then that of the unit that follows it one-to-one, then the sum of its
  /// parts if every one of them has a value.
  func population(
    of unit: AdministrativeUnit.ID, on day: CalendarDay, in gazetteer: Gazetteer
  ) -> UnitPopulation {
    let own = reading(of: unit, on: day)
    if own.persons != nil { return UnitPopulation(reading: own, source: .unit) }
    if let follower = readingOfFollower(of: unit, on: day, in: gazetteer) {
      return UnitPopulation(reading: follower, source: .follower)
    }
    if let sum = sumOfParts(of: unit, on: day, in: gazetteer) {
      return UnitPopulation(reading: sum, source: .parts)
    }
    return UnitPopulation(reading: own, source: .unit)
  }

  private func readingOfFollower(
    of unit: AdministrativeUnit.ID, on day: CalendarDay, in gazetteer: Gazetteer
  ) -> PopulationReading? {
    var current = gazetteer.follower(of: unit)
    while let follower = current {
      let reading = reading(of: follower.id, on: day)
      if reading.persons != nil { return reading }
      current = gazetteer.follower(of: follower.id)
    }
    return nil
  }

  private func sumOfParts(
    of unit: AdministrativeUnit.ID, on day: CalendarDay, in gazetteer: Gazetteer
  ) -> PopulationReading? {
    let readings = gazetteer.parts(of: unit).map { part in
      let own = reading(of: part.id, on: day)
      return own.persons != nil ? own : sumOfParts(of: part.id, on: day, in: gazetteer)
    }
    guard !readings.isEmpty, readings.allSatisfy({ $0 != nil }) else { return nil }
    return readings.compactMap(\.self).sum(basis: series.basis)
  }
}

extension [PopulationReading] {
  /// The people of several places together; nobody's where there are none.
  func sum(basis: String?) -> PopulationReading {
    guard !isEmpty else {
      return PopulationReading(persons: nil, quality: .missing, date: nil, basis: basis)
    }
    return PopulationReading(
      persons: compactMap(\.persons).reduce(0, +),
      quality: contains { $0.quality == .suspect } ? .suspect : .ok,
      date: Set(map(\.date)).count == 1 ? self[0].date : nil, basis: basis,
      isLater: contains(where: \.isLater), isUndated: contains(where: \.isUndated))
  }
}
