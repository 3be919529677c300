/// A community digital technology team works in a unit from a day on. Subject: the team.
package struct TeamFormed: Fact {
  package static let kind = "team.formed"

  package let unit: AdministrativeUnit.ID
  package let name: String
  package let since: CalendarDay

  package init(unit: AdministrativeUnit.ID, name: String, since: CalendarDay) {
    self.unit = unit
    self.name = name
    self.since = since
  }

  package var body: CanonicalObject {
    ["name": .string(name), "since": .text(since), "unit": .text(unit)]
  }

  package init(body: CanonicalObject, personal: CanonicalObject) throws(FactError) {
    unit = try body.identifier("unit")
    name = try body.string("name")
    since = try body.day("since")
  }
}

/// A share of a unit's people that a document promises by a day. Subject: the target, by measure,
/// unit and deadline; the last wins.
package struct TargetSet: Fact {
  package static let kind = "target.set"
  /// From nobody to everybody.
  package static let basisPoints = 0...10_000

  package let measure: String
  package let unit: AdministrativeUnit.ID
  /// Hundredths of a percent: 8000 is 80 %.
  package let basisPoints: Int
  package let deadline: CalendarDay
  package let document: String?

  package init(
    measure: String, unit: AdministrativeUnit.ID, basisPoints: Int, deadline: CalendarDay,
    document: String?
  ) {
    self.measure = measure
    self.unit = unit
    self.basisPoints = basisPoints
    self.deadline = deadline
    self.document = document
  }

  package var body: CanonicalObject {
    [
      "basisPoints": .number(basisPoints), "deadline": .text(deadline),
      "document": .text(document), "measure": .string(measure), "unit": .text(unit),
    ]
  }

  package init(body: CanonicalObject, personal: CanonicalObject) throws(FactError) {
    measure = try body.string("measure")
    unit = try body.identifier("unit")
    basisPoints = try body.number("basisPoints", in: Self.basisPoints)
    deadline = try body.day("deadline")
    document = try body.optional("document", as: CanonicalObject.string)
  }
}
