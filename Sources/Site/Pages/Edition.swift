import Courseware

/// The site in one language.
struct Edition {
  let language: String
  let shelf: Shelf
  let source: SiteSource
  let words: InterfaceWords
  /// The name of each language in itself.
  let languageNames: [(language: String, name: String)]
  let styleSheet: StyleSheet
  let pictures: Pictures

  /// One page after the other, so that no more than one is in memory.
  func forEachPage(_ body: (SitePage) throws -> Void) rethrows {
    try body(home())
    for code in Self.skillCodes { try body(skill(code)) }
    for course in shelf.courses {
      let entries = entries(of: course)
      try body(self.course(course, entries: entries))
      let lessons = entries.compactMap(\.shown)
      if lessons.isEmpty { continue }
      try body(wholeCourse(course, lessons: lessons))
      for (index, lesson) in lessons.enumerated() {
        let neighbours = Neighbours(
          previous: index > 0 ? lessons[index - 1].text : nil,
          next: index + 1 < lessons.count ? lessons[index + 1].text : nil,
          count: course.lessons.count)
        try body(self.lesson(lesson, in: course, between: neighbours))
        try body(teaching(lesson, in: course))
        try body(handout(lesson, in: course))
        try body(questions(lesson, in: course))
        try body(oneFile(lesson, in: course))
        for alias in aliases(of: lesson.text, in: course) { try body(alias) }
      }
    }
    for name in shelf.pageNames {
      if let page = shelf.page(name, in: language) { try body(contentPage(page)) }
    }
    try body(search())
  }

  struct Neighbours {
    let previous: Lesson?
    let next: Lesson?
    /// How many lessons the course will have.
    let count: Int
  }

  /// A lesson of a course, written or not.
  struct Entry {
    let definition: LessonDefinition
    let shown: Shelf.Shown<Lesson>?
  }

  func entries(of course: CourseDefinition) -> [Entry] {
    course.lessons.map {
      Entry(definition: $0, shown: shelf.lesson(course, $0.slug, in: language))
    }
  }
}

/// The style sheet as files outside the site's folders need it.
struct StyleSheet {
  let text: String
  /// As a policy names it: `sha256-…`.
  let policyHash: String
}
