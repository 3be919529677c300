/// The text from which the id of a piece of reference data is derived (UUID version 5), so that every
/// laptop's `init` makes the same ids.
package enum NaturalName {
  package static func city(code: String, validFrom: CalendarDay) -> String {
    "unit:\(code)@\(validFrom)"
  }

  package static func unit(parentCode: String, code: String, validFrom: CalendarDay) -> String {
    "unit:\(parentCode)/\(code)@\(validFrom)"
  }

  package static func series(_ slug: String) -> String { "series:\(slug)" }

  package static func course(_ slug: String) -> String { "course:\(slug)" }

  package static func setting(_ key: String) -> String { "setting:\(key)" }

  package static let programme = "programme:46"

  /// `unit` is the natural name of the unit.
  package static func target(measure: String, unit: String, deadline: CalendarDay) -> String {
    "target:\(measure)/\(unit)@\(deadline)"
  }
}
