package import Domain

/// A folder of courses, read and checked: the way from authored files to what is published.
///
/// ```
/// bytes -> SourceText -> SourceTree -> CourseDefinition, Programme
/// ```
/// Each step reports what it finds and goes on, so that one run tells everything.
package struct Curriculum: Sendable {
  /// By their `order`, then by slug; a course with errors is left out.
  package let courses: [CourseDefinition]
  /// Nil where there is none, where it has errors, or where a measure needs a course that has.
  package let programme: Programme?
  /// Sorted by path and place.
  package let diagnostics: [Diagnostic]
  /// The paths of the courses' `course.yaml`, by slug.
  let paths: [String: String]
  /// What of a course's `course.yaml` is still as a new one comes, by its slug.
  let unwritten: [String: [Diagnostic]]
  /// What mends its files.
  let repairs: [Repair]

  /// Whether something is left out for an error, so that nothing of it should be published.
  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// - Parameters:
  ///   - files: `<slug>/course.yaml` and `programme.yaml`, in a common folder; others are ignored.
  ///   - folders: paths of the folders beside them; one without `course.yaml` is reported.
  ///   - misnamed: by folder, a file there that was to be its `course.yaml`.
  ///   - competences: the codes that exist; nil checks none.
  package init(
    files: [SourceFile], folders: [String] = [], misnamed: [String: String] = [:],
    competences: Set<String>? = nil
  ) {
    let courseFiles = files.filter { $0.name == Self.courseFile }.sorted { $0.path < $1.path }
    var diagnostics: [Diagnostic] = []
    var courses: [CourseDefinition] = []
    let trees = courseFiles.parallelMap { file in
      var findings = Findings(path: file.path)
      return (SourceTree(file, findings: &findings), findings)
    }
    for (file, (tree, found)) in zip(courseFiles, trees) {
      var findings = found
      if let tree,
        let course = CourseDefinition(
          tree, folder: file.folder, competences: competences, taken: Set(courses.map(\.slug)),
          findings: &findings)
      {
        courses.append(course)
      }
      diagnostics += findings.diagnostics.quoting(file.bytes)
    }
    diagnostics += Self.foldersWithoutCourse(
      folders, misnamed: misnamed, courseFiles: courseFiles)
    courses.sort { ($0.order, $0.slug) < ($1.order, $1.slug) }

    var programme: Programme?
    let catalogue = CourseCatalogue(slugs: courseFiles.map(\.folder), courses: courses)
    for file in files where file.name == Self.programmeFile {
      var findings = Findings(path: file.path)
      programme = SourceTree(file, findings: &findings).flatMap {
        Programme($0, catalogue: catalogue, findings: &findings)
      }
      diagnostics += findings.diagnostics.quoting(file.bytes)
    }

    paths = Dictionary(
      courseFiles.map { ($0.folder, $0.path) }, uniquingKeysWith: { first, _ in first })
    unwritten = Dictionary(
      courseFiles.map { ($0.folder, UnwrittenPartCheck.findings(in: $0)) },
      uniquingKeysWith: { first, _ in first })
    let sources = files.filter { [Self.courseFile, Self.programmeFile].contains($0.name) }
    diagnostics += sources.flatMap(YAMLChecks.run)
    let found = Set(diagnostics.filter { Repair.rulesOfTexts.contains($0.rule) }.map(\.path))
    repairs = sources.filter { found.contains($0.path) }
      .map { Repair(cleaning: $0, as: .yaml) }.filter(\.changesAnything)
    self.courses = courses
    self.programme = programme
    self.diagnostics = diagnostics.offering(repairs).sorted()
  }

  static let courseFile = "course.yaml"
  static let programmeFile = "programme.yaml"

  private static func foldersWithoutCourse(
    _ folders: [String], misnamed: [String: String], courseFiles: [SourceFile]
  ) -> [Diagnostic] {
    let present = Set(courseFiles.map(\.folder))
    return folders.compactMap { path in
      let name = path.split(separator: "/").last.map(String.init) ?? ""
      if present.contains(name) { return nil }
      return Diagnostic(
        path: path, position: .start, rule: .courseWithoutFile,
        summary: Words(
          vi: "thư mục '\(name)' không có course.yaml", en: "folder '\(name)' has no course.yaml"),
        fix: misnamed[path].map {
          Words(
            vi:
              "Đổi tên tệp \($0) thành course.yaml; không thấy đuôi .txt thì bật hiện đuôi tệp trước.",
            en: "Rename the file \($0): course.yaml. Where .txt is not shown, let the system show "
              + "endings first.")
        }
          ?? Words(
            vi: "Thêm course.yaml, hoặc chuyển thư mục ra khỏi thư mục khóa học.",
            en: "Add a course.yaml, or move the folder out of the courses."))
    }
  }
}

extension SourceTree {
  fileprivate init?(_ file: SourceFile, findings: inout Findings) {
    guard let text = SourceText(file, findings: &findings) else { return nil }
    self.init(text, findings: &findings)
  }
}
