/// Why a name or code does not lead to one unit.
package enum PlaceError: Error, Hashable, Sendable {
  /// It names the city, where one of its units is wanted.
  case wholeCity(AdministrativeUnit)
  case unknown(String, on: CalendarDay, similar: [AdministrativeUnit])
  case ambiguous(String, on: CalendarDay, among: [AdministrativeUnit])
  /// It names units of another time only; `nowIn` is where the people of the first one are.
  case anotherTime(String, on: CalendarDay, units: [AdministrativeUnit], nowIn: AdministrativeUnit?)
  /// No unit is known to have stood on a day so early; `units` are those that bore the name later.
  case beforeUnits(
    String, on: CalendarDay, firstDay: CalendarDay, units: [AdministrativeUnit])
}

extension Gazetteer {
  /// The one unit that a code or a name means on a day; whatever the day, the one that a code and its
  /// first day name (`19753@2025-07-01`).
  ///
  /// Exact marks go before folded ones, the name with its kind before the bare name. What fits two
  /// units is never guessed, nor is a name with exactly the marks of a unit of another time. The city
  /// itself is meant only with `includingCity`: people and teams belong to its units.
  package func resolve(
    _ typed: String, on day: CalendarDay, includingCity: Bool = false
  ) throws(PlaceError) -> AdministrativeUnit {
    if let (code, firstDay) = Self.codeAndFirstDay(typed) {
      return try unit(
        code, since: firstDay, typed: typed, on: day, includingCity: includingCity)
    }
    let wanted = UnitSpellings.Typed(text: typed)
    for manners in [UnitSpellings.Manner.exact, UnitSpellings.Manner.folded] {
      var elsewhen: [AdministrativeUnit] = []
      for manner in manners {
        let found = spellings.places(of: wanted, written: manner).map { units[$0] }
          .filter { includingCity || $0.kind != .city }
        let standing = found.filter { $0.stands(on: day) }
        switch standing.count {
        case 0: if elsewhen.isEmpty { elsewhen = found }
        case 1: return standing[0]
        default: throw .ambiguous(typed, on: day, among: standing)
        }
      }
      if let first = elsewhen.first {
        if let firstDay = units.first?.validFrom, firstDay > day {
          throw .beforeUnits(typed, on: day, firstDay: firstDay, units: elsewhen)
        }
        throw .anotherTime(
          typed, on: day, units: elsewhen, nowIn: unit(holding: first.id, on: day))
      }
    }
    if !includingCity, let city = try? resolve(typed, on: day, includingCity: true) {
      throw .wholeCity(city)
    }
    throw .unknown(typed, on: day, similar: similar(to: typed, on: day))
  }

  private func unit(
    _ code: String, since firstDay: CalendarDay, typed: String, on day: CalendarDay,
    includingCity: Bool
  ) throws(PlaceError) -> AdministrativeUnit {
    let withCode = units.filter { $0.code == code }
    let found = withCode.filter { $0.validFrom == firstDay }
    switch found.count {
    case 0: throw .unknown(typed, on: day, similar: withCode)
    case 1:
      guard includingCity || found[0].kind != .city else { throw .wholeCity(found[0]) }
      return found[0]
    default: throw .ambiguous(typed, on: day, among: found)
    }
  }

  /// Reads `CODE@YYYY-MM-DD`.
  private static func codeAndFirstDay(_ typed: String) -> (code: String, firstDay: CalendarDay)? {
    let parts = typed.trimmed.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, let day = CalendarDay(String(parts[1])) else { return nil }
    return (String(parts[0]), day)
  }

  /// Up to three units whose bare name is within two letters of what was typed, or contains it.
  private func similar(to typed: String, on day: CalendarDay) -> [AdministrativeUnit] {
    let wanted = Array(UnitSpellings.withoutKind(typed))
    guard wanted.count >= 2 else { return [] }
    let scored = units.enumerated().filter { $1.stands(on: day) }.compactMap { place, unit in
      spellings.distance(from: wanted, to: place).map { ($0, unit) }
    }
    return scored.sorted { ($0.0, $0.1.code) < ($1.0, $1.1.code) }.prefix(3).map(\.1)
  }
}
