package import Domain

extension Recorder {
  /// A team starts to work in a unit.
  ///
  /// A unit without former ones stood before the day on which the list of units begins, for all that is
  /// known: a team there may be older.
  ///
  /// - Throws: `RecordError.dateInFuture`, `.beforeUnit`, `.teamExists` where the unit has a team of
  ///   that name.
  package mutating func formTeam(
    named name: String, in unit: AdministrativeUnit, since: CalendarDay
  ) throws -> Team {
    try requirePlausible(since)
    let former = try reader.gazetteer().formerUnits(of: unit.id)
    guard since >= unit.validFrom || former.isEmpty else {
      throw RecordError.beforeUnit(since, unit: unit, formerUnits: former)
    }
    let isTaken = try reader.teams(in: unit.id).contains {
      !$0.isVoid && SearchText.exact($0.name) == SearchText.exact(name)
    }
    guard !isTaken else { throw RecordError.teamExists(name, unit: unit) }
    let team = Team(id: newID(), name: name, unit: unit.id, since: since)
    try record(
      TeamFormed(unit: unit.id, name: name, since: since), subject: RecordID(team.id),
      scope: try scope(of: .unit(unit.id)), isNew: true)
    return team
  }

  /// Promises a share of a unit's people by a day.
  package mutating func setTarget(
    measure: String, unit: AdministrativeUnit, basisPoints: Int, deadline: CalendarDay,
    document: String?
  ) throws {
    _ = try reader.measure(measure)
    let gazetteer = try reader.gazetteer()
    let name = NaturalName.target(
      measure: measure, unit: gazetteer.naturalName(of: unit), deadline: deadline)
    try record(
      TargetSet(
        measure: measure, unit: unit.id, basisPoints: basisPoints, deadline: deadline,
        document: document),
      subject: Identifier(natural: name), scope: .city)
  }
}
