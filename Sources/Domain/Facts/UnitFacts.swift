/// A unit exists from a day on, under a code and a name. Subject: the unit.
package struct UnitDefined: Fact {
  package static let kind = "unit.defined"

  package let code: String
  package let unitKind: AdministrativeUnit.Kind
  package let names: Titles
  package let district: String?
  package let parent: AdministrativeUnit.ID?
  package let validFrom: CalendarDay
  package let validTo: CalendarDay?
  /// Degrees × 10⁶ (WGS 84).
  package let latitude: Int?
  /// Degrees × 10⁶ (WGS 84).
  package let longitude: Int?
  /// Square metres.
  package let area: Int?
  package let resolution: String?

  package init(
    code: String, unitKind: AdministrativeUnit.Kind, names: Titles, district: String? = nil,
    parent: AdministrativeUnit.ID? = nil, validFrom: CalendarDay, validTo: CalendarDay? = nil,
    latitude: Int? = nil, longitude: Int? = nil, area: Int? = nil, resolution: String? = nil
  ) {
    self.code = code
    self.unitKind = unitKind
    self.names = names
    self.district = district
    self.parent = parent
    self.validFrom = validFrom
    self.validTo = validTo
    self.latitude = latitude
    self.longitude = longitude
    self.area = area
    self.resolution = resolution
  }

  package var body: CanonicalObject {
    [
      "area": .number(area), "code": .string(code), "district": .text(district),
      "kind": .string(unitKind.rawValue), "latitude": .number(latitude),
      "longitude": .number(longitude), "names": .titles(names), "parent": .text(parent),
      "resolution": .text(resolution), "validFrom": .text(validFrom), "validTo": .text(validTo),
    ]
  }

  package init(body: CanonicalObject, personal: CanonicalObject) throws(FactError) {
    code = try body.string("code")
    unitKind = try body.choice("kind")
    names = try body.titles("names")
    district = try body.optional("district", as: CanonicalObject.string)
    parent = try body.optional("parent", as: CanonicalObject.identifier)
    validFrom = try body.day("validFrom")
    validTo = try body.optional("validTo", as: CanonicalObject.day)
    latitude = try body.optional("latitude", as: CanonicalObject.number)
    longitude = try body.optional("longitude", as: CanonicalObject.number)
    area = try body.optional("area", as: CanonicalObject.number)
    resolution = try body.optional("resolution", as: CanonicalObject.string)
  }
}

/// The people of an old unit belong to a new one from a day on. Subject: the old unit.
package struct UnitSucceeded: Fact {
  package static let kind = "unit.succeeded"

  package let old: AdministrativeUnit.ID
  package let new: AdministrativeUnit.ID
  package let date: CalendarDay
  /// Parts per million of the old unit's people.
  package let weight: Int
  package let resolution: String?

  package init(
    old: AdministrativeUnit.ID, new: AdministrativeUnit.ID, date: CalendarDay, weight: Int,
    resolution: String?
  ) {
    self.old = old
    self.new = new
    self.date = date
    self.weight = weight
    self.resolution = resolution
  }

  package var body: CanonicalObject {
    [
      "date": .text(date), "new": .text(new), "old": .text(old), "resolution": .text(resolution),
      "weight": .number(weight),
    ]
  }

  package init(body: CanonicalObject, personal: CanonicalObject) throws(FactError) {
    old = try body.identifier("old")
    new = try body.identifier("new")
    date = try body.day("date")
    weight = try body.number("weight")
    resolution = try body.optional("resolution", as: CanonicalObject.string)
  }
}
