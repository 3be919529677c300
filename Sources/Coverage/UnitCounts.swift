import Domain

/// Counts by recorded residence, brought to the units of a day.
struct UnitCounts {
  private(set) var byUnit: [AdministrativeUnit.ID: Int] = [:]
  /// Of people recorded in a unit that began later by merging: which of its former units they live in
  /// is not known.
  private(set) var byMerger: [AdministrativeUnit.ID: Int] = [:]
  private(set) var unallocated = 0
  private(set) var outside = 0
  private(set) var hasUnknownUnit = false

  init(
    _ counts: [Residence: Int], in gazetteer: Gazetteer, on day: CalendarDay, mergers: [Merger]
  ) {
    let merged = Set(mergers.map(\.unit.id))
    for (residence, count) in counts {
      switch residence {
      case .outside: outside += count
      case .unallocated: unallocated += count
      case .unit(let id):
        if let unit = gazetteer.unit(standingFor: id, on: day), unit.kind != .city {
          byUnit[unit.id, default: 0] += count
        } else if merged.contains(id) {
          byMerger[id, default: 0] += count
        } else {
          unallocated += count
          hasUnknownUnit = hasUnknownUnit || count > 0
        }
      }
    }
  }
}
