import Domain
import GRDB

/// The integer keys behind ids. What is not there yet gets a row that waits for its own event.
struct ProjectionKeys {
  let db: Database
  private var measures: [String: Int64] = [:]
  private var units: [AdministrativeUnit.ID: Int64] = [:]
  private var (slugs, unitIDs): ([Int64: String], [Int64: AdministrativeUnit.ID]) = ([:], [:])
  private var teams: [Team.ID: Int64] = [:]
  private var imports: [Event.ID: Int64] = [:]
  /// Nil asks the table of learners each time.
  private(set) var learners: LearnerNumbers?

  init(db: Database, numberingLearners learners: LearnerNumbers? = nil) {
    self.db = db
    self.learners = learners
  }

  mutating func unit(_ id: AdministrativeUnit.ID) throws -> Int64 {
    if let key = units[id] { return key }
    let key = try key(in: "unit", of: id)
    units[id] = key
    unitIDs[key] = id
    return key
  }

  /// Nil for a unit that has not been asked for.
  func unit(withKey key: Int64) -> AdministrativeUnit.ID? { unitIDs[key] }

  mutating func team(_ id: Team.ID) throws -> Int64 {
    if let key = teams[id] { return key }
    let key = try key(in: "team", of: id)
    teams[id] = key
    return key
  }

  mutating func learner(_ id: Learner.ID) throws -> Int64 {
    try learners?.number(of: id) ?? key(in: "learner", of: id)
  }

  func session(_ id: Session.ID) throws -> Int64 { try key(in: "session", of: id) }

  mutating func `import`(_ id: Event.ID) throws -> Int64 {
    if let key = imports[id] { return key }
    let key = try key(in: "import", of: id)
    imports[id] = key
    return key
  }

  /// A residence as a value of a row.
  mutating func value(of home: Residence) throws -> FoldedValue {
    let key = try residence(home)
    return if case .unit(let id) = home { .local(key, id) } else { .integer(key) }
  }

  /// As stored in `learner.residence`.
  mutating func residence(_ residence: Residence) throws -> Int64 {
    switch residence {
    case .unit(let id): try unit(id)
    case .unallocated: 0
    case .outside: -1
    }
  }

  mutating func measure(_ slug: String) throws -> Int64 {
    if let key = measures[slug] { return key }
    try db.execute(
      sql: "INSERT INTO measure (slug) VALUES (?) ON CONFLICT DO NOTHING", arguments: [slug])
    let key =
      try Int64.fetchOne(db, sql: "SELECT key FROM measure WHERE slug = ?", arguments: [slug]) ?? 0
    measures[slug] = key
    slugs[key] = slug
    return key
  }

  /// Nil for a measure that has not been asked for.
  func slug(ofMeasure key: Int64) -> String? { slugs[key] }

  private func key<Subject>(in table: String, of id: Identifier<Subject>) throws -> Int64 {
    let find = try db.cachedStatement(sql: "SELECT key FROM \(table) WHERE id = ?")
    if let key = try Int64.fetchOne(find, arguments: [id]) { return key }
    try db.cachedStatement(sql: "INSERT INTO \(table) (id) VALUES (?)").execute(arguments: [id])
    return db.lastInsertedRowID
  }
}

/// The keys of all learners, given in memory where no table has any yet.
struct LearnerNumbers {
  private var keys: [Learner.ID: Int64] = [:]
  /// In the order of their keys, which begin at 1.
  private(set) var ids: [Learner.ID] = []

  mutating func number(of id: Learner.ID) -> Int64 {
    if let key = keys[id] { return key }
    ids.append(id)
    let key = Int64(ids.count)
    keys[id] = key
    return key
  }

  subscript(key: Int64) -> Learner.ID { ids[Int(key) - 1] }
}
