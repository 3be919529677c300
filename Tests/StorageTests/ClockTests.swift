import Domain
import TestSupport
import Testing

@testable import Storage

@Suite struct ClockTests {
  private static let day: Int64 = 86_400_000
  private let founded = Sample.day("2026-03-10")
  private var newest: Int64 { Sample.morning(of: founded) }

  @Test func `a clock more than a day behind the newest event is asked about`() throws {
    let register = try Sample.register(on: founded)
    #expect(try register.newestClock() == newest)

    try note(in: register, at: newest - Self.day)
    #expect(
      throws: RegisterError.clockBehind(now: Sample.day("2026-03-09"), last: .record(founded))
    ) {
      try note(in: register, at: newest - Self.day - 1)
    }
  }

  @Test func `a clock more than thirty days ahead of the newest event is asked about`() throws {
    let late = try Sample.register(on: founded)
    #expect(
      throws: RegisterError.clockAhead(now: founded.adding(days: 30), last: .record(founded))
    ) {
      try note(in: late, at: newest + 30 * Self.day + 1)
    }
    try note(in: late, at: newest + 30 * Self.day)
  }

  @Test(arguments: [-400, 400])
  func `a clock that somebody trusts goes on, and clocks never fall`(days: Int) throws {
    let register = try Sample.register(on: founded)
    let now = newest + Int64(days) * Self.day
    let before = try register.eventCount()
    #expect(throws: RegisterError.self) { try note(in: register, at: now) }
    #expect(try register.eventCount() == before)

    try register.trustClock(now)
    try note(in: register, at: now)
    try note(in: register, at: now + 20 * Self.day)
    try note(in: register, at: now + 45 * Self.day)

    let clocks = try register.allEvents().map(\.event.clock)
    #expect(clocks.count == before + 3)
    #expect(zip(clocks, clocks.dropFirst()).allSatisfy { $0 < $1 })
    #expect(try register.verify().faults == [])
    if days > 0 { #expect(try register.newestClock() == now + 45 * Self.day) }
  }

  @Test func `a trusted clock that jumps is asked about again`() throws {
    let register = try Sample.register(on: founded)
    let now = newest - 400 * Self.day
    try register.trustClock(now)
    try note(in: register, at: now)

    #expect(throws: RegisterError.self) { try note(in: register, at: now - 2 * Self.day) }
    #expect(throws: RegisterError.self) { try note(in: register, at: now + 31 * Self.day) }
    try note(in: register, at: now + Self.day)
  }

  @Test func `a trusted clock that jumps is told of by what it showed, not by a record`() throws {
    let register = try Sample.register(on: founded)
    let now = newest - 400 * Self.day
    let trusted = founded.adding(days: -400)
    try register.trustClock(now)

    #expect(
      throws: RegisterError.clockBehind(now: trusted.adding(days: -2), last: .trusted(trusted))
    ) { try note(in: register, at: now - 2 * Self.day) }
    #expect(throws: RegisterError.clockAhead(now: founded, last: .trusted(trusted))) {
      try note(in: register, at: newest)
    }
  }

  @Test(arguments: ["0001-01-01", "1970-01-01", "1999-12-31", "2101-01-01", "9999-12-31"])
  func `a clock of an impossible year cannot be trusted`(text: String) throws {
    let register = try Sample.register(on: founded)
    let day = Sample.day(text)

    #expect(throws: RegisterError.clockImpossible(now: day)) {
      try register.trustClock(Sample.morning(of: day))
    }
    try note(in: register, at: newest)
  }

  @Test func `a clock of an impossible year that an older program trusted is no measure`() throws {
    let register = try Sample.register(on: founded)
    try register.write { db in
      try Local.set(.trustedClock, String(Sample.morning(of: Sample.day("0001-01-01"))), in: db)
    }

    #expect(
      throws: RegisterError.clockAhead(now: founded.adding(days: 31), last: .record(founded))
    ) { try note(in: register, at: newest + 31 * Self.day) }
    try note(in: register, at: newest)
  }

  @Test func `a clock that jumps at random never turns the order of what was recorded`() throws {
    let register = try Sample.register(on: founded)
    var random = SplitMix64(seed: 31)
    var now = newest
    var (recorded, asked) = (0, 0)
    for _ in 0..<Torture.times(2000) {
      now +=
        Int64.random(in: -40...40, using: &random) * Self.day
        / Int64.random(in: 1...60, using: &random)
      let before = try register.eventCount()
      do {
        try note(in: register, at: now)
        recorded += 1
      } catch is RegisterError {
        asked += 1
        #expect(try register.eventCount() == before)
        if Bool.random(using: &random) { try register.trustClock(now) }
      }
    }
    #expect(recorded > asked && asked > recorded / 20, "\(recorded) recorded, \(asked) asked about")
    let clocks = try register.allEvents().map(\.event.clock)
    #expect(zip(clocks, clocks.dropFirst()).allSatisfy { $0 < $1 })
    #expect(try register.verify().faults == [])
  }

  @Test func `the first event of a register asks no clock`() throws {
    var random = SplitMix64(seed: 1)
    let register = try Register.inMemory(device: .timeOrdered(milliseconds: 0, using: &random))
    try register.record(as: Author(now: 0)) { try $0.introduce("Ai", isDefault: true) }
    #expect(try register.eventCount() == 1)
  }

  private func note(in register: Register, at now: Int64) throws {
    try register.record(as: Author(now: now)) { try $0.set(.language, to: "vi") }
  }
}
