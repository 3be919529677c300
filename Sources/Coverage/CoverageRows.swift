import Domain

/// The rows of a report, and which of them the city's figure may rest on.
struct CoverageRows {
  typealias Row = CoverageReport.Row

  let ofUnits: [Row]
  let ofUnknownFormer: [Row]
  let counts: UnitCounts
  /// The units whose population the city's figure takes in.
  let counted: [Row]
  /// Rows of people who live in one of several units that are all counted.
  let whollyCounted: [Row]

  var all: [Row] { ofUnits + ofUnknownFormer }

  init(_ question: CoverageQuestion, from evidence: CoverageEvidence) {
    let (gazetteer, basis) = (evidence.gazetteer, question.measure.basis)
    let mergers = gazetteer.mergers(after: question.unitsOf)
    let counts = UnitCounts(
      evidence.counts, in: gazetteer, on: question.unitsOf, mergers: mergers)
    self.counts = counts

    let units = gazetteer.localUnits(on: question.unitsOf)
    let populations = units.map {
      evidence.population?.population(of: $0.id, on: question.asOf, in: gazetteer)
        ?? UnitPopulation(reading: .none, source: .unit)
    }
    ofUnits = zip(units, populations).map { unit, population in
      Row(
        kind: .unit, unit: unit,
        figure: Figure(
          count: counts.byUnit[unit.id] ?? 0, population: population.reading, basis: basis,
          warnings: population.source == .parts ? [.populationFromParents] : []),
        target: evidence.target(of: unit.id, for: question))
    }
    counted = Self.counted(ofUnits, populations)

    // A merger to come is no row before somebody is recorded in it.
    let shown = mergers.filter {
      $0.unit.validFrom <= question.today || counts.byMerger[$0.unit.id] ?? 0 > 0
    }
    ofUnknownFormer = shown.map { merger in
      Row(
        kind: .unknownFormer, unit: merger.unit,
        figure: Figure(
          count: counts.byMerger[merger.unit.id] ?? 0, population: .none, basis: basis),
        target: nil)
    }
    let countedUnits = Set(counted.map(\.unit.id))
    whollyCounted = zip(shown, ofUnknownFormer).filter { merger, _ in
      merger.formerUnits.allSatisfy { countedUnits.contains($0.id) }
    }.map(\.1)
  }

  /// All units that have a population; but where these are less than half of the units, none whose value
  /// is that of the unit that followed it. The few units that a reform left alone are not the city
  /// (`docs/adr/0006`).
  private static func counted(_ rows: [Row], _ populations: [UnitPopulation]) -> [Row] {
    let known = zip(rows, populations).filter { $1.reading.persons != nil }
    guard known.count * 2 < rows.count else { return known.map(\.0) }
    return known.filter { $1.source != .follower }.map(\.0)
  }

  /// Everybody who counts in the city.
  var everybody: Int { Self.people(in: all) + counts.unallocated }

  /// The people held against the population of the units that have one.
  func cityFigure(of series: PopulationSeries?, basis: String) -> Figure {
    Figure(
      count: Self.people(in: counted + whollyCounted) + counts.unallocated,
      population: counted.map(\.figure.population).sum(basis: series?.basis), basis: basis)
  }

  private static func people(in rows: [Row]) -> Int { rows.map(\.figure.count).reduce(0, +) }
}
