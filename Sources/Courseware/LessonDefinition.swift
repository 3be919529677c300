package import Domain

/// A lesson as the `course.yaml` of its course describes it.
///
/// Codes carry no prefix; each property says whose they are.
package struct LessonDefinition: Hashable, Sendable {
  /// How long what a lesson says stays true.
  package enum Verification: String, Hashable, Sendable, CaseIterable {
    case stable = "V0"
    /// Screens change: a person looks each term.
    case eachTerm = "V1"
    /// Rests on dated policy or contacts: a person looks before it is taught.
    case dated = "V2"
  }

  package let slug: String
  package let titles: Titles
  /// 1 to 600.
  package let minutes: Int
  /// DigComp, such as `4.2`.
  package let competences: [String]
  /// Circular 02; nil where they are the DigComp codes.
  package let circular02: [String]?
  /// UK Essential Digital Skills, such as `SAF`.
  package let essentialSkills: [String]
  /// ITU activities, such as `SFY2`.
  package let activities: [String]
  /// Household skills, such as `S4`.
  package let householdSkills: [String]
  package let verification: Verification

  package var published: PublishedLesson {
    PublishedLesson(slug: slug, titles: titles, minutes: minutes, competences: competences)
  }
}
