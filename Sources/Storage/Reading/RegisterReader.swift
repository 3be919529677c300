package import Domain
import Foundation
import GRDB

/// One consistent state of a register, for as long as a read lasts.
package struct RegisterReader {
  let db: Database
}

extension RegisterReader {
  package func gazetteer() throws -> Gazetteer {
    let units = try Row.fetchAll(db, sql: "SELECT id, body FROM unit WHERE body IS NOT NULL").map {
      row in
      let fact = try UnitDefined(body: Self.object(row.decode(atIndex: 1)), personal: [:])
      return AdministrativeUnit(
        id: try row.decode(atIndex: 0), code: fact.code, kind: fact.unitKind, names: fact.names,
        district: fact.district, parent: fact.parent, validFrom: fact.validFrom,
        validTo: fact.validTo)
    }
    let successions = try Row.fetchAll(db, sql: "SELECT old, new, date FROM succession").map {
      try Succession(
        old: $0.decode(atIndex: 0), new: $0.decode(atIndex: 1), date: $0.decode(atIndex: 2))
    }
    return Gazetteer(units: units, successions: successions)
  }

  package func setting(_ key: SettingSet.Key) throws -> String? {
    try String.fetchOne(
      db, sql: "SELECT value FROM setting WHERE key = ?", arguments: [key.rawValue])
  }

  /// `demo` or `test` in a register of invented people; nil in a real one.
  package func synthetic() throws -> String? {
    try setting(.synthetic)
  }

  /// Nil before a programme has been published.
  package func programme() throws -> Programme? {
    try String.fetchOne(db, sql: "SELECT body FROM programme").map {
      try ProgrammePublished(body: Self.object($0), personal: [:]).programme
    }
  }

  /// By slug.
  package func courses() throws -> [Course] {
    let core = Set(try programme()?.core ?? [])
    return try String.fetchAll(db, sql: "SELECT body FROM course ORDER BY slug").map { body in
      Self.course(try CoursePublished(body: Self.object(body), personal: [:]), core: core)
    }
  }

  static func course(_ fact: CoursePublished, core: Set<String>) -> Course {
    Course(
      slug: fact.slug, version: fact.courseVersion, titles: fact.titles, lessons: fact.lessons,
      isCore: core.contains(fact.slug))
  }

  /// The name of an account; nil for one that has none, or whose name was erased.
  package func name(of actor: Actor.ID) throws -> String? {
    try String.fetchOne(db, sql: "SELECT name FROM actor WHERE id = ?", arguments: [actor])
  }

  package func actor(named name: String) throws -> Actor.ID? {
    let wanted = SearchText.exact(name)
    return try Row.fetchAll(db, sql: "SELECT id, name FROM actor ORDER BY id").first { row in
      try row.decode(String?.self, atIndex: 1).map(SearchText.exact) == wanted
    }?.decode(atIndex: 0)
  }

  /// Who records in this file where nobody else is named.
  package func defaultActor() throws -> Actor.ID? {
    try Local.get(.actor, in: db).flatMap { Actor.ID($0) }
  }

  /// All targets, by measure, then deadline.
  package func targets() throws -> [Target] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT measure, unit, basisPoints, deadline, document FROM target
        ORDER BY measure, deadline, unit
        """
    ).map {
      try Target(
        measure: $0.decode(atIndex: 0), unit: $0.decode(atIndex: 1),
        basisPoints: TargetSet.basisPoints.holding($0.decode(atIndex: 2)),
        deadline: $0.decode(atIndex: 3), document: $0.decode(atIndex: 4))
    }
  }

  /// How many of each kind of record there are.
  package func recordCounts() throws -> [String: Int] {
    var counts: [String: Int] = [:]
    for table in ["event", "team", "learner", "session", "mark", "completion"] {
      counts[table] = try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0
    }
    return counts
  }

  static func object(_ text: String) throws -> CanonicalObject {
    try CanonicalObject(canonical: text.utf8)
  }
}
