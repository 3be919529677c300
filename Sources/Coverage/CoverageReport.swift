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
    package let unit: AdministrativeUnit
    package let figure: Figure
    package let target: Target?

    package var gap: Int? { target.flatMap { figure.gap(toBasisPoints: $0.basisPoints) } }
  }

  package struct Total: Hashable, Sendable {
    /// Everybody who counts in the city, units without a population and the unallocated included.
    package let count: Int
    /// The people held against the population: those of units that have one, and the unallocated.
    package let figure: Figure
    package let unitsCounted: Int
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
  }

  package let question: CoverageQuestion
  package let series: PopulationSeries?
  /// The reference date of the population values; nil where none is stated or they differ.
  package let populationDate: CalendarDay?
  /// By code.
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
    let units = evidence.gazetteer.localUnits(on: question.unitsOf)
    let counts = UnitCounts(evidence.counts, in: evidence.gazetteer, on: question.unitsOf)
    let basis = question.measure.basis

    rows = units.map { unit in
      Row(
        unit: unit,
        figure: Figure(
          count: counts.byUnit[unit.id] ?? 0,
          population: evidence.population?.reading(of: unit.id, on: question.asOf) ?? .none,
          basis: basis),
        target: evidence.target(of: unit.id, for: question))
    }
    let city = evidence.gazetteer.city(on: question.unitsOf)
    let cityReading = city.flatMap {
      evidence.population?.reading(of: $0.id, on: question.asOf)
    }
    let counted = rows.filter { $0.figure.population.persons != nil }
    let isCityOnly = counted.isEmpty && cityReading?.persons != nil
    let everybody = rows.map(\.figure.count).reduce(0, +) + counts.unallocated
    let figure =
      isCityOnly
      ? Figure(count: everybody, population: cityReading ?? .none, basis: basis)
      : Figure(
        count: counted.map(\.figure.count).reduce(0, +) + counts.unallocated,
        population: counted.map(\.figure.population).sum(basis: evidence.population?.series.basis),
        basis: basis)
    total = Total(
      count: everybody, figure: figure, unitsCounted: isCityOnly ? rows.count : counted.count,
      unitsTotal: rows.count, unallocated: counts.unallocated, outside: counts.outside,
      target: city.flatMap { evidence.target(of: $0.id, for: question) })

    let withTeam = Set(
      evidence.teams.filter { $0.isActive(on: question.asOf) }
        .compactMap { evidence.gazetteer.unit(holding: $0.unit, on: question.unitsOf)?.id })
    teamPresence = TeamPresence(
      units: units.filter { withTeam.contains($0.id) }.count, unitsTotal: units.count)

    let readings = isCityOnly ? [figure.population] : counted.map(\.figure.population)
    let dates = Set(readings.map(\.date))
    populationDate = dates.count == 1 ? dates.first ?? nil : nil
    self.question = question
    series = evidence.population?.series
    programmeVersion = evidence.programmeVersion
    warnings = Self.warnings(
      question: question, rows: rows, total: total, readings: readings, isCityOnly: isCityOnly,
      hasUnknownUnit: counts.hasUnknownUnit)
  }

  private static func warnings(
    question: CoverageQuestion, rows: [Row], total: Total, readings: [PopulationReading],
    isCityOnly: Bool, hasUnknownUnit: Bool
  ) -> [CoverageWarning] {
    let ofRows = Set(rows.flatMap(\.figure.warnings))
    let holds: [CoverageWarning: Bool] = [
      .asOfFuture: question.asOf > question.today,
      .asOfBeforeUnits: rows.contains { $0.unit.validFrom > question.asOf },
      .populationUndated: readings.contains { $0.date == nil },
      .populationLater: readings.contains(where: \.isLater),
      .populationCityOnly: isCityOnly,
      .populationMissing: total.figure.population.persons == nil
        || !isCityOnly && ofRows.contains(.populationMissing),
      .populationSuspect: readings.contains { $0.quality == .suspect },
      .basisMismatch: total.figure.warnings.contains(.basisMismatch),
      .over100: ofRows.contains(.over100) || total.figure.warnings.contains(.over100),
      .unallocatedIncluded: total.unallocated > 0,
      .unitUnknown: hasUnknownUnit,
    ]
    return CoverageWarning.allCases.filter { holds[$0] ?? false }
  }
}

/// Counts by recorded residence, brought to the units of a day.
private struct UnitCounts {
  var byUnit: [AdministrativeUnit.ID: Int] = [:]
  var unallocated = 0
  var outside = 0
  var hasUnknownUnit = false

  init(_ counts: [Residence: Int], in gazetteer: Gazetteer, on day: CalendarDay) {
    for (residence, count) in counts {
      switch residence {
      case .outside: outside += count
      case .unallocated: unallocated += count
      case .unit(let id):
        if let unit = gazetteer.unit(holding: id, on: day), unit.kind != .city {
          byUnit[unit.id, default: 0] += count
        } else {
          unallocated += count
          hasUnknownUnit = hasUnknownUnit || count > 0
        }
      }
    }
  }
}

extension [PopulationReading] {
  /// The people of several places together; nobody's where there are none.
  fileprivate func sum(basis: String?) -> PopulationReading {
    guard !isEmpty else {
      return PopulationReading(persons: nil, quality: .missing, date: nil, basis: basis)
    }
    return PopulationReading(
      persons: compactMap(\.persons).reduce(0, +),
      quality: contains { $0.quality == .suspect } ? .suspect : .ok,
      date: Set(map(\.date)).count == 1 ? self[0].date : nil, basis: basis)
  }
}

extension CoverageEvidence {
  /// The target in force: the next deadline, else the latest one that has passed.
  fileprivate func target(
    of unit: AdministrativeUnit.ID, for question: CoverageQuestion
  ) -> Target? {
    let ofUnit = targets.filter { $0.unit == unit && $0.measure == question.measure.slug }
      .sorted { $0.deadline < $1.deadline }
    return ofUnit.first { $0.deadline >= question.asOf } ?? ofUnit.last
  }
}
