import Domain

/// A series and what its figures come to.
struct SeriesSummary {
  let series: PopulationSeries
  let isDefault: Bool
  /// Places that the series speaks of, those of them with a figure, and those with a doubtful one.
  let units: Int
  let counted: Int
  let suspect: Int
  /// The sum of all figures.
  let persons: Int

  init(_ series: PopulationSeries, values: [PopulationValue], isDefault: Bool) {
    self.series = series
    self.isDefault = isDefault
    let figures = values.filter { $0.persons != nil }
    units = values.count
    counted = figures.count
    suspect = figures.count { $0.quality == .suspect }
    persons = figures.compactMap(\.persons).reduce(0, +)
  }
}

extension RecordOutput {
  var series: Shape<SeriesSummary> {
    Shape([
      .init("series") { .text($0.series.slug) },
      .init("titles", of: Self.languages) { Self.titles($0.series.titles) },
      .init("publisher") { .text($0.series.publisher) }, .init("basis") { .text($0.series.basis) },
      .init("standing") { .text($0.series.standing) },
      .init("notes", of: Self.languages) { $0.series.notes.map(Self.titles) ?? .null },
      .init("units") { .integer($0.units) }, .init("counted") { .integer($0.counted) },
      .init("suspect") { .integer($0.suspect) }, .init("persons") { .integer($0.persons) },
      .init("default") { .boolean($0.isDefault) }, demo(),
    ])
  }
}
