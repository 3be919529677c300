import Coverage
import Domain
import Storage
import Testing

@Suite struct CoverageOracleTests {
  @Test(arguments: UInt64(0)..<100)
  func `coverage agrees with counting everybody by hand`(seed: UInt64) throws {
    let world = WorldGenerator.world(seed: seed)
    let driver = try WorldDriver(world)
    let oracle = Oracle(world)
    var inquiry = Inquiry(world)

    for question in inquiry.questions(to: oracle) {
      let expected = oracle.answer(question.slug, on: question.day, series: question.series)
      for (device, register) in driver.registers.enumerated() {
        let actual = try register.answer(to: question)
        #expect(actual == expected, "device \(device), \(question)")
      }
    }

    let register = driver.registers[0]
    let dump = try register.canonicalDump()
    for other in driver.registers.dropFirst() {
      #expect(try other.canonicalDump() == dump, "what was kept depends on the order")
    }
    try register.rebuild()
    #expect(try register.canonicalDump() == dump, "a rebuild comes to something else")
    #expect(try register.verify().faults == [])
  }

  @Test(arguments: Flaw.allCases)
  func `the worlds notice a flawed computation`(flaw: Flaw) {
    #expect((UInt64(0)..<100).contains { disagreement(with: flaw, seed: $0) != nil })
  }

  @Test(arguments: [Flaw.countsVoidSessions, .takesMonthsForThirtyDays])
  func `a register disagrees with a flawed computation`(flaw: Flaw) throws {
    let seed = try #require(
      (UInt64(0)..<100).first { disagreement(with: flaw, seed: $0) != nil })
    let question = try #require(disagreement(with: flaw, seed: seed))
    let world = WorldGenerator.world(seed: seed)
    let flawed = Oracle(world, flaw: flaw)
      .answer(question.slug, on: question.day, series: question.series)
    #expect(try WorldDriver(world).registers[0].answer(to: question) != flawed)
  }

  /// The first question of a world that a flawed computation answers wrongly.
  private func disagreement(with flaw: Flaw, seed: UInt64) -> Question? {
    let world = WorldGenerator.world(seed: seed)
    let (oracle, flawed) = (Oracle(world), Oracle(world, flaw: flaw))
    var inquiry = Inquiry(world)
    return inquiry.questions(to: oracle).first { question in
      oracle.answer(question.slug, on: question.day, series: question.series)
        != flawed.answer(question.slug, on: question.day, series: question.series)
    }
  }

  @Test func `the worlds hold what coverage can trip over`() {
    let worlds = (UInt64(0)..<100).map(WorldGenerator.world(seed:))
    let ledgers = worlds.map { Ledger($0.operations) }
    func worldsWhere(_ holds: (Ledger) -> Bool) -> Int { ledgers.count(where: holds) }

    #expect(worldsWhere { $0.homes.count >= 18 } == 100)
    #expect(worldsWhere { $0.voids.contains(where: \.isRestored) } > 50)
    #expect(worldsWhere { ledger in ledger.voids.contains { !$0.isRestored } } > 80)
    #expect(
      worldsWhere { ledger in
        ledger.voids.contains { void in
          void.isRestored && ledger.isVoid(void.victim)
        }
      } > 5)
    #expect(worldsWhere { $0.sittings != $0.uncorrected } > 80)
    #expect(worldsWhere { $0.plan.yardsticks.contains { $0.months != nil } } > 50)
    #expect(worldsWhere { $0.promises.count > 1 } > 20)
    for form in Form.allCases {
      #expect(worldsWhere { $0.sittings.values.contains { $0.form == form } } > 50)
    }
    #expect(
      worldsWhere { ledger in
        ledger.sittings.contains { session, sitting in
          sitting.form == .broadcast && !ledger.grades[session, default: [:]].isEmpty
        }
      } > 0)
  }

  @Test func `the oracle subtracts months by calendar`() {
    let end = Calendar.day(2026, 11, 30)
    #expect(Calendar.subtracting(months: 24, from: end) == Calendar.day(2024, 11, 30))
    #expect(
      Calendar.subtracting(months: 12, from: Calendar.day(2025, 3, 31)) == Calendar.day(2024, 3, 31)
    )
    #expect(
      Calendar.subtracting(months: 1, from: Calendar.day(2024, 3, 31)) == Calendar.day(2024, 2, 29))
    #expect(Calendar.day(2026, 1, 5) == CalendarDay("2026-01-05")?.ordinal)
  }
}

/// One question, and where its denominators come from.
struct Question {
  let slug: String
  let day: Int
  let series: City.Series
}

/// Chooses the days on which to ask: before everything, around what happened and where it stops
/// being valid, and long after.
struct Inquiry {
  private let world: World
  private var random: SplitMix64

  init(_ world: World) {
    self.world = world
    random = SplitMix64(seed: world.seed)
  }

  mutating func questions(to oracle: Oracle) -> [Question] {
    let months = Set(oracle.yardsticks.compactMap(\.months)).sorted()
    let events = oracle.eventfulDays
    var days = events.shuffled(using: &random).prefix(3).flatMap { [$0 - 1, $0] }
    for month in months {
      // Where a result of an eventful day may just hold, or just not.
      for event in events.shuffled(using: &random).prefix(2) {
        days += (-1...2).map { event + month * 365 / 12 + $0 }.suffix(2)
        days += (0...31).map { event + month * 30 + $0 }.filter {
          Calendar.subtracting(months: month, from: $0) == event
        }.prefix(1)
      }
    }
    let chosen =
      [Calendar.day(1999, 1, 1)] + days.shuffled(using: &random).prefix(6)
      + [Calendar.day(2026, 7, 1), Calendar.day(2035, 1, 1)]
    return chosen.enumerated().flatMap { index, day in
      oracle.yardsticks.enumerated().map { other, yardstick in
        Question(
          slug: yardstick.slug, day: day, series: City.series[(index + other) % City.series.count])
      }
    }
  }
}

extension Register {
  /// The numbers of the register's report.
  func answer(to question: Question) throws -> Answer {
    let report = try read { reader in
      let day = CalendarDay(ordinal: question.day)
      return try reader.coverage(
        ofMeasure: question.slug, asOf: day,
        unitsOf: max(day, CalendarDay(ordinal: City.today)), population: question.series.slug,
        today: day)
    }
    var total = Answer.Line(report.total.figure, gap: report.total.gap)
    total.count = report.total.count
    return Answer(
      units: Dictionary(
        uniqueKeysWithValues: report.rows.map { ($0.unit.code, .init($0.figure, gap: $0.gap)) }),
      total: total, unitsCounted: report.total.unitsCounted,
      unallocated: report.total.unallocated, outside: report.total.outside,
      unitsWithTeam: report.teamPresence.units)
  }
}

extension Answer.Line {
  fileprivate init(_ figure: Figure, gap: Int?) {
    self.init(
      count: figure.count, numerator: figure.numerator, population: figure.population.persons,
      percent: figure.percent, gap: gap)
  }
}
