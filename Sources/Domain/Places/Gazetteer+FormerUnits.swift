/// A unit that began by merging, seen from a day before: who was recorded in it lives in one of its
/// former units, and nobody knows in which.
package struct Merger: Hashable, Sendable {
  package let unit: AdministrativeUnit
  /// Those of the day whose people it took over whole, by code.
  package let formerUnits: [AdministrativeUnit]
}

extension Gazetteer {
  /// The unit of a day in which people recorded in `id` stand.
  ///
  /// They are brought forward along every succession, and back along those only in which the people
  /// of one unit became the people of one other. Nil where that leads to no unit of the day.
  package func unit(
    standingFor id: AdministrativeUnit.ID, on day: CalendarDay
  ) -> AdministrativeUnit? {
    if let unit = unit(holding: id, on: day) { return unit }
    var current = self[id]
    while let unit = current, unit.validFrom > day { current = forerunner(of: unit.id) }
    return current.flatMap { $0.stands(on: day) ? $0 : nil }
  }

  /// The units that began after a day from several of its units, or from what these became, by code.
  ///
  /// A merger of mergers comes beside those it merged. What came of a split is in none.
  package func mergers(after day: CalendarDay) -> [Merger] {
    var formerUnits: [AdministrativeUnit.ID: [AdministrativeUnit]] = [:]
    for former in localUnits(on: day) {
      for unit in units(holdingIn: former.id) { formerUnits[unit.id, default: []].append(former) }
    }
    return units.compactMap { unit in
      guard let former = formerUnits[unit.id], self.unit(standingFor: unit.id, on: day) == nil
      else { return nil }
      return Merger(unit: unit, formerUnits: former)
    }.sorted { ($0.unit.code, $0.unit.validFrom) < ($1.unit.code, $1.unit.validFrom) }
  }

  /// The units that held the people of a former unit one after the other.
  private func units(holdingIn id: AdministrativeUnit.ID) -> [AdministrativeUnit] {
    var holders: [AdministrativeUnit] = []
    var current = self[id]
    while let unit = current, let next = soleSuccessor(of: unit.id), next.validFrom > unit.validFrom
    {
      holders.append(next)
      current = next
    }
    return holders
  }
}
