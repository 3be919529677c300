/// Everything that the site is made of: the courses, their lessons in each language, and the pages.
package struct Library: Sendable {
  package let curriculum: Curriculum
  /// By course and number, then by language; drafts too.
  package let lessons: [Lesson]
  /// By name, then by language.
  package let pages: [Page]
  /// Of every file, sorted by path and place.
  package let diagnostics: [Diagnostic]
  /// What mends everything mechanical in texts, file by file.
  package let repairs: [Repair]
  /// Photos that carry notes of their camera, by their paths.
  package let photos: [String]
  let links: LinkIndex

  package init(
    curriculum: Curriculum, lessons: [Lesson], pages: [Page], diagnostics: [Diagnostic],
    repairs: [Repair] = [], photos: [String] = []
  ) {
    self.curriculum = curriculum
    self.lessons = lessons
    self.pages = pages
    self.diagnostics = diagnostics
    self.repairs = repairs
    self.photos = photos
    var links = LinkIndex()
    for lesson in lessons {
      links.add(
        .lesson(course: lesson.course, number: lesson.number, slug: lesson.slug),
        language: lesson.language, path: lesson.path)
    }
    for page in pages {
      links.add(.page(name: page.name), language: page.language, path: page.path)
    }
    self.links = links
  }

  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

/// Where a link of a lesson or page leads.
package enum LinkTarget: Hashable, Sendable {
  /// `https:`, `http:`, `mailto:` or `tel:`.
  case outside(String)
  /// A heading of the same page.
  case here(anchor: String)
  case lesson(course: String, slug: String, language: String, anchor: String?)
  case page(name: String, language: String, anchor: String?)
  /// A file beside the lesson or page: `courses/safe-online/images/key.svg`, `content/images/map.svg`.
  case file(String)
}
