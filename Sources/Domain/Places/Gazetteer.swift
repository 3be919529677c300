/// All units that stood at any time, and which took over whose people.
package struct Gazetteer: Sendable {
  /// By validity, then code.
  package let units: [AdministrativeUnit]
  let spellings: UnitSpellings
  private let byID: [AdministrativeUnit.ID: AdministrativeUnit]
  private let successors: [AdministrativeUnit.ID: [Succession]]

  package init(units: [AdministrativeUnit], successions: [Succession]) {
    self.units = units.sorted { ($0.validFrom, $0.code) < ($1.validFrom, $1.code) }
    spellings = UnitSpellings(of: self.units)
    byID = Dictionary(units.map { ($0.id, $0) }) { first, _ in first }
    successors = Dictionary(grouping: successions, by: \.old)
  }

  package subscript(id: AdministrativeUnit.ID) -> AdministrativeUnit? { byID[id] }

  /// The city itself, as of a day.
  package func city(on day: CalendarDay) -> AdministrativeUnit? {
    units.first { $0.kind == .city && $0.stands(on: day) }
  }

  /// Wards, communes and townships that stood on a day, by code.
  package func localUnits(on day: CalendarDay) -> [AdministrativeUnit] {
    units.filter { $0.kind != .city && $0.stands(on: day) }.sorted { $0.code < $1.code }
  }

  /// The unit that holds the people of `id` on a day: itself while it stands, else the one successor
  /// that its people went to, and so on. Nil for an unknown unit, a split one, or a day before it.
  package func unit(holding id: AdministrativeUnit.ID, on day: CalendarDay) -> AdministrativeUnit? {
    var current = byID[id]
    var steps = 0
    while let unit = current, !unit.stands(on: day) {
      let next = (successors[unit.id] ?? []).filter { $0.date <= day }
      guard next.count == 1, steps < units.count else { return nil }
      current = byID[next[0].new]
      steps += 1
    }
    return current
  }

  /// Where the people of a former unit went, and when.
  package func succession(of id: AdministrativeUnit.ID) -> Succession? {
    successors[id]?.first
  }

  /// The natural name from which a unit's id is derived.
  package func naturalName(of unit: AdministrativeUnit) -> String {
    guard let parent = unit.parent.flatMap({ byID[$0] }) else {
      return NaturalName.city(code: unit.code, validFrom: unit.validFrom)
    }
    return NaturalName.unit(parentCode: parent.code, code: unit.code, validFrom: unit.validFrom)
  }
}
