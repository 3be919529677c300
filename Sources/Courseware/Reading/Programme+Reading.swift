import Domain

extension Programme {
  /// What `tree`, a `programme.yaml`, describes; nil, and findings, where something it needs is
  /// missing or wrong, nil alone where a measure needs a course that could not be read.
  init?(_ tree: SourceTree, catalogue: CourseCatalogue, findings: inout Findings) {
    guard
      let fields = Fields(
        tree, name: nil, required: ["schema", "version", "core", "measures"], findings: &findings),
      fields.hasKnownSchema(findings: &findings)
    else { return nil }

    let version = fields.version(findings: &findings)
    let core = fields["core"]?
      .courses(name: "core", catalogue: catalogue, findings: &findings)
    let measures = Self.measures(
      fields, core: core, catalogue: catalogue, findings: &findings)

    guard !findings.hasErrors, let version, let core, let measures else { return nil }
    self.init(version: version, core: core, measures: measures)
  }

  /// Nil where one of them cannot be had.
  private static func measures(
    _ fields: Fields, core: [String]?, catalogue: CourseCatalogue, findings: inout Findings
  ) -> [Measure]? {
    guard let items = fields.items("measures", findings: &findings) else { return nil }
    var taken: Set<String> = []
    var measures: [Measure] = []
    for item in items {
      if let measure = Measure(
        item, core: core, catalogue: catalogue, taken: &taken, findings: &findings)
      {
        measures.append(measure)
      }
    }
    return measures.count == items.count ? measures : nil
  }
}

extension SourceTree {
  /// The slugs of a list of courses, each there once, those of no course reported.
  func courses(
    name: String, catalogue: CourseCatalogue, findings: inout Findings
  ) -> [String]? {
    guard let items = items(name: name, findings: &findings) else { return nil }
    var courses: [String] = []
    for item in items {
      guard let slug = item.text(name: name, isItem: true, findings: &findings) else { continue }
      if courses.contains(slug) {
        findings.reportDuplicate(slug, in: name, at: item.position)
      } else if !catalogue.slugs.contains(slug) {
        findings.reportUnknownCourse(slug, at: item.position, catalogue: catalogue)
      }
      courses.append(slug)
    }
    return courses
  }
}

extension Findings {
  fileprivate mutating func reportUnknownCourse(
    _ slug: String, at position: SourcePosition, catalogue: CourseCatalogue
  ) {
    let nearest = NearestName.nearest(to: slug, among: catalogue.slugs)
    report(
      .unknownCourse, at: position,
      Words(vi: "không có khóa học nào tên '\(slug)'", en: "there is no course '\(slug)'"),
      fix: nearest.map(Words.didYouMean)
        ?? Words(
          vi: "Viết tên một thư mục khóa học có course.yaml.",
          en: "Name a course folder that has a course.yaml."))
  }
}
