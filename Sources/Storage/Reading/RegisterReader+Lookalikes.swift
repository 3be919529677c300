package import Domain
import Foundation
import GRDB

/// A record that may be of the same person as another, and what the two have in common.
package struct Lookalike: Sendable {
  package enum Trait: Sendable, CaseIterable {
    /// The present name, with birth year and sex.
    case name
    /// A name, birth year and sex, of which one of the records has another by now.
    case formerName
    case phone, key
  }

  package let learner: Learner
  /// In the order of all, not empty.
  package let traits: [Trait]
}

extension RegisterReader {
  /// Other records, void ones too, that have or ever had a folded name with birth year and sex, a telephone
  /// number or a key in a list in common with the records of one person; whom no link joins to them and
  /// nobody has called distinct: each once, smallest id first.
  ///
  /// Keys of different lists may be alike: one counts only with a common word of a name.
  package func lookalikes(of person: [Learner]) throws -> [Lookalike] {
    let records = person.filter { !$0.isErased }
    guard let first = records.first else { return [] }
    let sought = try Likenesses(of: records.map(\.id), in: self)
    let candidates = try presentlyAlike(to: sought).union(formerlyAlike(to: sought))
      .subtracting(person.map(\.id))
    var found: [Learner.ID: Lookalike] = [:]
    for other in try learners(ids: candidates).values where !other.isErased {
      guard try distinctions(between: first.id, and: other.id).isEmpty else { continue }
      let traits = try Likenesses(of: [other.id], in: self)
        .common(with: sought, isPresent: records.contains { $0.isNamesake(of: other) })
      if !traits.isEmpty { found[other.id] = Lookalike(learner: other, traits: traits) }
    }
    let live = found.values.map(\.learner).filter { !$0.isVoid }
    let void = found.values.map(\.learner).filter(\.isVoid)
    return try (oneOfEach(live) + oneOfEach(void)).sorted { $0.id < $1.id }
      .compactMap { found[$0.id] }
  }

  private func presentlyAlike(to sought: Likenesses) throws -> Set<Learner.ID> {
    var found: Set<Learner.ID> = []
    for name in sought.traces.names {
      for year in sought.birthYears {
        for sex in sought.sexes {
          let person = PersonalDetails(name: name, birthYear: year)
          guard let likeness = Likeness(person, sex: sex) else { continue }
          found.formUnion(try fetchLearners("likeness = ?", [likeness.number]).map(\.id))
        }
      }
    }
    for page in Array(sought.traces.phones).pages {
      let marks = databaseQuestionMarks(count: page.count)
      found.formUnion(
        try fetchLearners("phone IN (\(marks))", StatementArguments(page)).map(\.id))
    }
    guard !sought.traces.keys.isEmpty else { return found }
    let keys = try Row.fetchCursor(
      db,
      sql: """
        SELECT externalKey, learner.id
        FROM learnerKey JOIN learner ON learner.key = learnerKey.learner
        """)
    while let row = try keys.next() {
      let key = try SearchText.folded(row.decode(String.self, atIndex: 0))
      if sought.traces.keys.contains(key) { found.insert(try row.decode(atIndex: 1)) }
    }
    return found
  }

  /// The tables do not have what was corrected, nor the keys of a void record: the journal has.
  private func formerlyAlike(to sought: Likenesses) throws -> Set<Learner.ID> {
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
      if traces.share(with: sought.traces) {
        found.insert(Learner.ID(try row.decode(RecordID.self, atIndex: 0)))
      }
    }
    return found
  }
}

/// What records ever said by which a person is told from others.
private struct Likenesses {
  private(set) var traces: PersonTraces
  private(set) var birthYears: Set<Int?> = []
  private(set) var sexes: Set<Sex?> = []

  init(of learners: [Learner.ID], in reader: RegisterReader) throws {
    traces = PersonTraces(of: learners)
    for learner in learners {
      for stored in try StoredEvent.fetchAll(reader.db, ofSubject: RecordID(learner)) {
        if let personal = stored.personal { traces.add(personal) }
        if let fact = try stored.fact(as: LearnerRegistered.self) {
          birthYears.insert(fact.person.birthYear)
          sexes.insert(fact.sex)
        } else if let fact = try stored.fact(as: LearnerChanged.self) {
          if fact.person.birthYear != nil || fact.cleared.contains(.birthYear) {
            birthYears.insert(fact.person.birthYear)
          }
          if fact.sex != nil || fact.cleared.contains(.sex) { sexes.insert(fact.sex) }
        }
      }
    }
  }

  func common(with other: Likenesses, isPresent: Bool) -> [Lookalike.Trait] {
    let isNamesake =
      !traces.names.isDisjoint(with: other.traces.names)
      && !birthYears.isDisjoint(with: other.birthYears) && !sexes.isDisjoint(with: other.sexes)
    let hasKey =
      !traces.keys.isDisjoint(with: other.traces.keys)
      && !nameWords.isDisjoint(with: other.nameWords)
    return Lookalike.Trait.allCases.filter { trait in
      switch trait {
      case .name: isNamesake && isPresent
      case .formerName: isNamesake && !isPresent
      case .phone: !traces.phones.isDisjoint(with: other.traces.phones)
      case .key: hasKey
      }
    }
  }

  private var nameWords: Set<String> { Set(traces.names.flatMap(SearchText.words)) }
}

extension Learner {
  fileprivate func isNamesake(of other: Learner) -> Bool {
    SearchText.folded(person.name ?? "") == SearchText.folded(other.person.name ?? "")
      && person.birthYear == other.person.birthYear && sex == other.sex
  }
}
