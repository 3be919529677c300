/// The answer to a question about a world, in numbers only.
struct Answer: Equatable {
  enum Row: Hashable {
    case unit(Place)
    /// People recorded in a unit, who live in one of several that it was made of.
    case unknownFormer(Place)
  }

  struct Line: Equatable {
    var count: Int
    var numerator: Int?
    var population: Int?
    var percent: Double?
    var gap: Int?
  }

  var rows: [Row: Line]
  var total: Line
  var unitsCounted: Int
  var unallocated: Int
  var outside: Int
  var unitsWithTeam: Int
  var teamsElsewhere: Int
}

extension Answer {
  /// Where another answer says otherwise, in words.
  func differences(from expected: Answer?) -> [String] {
    guard let expected else { return ["there is no such measure"] }
    var differences: [String] = []
    func compare<Value: Equatable>(_ name: String, _ one: Value, _ other: Value) {
      if one != other { differences.append("\(name): \(one), but by hand \(other)") }
    }
    for row in Set(rows.keys).union(expected.rows.keys) {
      compare("\(row)", rows[row], expected.rows[row])
    }
    compare("total", total, expected.total)
    compare("units counted", unitsCounted, expected.unitsCounted)
    compare("unallocated", unallocated, expected.unallocated)
    compare("outside", outside, expected.outside)
    compare("units with a team", unitsWithTeam, expected.unitsWithTeam)
    compare("teams elsewhere", teamsElsewhere, expected.teamsElsewhere)
    return differences
  }
}
