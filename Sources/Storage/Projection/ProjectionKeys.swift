import Domain
import GRDB

/// The integer keys behind ids. What is not there yet gets a row that waits for its own event.
struct ProjectionKeys {
  let db: Database
  private var measures: [String: Int64] = [:]
  /// Keys by id: few for what a few events touch, all when everything is folded.
  private var units: [AdministrativeUnit.ID: Int64] = [:]
  private var learners: [Learner.ID: Int64]?

  /// `remembersLearners` spares a look for each mark where every session is folded.
  init(db: Database, remembersLearners: Bool = false) {
    self.db = db
    learners = remembersLearners ? [:] : nil
  }

  mutating func unit(_ id: AdministrativeUnit.ID) throws -> Int64 {
    if let key = units[id] { return key }
    let key = try key(in: "unit", of: id)
    units[id] = key
    return key
  }

  func team(_ id: Team.ID) throws -> Int64 { try key(in: "team", of: id) }

  mutating func learner(_ id: Learner.ID) throws -> Int64 {
    if let key = learners?[id] { return key }
    let key = try key(in: "learner", of: id)
    learners?[id] = key
    return key
  }

  /// Notes a key that is known without a look.
  mutating func remember(_ key: Int64, of learner: Learner.ID) {
    learners?[learner] = key
  }

  func session(_ id: Session.ID) throws -> Int64 { try key(in: "session", of: id) }

  func `import`(_ id: Event.ID) throws -> Int64 { try key(in: "import", of: id) }

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
    return key
  }

  private func key<Subject>(in table: String, of id: Identifier<Subject>) throws -> Int64 {
    let find = try db.cachedStatement(sql: "SELECT key FROM \(table) WHERE id = ?")
    if let key = try Int64.fetchOne(find, arguments: [id]) { return key }
    try db.cachedStatement(sql: "INSERT INTO \(table) (id) VALUES (?)").execute(arguments: [id])
    return db.lastInsertedRowID
  }
}
