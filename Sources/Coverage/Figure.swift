package import Domain

/// What a reader of a figure must know beside it.
package enum CoverageWarning: String, Hashable, Sendable, CaseIterable {
  /// The percentage is over 100: shown as it is.
  case over100 = "over-100"
  case populationMissing = "population-missing"
  case populationSuspect = "population-suspect"
  /// The series states no reference date, and serves every day.
  case populationUndated = "population-undated"
  /// Every value of the series is of a later day than the report's; the earliest is used.
  case populationLater = "population-later"
  /// The series has a value for the whole city only.
  case populationCityOnly = "population-city-only"
  /// The series has values for the units that this one was made of only; their sum stands for it.
  case populationFromParents = "population-from-parents"
  /// The series counts other people than the measure is about.
  case basisMismatch = "basis-mismatch"
  /// People whose residence is not known are in the city's numerator.
  case unallocatedIncluded = "unallocated-included"
  /// People live in a unit that the register does not know; they stand with the unallocated.
  case unitUnknown = "unit-unknown"
  case asOfFuture = "as-of-future"
  case asOfBeforeUnits = "as-of-before-units"
}

/// A number of people, and what share of a population it is.
///
/// It cannot be made without the population value (or its absence) and the warnings, so no percentage
/// travels without its n, its N and its doubts.
package struct Figure: Hashable, Sendable {
  /// Distinct people.
  package let count: Int
  package let population: PopulationReading
  package let warnings: [CoverageWarning]

  package init(
    count: Int, population: PopulationReading, basis: String, warnings: [CoverageWarning] = []
  ) {
    self.count = count
    self.population = population
    var all = warnings
    if population.persons == nil { all.append(.populationMissing) }
    if population.quality == .suspect { all.append(.populationSuspect) }
    if population.basis != basis, population.persons != nil { all.append(.basisMismatch) }
    if let persons = population.persons, count > persons { all.append(.over100) }
    self.warnings = all
  }

  /// The count, where there is a population to hold it against.
  package var numerator: Int? { population.persons == nil ? nil : count }

  /// 100 · numerator / population, unrounded and never capped; nil without a population, or where
  /// the population counts other people.
  package var percent: Double? {
    guard let persons = population.persons, !warnings.contains(.basisMismatch) else { return nil }
    return 100 * Double(count) / Double(persons)
  }

  /// People still to reach a target: max(0, ⌈T·N⌉ − n), in whole basis points
  /// (`indicators.md` 4.8).
  package func gap(toBasisPoints target: Int) -> Int? {
    guard let persons = population.persons, !warnings.contains(.basisMismatch) else { return nil }
    return max(0, (target * persons + 9_999) / 10_000 - count)
  }
}

/// What a series says of one place on one day.
package struct PopulationReading: Hashable, Sendable {
  /// Nil where the series gives no figure; a figure of nobody is none (`indicators.md` 4.14).
  package let persons: Int?
  package let quality: PopulationQuality
  /// The reference date of the value; nil where none is stated or there is no value.
  package let date: CalendarDay?
  /// Which people were counted; nil without a series.
  package let basis: String?
  /// True where the value is of a later day than was asked for.
  package let isLater: Bool
  /// True where the series states no date for the value, or for a part of the sum.
  package let isUndated: Bool

  /// `isUndated`: nil where the lack of a date says it.
  package init(
    persons: Int?, quality: PopulationQuality, date: CalendarDay?, basis: String?,
    isLater: Bool = false, isUndated: Bool? = nil
  ) {
    self.persons = persons == 0 ? nil : persons
    self.quality = self.persons == nil ? .missing : quality
    self.date = date
    self.basis = basis
    self.isLater = isLater
    self.isUndated = isUndated ?? (date == nil)
  }

  static let none = PopulationReading(persons: nil, quality: .missing, date: nil, basis: nil)
}

/// One named series of population figures, ready to be asked.
package struct PopulationTable: Sendable {
  package let series: PopulationSeries
  private let values: [AdministrativeUnit.ID: [PopulationValue]]

  package init(series: PopulationSeries, values: [PopulationValue]) {
    self.series = series
    self.values = Dictionary(grouping: values, by: \.unit)
  }

  /// The newest value not after `day`; else the earliest, marked as later; an undated one serves
  /// every day.
  package func reading(of unit: AdministrativeUnit.ID, on day: CalendarDay) -> PopulationReading {
    let dated = (values[unit] ?? []).compactMap { value in value.date.map { ($0, value) } }
    let undated = values[unit]?.first { $0.date == nil }
    let notLater = dated.filter { $0.0 <= day }.max { $0.0 < $1.0 }?.1
    let earliest = dated.min { $0.0 < $1.0 }?.1
    guard let value = notLater ?? undated ?? earliest else {
      return PopulationReading(
        persons: nil, quality: .missing, date: nil, basis: series.basis)
    }
    return PopulationReading(
      persons: value.persons, quality: value.quality, date: value.date, basis: series.basis,
      isLater: value.date.map { $0 > day } ?? false)
  }
}
