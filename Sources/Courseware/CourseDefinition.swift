package import Domain

/// A course as its `course.yaml` describes it.
package struct CourseDefinition: Hashable, Sendable {
  package enum Level: String, Hashable, Sendable, CaseIterable {
    case basic, intermediate, advanced
  }

  /// The name of its folder, which never changes.
  package let slug: String
  package let version: Int
  package let titles: Titles
  /// One sentence.
  package let summary: Titles
  /// Whom it is for.
  package let audience: Titles
  /// BCP 47 tags; the first is the default.
  package let languages: [String]
  /// An SPDX identifier.
  package let license: String
  package let level: Level
  /// The place among the courses.
  package let order: Int
  /// In the order they are taught; the first is number 1.
  package let lessons: [LessonDefinition]

  /// What the register keeps of it.
  package var published: CoursePublished {
    CoursePublished(
      slug: slug, courseVersion: version, titles: titles, lessons: lessons.map(\.published))
  }
}
