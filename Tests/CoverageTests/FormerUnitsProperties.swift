import Coverage
import Domain
import TestSupport
import Testing

/// Whatever is merged and renamed, and in whatever units one asks: everything adds up.
@Suite struct FormerUnitsProperties {
  private struct World {
    let reform: InventedReform
    var counts: [Residence: Int] = [:]
    var people: Int { counts.values.reduce(0, +) }

    init(seed: UInt64) {
      var random = SplitMix64(seed: seed)
      reform = InventedReform(using: &random)
      for unit in reform.units {
        counts[.unit(unit.id)] = Int.random(in: 0...9, using: &random)
      }
      counts[.unallocated] = Int.random(in: 0...9, using: &random)
      counts[.outside] = Int.random(in: 0...9, using: &random)
    }

    /// `generation`: whose units are asked for; `populations`: of some units, by their number.
    func report(in generation: Int, populations: [Int: Int] = [:]) -> CoverageReport {
      CoverageReport(
        CoverageQuestion(
          measure: Measure(
            slug: "m", titles: [:], counts: .attended, rule: .atLeast(1, of: nil), basis: "all"),
          asOf: InventedReform.days[2], unitsOf: InventedReform.days[generation],
          today: InventedReform.days[2]),
        from: CoverageEvidence(
          gazetteer: reform.gazetteer, counts: counts,
          population: PopulationTable(
            series: PopulationSeries(
              id: .init(high: 0, low: 9), slug: "s", titles: [:], publisher: "p", basis: "all",
              standing: "unofficial", notes: nil),
            values: reform.units.compactMap { unit in
              populations[unit.number].map {
                PopulationValue(unit: unit.id, date: nil, persons: $0, quality: .ok, note: nil)
              }
            }),
          targets: [], teams: [], programmeVersion: 1))
    }
  }

  @Test(arguments: UInt64(0)..<200)
  func `everybody stands where their territory lies, or in a row of not known`(seed: UInt64) {
    let world = World(seed: seed)
    for generation in 0...2 {
      let report = world.report(in: generation)

      var expected: [String: Int] = [:]
      for unit in world.reform.standing(in: generation) { expected["unit \(unit.number)"] = 0 }
      for unit in world.reform.units {
        let home = world.reform.home(of: unit, in: generation)
        let row = home.map { "unit \($0.number)" } ?? "unknownFormer \(unit.number)"
        expected[row, default: 0] += world.counts[.unit(unit.id)] ?? 0
      }
      let rows = report.rows.map { ("\($0.kind) \($0.unit.id.low)", $0.figure.count) }
      #expect(Dictionary(uniqueKeysWithValues: rows) == expected)
      #expect(report.total.unitsTotal == world.reform.standing(in: generation).count)
    }
  }

  @Test(arguments: UInt64(0)..<200)
  func `rows add up to each unit of today, and to one city`(seed: UInt64) {
    let world = World(seed: seed)
    let today = world.report(in: 2)
    for generation in 0...2 {
      let report = world.report(in: generation)

      for unit in world.reform.standing(in: 2) {
        let within = world.reform.units.filter { $0.territory.isSubset(of: unit.territory) }
        let ids = Set(within.map(\.id))
        #expect(
          report.rows.filter { ids.contains($0.unit.id) }.map(\.figure.count).reduce(0, +)
            == today.rows.first { $0.unit.id == unit.id }?.figure.count)
      }
      #expect(report.total.count == today.total.count)
      #expect(report.total.unallocated == world.counts[.unallocated])
      #expect(report.total.outside == world.counts[.outside])
      #expect(report.total.count + report.total.outside == world.people)
      #expect(
        report.rows.map(\.figure.count).reduce(0, +) + report.total.unallocated
          == report.total.count)
      #expect(!report.warnings.contains(.unitUnknown))
    }
  }

  @Test(arguments: UInt64(0)..<200)
  func `a series of the first units gives the city one percentage in any units`(seed: UInt64) {
    let world = World(seed: seed)
    let populations = Dictionary(
      uniqueKeysWithValues: world.reform.standing(in: 0).map { ($0.number, 100 * $0.number) })
    for generation in 0...2 {
      let report = world.report(in: generation, populations: populations)

      #expect(report.total.figure.numerator == report.total.count)
      #expect(report.total.figure.population.persons == populations.values.reduce(0, +))
      #expect(report.total.unitsCounted == report.total.unitsTotal)
      for row in report.rows where row.kind == .unit {
        let territory = world.reform.units.first { $0.id == row.unit.id }?.territory ?? []
        #expect(
          row.figure.population.persons == territory.map { 100 * ($0 + 1) }.reduce(0, +))
      }
    }
  }

  @Test(arguments: UInt64(0)..<200)
  func `a series of the last units serves former ones of the same territory`(seed: UInt64) {
    let world = World(seed: seed)
    let last = world.reform.standing(in: 2)
    let populations = Dictionary(uniqueKeysWithValues: last.map { ($0.number, 100 * $0.number) })
    for generation in 0...1 {
      let report = world.report(in: generation, populations: populations)

      for unit in world.reform.standing(in: generation) {
        let same = last.first { $0.territory == unit.territory }
        let row = report.rows.first { $0.unit.id == unit.id && $0.kind == .unit }
        #expect(row?.figure.population.persons == same.map { 100 * $0.number })
      }
    }
  }

  @Test func `the invented reforms hold what can go wrong`() {
    let reforms = (UInt64(0)..<200).map { World(seed: $0).reform }
    func reformsWhere(_ holds: (InventedReform) -> Bool) -> Int { reforms.count(where: holds) }

    // Merged twice over; renamed after a merger; renamed twice.
    #expect(
      reformsWhere { reform in
        reform.standing(in: 2).contains { whole in
          reform.successions.filter { $0.new == whole.id }.count > 1
            && reform.units.contains {
              $0.from == 1 && $0.territory.count > 1
                && $0.territory.isStrictSubset(of: whole.territory)
            }
        }
      } > 20)
    #expect(
      reformsWhere { reform in
        reform.units.contains { unit in
          unit.from == 2
            && reform.units.contains {
              $0.from == 1 && $0.territory == unit.territory && unit.territory.count > 1
            }
        }
      } > 20)
    #expect(
      reformsWhere { reform in
        reform.units.contains { unit in
          unit.from == 2 && unit.territory.count == 1
            && reform.units.contains { $0.from == 1 && $0.territory == unit.territory }
        }
      } > 20)
  }
}
