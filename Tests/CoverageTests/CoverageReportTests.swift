import Coverage
import Domain
import TestSupport
import Testing

@Suite struct CoverageReportTests {
  private static let city = AdministrativeUnit.ID(high: 0, low: 46)
  private static let a = AdministrativeUnit.ID(high: 0, low: 1)
  private static let b = AdministrativeUnit.ID(high: 0, low: 2)
  private static let c = AdministrativeUnit.ID(high: 0, low: 3)
  private static let formerA = AdministrativeUnit.ID(high: 0, low: 11)
  private static let alsoFormerA = AdministrativeUnit.ID(high: 0, low: 12)
  private static let stranger = AdministrativeUnit.ID(high: 0, low: 99)

  private static let gazetteer: Gazetteer = {
    func unit(
      _ id: AdministrativeUnit.ID, _ code: String, _ name: String,
      _ kind: AdministrativeUnit.Kind = .ward, from: String = "2025-07-01", to: String? = nil
    ) -> AdministrativeUnit {
      AdministrativeUnit(
        id: id, code: code, kind: kind, names: ["vi": name], district: nil,
        parent: kind == .city ? nil : city, validFrom: Sample.day(from),
        validTo: to.map(Sample.day))
    }
    return Gazetteer(
      units: [
        unit(city, "46", "Thành phố Mẫu", .city, from: "2025-01-01"),
        unit(c, "103", "Xã C", .commune), unit(a, "101", "Phường A"), unit(b, "102", "Phường B"),
        unit(formerA, "101", "Phường Cũ", from: "2025-01-01", to: "2025-06-30"),
        unit(alsoFormerA, "111", "Phường Chợ", from: "2025-01-01", to: "2025-06-30"),
      ],
      successions: [formerA, alsoFormerA].map {
        Succession(old: $0, new: a, date: Sample.day("2025-07-01"))
      })
  }()

  private static let trained = Measure(
    slug: "trained", titles: [:], counts: .completed, rule: .atLeast(1, of: ["a"]), basis: "all")

  private typealias Value = (AdministrativeUnit.ID, Int?, PopulationQuality, String?)
  private static let usual: [Value] = [
    (a, 1_000, .ok, nil), (b, 500, .ok, nil), (c, nil, .missing, nil),
  ]

  private func report(
    _ counts: [Residence: Int] = [:], population: [Value]? = usual, basis: String = "all",
    targets: [Target] = [], teams: [Team] = [], asOf: String = "2026-06-30",
    today: String = "2026-06-30"
  ) -> CoverageReport {
    CoverageReport(
      CoverageQuestion(
        measure: Self.trained, asOf: Sample.day(asOf), unitsOf: Sample.day("2026-06-30"),
        today: Sample.day(today)),
      from: CoverageEvidence(
        gazetteer: Self.gazetteer, counts: counts,
        population: population.map { values in
          PopulationTable(
            series: PopulationSeries(
              id: .init(high: 0, low: 9), slug: "s", titles: [:], publisher: "p", basis: basis,
              standing: "unofficial", notes: nil),
            values: values.map {
              PopulationValue(
                unit: $0.0, date: $0.3.map(Sample.day), persons: $0.1, quality: $0.2, note: nil)
            })
        },
        targets: targets, teams: teams, programmeVersion: 7))
  }

  /// Of indicators 4.2.
  @Test func `the city is the sum of people over the sum of populations`() throws {
    let report = report([.unit(Self.a): 640, .unit(Self.b): 100, .unallocated: 60])

    #expect(report.rows.map(\.unit.code) == ["101", "102", "103"])
    #expect(report.rows.map(\.figure.percent) == [64, 20, nil])
    #expect(report.total.count == 800)
    #expect(report.total.figure.numerator == 800)
    #expect(report.total.figure.population.persons == 1_500)
    let percent = try #require(report.total.figure.percent)
    #expect(abs(percent - 53.333_333) < 0.000_001)
    #expect(report.total.unallocated == 60)
    #expect(report.warnings.contains(.unallocatedIncluded))
    #expect(report.programmeVersion == 7)
    #expect(report.series?.slug == "s")
  }

  @Test func `a unit without a population leaves both sides, and its people are still counted`() {
    let report = report([.unit(Self.a): 640, .unit(Self.b): 100, .unit(Self.c): 200])

    #expect(report.rows[2].figure.count == 200)
    #expect(report.rows[2].figure.numerator == nil)
    #expect(report.total.count == 940)
    #expect(report.total.figure.numerator == 740)
    #expect(report.total.figure.population.persons == 1_500)
    #expect(report.total.unitsCounted == 2)
    #expect(report.total.unitsTotal == 3)
    #expect(report.warnings.contains(.populationMissing))
  }

  /// Of indicators 4.14: N = 0 or unknown drops the ward from both sides.
  @Test func `a unit of nobody leaves both sides too`() {
    let report = report(
      [.unit(Self.a): 640, .unit(Self.b): 100, .unit(Self.c): 200],
      population: [(Self.a, 1_000, .ok, nil), (Self.b, 500, .ok, nil), (Self.c, 0, .ok, nil)])

    #expect(report.rows[2].figure.percent == nil)
    #expect(report.total.count == 940)
    #expect(report.total.figure.numerator == 740)
    #expect(report.total.unitsCounted == 2)
    #expect(report.warnings.contains(.populationMissing))
  }

  @Test func `people from outside are in neither count nor percentage`() {
    let report = report([.unit(Self.a): 640, .outside: 50])

    #expect(report.total.count == 640)
    #expect(report.total.figure.numerator == 640)
    #expect(report.total.outside == 50)
    #expect(!report.warnings.contains(.unallocatedIncluded))
  }

  @Test func `a series of the whole city gives the city a percentage and its units none`() {
    let report = report(
      [.unit(Self.a): 640, .unit(Self.c): 200, .unallocated: 60],
      population: [(Self.city, 2_000, .ok, "2026-01-01")])

    #expect(report.rows.map(\.figure.percent) == [nil, nil, nil])
    #expect(report.total.count == 900)
    #expect(report.total.figure.numerator == 900)
    #expect(report.total.figure.percent == 45)
    #expect(report.populationDate == Sample.day("2026-01-01"))
    #expect(report.warnings == [.populationCityOnly, .unallocatedIncluded])
  }

  @Test func `a series of units and city adds up the units`() {
    let report = report(
      [.unit(Self.a): 640], population: Self.usual + [(Self.city, 9_999, .ok, nil)])

    #expect(report.total.figure.population.persons == 1_500)
    #expect(!report.warnings.contains(.populationCityOnly))
  }

  @Test func `without any series there are counts`() {
    let report = report([.unit(Self.a): 640, .unallocated: 60], population: nil)

    #expect(report.rows.map(\.figure.count) == [640, 0, 0])
    #expect(report.total.count == 700)
    #expect(report.total.figure.percent == nil)
    #expect(report.total.unitsCounted == 0)
    #expect(report.series == nil)
    #expect(report.warnings == [.populationMissing, .unallocatedIncluded])
  }

  @Test func `a series of other people gives no percentage anywhere`() {
    let report = report([.unit(Self.a): 640], basis: "adults")

    #expect(report.rows.map(\.figure.percent) == [nil, nil, nil])
    #expect(report.total.figure.percent == nil)
    #expect(report.total.count == 640)
    #expect(report.warnings.contains(.basisMismatch))
  }

  @Test func `over a hundred percent is shown and flagged`() {
    let report = report([.unit(Self.b): 560])

    #expect(report.rows[1].figure.percent == 112)
    #expect(report.rows[1].figure.warnings == [.over100])
    #expect(report.total.figure.warnings == [])
    #expect(report.warnings.contains(.over100))
  }

  @Test func `a doubtful value makes the total doubtful`() {
    let report = report(
      population: [(Self.a, 1_000, .ok, nil), (Self.b, 500, .suspect, nil)])

    #expect(report.rows[0].figure.warnings == [])
    #expect(report.rows[1].figure.warnings == [.populationSuspect])
    #expect(report.total.figure.population.quality == .suspect)
    #expect(report.warnings.contains(.populationSuspect))
  }

  @Test func `nothing to warn of is no warning`() {
    let report = report(
      [.unit(Self.a): 640],
      population: [
        (Self.a, 1_000, .ok, "2026-01-01"), (Self.b, 500, .ok, "2026-01-01"),
        (Self.c, 300, .ok, "2026-01-01"),
      ])

    #expect(report.warnings == [])
    #expect(report.populationDate == Sample.day("2026-01-01"))
    #expect(report.total.unitsCounted == 3)
  }

  @Test func `values of different dates have no one date`() {
    let report = report(
      population: [(Self.a, 1_000, .ok, "2026-01-01"), (Self.b, 500, .ok, "2026-02-01")])

    #expect(report.populationDate == nil)
    #expect(!report.warnings.contains(.populationUndated))
  }

  @Test func `a value of a later day is used and said to be`() {
    let report = report(
      [.unit(Self.a): 100], population: [(Self.a, 1_000, .ok, "2027-01-01")])

    #expect(report.rows[0].figure.percent == 10)
    #expect(report.warnings.contains(.populationLater))
  }

  @Test func `a day to come is answered with a warning, today without`() {
    #expect(report(asOf: "2026-07-01", today: "2026-06-30").warnings.contains(.asOfFuture))
    #expect(!report(asOf: "2026-06-30", today: "2026-06-30").warnings.contains(.asOfFuture))
  }

  @Test func `a day before the units began is answered with a warning`() {
    #expect(report(asOf: "2025-06-30").warnings.contains(.asOfBeforeUnits))
    #expect(!report(asOf: "2025-07-01").warnings.contains(.asOfBeforeUnits))
  }

  @Test func `people recorded in former units stand where those units went`() {
    let report = report([
      .unit(Self.formerA): 30, .unit(Self.alsoFormerA): 4, .unit(Self.a): 100, .unit(Self.b): 1,
    ])

    #expect(report.rows.map(\.figure.count) == [134, 1, 0])
    #expect(report.total.count == 135)
    #expect(!report.warnings.contains(.unitUnknown))
  }

  @Test func `people of a unit that nobody knows stand with the unallocated`() {
    let report = report([.unit(Self.stranger): 8, .unit(Self.city): 2, .unit(Self.a): 100])

    #expect(report.rows.map(\.figure.count) == [100, 0, 0])
    #expect(report.total.unallocated == 10)
    #expect(report.total.count == 110)
    #expect(report.warnings.contains(.unitUnknown))
    #expect(report.warnings.contains(.unallocatedIncluded))
  }

  @Test func `rows and unallocated always add up to the city`() {
    var random = SplitMix64(seed: 5)
    let residences: [Residence] =
      [.unallocated, .outside]
      + [Self.a, Self.b, Self.c, Self.formerA, Self.alsoFormerA, Self.stranger].map { .unit($0) }
    for _ in 0..<100 {
      let counts = Dictionary(
        uniqueKeysWithValues: residences.map { ($0, Int.random(in: 0...50, using: &random)) })

      let total = report(counts).total

      #expect(total.count + total.outside == counts.values.reduce(0, +))
    }
  }

  // MARK: Teams

  private func team(
    _ unit: AdministrativeUnit.ID, since: String = "2025-08-08", until: String? = nil,
    isVoid: Bool = false
  ) -> Team {
    Team(
      id: .init(high: 1, low: unit.low), name: "Tổ", unit: unit, since: Sample.day(since),
      until: until.map(Sample.day), isVoid: isVoid)
  }

  @Test func `a unit has a team while one of its teams is active on the day`() {
    func units(_ teams: [Team], asOf: String = "2026-06-30") -> Int {
      report(teams: teams, asOf: asOf).teamPresence.units
    }

    #expect(report().teamPresence.unitsTotal == 3)
    #expect(units([]) == 0)
    #expect(units([team(Self.a), team(Self.a), team(Self.b)]) == 2)
    #expect(units([team(Self.a, since: "2026-07-01")]) == 0)
    #expect(units([team(Self.a, since: "2026-06-30")]) == 1)
    #expect(units([team(Self.a, until: "2026-06-30")]) == 1)
    #expect(units([team(Self.a, until: "2026-06-29")]) == 0)
    #expect(units([team(Self.a, isVoid: true)]) == 0)
    #expect(units([team(Self.a)], asOf: "2025-08-07") == 0)
    #expect(units([team(Self.stranger), team(Self.city)]) == 0)
  }

  @Test func `a team of a former unit is the new unit's`() {
    #expect(
      report(teams: [team(Self.formerA, since: "2025-03-01"), team(Self.alsoFormerA)])
        .teamPresence.units == 1)
  }

  // MARK: Targets

  private func target(
    _ unit: AdministrativeUnit.ID, _ basisPoints: Int, by deadline: String,
    measure: String = "trained"
  ) -> Target {
    Target(
      measure: measure, unit: unit, basisPoints: basisPoints, deadline: Sample.day(deadline),
      document: nil)
  }

  @Test func `the target in force is the next deadline, else the latest that has passed`() {
    let targets = [
      target(Self.a, 9_000, by: "2027-12-31"), target(Self.a, 6_000, by: "2026-06-30"),
      target(Self.a, 8_000, by: "2026-12-31"),
      target(Self.a, 1_000, by: "2026-06-30", measure: "x"),
      target(Self.b, 500, by: "2026-06-30"),
    ]
    func inForce(_ day: String) -> Int? {
      report(targets: targets, asOf: day, today: day).rows[0].target?.basisPoints
    }

    #expect(inForce("2026-01-01") == 6_000)
    #expect(inForce("2026-06-30") == 6_000)
    #expect(inForce("2026-07-01") == 8_000)
    #expect(inForce("2027-01-01") == 9_000)
    #expect(inForce("2028-01-01") == 9_000)
    #expect(report(targets: targets).rows[2].target == nil)
    #expect(report(targets: targets).total.target == nil)
  }

  @Test func `a gap is counted in people, for units and for the city`() {
    let report = report(
      [.unit(Self.a): 640, .unit(Self.b): 100, .unallocated: 60],
      targets: [
        target(Self.a, 8_000, by: "2026-12-31"), target(Self.c, 8_000, by: "2026-12-31"),
        target(Self.city, 6_660, by: "2026-12-31"),
      ])

    #expect(report.rows.map(\.gap) == [160, nil, nil])
    // 66.6 % of 1,500 is 999.
    #expect(report.total.gap == 199)
  }
}
