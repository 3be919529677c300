import Domain

extension LessonDefinition {
  /// The lesson that `tree`, an item of `lessons`, describes; nil, and findings, where something it
  /// needs is missing or wrong.
  ///
  /// `competences` are the codes that exist, nil where nobody knows; `taken` the slugs of the
  /// lessons before it, to which its own is added.
  init?(
    _ tree: SourceTree, competences: Set<String>?, taken: inout Set<String>,
    findings: inout Findings
  ) {
    guard
      let fields = Fields(
        tree, name: "lessons", required: ["slug", "title", "minutes", "competences", "verify"],
        optional: ["tt02", "eds", "itu", "household"], findings: &findings)
    else { return nil }

    let slug = fields.slug("slug", findings: &findings)
    if let slug, let tree = fields["slug"], !taken.insert(slug).inserted {
      findings.reportDuplicate(slug, in: "lessons", at: tree.position)
    }
    let titles = fields.titles("title", findings: &findings)
    let minutes = Self.minutes(fields, findings: &findings)
    func codes(_ key: String, of framework: String) -> [String]? {
      Self.codes(key, of: framework, fields, known: competences, findings: &findings)
    }
    let digComp = codes("competences", of: "digcomp")
    let circular02 = codes("tt02", of: "tt02")
    let essentialSkills = codes("eds", of: "eds") ?? []
    let activities = codes("itu", of: "itu") ?? []
    let householdSkills = codes("household", of: "s5") ?? []
    let verification = fields.choice("verify", of: Verification.self, findings: &findings)

    guard let slug, let titles, let minutes, let digComp, let verification else { return nil }
    self.init(
      slug: slug, titles: titles, minutes: minutes, competences: digComp, circular02: circular02,
      essentialSkills: essentialSkills, activities: activities, householdSkills: householdSkills,
      verification: verification)
  }

  private static func minutes(_ fields: Fields, findings: inout Findings) -> Int? {
    guard let tree = fields["minutes"],
      let minutes = fields.wholeNumber("minutes", findings: &findings)
    else { return nil }
    guard (1...600).contains(minutes) else {
      findings.report(
        .minutesOutOfRange, at: tree.position,
        Words(
          vi: "một bài kéo dài từ 1 đến 600 phút, không phải \(minutes)",
          en: "a lesson takes 1 to 600 minutes, not \(minutes)"),
        fix: Words(
          vi: "Ghi số phút dạy bài này, thường là 20 đến 30.",
          en: "Write the minutes it takes to teach, mostly 20 to 30."))
      return nil
    }
    return minutes
  }

  /// The codes listed under `key`, those that do not exist reported; nil where the key is absent.
  private static func codes(
    _ key: String, of framework: String, _ fields: Fields, known: Set<String>?,
    findings: inout Findings
  ) -> [String]? {
    guard let items = fields[key]?.list(name: key, findings: &findings) else { return nil }
    var codes: [String] = []
    for item in items {
      guard let code = item.text(name: key, isItem: true, findings: &findings) else { continue }
      codes.append(code)
      guard let known, !Competences.isKnown("\(framework):\(code)", among: known) else { continue }
      findings.reportUnknownCompetence(
        code, framework: framework, at: item.position, known: known)
    }
    return codes
  }
}
