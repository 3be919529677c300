import Foundation

/// How many worlds are looked at: a hundred, or as many as `LANTOA_WORLDS` says.
enum Worlds {
  static let seeds = UInt64(0)..<count
  /// Every twentieth, for what is asked of few.
  static let few = seeds.filter { $0.isMultiple(of: 20) }

  private static let count =
    ProcessInfo.processInfo.environment["LANTOA_WORLDS"].flatMap { UInt64($0) } ?? 100

  /// A hundred, as the oracle sees them.
  static let hundred = (UInt64(0)..<100).map { KnownWorld(WorldGenerator.world(seed: $0)) }
}

/// A world with the oracle's word on it.
struct KnownWorld {
  let world: World
  let oracle: Oracle
  let answers: [(question: Question, answer: Answer?)]

  init(_ world: World) {
    self.world = world
    let oracle = Oracle(world)
    self.oracle = oracle
    answers = oracle.questions.map { ($0, oracle.answer($0)) }
  }

  /// Whether a flawed computation answers an act or a question otherwise.
  func disagrees(with flaw: Flaw) -> Bool {
    let flawed = Oracle(world, flaw: flaw)
    return flawed.replies != oracle.replies
      || answers.contains { flawed.answer($0.question) != $0.answer }
  }
}
