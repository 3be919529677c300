/// A course as the register knows it: its newest published version.
package struct Course: Hashable, Sendable {
  package let slug: String
  package let version: Int
  package let titles: Titles
  package let lessons: [PublishedLesson]
  package let isCore: Bool

  package init(
    slug: String, version: Int, titles: Titles, lessons: [PublishedLesson], isCore: Bool
  ) {
    self.slug = slug
    self.version = version
    self.titles = titles
    self.lessons = lessons
    self.isCore = isCore
  }
}

/// A promised share of a unit's people.
package struct Target: Hashable, Sendable {
  package let measure: String
  package let unit: AdministrativeUnit.ID
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
}
