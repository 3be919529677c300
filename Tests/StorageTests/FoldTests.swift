import Domain
import TestSupport
import Testing

@testable import Storage

@Suite struct FoldTests {
  @Test(arguments: UInt64(0)..<16)
  func `events come to the same tables in any order, in any portions, any number of times`(
    seed: UInt64
  ) throws {
    let history = try RandomHistory(seed: seed)
    let events = try history.union()
    var random = SplitMix64(seed: seed)
    let inOrder = try empty(&random)
    try inOrder.receive(events)
    let dump = try inOrder.canonicalDump()

    let shuffled = try empty(&random)
    let again = events.filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
    var rest = (events + again).shuffled(using: &random)[...]
    while !rest.isEmpty {
      let portion = rest.prefix(Int.random(in: 1...30, using: &random))
      try shuffled.receive(Array(portion))
      rest = rest.dropFirst(portion.count)
    }
    #expect(try shuffled.eventCount() == events.count)
    #expect(try shuffled.canonicalDump() == dump, "shuffled")

    for (device, register) in history.registers.enumerated() {
      try register.receive(events.shuffled(using: &random))
      #expect(try register.canonicalDump() == dump, "device \(device)")
    }

    try shuffled.rebuild()
    #expect(try shuffled.canonicalDump() == dump, "rebuilt")
    #expect(try shuffled.verify().faultsOfEvents == [])
  }

  @Test func `what is received again changes nothing`() throws {
    let register = try RandomHistory(seed: 3).registers[0]
    let (events, dump) = (try register.allEvents(), try register.canonicalDump())

    try register.receive(events)
    try register.receive(events.reversed())

    #expect(try register.allEvents().map(\.hash) == events.map(\.hash))
    #expect(try register.canonicalDump() == dump)
  }

  @Test func `a received journal verifies, device by device`() throws {
    let history = try RandomHistory(seed: 5)
    let events = try history.union()
    var random = SplitMix64(seed: 5)
    let register = try empty(&random)
    try register.receive(events)

    let verification = try register.verify()
    #expect(verification.faultsOfEvents == [])
    #expect(verification.events == events.count)
    #expect(
      Set(verification.heads.map(\.device)) == Set(events.map(\.event.device)))
    #expect(Set(events.map(\.event.device)).count == 3)
  }

  @Test func `the histories hold every kind, lists undone in part, and large groups`() throws {
    var kinds: [String: Int] = [:]
    var (caused, sparing, largestGroup) = (0, 0, 0)
    for seed in UInt64(0)..<6 {
      let history = try RandomHistory(seed: seed)
      for stored in try history.union() {
        kinds[stored.event.kind, default: 0] += 1
        if stored.event.cause != nil { caused += 1 }
        if try !(stored.fact(as: Voided.self)?.except ?? []).isEmpty { sparing += 1 }
        if stored.event.kind == LearnerLinked.kind,
          let pair = try stored.fact(as: LearnerLinked.self)?.pair
        {
          for register in history.registers {
            largestGroup = max(largestGroup, try register.read { try $0.group(of: pair.a) }.count)
          }
        }
      }
    }
    #expect(caused >= 30)
    #expect(sparing >= 1)
    #expect(largestGroup >= 3)
    for kind in FactKinds.all.map({ $0.kind }) {
      #expect(kinds[kind, default: 0] >= 3, "\(kind)")
    }
  }

  private func empty(_ random: inout SplitMix64) throws -> Register {
    try .inMemory(device: .timeOrdered(milliseconds: 0, using: &random))
  }
}
