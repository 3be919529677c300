import Courseware

/// The library as the site looks things up in it: only what may be shown.
struct Shelf {
  /// How far what is shown in a language is in that language.
  enum Standing {
    case current
    /// Not translated: the original stands in its place.
    case missing
    /// The original has changed since it was translated.
    case stale
  }

  struct Shown<Text> {
    let text: Text
    let standing: Standing
  }

  private struct Key: Hashable {
    let course: String
    let slug: String
    let language: String
  }

  /// BCP 47 tags in which something is written, the first the site's own.
  let languages: [String]
  let courses: [CourseDefinition]
  /// In the order of their names.
  let pageNames: [String]
  private let lessons: [Key: Lesson]
  private let pages: [String: [String: Page]]
  /// By language.
  private var claims: [String: AliasClaims] = [:]

  init(_ library: Library, withDrafts: Bool = false) {
    courses = library.curriculum.courses
    let shown = library.lessons.filter {
      withDrafts || $0.frontMatter.status != .draft && !library.isWaiting($0)
    }
    lessons = Dictionary(
      shown.map { (Key(course: $0.course, slug: $0.slug, language: $0.language), $0) }
    ) { first, _ in first }
    pages = Dictionary(grouping: library.pages, by: \.name)
      .mapValues { Dictionary($0.map { ($0.language, $0) }) { first, _ in first } }
    pageNames = pages.keys.sorted()
    var languages: [String] = []
    let written = Set(shown.map(\.language) + library.pages.map(\.language))
    for language in courses.flatMap(\.languages) + written.sorted()
    where !languages.contains(language) {
      languages.append(language)
    }
    self.languages = languages.isEmpty ? ["vi"] : languages
    for language in self.languages { claims[language] = aliasClaims(in: language) }
  }

  private func aliasClaims(in language: String) -> AliasClaims {
    let shown = courses.flatMap { course in
      course.lessons.compactMap { lesson(course, $0.slug, in: language)?.text }
    }
    return AliasClaims(shown, taken: Set(shown.map { "\($0.course)/\($0.slug)" } + pageNames))
  }

  /// The former addresses that lead on to a lesson in a language.
  func aliases(of lesson: Lesson, in language: String) -> [String] {
    claims[language]?.aliases(of: lesson) ?? []
  }

  func lesson(_ course: CourseDefinition, _ slug: String, in language: String) -> Shown<Lesson>? {
    func lesson(in language: String) -> Lesson? {
      lessons[Key(course: course.slug, slug: slug, language: language)]
    }
    let original = course.languages.lazy.compactMap { lesson(in: $0) }.first
    guard let lesson = lesson(in: language) else {
      return original.map { Shown(text: $0, standing: .missing) }
    }
    let source = lesson.frontMatter.sourceRevision
    let isStale =
      source != nil && lesson.language != original?.language
      && source != original?.revision
    return Shown(text: lesson, standing: isStale ? .stale : .current)
  }

  func page(_ name: String, in language: String) -> Shown<Page>? {
    let written = pages[name] ?? [:]
    let original = languages.lazy.compactMap { written[$0] }.first
    if let page = written[language] {
      let isStale =
        page.sourceRevision != nil && page.language != original?.language
        && page.sourceRevision != original?.revision
      return Shown(text: page, standing: isStale ? .stale : .current)
    }
    return original.map { Shown(text: $0, standing: .missing) }
  }
}
