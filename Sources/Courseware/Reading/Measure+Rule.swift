import Domain

extension Measure {
  /// The courses that a measure looks at.
  enum Scope {
    case anything
    case courses([String])

    /// Nil for anything.
    var courses: [String]? {
      switch self {
      case .anything: nil
      case .courses(let courses): courses
      }
    }

    init?(
      _ tree: SourceTree, core: [String]?, catalogue: CourseCatalogue, findings: inout Findings
    ) {
      if case .list = tree.content {
        guard let courses = tree.courses(name: "of", catalogue: catalogue, findings: &findings)
        else { return nil }
        self = .courses(courses)
        return
      }
      switch tree.text(name: "of", findings: &findings) {
      case "anything": self = .anything
      case "core":
        guard let core else { return nil }
        self = .courses(core)
      case let text? where catalogue.slugs.contains(text):
        findings.report(
          .wrongType, at: tree.position,
          Words(vi: "'of' phải là danh sách khóa học", en: "'of' must be a list of courses"),
          fix: Words(vi: "Viết of: [\(text)].", en: "Write of: [\(text)]."))
        return nil
      case let text?:
        findings.reportUnknownValue(
          text, name: "of", at: tree.position, allowed: ["anything", "core", "[…]"])
        return nil
      case nil: return nil
      }
    }
  }

  /// A rule as it is written, before its courses are known.
  enum AskedRule {
    case any, all, eachArea
    case atLeast(Int, at: SourcePosition)

    init?(_ tree: SourceTree, findings: inout Findings) {
      if case .mapping = tree.content {
        guard
          let fields = Fields(tree, name: "rule", required: ["at-least"], findings: &findings),
          let value = fields["at-least"],
          let least = value.wholeNumber(name: "at-least", findings: &findings)
        else { return nil }
        self = .atLeast(least, at: value.position)
        return
      }
      switch tree.text(name: "rule", findings: &findings) {
      case "any": self = .any
      case "all": self = .all
      case "each-area": self = .eachArea
      case let text?:
        findings.reportUnknownValue(
          text, name: "rule", at: tree.position,
          allowed: ["any", "all", "each-area", "{at-least: 3}"])
        return nil
      case nil: return nil
      }
    }
  }
}

extension Measure.Rule {
  /// The rule that `asked`, at `position` in its file, becomes for the courses of `scope`.
  init?(
    _ asked: Measure.AskedRule, of scope: Measure.Scope, at position: SourcePosition,
    catalogue: CourseCatalogue, findings: inout Findings
  ) {
    switch (asked, scope) {
    case (.any, .anything): self = .atLeast(1, of: nil)
    case (.any, .courses(let courses)): self = .atLeast(1, of: courses)
    case (.all, .courses(let courses)): self = .all(of: courses)
    case (.all, .anything), (.eachArea, .anything):
      findings.report(
        .ruleNeedsCourses, at: position,
        Words(
          vi: "quy tắc này cần danh sách khóa học, không dùng được với 'anything'",
          en: "this rule needs courses, and 'anything' names none"),
        fix: Words(
          vi: "Viết of: core hoặc of: và danh sách khóa học; hoặc dùng rule: any.",
          en: "Write of: core or of: and a list of courses, or use rule: any."))
      return nil
    case (.eachArea, .courses(let courses)):
      guard let areas = catalogue.areas(of: courses) else { return nil }
      guard !areas.isEmpty else {
        findings.report(
          .noAreas, at: position,
          Words(
            vi: "các khóa học này không dạy năng lực nào, nên không có lĩnh vực nào để đếm",
            en: "these courses teach no competence, so that there are no areas to count"),
          fix: Words(
            vi: "Thêm competences vào các bài, hoặc dùng rule: all.",
            en: "Add competences to their lessons, or use rule: all."))
        return nil
      }
      self = .eachArea(areas)
    case (.atLeast(let least, let place), _):
      guard least >= 1, least <= scope.courses?.count ?? .max else {
        findings.reportAtLeast(least, most: scope.courses?.count, at: place)
        return nil
      }
      self = .atLeast(least, of: scope.courses)
    }
  }
}

extension Findings {
  fileprivate mutating func reportAtLeast(_ least: Int, most: Int?, at position: SourcePosition) {
    let range =
      most.map { Words(vi: "từ 1 đến \($0)", en: "1 to \($0)") }
      ?? Words(vi: "từ 1 trở lên", en: "1 or more")
    report(
      .atLeastOutOfRange, at: position,
      Words(
        vi: "'at-least' phải là số khóa học \(range.vi), không phải \(least)",
        en: "'at-least' must be \(range.en) of these courses, not \(least)"),
      fix: Words(
        vi: "Viết một số \(range.vi), hoặc thêm khóa học vào 'of'.",
        en: "Write \(range.en), or add courses to 'of'."))
  }
}
