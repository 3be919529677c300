/// What the city publishes, and promises.
extension WorldGenerator {
  mutating func promise(_ ledger: Ledger) -> Deed? {
    .promise(
      Goal(
        slug: pick(ledger.plan.yardsticks).slug, code: pick(City.codes + [nil]),
        basisPoints: number(1...9_999), deadline: pick(Self.deadlines)))
  }

  private static let deadlines = [
    Calendar.day(2025, 12, 31), Calendar.day(2026, 6, 30), Calendar.day(2030, 12, 31),
  ]

  mutating func plan() -> Plan {
    let slugs = ["reached", "trained", "skilled"] + ["fresh", "areas"].filter { _ in chance(60) }
    return Plan(
      version: number(1...5), core: City.courses.filter { _ in chance(60) },
      yardsticks: slugs.map { slug in
        Yardstick(
          slug: slug, least: pick(Grade.allCases), rule: rule(),
          months: slug == "fresh" || chance(25) ? pick([1, 3, 6, 12, 24]) : nil,
          basis: chance(85) ? "all" : "adults")
      })
  }

  private mutating func rule() -> Yardstick.Rule {
    switch number(0...5) {
    case 0: .atLeast(1, of: nil)
    case 1: .atLeast(number(2...3), of: nil)
    case 2, 3: .atLeast(number(1...2), of: someCourses())
    case 4: .all(someCourses())
    default: .eachArea(["1": someCourses(), "4": someCourses()])
    }
  }

  private mutating func someCourses() -> [String] {
    Array(City.courses.shuffled(using: &random).prefix(number(1...3)))
  }
}
