import Coverage
import Domain
import Storage
import Testing

@Suite struct CoverageOracleTests {
  @Test(arguments: Worlds.seeds)
  func `coverage agrees with counting everybody by hand`(seed: UInt64) throws {
    let world = WorldGenerator.world(seed: seed)
    let driver = try WorldDriver(world)
    let oracle = Oracle(world)
    for (operation, replies) in zip(world.operations, zip(driver.replies, oracle.replies)) {
      #expect(replies.0 == replies.1, "\(operation)")
    }

    // All have the same tables in the end; the last has got the most from others.
    let register = try #require(driver.registers.last)
    let dump = try register.canonicalDump()
    for other in driver.registers.dropLast() {
      #expect(try other.canonicalDump() == dump, "what was kept depends on the order")
    }
    for question in oracle.questions {
      let differences = try register.answer(to: question)
        .differences(from: oracle.answer(question))
      #expect(differences == [], "\(question)")
    }
  }

  @Test(arguments: Worlds.few)
  func `whatever units are asked for, the city is the same and the rows add up`(
    seed: UInt64
  ) throws {
    let world = WorldGenerator.world(seed: seed)
    let register = try WorldDriver(world).registers[0]
    for question in Oracle(world).questions {
      let today = try register.answer(to: question.inUnits(of: .today))
      let former = try register.answer(to: question.inUnits(of: .former))
      #expect(former.total.count == today.total.count, "\(question)")
      #expect(former.unallocated == today.unallocated, "\(question)")
      #expect(former.outside == today.outside, "\(question)")
      let counts = today.rows.values.map(\.count)
      #expect(today.total.count == counts.reduce(0, +) + today.unallocated, "\(question)")
      for unit in City.units {
        let rows = City.parts(of: unit).map(Answer.Row.unit) + [.unknownFormer(unit)]
        let people = rows.compactMap { former.rows[$0]?.count }.reduce(0, +)
        #expect(people == today.rows[.unit(unit)]?.count, "\(unit), \(question)")
      }
    }
  }

  @Test(arguments: Worlds.few)
  func `the journals of a world are sound, and a rebuild comes to the same`(seed: UInt64) throws {
    for register in try WorldDriver(WorldGenerator.world(seed: seed)).registers {
      let dump = try register.canonicalDump()
      #expect(try register.verify(includingProjection: false).faults == [])
      try register.rebuild()
      #expect(try register.canonicalDump() == dump)
    }
  }

  @Test func `the oracle counts months by calendar`() {
    let end = Calendar.day(2026, 11, 30)
    #expect(Calendar.subtracting(months: 24, from: end) == Calendar.day(2024, 11, 30))
    #expect(
      Calendar.subtracting(months: 12, from: Calendar.day(2025, 3, 31)) == Calendar.day(2024, 3, 31)
    )
    #expect(
      Calendar.subtracting(months: 1, from: Calendar.day(2024, 3, 31)) == Calendar.day(2024, 2, 29))
    #expect(
      Calendar.adding(months: 1, to: Calendar.day(2024, 1, 31)) == Calendar.day(2024, 3, 1))
    #expect(Calendar.day(2026, 1, 5) == CalendarDay("2026-01-05")?.ordinal)
  }
}

extension Register {
  /// The numbers of the register's report.
  func answer(to question: Question) throws -> Answer {
    let report = try read { reader in
      let day = CalendarDay(ordinal: question.day)
      return try reader.coverage(
        ofMeasure: question.slug, asOf: day, unitsOf: question.unitsOf,
        population: question.series.slug, today: CalendarDay(ordinal: City.today))
    }
    var total = Answer.Line(report.total.figure, gap: report.total.gap)
    total.count = report.total.count
    return Answer(
      rows: Dictionary(
        uniqueKeysWithValues: report.rows.map { ($0.name, .init($0.figure, gap: $0.gap)) }),
      total: total, unitsCounted: report.total.unitsCounted,
      unallocated: report.total.unallocated, outside: report.total.outside,
      unitsWithTeam: report.teamPresence.units, teamsElsewhere: report.teamPresence.teamsElsewhere)
  }
}

extension Question {
  fileprivate var unitsOf: CalendarDay {
    switch units {
    case .today: CalendarDay(ordinal: max(day, City.today))
    case .former: CalendarDay(ordinal: City.today - 1)
    }
  }
}

extension CoverageReport.Row {
  fileprivate var name: Answer.Row {
    let place = Place(code: unit.code, since: unit.validFrom.ordinal)
    return kind == .unit ? .unit(place) : .unknownFormer(place)
  }
}

extension Answer.Line {
  fileprivate init(_ figure: Figure, gap: Int?) {
    self.init(
      count: figure.count, numerator: figure.numerator, population: figure.population.persons,
      percent: figure.percent, gap: gap)
  }
}
