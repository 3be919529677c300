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
  /// The lessons that are to be shown later, in all their languages.
  private let waiting: Set<LessonKey>
  /// The slugs of the lessons, by course.
  private let written: [String: Set<String>]
  /// Of the files that it was read from; nil where there were none.
  package let prints: LibrarySources.Prints?
  let links: LinkIndex

  /// `files` are those beside the lessons and pages, by their places: `courses/safe-online/images/key.svg`.
  package init(
    curriculum: Curriculum, lessons: [Lesson], pages: [Page], diagnostics: [Diagnostic],
    repairs: [Repair] = [], photos: [String] = [], files: [String] = [], now: Int64? = nil,
    prints: LibrarySources.Prints? = nil
  ) {
    self.curriculum = curriculum
    self.lessons = lessons
    self.pages = pages
    self.diagnostics = diagnostics
    self.repairs = repairs
    self.photos = photos
    self.prints = prints
    written = Dictionary(grouping: lessons, by: \.course).mapValues { Set($0.map(\.slug)) }
    waiting = Set(
      lessons.filter { lesson in
        if let now, let time = lesson.frontMatter.publishAt {
          time.milliseconds > now
        } else {
          false
        }
      }.map(LessonKey.init))
    var links = LinkIndex()
    for lesson in lessons {
      links.add(
        .lesson(course: lesson.course, number: lesson.number, slug: lesson.slug),
        language: lesson.language, path: lesson.path)
    }
    for page in pages {
      links.add(.page(name: page.name), language: page.language, path: page.path)
    }
    for file in files { links.add(file: file) }
    self.links = links
  }

  /// Whether a lesson is to be shown later than now, in this language or another.
  package func isWaiting(_ lesson: Lesson) -> Bool { waiting.contains(LessonKey(lesson)) }

  /// The course that a prerequisite names, and its lesson unless the whole is meant; nil for what is
  /// not there.
  package func target(of prerequisite: Prerequisite) -> (course: String, slug: String?)? {
    curriculum.lessonOrCourse(prerequisite.name, written: written)
  }

  /// Every moment from which a lesson may be shown, gone or to come.
  package var publicationTimes: [PublicationTime] {
    lessons.compactMap(\.frontMatter.publishAt).sorted()
  }

  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

private struct LessonKey: Hashable {
  let course: String
  let slug: String

  init(_ lesson: Lesson) {
    course = lesson.course
    slug = lesson.slug
  }
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
