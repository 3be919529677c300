package import Domain
import GRDB

/// Which records are one person, and which are not.
extension Recorder {
  /// Says that two records are one person; nothing of either is rewritten.
  ///
  /// - Throws: `RecordError.voidRecord`, `.sameRecord`, `.alreadyOne`; `.knownDistinct` unless `despite`, which takes
  ///   back what says that they are two.
  package mutating func link(
    _ one: Learner, _ other: Learner, despiteDistinction despite: Bool = false
  ) throws {
    try requireLive(one, other)
    guard let pair = LearnerPair(one.id, other.id) else { throw RecordError.sameRecord(one) }
    guard try !reader.areLinked(one.id, other.id) else { throw RecordError.alreadyOne(one, other) }
    for distinction in try reader.distinctions(between: one.id, and: other.id) {
      guard despite else { throw RecordError.knownDistinct(one, other) }
      try void(RecordID(distinction.word), reason: .other, words: nil)
    }
    try record(LearnerLinked(pair), as: newID(), scope: try scope(of: one.residence))
  }

  /// Takes two apart: every link on the paths between them no longer holds.
  ///
  /// - Returns: how many links.
  /// - Throws: `RecordError.sameRecord`, `.notOne`.
  @discardableResult
  package mutating func unlink(_ one: Learner, _ other: Learner) throws -> Int {
    guard one.id != other.id else { throw RecordError.sameRecord(one) }
    let links = try reader.links(inGroupOf: one.id).links(between: one.id, and: other.id)
    guard !links.isEmpty else { throw RecordError.notOne(one, other) }
    try record(
      LearnerUnlinked(links: links.sorted()), as: newID(), scope: try scope(of: one.residence))
    return links.count
  }

  /// Says that two who look alike are two people: they are not suggested as duplicates again.
  ///
  /// - Throws: `RecordError.voidRecord`, `.sameRecord`, `.alreadyOne`, `.nothingToChange`.
  package mutating func distinguish(_ one: Learner, _ other: Learner) throws {
    try requireLive(one, other)
    guard let pair = LearnerPair(one.id, other.id) else { throw RecordError.sameRecord(one) }
    guard try !reader.areLinked(one.id, other.id) else { throw RecordError.alreadyOne(one, other) }
    guard try reader.distinctions(between: one.id, and: other.id).isEmpty else {
      throw RecordError.nothingToChange(one)
    }
    try record(LearnerDistinct(pair), as: newID(), scope: try scope(of: one.residence))
  }

  private func requireLive(_ learners: Learner...) throws {
    for learner in learners { try requireLive(learner) }
  }

  func requireLive(_ learner: Learner) throws {
    guard !learner.isVoid else {
      throw RecordError.voidRecord(.learner, Reference(learner.id).description)
    }
  }
}
