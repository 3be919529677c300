import Domain

/// The lessons in the folder are those of `course.yaml`.
enum LessonListChecks {
  static func run(
    _ course: CourseShelf, _ shelf: Shelf, _ findings: inout [Int: ManuscriptFindings]
  ) {
    let slugs = course.lessons.reduce(into: [Int: Set<String>]()) { slugs, index in
      guard case .lesson(_, let number, let slug) = shelf.manuscripts[index].role else { return }
      slugs[number, default: []].insert(slug)
    }
    reportNamesTwice(of: course, shelf, &findings)
    for index in course.lessons {
      let manuscript = shelf.manuscripts[index]
      guard case .lesson(_, let number, let slug) = manuscript.role else { continue }
      if let other = slugs[number]?.subtracting([slug]).min() {
        findings[index]?.report(
          .lessonNumberTwice, at: SourcePlace(line: 1),
          Words(
            vi: "số \(number) cũng là số của bài '\(other)'",
            en: "the number \(number) is also that of the lesson '\(other)'"),
          fix: Words(
            vi: "Đổi số ở đầu tên của một trong hai tệp.",
            en: "Change the number in the name of one of the two files."))
      }
      guard let definition = course.definition else { continue }
      guard let listed = definition.lessons.first(where: { $0.slug == slug }) else {
        reportUnlisted(slug, of: definition, &findings[index])
        continue
      }
      compare(manuscript, with: listed, &findings[index])
    }
  }

  /// Of two files with one short name in one language only the first would be read.
  private static func reportNamesTwice(
    of course: CourseShelf, _ shelf: Shelf, _ findings: inout [Int: ManuscriptFindings]
  ) {
    var first: [LinkTarget: Manuscript] = [:]
    for index in course.lessons {
      let manuscript = shelf.manuscripts[index]
      guard case .lesson(_, _, let slug) = manuscript.role else { continue }
      guard let other = first[manuscript.target] else {
        first[manuscript.target] = manuscript
        continue
      }
      let name = Shelf.parts(of: other.path).name
      findings[index]?.report(
        .lessonNameTwice, at: SourcePlace(line: 1),
        Words(
          vi: "tên ngắn '\(slug)' cũng là của tệp \(name), nên tệp này không có trang nào",
          en: "the short name '\(slug)' is also that of \(name), so this file gets no page"),
        fix: Words(
          vi: "Đổi phần sau số ở tên của một trong hai tệp, hoặc chuyển bản thừa đi nơi khác.",
          en: "Change what follows the number in one of the two names, or move a spare copy away."))
    }
  }

  /// Lessons that `course.yaml` names and nobody has written, or not in Vietnamese. Of one whose file
  /// is called otherwise that is told, and no more.
  static func missingFiles(of course: CourseShelf, in shelf: Shelf) -> [Diagnostic] {
    let written = Dictionary(grouping: course.lessons.map { shelf.manuscripts[$0] }) {
      if case .lesson(_, _, let slug) = $0.role { slug } else { "" }
    }
    let withoutOriginal = written.values
      .filter { lessons in !lessons.contains { $0.language == "vi" } }
      .compactMap { $0.first.map { Diagnostic.withoutVietnamese($0.path) } }
    guard let definition = course.definition, let path = shelf.curriculum.paths[course.slug] else {
      return withoutOriginal
    }
    let folder = "courses/\(course.slug)"
    let misnamed =
      (shelf.names[folder] ?? []).compactMap(LessonFileName.meant)
      + shelf.names.filter { $0.key.hasPrefix(folder + "/") }
      .flatMap { $0.value.filter { $0.hasSuffix(".md") } }
    return withoutOriginal
      + definition.lessons.enumerated().filter { index, lesson in
        shelf.written[course.slug]?.contains(lesson.slug) != true
          && !misnamed.contains { Self.isName($0, of: lesson.slug, number: index + 1) }
      }.map { .unwritten($0.element.slug, path: path) }
  }

  /// Whether `02-ma-otp.vi.md` is of this lesson, by its name or by its number.
  private static func isName(_ file: String, of slug: String, number: Int) -> Bool {
    let digits = file.prefix(while: \.isNumber)
    let name = file.dropFirst(digits.count + 1).prefix { $0 != "." }
    return name == slug || Int(digits) == number
  }

  private static func reportUnlisted(
    _ slug: String, of course: CourseDefinition, _ findings: inout ManuscriptFindings?
  ) {
    let nearest = NearestName.nearest(to: slug, among: course.lessons.map(\.slug))
    findings?.report(
      .lessonUnlisted, at: SourcePlace(line: 1),
      Words(
        vi: "course.yaml không có bài '\(slug)'", en: "course.yaml has no lesson '\(slug)'"),
      fix: nearest.map(Words.didYouMean)
        ?? Words(
          vi: "Thêm bài vào 'lessons' của course.yaml.", en: "Add it to 'lessons' of course.yaml."))
  }

  private static func compare(
    _ manuscript: Manuscript, with listed: LessonDefinition, _ findings: inout ManuscriptFindings?
  ) {
    guard let front = manuscript.lesson?.frontMatter else { return }
    var differences: [(key: String, value: String)] = []
    if let title = listed.titles.byLanguage[manuscript.language], title != front.title {
      differences.append(("title", "\"\(title)\""))
    }
    if listed.minutes != front.minutes { differences.append(("minutes", "\(listed.minutes)")) }
    if listed.verification != front.verification {
      differences.append(("verify", listed.verification.rawValue))
    }
    for difference in differences {
      let key = manuscript.place(ofKey: difference.key)
      findings?.report(
        .courseDisagrees, at: key.place, length: key.length,
        Words(
          vi: "'\(difference.key)' khác với course.yaml, ở đó là \(difference.value)",
          en: "'\(difference.key)' is not what course.yaml says, which is \(difference.value)"),
        fix: Words(
          vi: "Viết \(difference.key): \(difference.value), hoặc sửa course.yaml.",
          en: "Write \(difference.key): \(difference.value), or change course.yaml."))
    }
  }
}

extension Diagnostic {
  static func withoutVietnamese(_ path: String) -> Diagnostic {
    Diagnostic(
      path: path, position: .start, rule: .withoutVietnamese,
      summary: Words(vi: "không có bản tiếng Việt", en: "there is no Vietnamese file"),
      fix: Words(
        vi: "Viết tệp cùng tên với đuôi .vi.md.", en: "Write the file of that name in .vi.md."))
  }

  fileprivate static func unwritten(_ slug: String, path: String) -> Diagnostic {
    Diagnostic(
      path: path, position: .start, rule: .lessonUnwritten,
      summary: Words(vi: "bài '\(slug)' chưa được viết", en: "the lesson '\(slug)' is not written"),
      fix: Words(
        vi: "Viết tệp NN-\(slug).vi.md cạnh course.yaml.",
        en: "Write NN-\(slug).vi.md beside course.yaml."))
  }
}
