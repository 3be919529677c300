/// One lesson of a course, as published.
package struct PublishedLesson: Hashable, Sendable {
  /// How long one can take.
  static let minutes = 0...10_000

  package let slug: String
  package let titles: Titles
  package let minutes: Int
  /// Codes of the competences it teaches, such as `4.2`.
  package let competences: [String]

  package init(slug: String, titles: Titles, minutes: Int, competences: [String]) {
    self.slug = slug
    self.titles = titles
    self.minutes = minutes
    self.competences = competences
  }
}

/// A version of a course is taught from now on; the higher version wins. Subject: the course.
package struct CoursePublished: Fact {
  package static let kind = "course.published"

  package let slug: String
  package let courseVersion: Int
  package let titles: Titles
  /// In the order they are taught.
  package let lessons: [PublishedLesson]

  package init(slug: String, courseVersion: Int, titles: Titles, lessons: [PublishedLesson]) {
    self.slug = slug
    self.courseVersion = courseVersion
    self.titles = titles
    self.lessons = lessons
  }

  package var body: CanonicalObject {
    [
      "lessons": .array(
        lessons.map { lesson in
          .object([
            "competences": .list(lesson.competences), "minutes": .number(lesson.minutes),
            "slug": .string(lesson.slug), "titles": .titles(lesson.titles),
          ])
        }),
      "slug": .string(slug), "titles": .titles(titles), "version": .number(courseVersion),
    ]
  }

  package init(body: CanonicalObject, personal: CanonicalObject) throws(FactError) {
    slug = try body.string("slug")
    courseVersion = try body.number("version")
    titles = try body.titles("titles")
    var lessons: [PublishedLesson] = []
    for element in try body.array("lessons") {
      guard case .object(let lesson) = element else {
        throw FactError(field: "lessons", problem: .wrongType)
      }
      lessons.append(
        PublishedLesson(
          slug: try lesson.string("slug"), titles: try lesson.titles("titles"),
          minutes: try lesson.number("minutes", in: PublishedLesson.minutes),
          competences: try lesson.strings("competences")))
    }
    self.lessons = lessons
  }
}

/// What counts as reached, trained and skilled from now on; the higher version wins.
/// Subject: the programme.
package struct ProgrammePublished: Fact {
  package static let kind = "programme.published"

  package let programme: Programme

  package init(_ programme: Programme) {
    self.programme = programme
  }

  package var body: CanonicalObject {
    [
      "core": .list(programme.core),
      "measures": .array(programme.measures.map { .object($0.canonicalObject) }),
      "version": .number(programme.version),
    ]
  }

  package init(body: CanonicalObject, personal: CanonicalObject) throws(FactError) {
    var measures: [Measure] = []
    for element in try body.array("measures") {
      guard case .object(let object) = element else {
        throw FactError(field: "measures", problem: .wrongType)
      }
      measures.append(try Measure(canonicalObject: object))
    }
    programme = Programme(
      version: try body.number("version"), core: try body.strings("core"), measures: measures)
  }
}
