import Coverage
import Domain
import TestSupport
import Testing

/// Contributions against asking, day by day, where somebody lives and whether the rule holds.
@Suite struct ContributionProperties {
  @Test(arguments: UInt64(0)..<300)
  func `contributions are the days on which the rule holds, each once`(seed: UInt64) {
    var world = RandomWorld(seed: seed)
    let person = world.person()
    let measures = [world.measure("first"), world.measure("second")]

    let contributions = Programme(version: 1, core: [], measures: measures)
      .contributions(of: person)

    for measure in measures {
      let own = contributions.filter { $0.measure == measure.slug }
        .sorted { $0.days.from < $1.days.from }
      let naive = NaiveMeasure(measure: measure, person: person)
      for offset in Array(-10..<900) + stride(from: 900, to: 1_600, by: 13) {
        let day = RandomWorld.start.adding(days: offset)
        let counted = own.filter { $0.days.from <= day && $0.days.until.map { day < $0 } ?? true }
        let expected = naive.residence(on: day).map { [$0] } ?? []
        if counted.map(\.residence) != expected {
          Issue.record("\(measure) on \(day): \(counted) instead of \(expected); \(person)")
          return
        }
      }
      for (left, right) in zip(own, own.dropFirst())
      where left.residence == right.residence && left.days.until == right.days.from {
        Issue.record("\(left) and \(right) are one")
      }
      #expect(own.allSatisfy { one in one.days.until.map { one.days.from < $0 } ?? true })
    }
  }
}

/// The definition, as slowly as it reads.
private struct NaiveMeasure {
  let measure: Measure
  let person: PersonHistory

  func residence(on day: CalendarDay) -> Residence? {
    if let died = person.died, day >= died { return nil }
    guard holds(on: day) else { return nil }
    let begun = person.spells.map(\.from).filter { $0 <= day }.max()
    let from = begun ?? person.spells.map(\.from).min()
    return person.spells.last { $0.from == from }?.residence
  }

  private func holds(on day: CalendarDay) -> Bool {
    let threshold = measure.validityMonths.map { day.adding(months: -$0) }
    let order: [LearningResult] = [.attended, .completed, .passed]
    let achieved = person.achievements.filter { achievement in
      achievement.day <= day
        && threshold.map { achievement.day > $0 } ?? true
        && order.firstIndex(of: achievement.result) ?? 0
          >= order.firstIndex(of: measure.counts) ?? 3
    }
    let courses = Set(achieved.compactMap(\.course))
    switch measure.rule {
    case .atLeast(let least, of: nil):
      return courses.count + (achieved.contains { $0.course == nil } ? 1 : 0) >= least
    case .atLeast(let least, of: let wanted?): return courses.intersection(wanted).count >= least
    case .all(let wanted): return !wanted.isEmpty && courses.isSuperset(of: wanted)
    case .eachArea(let areas):
      return !areas.isEmpty && areas.values.allSatisfy { !courses.isDisjoint(with: $0) }
    }
  }
}

private struct RandomWorld {
  static let start = Sample.day("2024-01-01")
  private static let courses = ["a", "b", "c", "d", "e"]
  private var random: SplitMix64

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
  }

  /// Days crowd together, so that several things happen on one.
  private mutating func day() -> CalendarDay {
    let offset = Int.random(in: 0..<700, using: &random)
    return Self.start.adding(days: Bool.random(using: &random) ? offset : offset / 60 * 30)
  }

  mutating func person() -> PersonHistory {
    PersonHistory(
      spells: (0..<Int.random(in: 1...4, using: &random)).map { _ in
        .init(residence: residence(), from: day())
      },
      achievements: (0..<Int.random(in: 0...9, using: &random)).map { _ in
        .init(
          course: Int.random(in: 0..<6, using: &random) == 0 ? nil : courses(1...1)[0],
          day: day(), result: LearningResult.allCases.randomElement(using: &random) ?? .passed)
      },
      died: Int.random(in: 0..<4, using: &random) == 0 ? day() : nil)
  }

  private mutating func residence() -> Residence {
    switch Int.random(in: 0..<5, using: &random) {
    case 0: .outside
    case 1: .unallocated
    default: .unit(.init(high: 0, low: UInt64.random(in: 1...2, using: &random)))
    }
  }

  mutating func measure(_ slug: String) -> Measure {
    let rule: Measure.Rule =
      switch Int.random(in: 0..<5, using: &random) {
      case 0: .atLeast(Int.random(in: 1...3, using: &random), of: nil)
      case 1, 2: .atLeast(Int.random(in: 1...3, using: &random), of: courses(1...4))
      case 3: .all(of: courses(1...3))
      default:
        .eachArea(
          Dictionary(
            uniqueKeysWithValues: (1...Int.random(in: 1...3, using: &random)).map {
              ("\($0)", courses(1...3))
            }))
      }
    return Measure(
      slug: slug, titles: [:],
      counts: LearningResult.allCases.randomElement(using: &random) ?? .attended, rule: rule,
      basis: "all", validityMonths: [nil, 1, 12, 24][Int.random(in: 0..<4, using: &random)])
  }

  private mutating func courses(_ count: ClosedRange<Int>) -> [String] {
    (0..<Int.random(in: count, using: &random)).map { _ in
      Self.courses[Int.random(in: 0..<Self.courses.count, using: &random)]
    }
  }
}
