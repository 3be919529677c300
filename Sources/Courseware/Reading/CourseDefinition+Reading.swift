import Domain

extension CourseDefinition {
  /// The course that `tree`, a `course.yaml` in `folder`, describes; nil, and findings, where
  /// something it needs is missing or wrong, or where it has no lesson yet.
  ///
  /// `competences` are the codes that exist, nil where nobody knows; `taken` the slugs of the
  /// courses read before.
  init?(
    _ tree: SourceTree, folder: String, competences: Set<String>?, taken: Set<String>,
    findings: inout Findings
  ) {
    guard
      let fields = Fields(
        tree, name: nil,
        required: [
          "schema", "id", "version", "title", "summary", "languages", "license", "audience",
          "level",
          "order", "lessons",
        ],
        findings: &findings),
      fields.hasKnownSchema(findings: &findings)
    else { return nil }

    let slug = Self.slug(fields, folder: folder, taken: taken, findings: &findings)
    let version = fields.version(findings: &findings)
    let titles = fields.titles("title", findings: &findings)
    let summary = fields.titles("summary", findings: &findings)
    let languages = fields.items("languages", findings: &findings)?
      .compactMap { $0.text(name: "languages", isItem: true, findings: &findings) }
    let license = fields.text("license", findings: &findings)
    let audience = fields.titles("audience", findings: &findings)
    let level = fields.choice("level", of: Level.self, findings: &findings)
    let order = fields.wholeNumber("order", findings: &findings)
    let lessons = Self.lessons(fields, competences: competences, findings: &findings)

    guard !findings.hasErrors, let slug, let version, let titles, let summary, let languages,
      let license, let audience, let level, let order, let lessons
    else { return nil }
    self.init(
      slug: slug, version: version, titles: titles, summary: summary, audience: audience,
      languages: languages, license: license, level: level, order: order, lessons: lessons)
  }

  private static func slug(
    _ fields: Fields, folder: String, taken: Set<String>, findings: inout Findings
  ) -> String? {
    guard let tree = fields["id"], let slug = fields.slug("id", findings: &findings) else {
      return nil
    }
    if !Slug.isValid(folder) {
      findings.report(
        .idNotFolder, at: tree.position,
        Words(
          vi: "tên thư mục '\(folder)' không phải là tên ngắn hợp lệ",
          en: "the folder's name '\(folder)' is not a valid short name"),
        fix: Words(
          vi: "Đổi tên thư mục thành \(slug).", en: "Rename the folder: \(slug)."))
    } else if slug != folder {
      findings.report(
        .idNotFolder, at: tree.position,
        Words(
          vi: "'id' phải là tên thư mục '\(folder)', không phải '\(slug)'",
          en: "'id' must be the folder's name '\(folder)', not '\(slug)'"),
        fix: Words(
          vi: "Viết id: \(folder), hoặc đổi tên thư mục.",
          en: "Write id: \(folder), or rename the folder."))
    }
    if taken.contains(slug) {
      findings.reportDuplicate(slug, in: "id", at: tree.position)
    }
    return slug
  }

  private static func lessons(
    _ fields: Fields, competences: Set<String>?, findings: inout Findings
  ) -> [LessonDefinition]? {
    guard let tree = fields["lessons"], let items = tree.list(name: "lessons", findings: &findings)
    else { return nil }
    guard !items.isEmpty else {
      findings.report(
        .lessonUnwritten, at: tree.position,
        Words(vi: "khóa học chưa có bài nào", en: "the course has no lesson yet"),
        fix: Words(
          vi: "Thêm bài đầu tiên: lantoa site new-lesson KHÓA TÊN-BÀI.",
          en: "Add the first one: lantoa site new-lesson COURSE LESSON-NAME."))
      return nil
    }
    var taken: Set<String> = []
    var lessons: [LessonDefinition] = []
    for item in items {
      if let lesson = LessonDefinition(
        item, competences: competences, taken: &taken, findings: &findings)
      {
        lessons.append(lesson)
      }
    }
    return lessons
  }
}
