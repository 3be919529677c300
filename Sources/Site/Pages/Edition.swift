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

  /// The pages of a course's lessons, one after the other; its own page comes after all of them.
  func forEachPage(
    of course: CourseDefinition, _ entries: [Entry], _ body: (SitePage) throws -> Void
  ) rethrows {
    let lessons = entries.compactMap(\.shown)
    if lessons.isEmpty { return }
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

  /// The pages that belong to no course.
  func forEachOtherPage(_ body: (SitePage) throws -> Void) rethrows {
    try body(home())
    for code in Self.skillCodes { try body(skill(code)) }
    for name in shelf.pageNames {
      if let page = shelf.page(name, in: language) { try body(contentPage(page)) }
    }
    try body(search())
    try body(offline())
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

  /// The lessons of a course as they are listed, without their blocks.
  func entries(of course: CourseDefinition) -> [Entry] {
    course.lessons.map {
      Entry(definition: $0, shown: shelf.lesson(course, $0.slug, in: language))
    }
  }
}

extension Edition.Entry {
  /// The same with the blocks of its lesson in memory.
  var opened: Self {
    Self(
      definition: definition,
      shown: shown.map { Shelf.Shown(text: $0.text.opened, standing: $0.standing) })
  }
}

/// The style sheet as files outside the site's folders need it.
struct StyleSheet {
  let text: String
  /// As a policy names it: `sha256-…`.
  let policyHash: String
}
