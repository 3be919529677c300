package import Domain

/// What is asked of the register: one measure, on one day, in the units of one day.
package struct CoverageQuestion: Hashable, Sendable {
  package let measure: Measure
  /// Valid time: facts dated on or before it, by all that is known now.
  package let asOf: CalendarDay
  /// The day whose units the rows are.
  package let unitsOf: CalendarDay
  package let today: CalendarDay

  package init(measure: Measure, asOf: CalendarDay, unitsOf: CalendarDay, today: CalendarDay) {
    self.measure = measure
    self.asOf = asOf
    self.unitsOf = unitsOf
    self.today = today
  }
}

/// Everything the register holds that bears on a question.
package struct CoverageEvidence: Sendable {
  package let gazetteer: Gazetteer
  /// Distinct people who count on the day, by the residence they were recorded in.
  package let counts: [Residence: Int]
  package let population: PopulationTable?
  package let targets: [Target]
  package let teams: [Team]
  package let programmeVersion: Int

  package init(
    gazetteer: Gazetteer, counts: [Residence: Int], population: PopulationTable?,
    targets: [Target], teams: [Team], programmeVersion: Int
  ) {
    self.gazetteer = gazetteer
    self.counts = counts
    self.population = population
    self.targets = targets
    self.teams = teams
    self.programmeVersion = programmeVersion
  }
}

/// The share of each unit's people that a measure counts, with its doubts.
package struct CoverageReport: Hashable, Sendable {
  package struct Row: Hashable, Sendable {
    package enum Kind: String, Sendable {
      case unit
      /// People recorded in a unit that began after the day of the rows by merging: in which of its
      /// former units they live is not known.
      case unknownFormer
    }

    package let kind: Kind
    /// Of `unknownFormer` the unit they are recorded in, which does not stand on the day of the rows.
    package let unit: AdministrativeUnit
    package let figure: Figure
    package let target: Target?

    package var gap: Int? { target.flatMap { figure.gap(toBasisPoints: $0.basisPoints) } }
  }

  package struct Total: Hashable, Sendable {
    /// Everybody who counts in the city, units without a population and the unallocated included.
    package let count: Int
    /// The people held against the population: those of units that have one, those of whom only the
    /// former unit is not known where all of these have one, and the unallocated.
    package let figure: Figure
    /// Units whose population is in the figure.
    package let unitsCounted: Int
    /// Units of the day; rows of `unknownFormer` are none.
    package let unitsTotal: Int
    package let unallocated: Int
    /// People from outside the city, in neither count nor figure.
    package let outside: Int
    package let target: Target?

    package var gap: Int? { target.flatMap { figure.gap(toBasisPoints: $0.basisPoints) } }
  }

  /// The share of units that have at least one active team.
  package struct TeamPresence: Hashable, Sendable {
    package let units: Int
    package let unitsTotal: Int
    /// Active teams that are in none of these units: most were formed in one that came later.
    package let teamsElsewhere: Int
  }

  package let question: CoverageQuestion
  package let series: PopulationSeries?
  /// The reference date of the population values; nil where none is stated or they differ.
  package let populationDate: CalendarDay?
  /// The units by code, then those of `unknownFormer` by code.
  package let rows: [Row]
  package let total: Total
  package let teamPresence: TeamPresence
  package let warnings: [CoverageWarning]
  package let programmeVersion: Int
}

extension CoverageReport {
  /// Answers a question. City = Σ numerators ÷ Σ populations, never a mean of percentages
  /// (`indicators.md` 4.2).
  package init(_ question: CoverageQuestion, from evidence: CoverageEvidence) {
    let counting = CoverageRows(question, from: evidence)
    let units = counting.ofUnits
    rows = counting.all

    let city = evidence.gazetteer.city(on: question.unitsOf)
    let cityReading = city.flatMap {
      evidence.population?.reading(of: $0.id, on: question.asOf)
    }
    let isCityOnly = counting.counted.isEmpty && cityReading?.persons != nil
    let basis = question.measure.basis
    total = Total(
      count: counting.everybody,
      figure: isCityOnly
        ? Figure(count: counting.everybody, population: cityReading ?? .none, basis: basis)
        : counting.cityFigure(of: evidence.population?.series, basis: basis),
      unitsCounted: isCityOnly ? units.count : counting.counted.count, unitsTotal: units.count,
      unallocated: counting.counts.unallocated, outside: counting.counts.outside,
      target: city.flatMap { evidence.target(of: $0.id, for: question) })

    let teamUnits = evidence.teams.filter { $0.isActive(on: question.asOf) }
      .map { evidence.gazetteer.unit(standingFor: $0.unit, on: question.unitsOf)?.id }
    teamPresence = TeamPresence(
      units: units.filter { teamUnits.contains($0.unit.id) }.count, unitsTotal: units.count,
      teamsElsewhere: teamUnits.count { $0 == nil })

    let readings =
      isCityOnly
      ? [total.figure.population] : units.map(\.figure.population).filter { $0.persons != nil }
    let dates = Set(readings.map(\.date))
    populationDate = dates.count == 1 ? dates.first ?? nil : nil
    self.question = question
    series = evidence.population?.series
    programmeVersion = evidence.programmeVersion
    warnings = Self.warnings(
      question: question, units: units, total: total, readings: readings, isCityOnly: isCityOnly,
      hasUnknownUnit: counting.counts.hasUnknownUnit)
  }

  private static func warnings(
    question: CoverageQuestion, units: [Row], total: Total, readings: [PopulationReading],
    isCityOnly: Bool, hasUnknownUnit: Bool
  ) -> [CoverageWarning] {
    let ofUnits = Set(units.flatMap(\.figure.warnings))
    let ofTotal = Set(total.figure.warnings)
    let holds: [CoverageWarning: Bool] = [
      .asOfFuture: question.asOf > question.today,
      .asOfBeforeUnits: units.contains { $0.unit.validFrom > question.asOf },
      .populationUndated: readings.contains(where: \.isUndated),
      .populationLater: readings.contains(where: \.isLater),
      .populationCityOnly: isCityOnly,
      .populationFromParents: ofUnits.contains(.populationFromParents),
      .populationMissing: total.figure.population.persons == nil
        || !isCityOnly && ofUnits.contains(.populationMissing),
      .populationSuspect: readings.contains { $0.quality == .suspect },
      .basisMismatch: ofUnits.union(ofTotal).contains(.basisMismatch),
      .over100: ofUnits.union(ofTotal).contains(.over100),
      .unallocatedIncluded: total.unallocated > 0,
      .unitUnknown: hasUnknownUnit,
    ]
    return CoverageWarning.allCases.filter { holds[$0] ?? false }
  }
}

extension CoverageEvidence {
  /// The target in force: the next deadline, else the latest one that has passed.
  func target(
    of unit: AdministrativeUnit.ID, for question: CoverageQuestion
  ) -> Target? {
    let ofUnit = targets.filter { $0.unit == unit && $0.measure == question.measure.slug }
      .sorted { $0.deadline < $1.deadline }
    return ofUnit.first { $0.deadline >= question.asOf } ?? ofUnit.last
  }
}
