import Coverage
import Domain
import TestSupport
import Testing

/// A report in the units of before a reform. Of 2025 are A, B and C; in 2026 A and B became M, and C
/// became D, which is C under another name.
@Suite struct FormerUnitsTests {
  private typealias Value = (unit: Invented, persons: Int?, date: String?)

  private enum Invented: UInt64, CaseIterable {
    case city, a, b, c, m, d

    var id: AdministrativeUnit.ID { Identifier(high: 0, low: rawValue) }

    var unit: AdministrativeUnit {
      let isFormer = [.a, .b, .c].contains(self)
      return AdministrativeUnit(
        id: id, code: "\(self)", kind: self == .city ? .city : .ward,
        names: ["vi": "Phường \(self)"],
        district: nil, parent: self == .city ? nil : Invented.city.id,
        validFrom: Sample.day(isFormer || self == .city ? "2025-01-01" : "2026-01-01"),
        validTo: isFormer ? Sample.day("2025-12-31") : nil)
    }
  }

  private func report(
    _ counts: [Residence: Int] = [:], _ values: [Value] = [], unitsOf: String = "2025-06-30",
    targets: [Target] = [], teams: [Team] = [], asOf: String = "2026-06-30",
    today: String = "2026-06-30"
  ) -> CoverageReport {
    let pairs: [(Invented, Invented)] = [(.a, .m), (.b, .m), (.c, .d)]
    return CoverageReport(
      CoverageQuestion(
        measure: Measure(
          slug: "trained", titles: [:], counts: .completed, rule: .atLeast(1, of: nil),
          basis: "all"),
        asOf: Sample.day(asOf), unitsOf: Sample.day(unitsOf), today: Sample.day(today)),
      from: CoverageEvidence(
        gazetteer: Gazetteer(
          units: Invented.allCases.map(\.unit),
          successions: pairs.map {
            Succession(old: $0.id, new: $1.id, date: Sample.day("2026-01-01"))
          }),
        counts: counts,
        population: PopulationTable(
          series: PopulationSeries(
            id: .init(high: 0, low: 9), slug: "s", titles: [:], publisher: "p", basis: "all",
            standing: "unofficial", notes: nil),
          values: values.map {
            PopulationValue(
              unit: $0.unit.id, date: $0.date.map(Sample.day), persons: $0.persons,
              quality: $0.persons == nil ? .missing : .ok, note: nil)
          }),
        targets: targets, teams: teams, programmeVersion: 1))
  }

  private static let people: [Residence: Int] = [
    .unit(Invented.a.id): 10, .unit(Invented.b.id): 20, .unit(Invented.c.id): 30,
    .unit(Invented.m.id): 400, .unit(Invented.d.id): 5, .unallocated: 7, .outside: 3,
  ]

  private func lines(_ report: CoverageReport) -> [String] {
    report.rows.map { "\($0.kind) \($0.unit.code) \($0.figure.count)" }
  }

  @Test func `who was recorded in a merged unit stands in a row of its own`() {
    let former = report(Self.people)
    let present = report(Self.people, unitsOf: "2026-06-30")

    // 35 are the 30 of C, and 5 of D who live in what was C.
    #expect(lines(former) == ["unit a 10", "unit b 20", "unit c 35", "unknownFormer m 400"])
    #expect(lines(present) == ["unit d 35", "unit m 430"])
    for report in [former, present] {
      #expect(report.total.count == 472)
      #expect(report.total.unallocated == 7)
      #expect(report.total.outside == 3)
      #expect(!report.warnings.contains(.unitUnknown))
    }
    #expect(former.total.unitsTotal == 3)
    #expect(former.rows[3].figure.population.quality == .missing)
    #expect(former.rows[3].unit.validFrom == Sample.day("2026-01-01"))
    #expect(!former.warnings.contains(.asOfBeforeUnits))
  }

  @Test func `the row is there without anybody, but not before the merger`() {
    #expect(lines(report()).last == "unknownFormer m 0")
    #expect(lines(report(today: "2026-01-01")).last == "unknownFormer m 0")
    #expect(lines(report(today: "2025-12-31")) == ["unit a 0", "unit b 0", "unit c 0"])
    #expect(
      lines(report([.unit(Invented.m.id): 1], today: "2025-12-31")).last == "unknownFormer m 1")
  }

  // MARK: Populations

  @Test func `a series of new units gives former ones no percentage, and the city none`() {
    let report = report(Self.people, [(.m, 1_000, nil), (.d, 70, nil)])

    #expect(report.rows.map(\.figure.population.persons) == [nil, nil, 70, nil])
    #expect(report.rows.map(\.figure.percent) == [nil, nil, 50, nil])
    #expect(report.rows[2].figure.warnings == [])
    // 42 people of C and of unknown residence over the 70 of C would be no city.
    #expect(report.total.figure.percent == nil)
    #expect(report.total.figure.numerator == nil)
    #expect(report.total.unitsCounted == 0)
    #expect(report.total.count == 472)
    #expect(
      report.warnings == [.populationMissing, .populationUndated, .unallocatedIncluded])
  }

  @Test func `values of followers make a city where most units have one`() {
    // Two of three: C by its follower, A by itself.
    let report = report(Self.people, [(.a, 100, nil), (.d, 70, nil)])

    #expect(report.total.unitsCounted == 2)
    #expect(report.total.figure.population.persons == 170)
    // A 10, C 35 and 7 unallocated; who is in M may live in B, which has no population.
    #expect(report.total.figure.numerator == 52)
  }

  @Test func `a series of former units gives new ones the sum, and either the same city`() {
    let values: [Value] = [
      (.a, 100, "2025-04-01"), (.b, 300, "2025-04-01"), (.c, 600, "2025-04-01"),
    ]
    let former = report(Self.people, values)
    let present = report(Self.people, values, unitsOf: "2026-06-30")

    #expect(former.rows.map(\.figure.population.persons) == [100, 300, 600, nil])
    #expect(former.rows.map(\.figure.numerator) == [10, 20, 35, nil])
    #expect(present.rows.map(\.figure.population.persons) == [600, 400])
    #expect(
      present.rows.map(\.figure.warnings) == [
        [.populationFromParents], [.populationFromParents, .over100],
      ])
    for report in [former, present] {
      #expect(report.total.figure.numerator == 472)
      #expect(report.total.figure.population.persons == 1_000)
      #expect(report.total.unitsCounted == report.total.unitsTotal)
      #expect(report.populationDate == Sample.day("2025-04-01"))
    }
    #expect(former.warnings == [.unallocatedIncluded])
    #expect(present.warnings == [.over100, .populationFromParents, .unallocatedIncluded])
  }

  @Test func `there is no sum where a part has no value, and a value of its own goes first`() {
    func ofM(_ values: [Value]) -> Int? {
      report([:], values, unitsOf: "2026-06-30").rows[1].figure.population.persons
    }

    #expect(ofM([(.a, 100, nil)]) == nil)
    #expect(ofM([(.a, 100, nil), (.b, nil, nil)]) == nil)
    #expect(ofM([(.a, 100, nil), (.b, 300, nil)]) == 400)
    #expect(ofM([(.a, 100, nil), (.b, 300, nil), (.m, nil, nil)]) == 400)
    #expect(ofM([(.a, 100, nil), (.b, 300, nil), (.m, 410, nil)]) == 410)
    // Its own, though of a later day.
    #expect(ofM([(.a, 100, nil), (.b, 300, nil), (.m, 410, "2027-01-01")]) == 410)
  }

  @Test func `a sum is as undated and as late as its parts`() {
    func warnings(_ a: String?, _ b: String?) -> [CoverageWarning] {
      report([:], [(.a, 1, a), (.b, 2, b)], unitsOf: "2026-06-30").warnings
    }

    #expect(warnings("2026-01-01", "2026-02-01") == [.populationMissing, .populationFromParents])
    #expect(
      warnings("2026-01-01", nil)
        == [.populationMissing, .populationUndated, .populationFromParents])
    #expect(
      warnings("2026-01-01", "2027-01-01")
        == [.populationMissing, .populationLater, .populationFromParents])
  }

  @Test func `a series of the city alone serves either units`() {
    for unitsOf in ["2025-06-30", "2026-06-30"] {
      let report = report(Self.people, [(.city, 944, "2026-01-01")], unitsOf: unitsOf)
      #expect(report.total.figure.percent == 50)
      #expect(report.total.unitsCounted == report.total.unitsTotal)
      #expect(report.warnings == [.populationCityOnly, .unallocatedIncluded])
    }
  }

  // MARK: Teams and targets

  @Test func `a team of a merged unit is in no former one`() {
    func presence(_ units: Invented...) -> CoverageReport.TeamPresence {
      report(
        teams: units.map {
          Team(
            id: .init(high: 1, low: $0.rawValue), name: "Tổ", unit: $0.id,
            since: Sample.day("2025-02-01"), until: nil, isVoid: false)
        }
      ).teamPresence
    }

    #expect(presence(.a, .m, .d).units == 2)
    #expect(presence(.a, .m, .d).unitsTotal == 3)
    #expect(presence(.a, .m, .d).teamsElsewhere == 1)
    #expect(presence(.c, .d).units == 1)
    #expect(presence(.m).units == 0)
  }

  @Test func `a target of a new unit is not that of a former one`() {
    func target(_ unit: Invented) -> Target {
      Target(
        measure: "trained", unit: unit.id, basisPoints: 5_000, deadline: Sample.day("2026-12-31"),
        document: nil)
    }
    let report = report(
      Self.people, [(.a, 100, nil), (.b, 100, nil), (.d, 100, nil)],
      targets: [target(.a), target(.m), target(.d), target(.city)])

    #expect(report.rows.map { $0.target == nil } == [false, true, true, true])
    #expect(report.rows.map(\.gap) == [40, nil, nil, nil])
    // Half of 300 are fewer than the 472 who count.
    #expect(report.total.gap == 0)
  }
}
