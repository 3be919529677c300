/// A city, ward, commune or township, as it stood from one day to another.
///
/// A code alone does not name one: all forty codes of July 2025 belonged to other units before.
package struct AdministrativeUnit: Hashable, Sendable, Identifiable {
  package typealias ID = Identifier<AdministrativeUnit>

  package enum Kind: String, Sendable, CaseIterable {
    case city, ward, commune, township
  }

  package let id: ID
  package let code: String
  package let kind: Kind
  /// Official name with its kind: `Phường Phú Xuân`.
  package let names: Titles
  /// The former district, where there was one.
  package let district: String?
  package let parent: ID?
  package let validFrom: CalendarDay
  /// The last day; nil while it stands.
  package let validTo: CalendarDay?

  package init(
    id: ID, code: String, kind: Kind, names: Titles, district: String?, parent: ID?,
    validFrom: CalendarDay, validTo: CalendarDay?
  ) {
    self.id = id
    self.code = code
    self.kind = kind
    self.names = names
    self.district = district
    self.parent = parent
    self.validFrom = validFrom
    self.validTo = validTo
  }

  package var name: String { names["vi"] }

  package func stands(on day: CalendarDay) -> Bool {
    validFrom <= day && validTo.map { day <= $0 } ?? true
  }

  /// The Vietnamese name without its kind: `Phú Xuân`.
  package var bareName: String {
    for prefix in Self.kindWords where name.hasPrefix(prefix + " ") {
      return String(name.dropFirst(prefix.count + 1))
    }
    return name
  }

  private static let kindWords = ["Thành phố", "Phường", "Xã", "Thị trấn"]
}

/// One unit's people passing to another on a day.
package struct Succession: Hashable, Sendable {
  package let old: AdministrativeUnit.ID
  package let new: AdministrativeUnit.ID
  /// The first day of the new unit.
  package let date: CalendarDay

  package init(old: AdministrativeUnit.ID, new: AdministrativeUnit.ID, date: CalendarDay) {
    self.old = old
    self.new = new
    self.date = date
  }
}

/// Where somebody lives, as far as it is known.
package enum Residence: Hashable, Sendable {
  case unit(AdministrativeUnit.ID)
  /// Lives outside the city: in attendances, in no coverage.
  case outside
  /// Not known: in the city's numerator, in no unit's.
  case unallocated
}
