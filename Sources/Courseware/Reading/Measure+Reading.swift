import Domain

extension Measure {
  /// The measure that `tree`, an item of `measures`, describes; nil as for the programme.
  ///
  /// `core` is nil where the core courses could not be read; `taken` are the ids of the measures
  /// before it, to which its own is added.
  init?(
    _ tree: SourceTree, core: [String]?, catalogue: CourseCatalogue, taken: inout Set<String>,
    findings: inout Findings
  ) {
    guard
      let fields = Fields(
        tree, name: "measures", required: ["id", "title", "counts", "rule", "of", "population"],
        optional: ["validity-months"], findings: &findings)
    else { return nil }

    let slug = Self.slug(fields, taken: &taken, findings: &findings)
    let titles = fields.titles("title", findings: &findings)
    let counts = fields.choice("counts", of: LearningResult.self, findings: &findings)
    let scope = fields["of"].flatMap {
      Scope($0, core: core, catalogue: catalogue, findings: &findings)
    }
    let asked = fields["rule"].flatMap { AskedRule($0, findings: &findings) }
    var rule: Rule?
    if let asked, let scope, let tree = fields["rule"] {
      rule = Rule(asked, of: scope, at: tree.position, catalogue: catalogue, findings: &findings)
    }
    let basis = fields.text("population", findings: &findings)
    let validityMonths = Self.validityMonths(fields, findings: &findings)

    guard let slug, let titles, let counts, let rule, let basis else { return nil }
    self.init(
      slug: slug, titles: titles, counts: counts, rule: rule, basis: basis,
      validityMonths: validityMonths)
  }

  private static func slug(
    _ fields: Fields, taken: inout Set<String>, findings: inout Findings
  ) -> String? {
    guard let tree = fields["id"], let slug = fields.slug("id", findings: &findings) else {
      return nil
    }
    if !taken.insert(slug).inserted {
      findings.report(
        .duplicateMeasure, at: tree.position,
        Words(
          vi: "chỉ số '\(slug)' đã có ở trên", en: "a measure '\(slug)' stands above already"),
        fix: Words(
          vi: "Đặt id khác cho chỉ số này, hoặc xóa nó.",
          en: "Give this one another id, or delete it."))
    }
    return slug
  }

  private static func validityMonths(_ fields: Fields, findings: inout Findings) -> Int? {
    guard let tree = fields["validity-months"],
      let months = fields.wholeNumber("validity-months", findings: &findings)
    else { return nil }
    if !(1...1200).contains(months) {
      findings.report(
        .validityOutOfRange, at: tree.position,
        Words(
          vi: "kết quả có hiệu lực từ 1 đến 1200 tháng, không phải \(months)",
          en: "a result stays valid for 1 to 1200 months, not \(months)"),
        fix: Words(
          vi: "Viết số tháng, ví dụ 24; xóa mục này nếu kết quả không hết hạn.",
          en: "Write the months, such as 24; delete the key if results never expire."))
    }
    return months
  }
}
