import Coverage
import Domain
import TestSupport
import Testing

@Suite struct FigureTests {
  private func figure(
    _ count: Int, of persons: Int?, quality: PopulationQuality = .ok, basis: String? = "all"
  ) -> Figure {
    Figure(
      count: count,
      population: PopulationReading(persons: persons, quality: quality, date: nil, basis: basis),
      basis: "all")
  }

  @Test func `a percentage is a hundred times the count over the population, unrounded`() {
    #expect(figure(640, of: 1_000).percent == 64)
    #expect(figure(1, of: 3).percent == 100.0 / 3)
    #expect(figure(0, of: 1_000).percent == 0)
    #expect(figure(640, of: 1_000).numerator == 640)
    #expect(figure(640, of: 1_000).warnings == [])
  }

  @Test func `over a hundred percent is shown and flagged, never capped`() {
    #expect(figure(1_120, of: 1_000).percent == 112)
    #expect(figure(1_120, of: 1_000).warnings == [.over100])
    #expect(figure(1_000, of: 1_000).percent == 100)
    #expect(figure(1_000, of: 1_000).warnings == [])
  }

  @Test func `without a population there is a count, and no percentage`() {
    let unknown = figure(640, of: nil)

    #expect(unknown.count == 640)
    #expect(unknown.numerator == nil)
    #expect(unknown.percent == nil)
    #expect(unknown.gap(toBasisPoints: 8_000) == nil)
    #expect(unknown.warnings == [.populationMissing])
    #expect(unknown.population.quality == .missing)
  }

  @Test func `a population of nobody has no percentage`() {
    #expect(figure(0, of: 0).percent == nil)
    #expect(figure(5, of: 0).percent == nil)
    #expect(figure(5, of: 0).numerator == nil)
    #expect(figure(5, of: 0).gap(toBasisPoints: 8_000) == nil)
    #expect(figure(5, of: 0).count == 5)
    #expect(figure(5, of: 0).warnings == [.populationMissing])
  }

  @Test func `a population of other people has no percentage and no gap`() {
    let other = figure(640, of: 1_000, basis: "adults")

    #expect(other.percent == nil)
    #expect(other.gap(toBasisPoints: 8_000) == nil)
    #expect(other.warnings == [.basisMismatch])
    #expect(other.count == 640)
  }

  @Test func `a doubtful population keeps its doubt`() {
    #expect(figure(640, of: 1_000, quality: .suspect).warnings == [.populationSuspect])
    #expect(figure(640, of: 1_000, quality: .suspect).percent == 64)
  }

  @Test(
    arguments: [
      // Of indicators 4.8.
      (6_660, 10_000, 8_000, 1_340), (0, 100, 5_500, 55),
      (0, 3, 5_000, 2), (0, 1, 1, 1), (1, 1, 1, 0), (799, 1_000, 8_000, 1), (800, 1_000, 8_000, 0),
      (900, 1_000, 8_000, 0), (0, 1_432_986, 6_660, 954_369), (0, 1_236_393, 6_660, 823_438),
      (0, 1_000, 10_000, 1_000), (0, 1_000, 0, 0),
    ])
  func `a gap is whole people, rounded up and never below none`(
    count: Int, persons: Int, target: Int, gap: Int
  ) {
    #expect(figure(count, of: persons).gap(toBasisPoints: target) == gap)
  }

  @Test func `the gap of every whole percent of every small population is exact`() {
    for persons in 1...120 {
      for percent in 0...100 {
        // The least number of people whose hundredfold reaches the percentage of the population.
        let least = (0...persons).first { $0 * 100 >= percent * persons }
        if figure(0, of: persons).gap(toBasisPoints: percent * 100) != least {
          Issue.record("\(percent) % of \(persons)")
        }
      }
    }
  }
}

@Suite struct PopulationTableTests {
  private let unit = AdministrativeUnit.ID(high: 0, low: 1)
  private let other = AdministrativeUnit.ID(high: 0, low: 2)

  private func table(_ values: [(Int?, String?)]) -> PopulationTable {
    PopulationTable(
      series: PopulationSeries(
        id: .init(high: 0, low: 9), slug: "s", titles: [:], publisher: "p", basis: "adults",
        standing: "unofficial", notes: nil),
      values: values.map {
        PopulationValue(
          unit: unit, date: $0.1.map(Sample.day), persons: $0.0,
          quality: $0.0 == nil ? .missing : .ok, note: nil)
      })
  }

  private func reading(_ values: [(Int?, String?)], on day: String) -> PopulationReading {
    table(values).reading(of: unit, on: Sample.day(day))
  }

  private let dated: [(Int?, String?)] = [
    (950, "2026-06-01"), (900, "2026-01-01"), (990, "2027-01-01"),
  ]

  @Test(
    arguments: [
      ("2026-01-01", 900, "2026-01-01"), ("2026-05-31", 900, "2026-01-01"),
      ("2026-06-01", 950, "2026-06-01"), ("2026-12-31", 950, "2026-06-01"),
      ("2030-01-01", 990, "2027-01-01"),
    ])
  func `the newest value that is not later than the day serves`(
    day: String, persons: Int, date: String
  ) {
    let reading = reading(dated, on: day)

    #expect(reading.persons == persons)
    #expect(reading.date == Sample.day(date))
    #expect(!reading.isLater)
    #expect(reading.basis == "adults")
  }

  @Test func `before every value the earliest serves, and says so`() {
    let reading = reading(dated, on: "2025-12-31")

    #expect(reading.persons == 900)
    #expect(reading.date == Sample.day("2026-01-01"))
    #expect(reading.isLater)
  }

  @Test func `a value without a date serves every day, and is never later`() {
    for day in ["1999-01-01", "2026-06-01", "2040-01-01"] {
      let reading = reading([(700, nil)], on: day)
      #expect(reading.persons == 700)
      #expect(reading.date == nil)
      #expect(!reading.isLater)
    }
    #expect(reading([(700, nil), (900, "2026-01-01")], on: "2026-01-01").persons == 900)
    #expect(reading([(700, nil), (900, "2026-01-01")], on: "2025-12-31").persons == 700)
  }

  @Test func `no value, a missing one and another unit's are missing`() {
    #expect(table(dated).reading(of: other, on: Sample.day("2026-06-01")).persons == nil)
    #expect(reading([(nil, nil)], on: "2026-06-01").quality == .missing)
    // The publisher withdrew the figure: the older one does not come back.
    #expect(reading([(900, "2026-01-01"), (nil, "2026-06-01")], on: "2026-07-01").persons == nil)
    #expect(reading([], on: "2026-06-01").basis == "adults")
  }
}
