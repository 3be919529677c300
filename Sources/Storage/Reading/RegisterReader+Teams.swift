package import Domain
import GRDB

extension RegisterReader {
  /// All teams, void ones too, by name.
  package func teams() throws -> [Team] {
    try fetchTeams("TRUE", [])
  }

  package func team(id: Team.ID) throws -> Team? {
    try fetchTeams("team.id = ?", [id]).first
  }

  package func teams(in unit: AdministrativeUnit.ID) throws -> [Team] {
    try fetchTeams("unit.id = ?", [unit])
  }

  private func fetchTeams(_ condition: String, _ arguments: StatementArguments) throws -> [Team] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT team.id, team.name, unit.id AS unit, team.since, team.until, team.void
          FROM team JOIN unit ON unit.key = team.unit
          WHERE team.known AND \(condition)
          ORDER BY team.name, team.id
          """), arguments: arguments
    ).map {
      try Team(
        id: $0.decode(atIndex: 0), name: $0.decode(atIndex: 1), unit: $0.decode(atIndex: 2),
        since: $0.decode(atIndex: 3), until: $0.decode(atIndex: 4), isVoid: $0.decode(atIndex: 5))
    }
  }

  /// The one team that a reference, a name, or `unit/name` means; void teams only by reference.
  ///
  /// - Throws: `RecordError.unknown`, `.ambiguous`, `.place`.
  package func team(_ typed: String, today: CalendarDay) throws -> Team {
    let all = try teams()
    if let reference = Reference(typed: typed) {
      let matching = all.filter { reference.matches($0.id) }
      if let team = matching.first, matching.count == 1 { return team }
    }
    let live = all.filter { !$0.isVoid }
    let gazetteer = try gazetteer()
    for same in [SearchText.exact, SearchText.folded] {
      var matching = live.filter { same($0.name) == same(typed) }
      if matching.isEmpty, let slash = typed.firstIndex(of: "/") {
        let unit = try gazetteer.place(String(typed[..<slash]), on: today)
        let name = same(String(typed[typed.index(after: slash)...]))
        matching = live.filter {
          same($0.name) == name && gazetteer.unit(holding: $0.unit, on: today) == unit
        }
      }
      switch matching.count {
      case 0: continue
      case 1: return matching[0]
      default:
        let references = matching.map(\.id).references()
        throw RecordError.ambiguous(
          .team, typed,
          among: matching.map {
            "\(references[$0.id]?.description ?? "") (\(gazetteer[$0.unit]?.code ?? "")/\($0.name))"
          })
      }
    }
    let folded = SearchText.folded(typed)
    throw RecordError.unknown(
      .team, typed,
      similar: live.map(\.name).filter { SearchText.folded($0).contains(folded) }.prefix(5)
        .map(\.self))
  }
}

extension Gazetteer {
  /// As `resolve`, with the error in the words of a register.
  package func place(
    _ typed: String, on day: CalendarDay, includingCity: Bool = false
  ) throws -> AdministrativeUnit {
    do throws(PlaceError) {
      return try resolve(typed, on: day, includingCity: includingCity)
    } catch {
      throw RecordError.place(error)
    }
  }

  /// - Throws: `RecordError.place` for a unit that no longer stands on a day, with the one that holds it
  ///   then. Only a code with its first day names such a unit.
  package func requireStanding(
    _ unit: AdministrativeUnit, typed: String, on day: CalendarDay
  ) throws {
    guard let last = unit.validTo, day > last else { return }
    throw RecordError.place(
      .anotherTime(typed, on: day, units: [unit], nowIn: self.unit(holding: unit.id, on: day)))
  }
}
