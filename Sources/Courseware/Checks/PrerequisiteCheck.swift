/// What a lesson asks to be learnt first exists: a lesson, or a whole course.
enum PrerequisiteCheck {
  static func run(_ shelf: Shelf) -> [Diagnostic] {
    let written = shelf.written
    let names = shelf.curriculum.names(written: written)
    return shelf.manuscripts.flatMap { manuscript -> [Diagnostic] in
      var findings = Findings(path: manuscript.path)
      for prerequisite in manuscript.lesson?.frontMatter.prerequisites ?? []
      where shelf.curriculum.lessonOrCourse(prerequisite.name, written: written) == nil {
        report(prerequisite, among: names, &findings)
      }
      return findings.diagnostics.map { $0.shifted(lines: 1) }.quoting(manuscript.text.bytes)
    }
  }

  private static func report(
    _ prerequisite: Prerequisite, among names: [String], _ findings: inout Findings
  ) {
    let name = prerequisite.name
    findings.report(
      .unknownPrerequisite, at: prerequisite.position,
      Words(
        vi: "không có bài hoặc khóa nào là '\(name)'", en: "there is no lesson or course '\(name)'"),
      fix: NearestName.nearest(to: name, among: names).map(Words.didYouMean)
        ?? Words(
          vi: "Viết khóa, hoặc khóa/bài, như safe-online/02-otp-never-share.",
          en: "Write a course, or course/lesson, such as safe-online/02-otp-never-share."))
  }
}

extension Curriculum {
  /// The course and the slug of what a prerequisite names, the slug nil for a whole course; nil for
  /// what is not there. `written` are the lessons that have a file, by course.
  func lessonOrCourse(
    _ named: String, written: [String: Set<String>]
  ) -> (course: String, slug: String?)? {
    let parts = named.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count <= 2, let course = parts.first, paths[course] != nil || written[course] != nil
    else { return nil }
    guard parts.count == 2 else { return (course, nil) }
    let known = slugs(of: course, written: written)
    if known.contains(parts[1]) { return (course, parts[1]) }
    let slug = parts[1].drop { $0.isASCII && $0.isNumber }
    guard slug.count < parts[1].count, slug.hasPrefix("-"), known.contains(String(slug.dropFirst()))
    else { return nil }
    return (course, String(slug.dropFirst()))
  }

  /// Everything that a prerequisite may name, without the numbers, sorted.
  fileprivate func names(written: [String: Set<String>]) -> [String] {
    Set(paths.keys).union(written.keys).flatMap { course in
      [course] + slugs(of: course, written: written).map { "\(course)/\($0)" }
    }.sorted()
  }

  private func slugs(of course: String, written: [String: Set<String>]) -> Set<String> {
    let listed = courses.first { $0.slug == course }?.lessons.map(\.slug) ?? []
    return (written[course] ?? []).union(listed)
  }
}
