/// All units that stood at any time, and which took over whose people.
package struct Gazetteer: Sendable {
  /// By validity, then code.
  package let units: [AdministrativeUnit]
  let spellings: UnitSpellings
  private let byID: [AdministrativeUnit.ID: AdministrativeUnit]
  private let successors: [AdministrativeUnit.ID: [Succession]]
  private let predecessors: [AdministrativeUnit.ID: [Succession]]

  package init(units: [AdministrativeUnit], successions: [Succession]) {
    self.units = units.sorted { ($0.validFrom, $0.code) < ($1.validFrom, $1.code) }
    spellings = UnitSpellings(of: self.units)
    byID = Dictionary(units.map { ($0.id, $0) }) { first, _ in first }
    successors = Dictionary(grouping: successions, by: \.old)
    predecessors = Dictionary(grouping: successions, by: \.new)
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

  /// The one unit that took over all people of another; nil where none did, or several.
  package func soleSuccessor(of id: AdministrativeUnit.ID) -> AdministrativeUnit? {
    guard let next = successors[id], next.count == 1 else { return nil }
    return byID[next[0].new]
  }

  /// The units whose people a unit took over, each of them whole, by code; none where one of them was
  /// split between several.
  package func parts(of id: AdministrativeUnit.ID) -> [AdministrativeUnit] {
    guard let unit = byID[id] else { return [] }
    let parts = formerUnits(of: id)
    // A part begins before the whole: no circle can come of a wrong succession.
    guard
      parts.count == predecessors[id]?.count ?? 0,
      parts.allSatisfy({ soleSuccessor(of: $0.id) != nil && $0.validFrom < unit.validFrom })
    else { return [] }
    return parts
  }

  /// The units whose people, or some of them, a unit took over when it began, by code.
  package func formerUnits(of id: AdministrativeUnit.ID) -> [AdministrativeUnit] {
    (predecessors[id] ?? []).compactMap { byID[$0.old] }.sorted { $0.code < $1.code }
  }

  /// The unit that had exactly the people of this one before it: its only part.
  package func forerunner(of id: AdministrativeUnit.ID) -> AdministrativeUnit? {
    let parts = parts(of: id)
    return parts.count == 1 ? parts[0] : nil
  }

  /// The unit that has exactly the people of this one after it.
  package func follower(of id: AdministrativeUnit.ID) -> AdministrativeUnit? {
    soleSuccessor(of: id).flatMap { forerunner(of: $0.id)?.id == id ? $0 : nil }
  }

  /// The natural name from which a unit's id is derived.
  package func naturalName(of unit: AdministrativeUnit) -> String {
    guard let parent = unit.parent.flatMap({ byID[$0] }) else {
      return NaturalName.city(code: unit.code, validFrom: unit.validFrom)
    }
    return NaturalName.unit(parentCode: parent.code, code: unit.code, validFrom: unit.validFrom)
  }
}

extension Residence {
  /// The unit that holds the people of this residence on a day; itself where none is known to.
  package func present(in gazetteer: Gazetteer, on day: CalendarDay) -> Residence {
    guard case .unit(let id) = self, let unit = gazetteer.unit(holding: id, on: day) else {
      return self
    }
    return .unit(unit.id)
  }
}
