package import Domain
import GRDB

/// Two records that may be one person, for somebody to say whether they are.
package struct DuplicatePair: Hashable, Sendable {
  package enum Reason: String, Sendable, CaseIterable {
    /// They live in one unit now, and differ in no given hamlet or mark: what `match` asks about.
    case sameHome
    /// They have one phone, wherever they live: what `match` attaches on, and so the surer of the two.
    case samePhone
  }

  /// The smaller id.
  package let one: Learner
  package let other: Learner
  package let reason: Reason

  package init(one: Learner, other: Learner, reason: Reason) {
    self.one = one
    self.other = other
    self.reason = reason
  }
}

/// Some of the pairs that may be one person, and how many there are.
package struct Duplicates: Hashable, Sendable {
  package let pairs: [DuplicatePair]
  /// With those beyond the limit.
  package let total: Int

  package init(pairs: [DuplicatePair], total: Int) {
    self.pairs = pairs
    self.total = total
  }
}

extension RegisterReader {
  /// Live people of one folded name, birth year and sex who live in one unit and differ in no given
  /// hamlet or mark, or have one phone; not those whom links join already, nor those whom somebody
  /// has called distinct, themselves or through their groups. By unit, then name; people of no unit
  /// last. With `residence` only pairs of whom one lives there now.
  ///
  /// Of people who are all alike each is asked about once, with the smallest id: k − 1 pairs, not
  /// k(k − 1) ÷ 2. In general the pairs are a spanning forest of all that could be asked, phones
  /// first. That is enough: an answer takes its pair out, or joins two groups, and as long as any pair
  /// is without an answer the next list holds one of its group. So the list is empty only where nothing
  /// is left to ask.
  package func duplicates(
    livingIn residence: Residence? = nil, today: CalendarDay, limit: Int
  ) throws -> Duplicates {
    let places = PresentPlaces(gazetteer: try gazetteer(), today: today)
    let place = residence.map(places.place)
    let known = try KnownAnswers(db)
    var list = DuplicateList(limit: limit, places: places)
    let alike = try Int64.fetchCursor(
      db,
      sql: """
        SELECT likeness FROM learner WHERE likeness IS NOT NULL
        GROUP BY likeness HAVING count(*) > 1
        """)
    while let likeness = try alike.next() {
      let people = try fetchLearners(
        "likeness = ? AND NOT void ORDER BY learner.id", [likeness])
      for namesakes in Dictionary(grouping: people, by: Namesake.init).values {
        var questions = Questions(of: namesakes, places: places, known: known, place: place)
        list.add(questions.all())
      }
    }
    return list.result()
  }
}

/// Where people live now: who was recorded in a former unit lives in the one that took it over.
private struct PresentPlaces {
  let gazetteer: Gazetteer
  let today: CalendarDay

  func place(of residence: Residence) -> Residence {
    residence.present(in: gazetteer, on: today)
  }

  /// What comes first in a list; those who live in no unit come last.
  func order(of learner: Learner) -> String {
    guard case .unit(let id) = place(of: learner.residence), let unit = gazetteer[id] else {
      return "\u{10FFFF}"
    }
    return unit.code
  }
}

/// What all namesakes have in common, exactly: two names may share a likeness by chance.
private struct Namesake: Hashable {
  let name: String
  let birthYear: Int?
  let sex: Sex?

  init(_ learner: Learner) {
    name = SearchText.folded(learner.person.name ?? "")
    birthYear = learner.person.birthYear
    sex = learner.sex
  }
}

/// Who is known to be one person, and who is known to be two.
private struct KnownAnswers {
  private struct GroupPair: Hashable {
    let low: Learner.ID
    let high: Learner.ID

    init(_ one: Learner.ID, _ other: Learner.ID) {
      (low, high) = one < other ? (one, other) : (other, one)
    }
  }

  /// A record of each group, by the records that links join to it.
  private var groups: [Learner.ID: Learner.ID] = [:]
  private var distinct: Set<GroupPair> = []

  init(_ db: Database) throws {
    var ids: [Int64: Learner.ID] = [:]
    for row in try Row.fetchAll(
      db,
      sql: """
        SELECT key, id FROM learner WHERE key IN (SELECT a FROM link UNION SELECT b FROM link)
        """)
    { try ids[row.decode(atIndex: 0)] = row.decode(atIndex: 1) }
    for group in try LinkedGroups(readingAll: db).all {
      let records = group.compactMap { ids[$0] }
      for record in records { groups[record] = records[0] }
    }
    for row in try Row.fetchAll(
      db,
      sql: """
        SELECT one.id, other.id
        FROM distinction JOIN learner AS one ON one.key = a JOIN learner AS other ON other.key = b
        """)
    {
      try distinct.insert(
        GroupPair(group(of: row.decode(atIndex: 0)), group(of: row.decode(atIndex: 1))))
    }
  }

  func group(of learner: Learner.ID) -> Learner.ID { groups[learner] ?? learner }

  func areDistinct(_ one: Learner.ID, _ other: Learner.ID) -> Bool {
    !distinct.isEmpty && distinct.contains(GroupPair(group(of: one), group(of: other)))
  }
}

/// What is to be asked about people of one folded name, birth year and sex.
private struct Questions {
  private let people: [Learner]
  private let places: PresentPlaces
  private let known: KnownAnswers
  private let place: Residence?
  /// To whom the questions so far, and links, join each.
  private var joined: [Int]
  private var pairs: [DuplicatePair] = []

  /// The people by id.
  init(of people: [Learner], places: PresentPlaces, known: KnownAnswers, place: Residence?) {
    self.people = people
    self.places = places
    self.known = known
    self.place = place
    var first: [Learner.ID: Int] = [:]
    joined = people.indices.map { index in
      let group = known.group(of: people[index].id)
      defer { first[group] = first[group] ?? index }
      return first[group] ?? index
    }
  }

  mutating func all() -> [DuplicatePair] {
    let isBare = people[0].person.birthYear == nil || people[0].sex == nil
    if !isBare {
      let withPhone = people.indices.filter { people[$0].person.phone != nil }
      for sharing in grouped(withPhone, by: \.person.phone) {
        ask(sharing, .samePhone) { _, _ in true }
      }
    }
    for neighbours in grouped(people.indices, by: { places.place(of: $0.residence) }) {
      ask(neighbours, .sameHome) { $0.mayBe($1.person) }
    }
    return pairs
  }

  /// In the order of the first of each group, so that the same people give the same questions.
  private func grouped(
    _ some: some Sequence<Int>, by key: (Learner) -> some Hashable
  ) -> [[Int]] {
    Dictionary(grouping: some) { key(people[$0]) }.values.sorted { $0[0] < $1[0] }
  }

  private mutating func ask(
    _ some: [Int], _ reason: DuplicatePair.Reason, _ mayBeOne: (Learner, Learner) -> Bool
  ) {
    for (position, one) in some.enumerated() {
      for other in some[(position + 1)...] where root(one) != root(other) {
        let pair = DuplicatePair(one: people[one], other: people[other], reason: reason)
        guard mayBeOne(pair.one, pair.other), isAsked(pair) else { continue }
        joined[root(other)] = root(one)
        pairs.append(pair)
      }
    }
  }

  private func isAsked(_ pair: DuplicatePair) -> Bool {
    if known.areDistinct(pair.one.id, pair.other.id) { return false }
    guard let place else { return true }
    return [pair.one, pair.other].contains { places.place(of: $0.residence) == place }
  }

  private mutating func root(_ person: Int) -> Int {
    var person = person
    while joined[person] != person {
      joined[person] = joined[joined[person]]
      person = joined[person]
    }
    return person
  }
}

/// The first pairs of a long list, without the list.
private struct DuplicateList {
  private struct Entry {
    let pair: DuplicatePair
    let key: (unit: String, name: String, one: Learner.ID, other: Learner.ID)
  }

  let limit: Int
  let places: PresentPlaces
  private var entries: [Entry] = []
  private var total = 0

  init(limit: Int, places: PresentPlaces) {
    self.limit = limit
    self.places = places
  }

  mutating func add(_ pairs: [DuplicatePair]) {
    total += pairs.count
    entries += pairs.map { pair in
      Entry(
        pair: pair,
        key: (
          places.order(of: pair.one), SearchText.folded(pair.one.person.name ?? ""), pair.one.id,
          pair.other.id
        ))
    }
    if entries.count / 4 > max(limit, 250) { shorten() }
  }

  mutating func result() -> Duplicates {
    shorten()
    return Duplicates(pairs: entries.map(\.pair), total: total)
  }

  private mutating func shorten() {
    entries.sort { $0.key < $1.key }
    if entries.count > limit { entries.removeSubrange(max(0, limit)...) }
  }
}
