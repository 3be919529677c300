/// Why a name or code does not lead to one unit.
package enum PlaceError: Error, Hashable, Sendable {
  /// It names the city, where one of its units is wanted.
  case wholeCity(AdministrativeUnit)
  case unknown(String, on: CalendarDay, similar: [AdministrativeUnit])
  case ambiguous(String, on: CalendarDay, among: [AdministrativeUnit])
  /// It names units of another time only; `nowIn` is where the people of the first one are.
  case anotherTime(String, on: CalendarDay, units: [AdministrativeUnit], nowIn: AdministrativeUnit?)
}

extension Gazetteer {
  /// The one unit that a code or a name means on a day.
  ///
  /// Exact marks go before folded ones, the name with its kind before the bare name. What fits two
  /// units is never guessed, nor is a name with exactly the marks of a unit of another time. The city
  /// itself is meant only with `includingCity`: people and teams belong to its units.
  package func resolve(
    _ typed: String, on day: CalendarDay, includingCity: Bool = false
  ) throws(PlaceError) -> AdministrativeUnit {
    let units = includingCity ? units : units.filter { $0.kind != .city }
    for matches in [Match.exact, Match.folded] {
      for matching in matches {
        let found = units.filter { $0.stands(on: day) && matching.holds(typed, $0) }
        switch found.count {
        case 0: continue
        case 1: return found[0]
        default: throw .ambiguous(typed, on: day, among: found)
        }
      }
      for matching in matches {
        let elsewhen = units.filter { matching.holds(typed, $0) }
        if let first = elsewhen.first {
          throw .anotherTime(
            typed, on: day, units: elsewhen, nowIn: unit(holding: first.id, on: day))
        }
      }
    }
    if !includingCity, let city = try? resolve(typed, on: day, includingCity: true) {
      throw .wholeCity(city)
    }
    throw .unknown(typed, on: day, similar: similar(to: typed, on: day))
  }

  private enum Match {
    case code, exactName, exactBareName, foldedName, foldedBareName

    static let exact = [code, exactName, exactBareName]
    static let folded = [foldedName, foldedBareName]

    func holds(_ typed: String, _ unit: AdministrativeUnit) -> Bool {
      switch self {
      case .code: unit.code == typed.trimmed
      case .exactName: SearchText.exact(unit.name) == SearchText.exact(typed.spelledOut)
      case .exactBareName: SearchText.exact(unit.bareName) == SearchText.exact(typed)
      case .foldedName:
        SearchText.folded(unit.name) == SearchText.folded(typed.spelledOut)
          || unit.names.byLanguage["en"].map { SearchText.folded($0) == SearchText.folded(typed) }
            ?? false
      case .foldedBareName: SearchText.folded(unit.bareName) == SearchText.folded(typed)
      }
    }
  }

  /// Up to three units whose bare name is within two letters of what was typed, or contains it.
  private func similar(to typed: String, on day: CalendarDay) -> [AdministrativeUnit] {
    let wanted = Array(SearchText.folded(Self.withoutKind(typed)))
    guard wanted.count >= 2 else { return [] }
    let scored = units.filter { $0.stands(on: day) }.compactMap {
      unit -> (Int, AdministrativeUnit)? in
      let name = Array(SearchText.folded(unit.bareName))
      let distance = Self.editDistance(wanted, name)
      let contains = String(name).contains(String(wanted))
      guard distance <= 2 || contains else { return nil }
      return (contains ? 0 : distance, unit)
    }
    return scored.sorted { ($0.0, $0.1.code) < ($1.0, $1.1.code) }.prefix(3).map(\.1)
  }

  private static func withoutKind(_ typed: String) -> String {
    let folded = SearchText.folded(typed.spelledOut)
    for kind in ["phuong ", "xa ", "thi tran ", "thanh pho "] where folded.hasPrefix(kind) {
      return String(folded.dropFirst(kind.count))
    }
    return folded
  }

  /// Letters to insert, delete or replace (Levenshtein 1966).
  private static func editDistance(_ left: [Character], _ right: [Character]) -> Int {
    var row = Array(0...right.count)
    for (i, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in right.enumerated() {
        let substituted = diagonal + (letter == other ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(substituted, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[right.count]
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }

  /// `P. Phú Xuân` as `phường Phú Xuân`.
  fileprivate var spelledOut: String {
    let text = SearchText.exact(self)
    for (short, long) in [
      ("p.", "phường"), ("x.", "xã"), ("tt.", "thị trấn"), ("tp.", "thành phố"),
    ]
    where text.hasPrefix(short) {
      return "\(long) \(text.dropFirst(short.count).drop { $0 == " " })"
    }
    return text
  }
}
