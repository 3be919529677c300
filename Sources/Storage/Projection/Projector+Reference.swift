import Domain
import GRDB

/// Reference data: units, series, settings, actors, courses, the programme, targets, teams.
extension Projector {
  mutating func foldUnit(_ history: RecordHistory) throws {
    let (id, events) = (AdministrativeUnit.ID(history.subject), history.live)
    let key = try keys.unit(id)
    let defined = try events.last { $0.event.kind == UnitDefined.kind }
      .map { ($0.event.body, try $0.fact(as: UnitDefined.self)) }
    try db.execute(
      sql: "UPDATE unit SET body = ? WHERE key = ?",
      arguments: [defined.map { Self.text(of: $0.0) }, key])
    try db.execute(sql: "DELETE FROM succession WHERE old = ?", arguments: [id])
    for fact in try events.compactMap({ try $0.fact(as: UnitSucceeded.self) }) {
      try db.execute(
        sql: """
          INSERT INTO succession (old, new, date, weight) VALUES (?, ?, ?, ?)
          ON CONFLICT DO UPDATE SET date = excluded.date, weight = excluded.weight
          """, arguments: [id, fact.new, fact.date, fact.weight])
    }
  }

  func foldSeries(_ history: RecordHistory) throws {
    let (id, events) = (history.subject, history.live)
    try db.execute(sql: "DELETE FROM series WHERE id = ?", arguments: [id])
    try db.execute(sql: "DELETE FROM population WHERE series = ?", arguments: [id])
    for stored in events {
      if let fact = try stored.fact(as: SeriesDefined.self) {
        try db.execute(
          sql: "INSERT OR REPLACE INTO series (id, slug, body) VALUES (?, ?, ?)",
          arguments: [id, fact.slug, Self.text(of: stored.event.body)])
      } else if let fact = try stored.fact(as: PopulationCounted.self) {
        try db.execute(
          sql: """
            INSERT OR REPLACE INTO population (series, unit, date, persons, quality, note)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
          arguments: [
            id, fact.unit, fact.date?.description ?? "", fact.persons, fact.quality.rawValue,
            fact.note,
          ])
      }
    }
  }

  func foldSetting(_ history: RecordHistory) throws {
    let (id, events) = (history.subject, history.live)
    try db.execute(sql: "DELETE FROM setting WHERE id = ?", arguments: [id])
    guard let fact = try events.last?.fact(as: SettingSet.self) else { return }
    try db.execute(
      sql: "INSERT INTO setting (id, key, value) VALUES (?, ?, ?)",
      arguments: [id, fact.key, fact.value])
  }

  func foldActor(_ history: RecordHistory) throws {
    let (id, events) = (history.subject, history.live)
    try db.execute(sql: "DELETE FROM actor WHERE id = ?", arguments: [id])
    guard let fact = try events.last?.fact(as: ActorNamed.self) else { return }
    try db.execute(
      sql: "INSERT INTO actor (id, name) VALUES (?, ?)", arguments: [id, fact.name])
  }

  /// Of several versions the highest is kept; of equal ones the later in order.
  func foldCourse(_ history: RecordHistory) throws {
    let (id, events) = (history.subject, history.live)
    try db.execute(sql: "DELETE FROM course WHERE id = ?", arguments: [id])
    let versions = try events.compactMap { stored in
      try stored.fact(as: CoursePublished.self).map { ($0, stored.event.body) }
    }
    guard let newest = versions.lastOfHighest(by: { $0.0.courseVersion }) else { return }
    try db.execute(
      sql: "INSERT INTO course (id, slug, body) VALUES (?, ?, ?)",
      arguments: [id, newest.0.slug, Self.text(of: newest.1)])
  }

  /// What is said of another record than the programme's says nothing.
  func foldProgramme(_ history: RecordHistory) throws {
    guard history.subject == RecordID(natural: NaturalName.programme) else { return }
    try db.execute(sql: "DELETE FROM programme")
    let versions = try history.live.compactMap { stored in
      try stored.fact(as: ProgrammePublished.self).map { ($0.programme, stored.event.body) }
    }
    if let newest = versions.lastOfHighest(by: { $0.0.version }) {
      try db.execute(
        sql: "INSERT INTO programme (version, body) VALUES (?, ?)",
        arguments: [newest.0.version, Self.text(of: newest.1)])
    }
  }

  func foldTarget(_ history: RecordHistory) throws {
    let (id, events) = (history.subject, history.live)
    try db.execute(sql: "DELETE FROM target WHERE id = ?", arguments: [id])
    guard let fact = try events.last?.fact(as: TargetSet.self) else { return }
    try db.execute(
      sql: """
        INSERT INTO target (id, measure, unit, basisPoints, deadline, document)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [id, fact.measure, fact.unit, fact.basisPoints, fact.deadline, fact.document])
  }

  mutating func foldTeam(_ history: RecordHistory) throws {
    let key = try keys.team(Team.ID(history.subject))
    let fact = try history.live.last.flatMap { try $0.fact(as: TeamFormed.self) }
    try db.execute(
      sql: """
        UPDATE team SET known = ?, void = ?, unit = ?, name = ?, since = ? WHERE key = ?
        """,
      arguments: [
        fact != nil, history.isVoid,
        try fact.map { try keys.unit($0.unit) },
        fact?.name, fact?.since, key,
      ])
  }

  static func text(of object: CanonicalObject) -> String {
    String(decoding: object.canonicalBytes, as: UTF8.self)
  }
}

extension Array {
  /// The last of those elements that share the highest `version`.
  fileprivate func lastOfHighest(by version: (Element) -> Int) -> Element? {
    guard let highest = map(version).max() else { return nil }
    return last { version($0) == highest }
  }
}
