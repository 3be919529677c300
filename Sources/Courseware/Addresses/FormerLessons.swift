/// The lessons of a folder of courses as they were before somebody began to change them.
package struct FormerLessons: Sendable {
  /// A lesson in one language.
  struct Edition: Hashable {
    let number: Int
    let language: String
    /// Where its file was.
    let path: String
  }

  private let folder: String
  /// Milliseconds since 1970: what was to be shown later was not on the site.
  private let now: Int64
  /// What was on the site.
  private(set) var published: [LessonAddress: [Edition]] = [:]
  /// Drafts too.
  private(set) var addresses: Set<LessonAddress> = []

  package init(folder: String, now: Int64) {
    self.folder = folder
    self.now = now
  }

  /// Adds a file by its path in the folder, `safe-online/02-otp.vi.md`; what is no lesson is
  /// ignored.
  package mutating func add(
    _ name: String, status: Lesson.FrontMatter.Status, publishAt: PublicationTime? = nil
  ) {
    let parts = name.split(separator: "/")
    guard parts.count == 2, let course = parts.first.map(String.init), !course.hasPrefix("."),
      let file = ManuscriptFile(
        course: course, source: SourceFile(path: "\(folder)/\(name)", bytes: [])),
      case .lesson(_, let number, let slug) = file.role
    else { return }
    let address = LessonAddress(course: course, slug: slug)
    addresses.insert(address)
    if status == .draft || publishAt.map({ $0.milliseconds > now }) == true { return }
    published[address, default: []].append(
      Edition(number: number, language: file.language, path: file.source.path))
  }
}
