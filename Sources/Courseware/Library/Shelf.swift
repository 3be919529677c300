import Domain

/// Everything that was read, for checks that look beyond one text.
struct Shelf {
  let curriculum: Curriculum
  let manuscripts: [Manuscript]
  let assets: [String: Asset]
  let today: CalendarDay?
  /// Milliseconds since 1970.
  let now: Int64?
  let links: LinkIndex
  /// The headings' ids of each text, by a link to it without an anchor.
  let anchors: [LinkTarget: Set<String>]
  /// The slugs of the lessons that have a file, by course.
  let written: [String: Set<String>]
  /// The names of the files in each folder, sorted.
  let names: [String: [String]]

  /// `files` are also those that could not be read as text, which exist all the same.
  init(
    curriculum: Curriculum, manuscripts: [Manuscript], files: [ManuscriptFile],
    assets: [String: Asset], today: CalendarDay?, now: Int64?
  ) {
    self.curriculum = curriculum
    self.manuscripts = manuscripts
    self.assets = assets
    self.today = today
    self.now = now
    var links = LinkIndex()
    for file in files { links.add(file.role, language: file.language, path: file.source.path) }
    self.links = links
    written = files.reduce(into: [:]) { written, file in
      if case .lesson(let course, _, let slug) = file.role {
        written[course, default: []].insert(slug)
      }
    }
    names = Dictionary(grouping: assets.keys.map { Shelf.parts(of: $0) }, by: \.folder)
      .mapValues { $0.map(\.name).sorted() }
    anchors = Dictionary(
      manuscripts.map { ($0.target, $0.outline.anchors) }, uniquingKeysWith: { first, _ in first })
  }

  /// The folder and the name that a path ends with.
  static func parts(of path: String) -> (folder: String, name: String) {
    let parts = path.split(separator: "/")
    return (parts.dropLast().joined(separator: "/"), parts.last.map(String.init) ?? "")
  }

  /// The findings of every check that looks beyond one text, about one at a time and then about all.
  func check() -> [Diagnostic] {
    let ofOne = manuscripts.parallelMap { manuscript in
      var findings = ManuscriptFindings(path: manuscript.path)
      for check in Self.checksOfOne { check(manuscript, self, &findings) }
      return findings
    }
    var all = Dictionary(uniqueKeysWithValues: zip(manuscripts.indices, ofOne))
    for course in courses {
      for check in Self.checksOfCourses { check(course, self, &all) }
    }
    TranslationChecks.pages(self, &all)
    let found = manuscripts.indices.flatMap { index in
      all[index]?.diagnostics(in: manuscripts[index].text) ?? []
    }
    return found + PrerequisiteCheck.run(self) + AliasCheck.run(self)
      + UnwrittenPartCheck.courses(self)
      + courses.flatMap { LessonListChecks.missingFiles(of: $0, in: self) }
  }

  typealias Check = @Sendable (Manuscript, Shelf, inout ManuscriptFindings) -> Void
  typealias CourseCheck = @Sendable (CourseShelf, Shelf, inout [Int: ManuscriptFindings]) -> Void

  private static let checksOfOne: [Check] = [
    LinkChecks.run, ImageChecks.run, VerificationCheck.run, PublicationCheck.run,
  ]
  private static let checksOfCourses: [CourseCheck] = [
    LessonListChecks.run, QuizIDCheck.run, TranslationChecks.run,
  ]

  /// The lessons by course, in the order of their files.
  private var courses: [CourseShelf] {
    let folders = Dictionary(grouping: manuscripts.indices) { index -> String in
      if case .lesson(let course, _, _) = manuscripts[index].role { course } else { "" }
    }
    let slugs = Set(folders.keys).union(curriculum.courses.map(\.slug)).subtracting([""])
    return slugs.sorted().map { slug in
      CourseShelf(
        slug: slug, definition: curriculum.courses.first { $0.slug == slug },
        lessons: folders[slug] ?? [])
    }
  }
}

/// The lessons of one course, as indices of the manuscripts on the shelf.
struct CourseShelf {
  let slug: String
  /// Nil where its `course.yaml` is missing or wrong.
  let definition: CourseDefinition?
  let lessons: [Int]
}

extension Manuscript {
  /// A link to it.
  var target: LinkTarget {
    switch role {
    case .lesson(let course, _, let slug):
      .lesson(course: course, slug: slug, language: language, anchor: nil)
    case .page(let name): .page(name: name, language: language, anchor: nil)
    }
  }

  /// Of a lesson, and of the glossary of a course.
  var course: String? { role.course }
}

extension Manuscript.Role {
  /// Whose folder it lies in; nil for a page of the site.
  var course: String? {
    switch self {
    case .lesson(let course, _, _): course
    case .page(let name): name.hasSuffix("/glossary") ? String(name.dropLast(9)) : nil
    }
  }
}

extension Shelf {
  /// Whether a destination leads from a text to another, or to a file beside them.
  func isThere(_ destination: String, from file: ManuscriptFile) -> Bool {
    switch links.resolve(destination, course: file.role.course) {
    case .target(.file(let path)): assets[path] != nil
    case .target(.lesson), .target(.page): true
    default: false
    }
  }
}
