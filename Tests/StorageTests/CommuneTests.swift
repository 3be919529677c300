import Domain
import TestSupport
import Testing

@testable import Storage

/// Lists and sessions of a whole commune, of whose rows it is known whom they are about.
@Suite struct CommuneTests {
  @Test(arguments: [false, true])
  func `in a commune of ten thousand nobody is joined to somebody else but on a key`(
    isHighland: Bool
  ) throws {
    let register = try Sample.register()
    let unit = try register.unit("103")
    var office = try CommuneOffice(
      Commune(isHighland: isHighland, in: unit, seed: 2026), in: register)
    let everybody = Array(office.commune.people.indices)

    try office.take(office.commune.shuffled(everybody).prefix(6_000), of: "sổ xã") { "X\($0)" }
    try office.take(office.commune.shuffled(everybody).prefix(2_000), of: "hội") { "H\($0)" }
    try office.take(office.commune.shuffled(everybody).prefix(3_000), of: "sổ thôn") { _ in nil }
    try office.take(office.commune.shuffled(everybody).prefix(1_000), of: "sổ xã") { "X\($0)" }
    for date in ["2026-03-01", "2026-04-01"] {
      try office.holdSessions(on: date, teams: Torture.times(50))
    }

    print(isHighland ? "A commune of the highlands:" : "A commune of the plain:")
    for (name, tally) in office.lists {
      let share = Double(100 * tally.asked) / Double(tally.rows)
      print("  \(name): \(tally.rows) rows, \(share.formatted()) % left for somebody to choose")
    }
    let attached = office.lists.flatMap(\.tally.attached)
    for ground in CommuneOffice.Ground.allCases {
      #expect(attached.contains { $0.key == ground && $0.value > 0 }, "\(ground) is tried")
    }
    // Two of one name, sex and birth year in one village of the highlands, of whom the register knows
    // one, cannot be told apart by any rule.
    #expect(office.joins.filter { $0.key.ground != .key } == [:])
  }
}

extension Double {
  fileprivate func formatted() -> String { String(Int((self * 10).rounded()) / 10) }
}
