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
    for page in Array(ids).pages {
      let marks = databaseQuestionMarks(count: page.count)
      for learner in try fetchLearners("learner.id IN (\(marks))", StatementArguments(page)) {
        result[learner.id] = learner
      }
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
  ///
  /// `source` is a table in whose order they come, joined to theirs.
  func forEachLearner(
    _ condition: String, _ arguments: StatementArguments, source: String = "learner",
    _ body: (Learner) throws -> Bool
  ) throws {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT learner.id, name, learner.birthYear, phone, hamlet, sex, cohort, residence, unit.id,
            registeredOn, consent, void, erased, died
          FROM \(source) LEFT JOIN unit ON unit.key = learner.residence
          WHERE known AND \(condition)
          """), arguments: arguments)
    while let row = try rows.next() {
      let learner = try Learner(
        id: row.decode(atIndex: 0),
        person: PersonalDetails(
          name: row.decode(atIndex: 1), birthYear: row.decode(atIndex: 2),
          phone: row.decode(atIndex: 3), hamlet: row.decode(atIndex: 4)),
        sex: row.decode(String?.self, atIndex: 5).flatMap { Sex(rawValue: $0) },
        cohort: row.decode(atIndex: 6),
        residence: Residence(key: row.decode(atIndex: 7), unit: row.decode(atIndex: 8)),
        registeredOn: row.decode(atIndex: 9),
        consent: Consent(rawValue: row.decode(atIndex: 10)) ?? .none,
        died: row.decode(atIndex: 13), isVoid: row.decode(atIndex: 11),
        isErased: row.decode(atIndex: 12))
      guard try body(learner) else { return }
    }
  }
}

extension RegisterReader {
  /// People whose name, hamlet or unit holds every word typed, marks ignored; best first.
  ///
  /// A number of four digits is a birth year. A name word may be cut short, but whoever has the whole
  /// word comes first; then those with the marks that were typed, then those whose name holds the
  /// words side by side, in their order, at its beginning.
  /// A unit is known by its own name and by that of the one that has its people today. A reference finds
  /// whomever it is of; words only live people, or with `void` only those whose record was taken back.
  package func findLearners(
    _ typed: String, limit: Int, today: CalendarDay, void: Bool = false
  ) throws -> [Learner] {
    if typed.contains(where: { $0.isNumber || $0 == "-" }) {
      let byReference = try learners(byReference: typed)
      if !byReference.isEmpty { return byReference }
    }
    let query = LearnerQuery(typed, gazetteer: try gazetteer(), today: today)
    guard !query.isEmpty else { return [] }
    let best = try search(query, limit: limit, among: void ? "void" : "NOT void").best
    // A reference without a digit reads like a word: names go first.
    return best.isEmpty ? try learners(byReference: typed) : best
  }

  private func learners(byReference typed: String) throws -> [Learner] {
    try records(typed, in: "learner").compactMap { try learner(id: Learner.ID($0)) }
  }

  /// Looks where the best can be before where the rest is, and no further than it must: a surname alone
  /// has half the city, and nobody reads that far.
  ///
  /// First among those whose name holds every word, whole, and no further where that is somebody's whole
  /// name; then among those who have the rarest word
  /// whole, so that a common surname costs nothing beside a rare given name; then among those who have
  /// a word that begins so. A word that names a unit too may be meant as the place, so the people of
  /// the next word are looked at as well; where no word is only a name, those of the unit.
  private func search(
    _ query: LearnerQuery, limit: Int, among standing: String
  ) throws -> LearnerSearch {
    var search = LearnerSearch(query: query, limit: limit)
    let whole = try counted(query.nameWords, bornIn: query.year)
    if let rarest = whole.first, whole.count == query.nameWords.count {
      let others = whole.dropFirst()
      try lookAtNames(rarest, with: others, among: standing, marked: query.markedWords, &search)
      if search.hasWholeName, !query.mayNameUnit {
        // Somebody may have entered the name without its marks.
        search.beginPass()
        try lookAtNames(rarest, with: others, among: standing, marked: [], &search)
        return search
      }
    }
    // Where somebody is called so, only a place may be meant beside.
    for isCutShort in search.hasWholeName ? [false] : [false, true] {
      if search.isFull { return search }
      for word in isCutShort ? try counted(query.nameWords, cutShort: true) : whole {
        if search.isFull { return search }
        search.beginPass()
        try forEachLearner(
          "\(standing) AND \(Self.holds(cutShort: isCutShort, in: "t.token"))"
            + (query.year == nil ? "" : " AND t.birthYear = ?"),
          StatementArguments(Self.bounds(of: word, cutShort: isCutShort))
            + StatementArguments(query.year.map { [$0] } ?? []),
          source: Self.byToken
        ) { search.look(at: $0) }
        if !query.namesUnit(word) { break }
      }
    }
    let units = query.unitsNamed
    if !search.isFull, !units.isEmpty {
      search.beginPass()
      let marks = units.map { _ in "?" }.joined(separator: ", ")
      try forEachLearner("\(standing) AND unit.id IN (\(marks))", StatementArguments(units)) {
        search.look(at: $0)
      }
    }
    return search
  }

  /// Looks at everybody whose name holds all these words, whole, those with marks as they were typed.
  private func lookAtNames(
    _ rarest: String, with others: ArraySlice<String>, among standing: String,
    marked: [String], _ search: inout LearnerSearch
  ) throws {
    let marked = marked.map(Self.patterns)
    let year = search.query.year
    try forEachLearner(
      "\(standing) AND t.token = ?" + (year == nil ? "" : " AND t.birthYear = ?")
        + others.map { _ in Self.alsoHasWord }.joined()
        + marked.map { patterns in
          " AND (" + patterns.map { _ in "learner.name LIKE ?" }.joined(separator: " OR ") + ")"
        }.joined(),
      StatementArguments([rarest]) + StatementArguments(year.map { [$0] } ?? [])
        + StatementArguments(others) + StatementArguments(marked.flatMap(\.self)),
      source: Self.byToken
    ) { search.look(at: $0) }
  }

  /// The year of birth, in the words of names, of those of whom it is not known.
  static let unknownYear = 0

  /// Those live people whose folded name this is and who were born in that year, or in any.
  func namesakes(_ name: String, bornIn year: Int?) throws -> [Learner.ID] {
    let words = Set(SearchText.words(of: name))
    let rarestFirst = try counted(words.sorted(), bornIn: year)
    guard let rarest = rarestFirst.first, rarestFirst.count == words.count else { return [] }
    let others = rarestFirst.dropFirst()
    var found: [Learner.ID] = []
    try forEachLearner(
      "NOT void AND t.token = ?" + (year == nil ? "" : " AND t.birthYear = ?")
        + others.map { _ in Self.alsoHasWord }.joined(),
      StatementArguments([rarest]) + StatementArguments(year.map { [$0] } ?? [])
        + StatementArguments(others),
      source: Self.byToken
    ) { learner in
      if SearchText.folded(learner.person.name ?? "") == name { found.append(learner.id) }
      return true
    }
    return found
  }

  private static let alsoHasWord = """
     AND EXISTS (
      SELECT 1 FROM nameToken AS o
      WHERE o.token = ? AND o.birthYear = t.birthYear AND o.learner = t.learner
    )
    """

  /// What a name that holds a word with its marks is like. SQLite's LIKE knows no capitals but those of
  /// ASCII: so the word in small letters, as names are written (`Đức`), and in capitals.
  private static func patterns(for word: String) -> [String] {
    var seen: Set<String> = []
    // The tone may stand on either vowel of the stored name.
    let word = SearchText.movableTones.reduce(word) { $0.replacing($1, with: "__") }
    return [word, word.prefix(1).uppercased() + word.dropFirst(), word.uppercased()]
      .filter { seen.insert($0).inserted }.map { "%\($0)%" }
  }

  private static let byToken = "nameToken AS t CROSS JOIN learner ON learner.key = t.learner"

  /// Those of the words that are, or begin, a word of the names of that year, rarest first. Beyond a
  /// hundred thousand all are as common.
  private func counted(
    _ words: [String], cutShort: Bool = false, bornIn year: Int? = nil
  ) throws -> [String] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT count(*) FROM (
          SELECT 1 FROM nameToken
          WHERE \(Self.holds(cutShort: cutShort, in: "token"))\(year == nil ? "" : " AND birthYear = ?")
          LIMIT ?
        )
        """)
    var counts: [(word: String, count: Int)] = []
    for word in words {
      let most = counts.map(\.count).min() ?? 100_000
      let arguments =
        StatementArguments(Self.bounds(of: word, cutShort: cutShort))
        + StatementArguments(year.map { [$0, most] } ?? [most])
      let count = try Int.fetchOne(statement, arguments: arguments) ?? 0
      if count > 0 { counts.append((word, count)) }
    }
    return counts.sorted { $0.count < $1.count }.map(\.word)
  }

  /// The condition that a token is a word, or begins with it. A range would hide from SQLite that the
  /// tokens of one word are sorted by year.
  private static func holds(cutShort: Bool, in column: String) -> String {
    cutShort ? "\(column) BETWEEN ? AND ?" : "\(column) = ?"
  }

  private static func bounds(of word: String, cutShort: Bool) -> [String] {
    cutShort ? [word, word + "\u{10FFFF}"] : [word]
  }
}

/// Who was found so far, and whether looking on can bring anybody better.
private struct LearnerSearch {
  let query: LearnerQuery
  let limit: Int
  private var found: [Learner.ID: (rank: LearnerQuery.Rank, learner: Learner)] = [:]
  private var seen = 0
  private var good = 0
  /// Whether somebody is called by exactly the words typed.
  private(set) var hasWholeName = false

  init(query: LearnerQuery, limit: Int) {
    self.query = query
    self.limit = limit
  }

  /// Nobody of a later pass comes before those of an earlier one.
  var isFull: Bool { found.count >= limit }

  mutating func beginPass() {
    seen = 0
  }

  /// False where enough were looked at: enough of the best rank, or many of any.
  mutating func look(at learner: Learner) -> Bool {
    seen += 1
    guard found[learner.id] == nil, let rank = query.rank(of: learner) else { return true }
    found[learner.id] = (rank, learner)
    if rank.isGood { good += 1 }
    if rank.isGood, rank.arrangement == .wholeName { hasWholeName = true }
    let enough = max(4 * limit, 200)
    return good < enough && (found.count < enough || seen < 3000)
  }

  var best: [Learner] {
    found.values.map { ($0.rank, SearchText.folded($0.learner.person.name ?? ""), $0.learner) }
      .sorted { one, other in
        (one.0, one.1, one.2.person.birthYear ?? 0, one.2.id)
          < (other.0, other.1, other.2.person.birthYear ?? 0, other.2.id)
      }
      .prefix(limit).map(\.2)
  }
}
