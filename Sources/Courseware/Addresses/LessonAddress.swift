/// Where a lesson stands on the site in every language, and what `aliases` names:
/// `safe-online/otp`.
package struct LessonAddress: Hashable, Sendable, Comparable {
  package let course: String
  package let slug: String

  package init(course: String, slug: String) {
    self.course = course
    self.slug = slug
  }

  init(_ lesson: Lesson) {
    self.init(course: lesson.course, slug: lesson.slug)
  }

  package var text: String { "\(course)/\(slug)" }

  package static func < (left: Self, right: Self) -> Bool {
    (left.course, left.slug) < (right.course, right.slug)
  }
}
