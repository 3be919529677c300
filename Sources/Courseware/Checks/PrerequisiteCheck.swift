/// What a lesson asks to be learnt first exists, is shown by then, and does not ask for the lesson
/// itself: a lesson, or a whole course.
enum PrerequisiteCheck {
  static func run(_ shelf: Shelf) -> [Diagnostic] {
    let asked = shelf.manuscripts.filter { !$0.prerequisites.isEmpty }
    if asked.isEmpty { return [] }
    let names = shelf.curriculum.names(written: shelf.written)
    let circles = PrerequisiteGraph(shelf).circles
    let showing = LessonShowing(shelf)
    return asked.flatMap { manuscript -> [Diagnostic] in
      let asking = manuscript.lesson.map { PrerequisiteGraph.Node($0) }
      var findings = Findings(path: manuscript.path)
      for prerequisite in manuscript.prerequisites {
        guard let target = shelf.node(of: prerequisite) else {
          report(prerequisite, among: names, &findings)
          continue
        }
        guard let asking else { continue }
        if circles[target] == circles[asking] {
          reportCircle(prerequisite, &findings)
        } else if showing.isShown(asking), !showing.isShown(target, by: showing.time(of: asking)) {
          reportHidden(prerequisite, &findings)
        }
      }
      return findings.diagnostics.map { $0.shifted(lines: 1) }.quoting(manuscript.text.bytes)
    }
  }

  private static func reportCircle(_ prerequisite: Prerequisite, _ findings: inout Findings) {
    let name = prerequisite.name
    findings.report(
      .prerequisiteCircle, at: prerequisite.position,
      Words(
        vi: "muốn học '\(name)' thì lại phải học bài này trước, nên không ai bắt đầu được",
        en: "'\(name)' asks in turn for this lesson to be learnt first, so nobody can begin"),
      fix: Words(
        vi: "Bỏ '\(name)' ở đây, hoặc bỏ điều kiện ở bài kia.",
        en: "Take '\(name)' out here, or what asks for this lesson there."))
  }

  private static func reportHidden(_ prerequisite: Prerequisite, _ findings: inout Findings) {
    let name = prerequisite.name
    findings.report(
      .prerequisiteHidden, at: prerequisite.position,
      Words(
        vi: "'\(name)' cần học trước nhưng chưa lên trang khi bài này lên",
        en: "'\(name)' is to be learnt first, but is not on the site when this lesson is"),
      fix: Words(
        vi: "Công bố '\(name)' trước (status, publish_at), hoặc bỏ nó ở đây.",
        en: "Publish '\(name)' first (status, publish_at), or take it out here."))
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

extension PrerequisiteGraph {
  init(_ shelf: Shelf) {
    for lesson in shelf.manuscripts.lazy.compactMap(\.lesson) {
      let node = Node(lesson)
      add(Node(course: lesson.course, slug: nil), after: node)
      for prerequisite in lesson.frontMatter.prerequisites {
        if let target = shelf.node(of: prerequisite) { add(node, after: target) }
      }
    }
  }
}

extension PrerequisiteGraph.Node {
  fileprivate init(_ lesson: Lesson) {
    self.init(course: lesson.course, slug: lesson.slug)
  }
}

extension Shelf {
  /// Nil for what is not there.
  fileprivate func node(of prerequisite: Prerequisite) -> PrerequisiteGraph.Node? {
    curriculum.lessonOrCourse(prerequisite.name, written: written)
      .map { PrerequisiteGraph.Node(course: $0.course, slug: $0.slug) }
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
