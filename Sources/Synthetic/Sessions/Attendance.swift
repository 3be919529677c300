import Domain

/// Which sessions of a run one person comes to, and what the last one makes of it.
///
/// Drawn from the seed whenever it is needed. All shares are assumptions; with them some 55 % of
/// people complete a core course.
struct Attendance: Sendable {
  /// A bit a session, the first session lowest.
  private(set) var sessions: UInt32 = 0
  /// The mark of the last session, if the person is there.
  private(set) var outcome = Mark(result: .attended, basis: .declared)

  static let merelyThere = Mark(result: .attended, basis: .declared)

  init(of person: Int, in run: CourseRun, group: LearningGroup, seed: UInt64) {
    let kind = group.kind
    var temper = SplitMix64(seed: seed, .temper, person)
    let patience = temper.fraction()
    var random = SplitMix64(seed: seed, .attendance, person * 64 + run.part)
    let all: UInt32 = 1 << UInt32(run.length) - 1
    let last: UInt32 = 1 << UInt32(run.length - 1)

    switch kind {
    case .audience: return
    case .queue: sessions = all
    case .household: sessions = 1 | (patience < 0.8 ? all : 0)
    case .circle:
      let stays = patience < 0.79 && (run.part == 0 || random.chance(0.75))
      if stays {
        sessions = Self.draw(run.length, 0.97, using: &random)
      } else if run.part == 0 {
        let leavesAfter = random.number(in: 1...max(1, run.length - 1))
        sessions = Self.draw(leavesAfter, 0.9, using: &random)
      }
    case .cohort:
      if patience < 0.85 {
        sessions = Self.draw(run.length, 0.96, using: &random) | last
      } else if run.part == 0 {
        sessions = Self.draw(run.length, 0.6, using: &random)
      }
    }
    // Someone hosts the others, opens the hall, and is always there: no session is empty.
    if person == group.people.first { sessions = all }
    // Nobody is in the city's books who never came.
    if run.part == 0, sessions & (1 << UInt32(run.held) - 1) == 0 { sessions |= 1 }
    guard run.course != nil, kind == .circle || kind == .cohort, sessions & last != 0 else {
      return
    }
    outcome = Self.outcome(
      missed: (all & ~sessions).nonzeroBitCount, run, isCohort: kind == .cohort, using: &random)
  }

  func includes(_ ordinal: Int) -> Bool { sessions & 1 << UInt32(ordinal) != 0 }

  private static func draw(
    _ count: Int, _ probability: Double, using random: inout SplitMix64
  ) -> UInt32 {
    (0..<count).reduce(0) { $0 | (random.chance(probability) ? 1 << UInt32($1) : 0) }
  }

  private static func outcome(
    missed: Int, _ run: CourseRun, isCohort: Bool, using random: inout SplitMix64
  ) -> Mark {
    if run.isTested, missed <= 1 || isCohort, random.chance(isCohort ? 0.99 : 0.86) {
      return Mark(result: .passed, basis: .tested, score: 60 + random.number(in: 0...40))
    }
    switch missed {
    case 0: return Mark(result: .completed, basis: .lessons)
    case 1 where random.chance(0.6): return Mark(result: .completed, basis: .declared)
    default: return merelyThere
    }
  }
}
