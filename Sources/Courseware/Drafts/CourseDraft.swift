/// A course that somebody begins: its `course.yaml`, without a lesson yet.
package struct CourseDraft: Sendable {
  static let summary = Skeleton("‹Viết một câu: học xong, bà con làm được gì.›")

  package let text: String

  /// `order` is its place among the courses.
  ///
  /// - Throws: `DraftError` for a slug or title that no file may have.
  package init(slug: String, title: String, order: Int) throws {
    guard Slug.isValid(slug) else { throw DraftError.badSlug(slug) }
    guard YAMLText.isTitle(title) else { throw DraftError.badTitle }
    text = """
      schema: 1
      id: \(slug.isNumeric ? YAMLText.quoted(slug) : slug)
      version: 1
      title: {vi: \(YAMLText.quoted(title))}
      summary:
        vi: "\(CourseDraft.summary.text)"
      languages: [vi]
      license: CC-BY-4.0
      audience: {vi: "mọi người"}
      level: basic
      order: \(order)
      lessons: []

      """
  }
}
