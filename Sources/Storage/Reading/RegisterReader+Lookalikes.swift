package import Domain
import Foundation
import GRDB

/// A record that may be of the same person as another, and what the two have in common.
package struct Lookalike: Sendable {
  package enum Trait: Sendable {
    /// The present name.
    case name
    /// A name of which one of the records has another by now.
    case formerName
    case birthYear, formerBirthYear
    case sex, phone, key
  }

  package let learner: Learner
  /// Not empty. What either record does not say is not among them.
  package let traits: [Trait]
}

extension RegisterReader {
  /// Other records, void ones too, that have or ever had a folded name in common with the records of one
  /// person and never differed from them in birth year and sex, as far as these are known; or a telephone
  /// number or a key in a list in common; whom no link joins to them and nobody has called distinct: each
  /// once, smallest id first.
  ///
  /// Keys of different lists may be alike: one counts only with a common word of a name.
  package func lookalikes(of person: [Learner]) throws -> [Lookalike] {
    let records = person.filter { !$0.isErased }
    guard let first = records.first else { return [] }
    let sought = try traces(of: records.map(\.id))
    let candidates = try presentlyAlike(to: sought).union(formerlyAlike(to: sought))
      .subtracting(person.map(\.id))
    var found: [Learner.ID: Lookalike] = [:]
    for other in try learners(ids: candidates).values where !other.isErased {
      guard try distinctions(between: first.id, and: other.id).isEmpty else { continue }
      let traits = try other.traits(traces(of: [other.id]), inCommonWith: records, sought)
      if !traits.isEmpty { found[other.id] = Lookalike(learner: other, traits: traits) }
    }
    let live = found.values.map(\.learner).filter { !$0.isVoid }
    let void = found.values.map(\.learner).filter(\.isVoid)
    return try (oneOfEach(live) + oneOfEach(void)).sorted { $0.id < $1.id }
      .compactMap { found[$0.id] }
  }

  private func presentlyAlike(to sought: PersonTraces) throws -> Set<Learner.ID> {
    var found: Set<Learner.ID> = []
    for name in sought.names {
      if sought.birthYears.isEmpty { found.formUnion(try namesakes(name, bornIn: nil)) }
      for year in sought.birthYears.union(sought.birthYears.isEmpty ? [] : [Self.unknownYear]) {
        found.formUnion(try namesakes(name, bornIn: year))
      }
    }
    for page in Array(sought.phones).pages {
      let marks = databaseQuestionMarks(count: page.count)
      found.formUnion(
        try fetchLearners("phone IN (\(marks))", StatementArguments(page)).map(\.id))
    }
    guard !sought.keys.isEmpty else { return found }
    let keys = try Row.fetchCursor(
      db,
      sql: """
        SELECT externalKey, learner.id
        FROM learnerKey JOIN learner ON learner.key = learnerKey.learner
        """)
    while let row = try keys.next() {
      let key = try SearchText.folded(row.decode(String.self, atIndex: 0))
      if sought.keys.contains(key) { found.insert(try row.decode(atIndex: 1)) }
    }
    return found
  }

  /// The tables do not have what was corrected, nor the keys of a void record: the journal has.
  private func formerlyAlike(to sought: PersonTraces) throws -> Set<Learner.ID> {
    var found: Set<Learner.ID> = []
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT subject, CAST(personal AS BLOB) FROM event
        WHERE personal IS NOT NULL AND kind IN (?1, ?2) AND subject IN (
          SELECT subject FROM event WHERE kind = ?2 UNION SELECT id FROM learner WHERE void
        )
        """, arguments: [LearnerRegistered.kind, LearnerChanged.kind])
    while let row = try rows.next() {
      var traces = PersonTraces(of: [])
      traces.add(try CanonicalObject(canonical: row.decode(Data.self, atIndex: 1)))
      if traces.share(with: sought) {
        found.insert(Learner.ID(try row.decode(RecordID.self, atIndex: 0)))
      }
    }
    return found
  }
}

extension Learner {
  /// What a record, of which `traces` tell all that it ever said, has in common with the records of a
  /// person.
  fileprivate func traits(
    _ traces: PersonTraces, inCommonWith records: [Learner], _ sought: PersonTraces
  ) -> [Lookalike.Trait] {
    var traits: [Lookalike.Trait] = []
    if traces.mayBeNamesakes(of: sought) {
      traits.append(records.contains { $0.isNamed(as: self) } ? .name : .formerName)
      if let year = person.birthYear, records.contains(where: { $0.person.birthYear == year }) {
        traits.append(.birthYear)
      } else if !traces.birthYears.isDisjoint(with: sought.birthYears) {
        traits.append(.formerBirthYear)
      }
      if !traces.sexes.isDisjoint(with: sought.sexes) { traits.append(.sex) }
    }
    if !traces.phones.isDisjoint(with: sought.phones) { traits.append(.phone) }
    if !traces.keys.isDisjoint(with: sought.keys),
      !traces.nameWords.isDisjoint(with: sought.nameWords)
    {
      traits.append(.key)
    }
    return traits
  }

  private func isNamed(as other: Learner) -> Bool {
    SearchText.folded(person.name ?? "") == SearchText.folded(other.person.name ?? "")
  }
}

extension PersonTraces {
  /// What is not known of one of them may be what is known of the other.
  fileprivate func mayBeNamesakes(of other: PersonTraces) -> Bool {
    func agree<Value>(_ one: Set<Value>, _ other: Set<Value>) -> Bool {
      one.isEmpty || other.isEmpty || !one.isDisjoint(with: other)
    }
    return !names.isDisjoint(with: other.names) && agree(birthYears, other.birthYears)
      && agree(sexes, other.sexes)
  }

  fileprivate var nameWords: Set<String> { Set(names.flatMap(SearchText.words)) }
}
