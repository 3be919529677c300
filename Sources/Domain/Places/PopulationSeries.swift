/// A source of population figures: who counted whom, and how official it is.
package struct PopulationSeries: Hashable, Sendable, Identifiable {
  package typealias ID = Identifier<PopulationSeries>

  package let id: ID
  package let slug: String
  package let titles: Titles
  package let publisher: String
  package let basis: String
  package let standing: String
  package let notes: Titles?

  package init(
    id: ID, slug: String, titles: Titles, publisher: String, basis: String, standing: String,
    notes: Titles?
  ) {
    self.id = id
    self.slug = slug
    self.titles = titles
    self.publisher = publisher
    self.basis = basis
    self.standing = standing
    self.notes = notes
  }
}

/// One figure of a series.
package struct PopulationValue: Hashable, Sendable {
  package let unit: AdministrativeUnit.ID
  package let date: CalendarDay?
  package let persons: Int?
  package let quality: PopulationQuality
  package let note: String?

  package init(
    unit: AdministrativeUnit.ID, date: CalendarDay?, persons: Int?, quality: PopulationQuality,
    note: String?
  ) {
    self.unit = unit
    self.date = date
    self.persons = persons
    self.quality = quality
    self.note = note
  }
}
