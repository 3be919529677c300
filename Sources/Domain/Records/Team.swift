/// A community digital technology team (tổ công nghệ số cộng đồng).
package struct Team: Hashable, Sendable, Identifiable {
  package typealias ID = Identifier<Team>

  package let id: ID
  package let name: String
  package let unit: AdministrativeUnit.ID
  package let since: CalendarDay
  /// The last day it worked; nil while it works.
  package let until: CalendarDay?
  package let isVoid: Bool

  package init(
    id: ID, name: String, unit: AdministrativeUnit.ID, since: CalendarDay,
    until: CalendarDay? = nil, isVoid: Bool = false
  ) {
    self.id = id
    self.name = name
    self.unit = unit
    self.since = since
    self.until = until
    self.isVoid = isVoid
  }

  package func isActive(on day: CalendarDay) -> Bool {
    !isVoid && since <= day && until.map { day <= $0 } ?? true
  }
}
