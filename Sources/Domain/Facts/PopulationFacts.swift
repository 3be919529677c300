/// A published population series, or a corrected reading of one. Subject: the series.
package struct SeriesDefined: Fact {
  package static let kind = "series.defined"

  package let slug: String
  package let titles: Titles
  package let publisher: String
  /// Which people it counts: `all`, or an age band such as `adults`.
  package let basis: String
  /// How official it is, as a code: `official-city`, `unofficial`, `second-hand`, `suspect`.
  package let standing: String
  package let notes: Titles?

  package init(
    slug: String, titles: Titles, publisher: String, basis: String, standing: String, notes: Titles?
  ) {
    self.slug = slug
    self.titles = titles
    self.publisher = publisher
    self.basis = basis
    self.standing = standing
    self.notes = notes
  }

  package var body: CanonicalObject {
    [
      "basis": .string(basis), "notes": .titles(notes), "publisher": .string(publisher),
      "slug": .string(slug), "standing": .string(standing), "titles": .titles(titles),
    ]
  }

  package init(body: CanonicalObject, personal: CanonicalObject) throws(FactError) {
    slug = try body.string("slug")
    titles = try body.titles("titles")
    publisher = try body.string("publisher")
    basis = try body.string("basis")
    standing = try body.string("standing")
    notes = try body.optional("notes", as: CanonicalObject.titles)
  }
}

/// How far a population figure can be trusted.
package enum PopulationQuality: String, Sendable, CaseIterable {
  case ok, suspect, missing
}

/// What a series says of one unit on one date. Subject: the series.
package struct PopulationCounted: Fact {
  package static let kind = "population.counted"
  /// Up to more people than there are anywhere, and few enough to be added up and multiplied.
  package static let persons = 0...10_000_000_000

  package let series: PopulationSeries.ID
  package let unit: AdministrativeUnit.ID
  /// The reference date; nil where the publisher states none.
  package let date: CalendarDay?
  /// Nil where the publisher gives no figure.
  package let persons: Int?
  package let quality: PopulationQuality
  package let note: String?

  package init(
    series: PopulationSeries.ID, unit: AdministrativeUnit.ID, date: CalendarDay?, persons: Int?,
    quality: PopulationQuality, note: String?
  ) {
    self.series = series
    self.unit = unit
    self.date = date
    self.persons = persons
    self.quality = quality
    self.note = note
  }

  package var body: CanonicalObject {
    [
      "date": .text(date), "note": .text(note), "persons": .number(persons),
      "quality": .string(quality.rawValue), "series": .text(series), "unit": .text(unit),
    ]
  }

  package init(body: CanonicalObject, personal: CanonicalObject) throws(FactError) {
    series = try body.identifier("series")
    unit = try body.identifier("unit")
    date = try body.optional("date", as: CanonicalObject.day)
    persons = try body.optional("persons", as: CanonicalObject.persons)
    quality = try body.choice("quality")
    note = try body.optional("note", as: CanonicalObject.string)
  }
}

extension CanonicalObject {
  fileprivate func persons(_ name: String) throws(FactError) -> Int {
    try number(name, in: PopulationCounted.persons)
  }
}
