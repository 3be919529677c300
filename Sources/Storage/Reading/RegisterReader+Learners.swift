package import Domain
import Foundation
import GRDB

extension RegisterReader {
  /// Erased people can still be found by reference, void ones too.
  ///
  /// - Throws: `RecordError.unknown`, `.ambiguous`.
  package func learner(_ typed: String) throws -> Learner {
    let matching = try records(typed, in: "learner").compactMap { try learner(id: Learner.ID($0)) }
    guard let learner = matching.first else {
      throw RecordError.unknown(.learner, typed, similar: [])
    }
    guard matching.count == 1 else {
      let references = matching.map(\.id).references()
      throw RecordError.ambiguous(
        .learner, typed, among: matching.compactMap { references[$0.id]?.description })
    }
    return learner
  }

  package func learner(id: Learner.ID) throws -> Learner? {
    try fetchLearners("learner.id = ?", [id]).first
  }

  package func learners(ids: some Collection<Learner.ID>) throws -> [Learner.ID: Learner] {
    var result: [Learner.ID: Learner] = [:]
    for id in ids {
      result[id] = try learner(id: id)
    }
    return result
  }

  /// The ids of a table that end as a typed reference says.
  func records(_ typed: String, in table: String) throws -> [RecordID] {
    guard let reference = Reference(typed: typed) else { return [] }
    return try RecordID.fetchAll(
      db, sql: "SELECT id FROM \(table) WHERE known AND substr(id, 12) = ?",
      arguments: [Data(reference.lastFiveBytes)]
    ).filter(reference.matches)
  }

  func fetchLearners(
    _ condition: String, _ arguments: StatementArguments
  ) throws -> [Learner] {
    var learners: [Learner] = []
    try forEachLearner(condition, arguments) {
      learners.append($0)
      return true
    }
    return learners
  }

  /// Gives each known learner for whom `condition` holds to `body`, until it says false.
  func forEachLearner(
    _ condition: String, _ arguments: StatementArguments, _ body: (Learner) throws -> Bool
  ) throws {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT learner.id, name, birthYear, phone, hamlet, sex, cohort, residence, unit.id,
            registeredOn, consent, void, erased, died
          FROM learner LEFT JOIN unit ON unit.key = learner.residence
          WHERE known AND \(condition)
          """), arguments: arguments)
    while let row = try rows.next() {
      let learner = Learner(
        id: row[0],
        person: PersonalDetails(name: row[1], birthYear: row[2], phone: row[3], hamlet: row[4]),
        sex: (row[5] as String?).flatMap { Sex(rawValue: $0) }, cohort: row[6],
        residence: Residence(key: row[7], unit: row[8]), registeredOn: row[9],
        consent: Consent(rawValue: row[10]) ?? .none, died: row[13], isVoid: row[11],
        isErased: row[12])
      guard try body(learner) else { return }
    }
  }
}

extension RegisterReader {
  /// People whose name, hamlet or unit holds every word typed, marks ignored; best first.
  ///
  /// A number of four digits is a birth year. A name word may be cut short. Those whose name reads
  /// exactly as typed come first, then those whose name holds the words with their marks.
  package func findLearners(_ typed: String, limit: Int) throws -> [Learner] {
    if typed.contains(where: { $0.isNumber || $0 == "-" }) {
      let byReference = try learners(byReference: typed)
      if !byReference.isEmpty { return byReference }
    }
    let query = LearnerQuery(typed, gazetteer: try gazetteer())
    guard !query.words.isEmpty else { return [] }
    let best = try ranked(query, enough: max(4 * limit, 200))
    // A reference without a digit reads like a word: names go first.
    guard !best.isEmpty else { return try learners(byReference: typed) }
    return best.sorted {
      ($0.rank, $0.learner.person.name ?? "", $0.learner.id)
        < ($1.rank, $1.learner.person.name ?? "", $1.learner.id)
    }
    .prefix(limit).map(\.learner)
  }

  private func learners(byReference typed: String) throws -> [Learner] {
    try records(typed, in: "learner").compactMap { try learner(id: Learner.ID($0)) }
  }

  /// Those who hold all words, with their rank, until there are `enough`: a surname alone has half the
  /// city, and nobody reads that far.
  ///
  /// Looks among the people of the rarest name word, so that a common surname costs nothing beside a
  /// rare given name. A word that names a unit too may be meant as the place, so the people of the
  /// next word are looked at as well; where no word is only a name, those of the unit.
  private func ranked(
    _ query: LearnerQuery, enough: Int
  ) throws -> [(rank: Int, learner: Learner)] {
    var found: [Learner.ID: (rank: Int, learner: Learner)] = [:]
    func look(_ learner: Learner) -> Bool {
      if let rank = query.rank(of: learner) { found[learner.id] = (rank, learner) }
      return found.count < enough
    }

    var isComplete = false
    for word in try nameWords(of: query) where !isComplete {
      let year = query.words.compactMap(query.birthYear).first
      try forEachLearner(
        """
        NOT void AND learner.key IN (
          SELECT learner FROM nameToken
          WHERE token >= ? AND token < ? \(year.map { "AND birthYear = \($0)" } ?? "")
        )
        """, [word, word + "\u{10FFFF}"], look)
      isComplete = !query.namesUnit(word) || found.count >= enough
    }
    let units = query.unitsNamed
    if !isComplete, !units.isEmpty {
      let marks = units.map { _ in "?" }.joined(separator: ", ")
      try forEachLearner("NOT void AND unit.id IN (\(marks))", StatementArguments(units), look)
    }
    return Array(found.values)
  }

  /// The words of the query that begin a word of some name, rarest first.
  private func nameWords(of query: LearnerQuery) throws -> [String] {
    var counts: [(word: String, count: Int)] = []
    for word in query.words where query.birthYear(word) == nil {
      let count =
        try Int.fetchOne(
          db.cachedStatement(
            sql: """
              SELECT count(*) FROM (
                SELECT 1 FROM nameToken WHERE token >= ? AND token < ? LIMIT ?
              )
              """),
          arguments: [word, word + "\u{10FFFF}", counts.map(\.count).min() ?? 2_000_000]) ?? 0
      if count > 0 { counts.append((word, count)) }
    }
    return counts.sorted { $0.count < $1.count }.map(\.word)
  }
}

/// The words of a search for a person.
private struct LearnerQuery {
  let words: [String]
  private let exact: String
  private let exactWords: [String]
  private let unitWords: [AdministrativeUnit.ID: Set<String>]

  init(_ typed: String, gazetteer: Gazetteer) {
    words = SearchText.words(of: typed)
    exact = SearchText.exact(typed)
    exactWords = exact.split(separator: " ").map(String.init)
    unitWords = Dictionary(
      uniqueKeysWithValues: gazetteer.units.map { ($0.id, Set(SearchText.words(of: $0.name))) })
  }

  var unitsNamed: [AdministrativeUnit.ID] {
    unitWords.filter { _, named in words.allSatisfy { birthYear($0) != nil || named.contains($0) } }
      .keys.sorted()
  }

  func namesUnit(_ word: String) -> Bool {
    unitWords.values.contains { $0.contains(word) }
  }

  func birthYear(_ word: String) -> Int? {
    Int(word).flatMap { (1900...2100).contains($0) ? $0 : nil }
  }

  /// 0 for the very name, else 1 and one more for every word that the name does not hold with its
  /// marks; nil where a word is missing.
  func rank(of learner: Learner) -> Int? {
    let name = learner.person.name ?? ""
    let nameWords = SearchText.words(of: name)
    let hamlet = learner.person.hamlet.map { SearchText.words(of: $0) } ?? []
    var places = Set(hamlet)
    if case .unit(let id) = learner.residence { places.formUnion(unitWords[id] ?? []) }
    for word in words {
      let isYear = birthYear(word).map { $0 == learner.person.birthYear } ?? false
      let isHeld =
        isYear || places.contains(word) || nameWords.contains { $0.hasPrefix(word) }
      guard isHeld else { return nil }
    }
    let exactName = SearchText.exact(name)
    if exactName == exact { return 0 }
    let exactNameWords = Set(exactName.split(separator: " ").map(String.init))
    return 1 + exactWords.count { !exactNameWords.contains($0) }
  }
}
