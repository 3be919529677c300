import Domain
import GRDB

extension Projector {
  /// Folds a person's registration and the completions recorded of them.
  func foldLearner(_ history: RecordHistory) throws -> Set<Int64> {
    let key = try keys.learner(Learner.ID(history.subject))
    let registration = history.live.last { $0.event.kind == LearnerRegistered.kind }
    let fact = try registration?.fact(as: LearnerRegistered.self)
    try replaceTokens(of: key, with: fact)
    try db.cachedStatement(
      sql: """
        UPDATE learner
        SET known = ?, void = ?, erased = ?, residence = ?, registeredOn = ?, sex = ?, cohort = ?,
          consent = ?, name = ?, birthYear = ?, phone = ?, hamlet = ?
        WHERE key = ?
        """
    ).execute(
      arguments: [
        fact != nil, history.isVoid, registration?.isErased ?? false,
        try keys.residence(fact?.residence ?? .unallocated), fact?.registeredOn,
        fact?.sex?.rawValue, fact?.cohort, fact?.consent.rawValue, fact?.person.name,
        fact?.person.birthYear, fact?.person.phone, fact?.person.hamlet, key,
      ])
    try foldCompletions(history, learner: key)
    return [key]
  }

  private func replaceTokens(of key: Int64, with fact: LearnerRegistered?) throws {
    let stored = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT name, birthYear FROM learner WHERE key = ?"),
      arguments: [key])
    let old = NameTokens(name: stored?["name"], birthYear: stored?["birthYear"])
    let new = NameTokens(name: fact?.person.name, birthYear: fact?.person.birthYear)
    guard old != new else { return }
    let delete = try db.cachedStatement(
      sql: "DELETE FROM nameToken WHERE token = ? AND birthYear = ? AND learner = ?")
    for word in old.words {
      try delete.execute(arguments: [word, old.birthYear, key])
    }
    let insert = try db.cachedStatement(
      sql: "INSERT INTO nameToken (token, birthYear, learner) VALUES (?, ?, ?)")
    for word in new.words {
      try insert.execute(arguments: [word, new.birthYear, key])
    }
  }

  /// A void completion keeps its row, so that it can be shown and restored.
  private func foldCompletions(_ history: RecordHistory, learner: Int64) throws {
    try db.cachedStatement(sql: "DELETE FROM completion WHERE learner = ?")
      .execute(arguments: [learner])
    let live = Set(history.live.map(\.event.id))
    for stored in history.events {
      guard let fact = try stored.fact(as: CompletionRecorded.self) else { continue }
      try db.cachedStatement(
        sql: """
          INSERT INTO completion (event, learner, course, date, result, basis, void)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """
      ).execute(
        arguments: [
          stored.event.id, learner, fact.course, fact.date, fact.result.rank, fact.basis.rawValue,
          !live.contains(stored.event.id),
        ])
    }
  }
}

/// The folded words under which a name is found, each once.
struct NameTokens: Equatable {
  let words: [String]
  /// 0 where it is not known.
  let birthYear: Int

  init(name: String?, birthYear: Int?) {
    words = name.map { Array(Set(SearchText.words(of: $0))).sorted() } ?? []
    self.birthYear = birthYear ?? 0
  }
}
