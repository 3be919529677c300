import Domain

extension Lesson.FrontMatter {
  /// What `tree`, the front matter of a lesson, says; nil, and findings, where something it needs is
  /// missing or wrong.
  init?(_ tree: SourceTree, competences: Set<String>?, findings: inout Findings) {
    guard
      let fields = Fields(
        tree, name: nil, required: ["title", "minutes", "objectives", "status"],
        optional: [
          "exercises", "prerequisites", "competences", "keywords", "verify", "last_verified",
          "verified_by", "aliases", "source_rev", "publish_at",
        ], findings: &findings)
    else { return nil }

    let title = fields.text("title", findings: &findings)
    let minutes = Self.minutes("minutes", from: 1, fields, findings: &findings)
    let exercises = Self.minutes("exercises", from: 0, fields, findings: &findings)
    let objectives = fields.items("objectives", findings: &findings)?
      .compactMap { $0.text(name: "objectives", isItem: true, findings: &findings) }
    let codes = Self.codes(fields, known: competences, findings: &findings)
    let verification =
      fields["verify"] == nil
      ? .stable
      : fields.choice("verify", of: LessonDefinition.Verification.self, findings: &findings)
    let status = fields.choice("status", of: Status.self, findings: &findings)
    let prerequisites = fields.prerequisites(findings: &findings)
    let keywords = fields.texts("keywords", findings: &findings)
    let lastVerified = Self.day("last_verified", fields, findings: &findings)
    let verifiedBy = fields.optionalText("verified_by", findings: &findings)
    let aliases = fields.texts("aliases", findings: &findings)
    let sourceRevision = fields.optionalText("source_rev", findings: &findings)
    let publishAt = Self.time("publish_at", fields, findings: &findings)
    // Not before every key was looked at, so that one run tells everything.
    guard let title, let minutes, let objectives, let verification, let status else {
      return nil
    }
    self.init(
      title: title, minutes: minutes, exercises: exercises ?? 0, objectives: objectives,
      prerequisites: prerequisites, competences: codes, keywords: keywords,
      verification: verification, lastVerified: lastVerified, verifiedBy: verifiedBy,
      status: status, aliases: aliases, sourceRevision: sourceRevision, publishAt: publishAt)
  }

  private static func minutes(
    _ key: String, from least: Int, _ fields: Fields, findings: inout Findings
  ) -> Int? {
    guard let tree = fields[key], let minutes = fields.wholeNumber(key, findings: &findings) else {
      return nil
    }
    guard (least...600).contains(minutes) else {
      findings.report(
        .minutesOutOfRange, at: tree.position,
        Words(
          vi: "'\(key)' là từ \(least) đến 600 phút, không phải \(minutes)",
          en: "'\(key)' is \(least) to 600 minutes, not \(minutes)"),
        fix: Words(
          vi: "Ghi số phút, thường là 20 đến 30.", en: "Write the minutes, mostly 20 to 30."))
      return nil
    }
    return minutes
  }

  private static func day(
    _ key: String, _ fields: Fields, findings: inout Findings
  ) -> CalendarDay? {
    guard let tree = fields[key], let text = fields.optionalText(key, findings: &findings) else {
      return nil
    }
    if let day = CalendarDay(text) { return day }
    findings.report(
      .invalidDay, at: tree.position,
      Words(vi: "'\(text)' không phải là ngày", en: "'\(text)' is not a day"),
      fix: Words(vi: "Viết ngày như 2026-11-26.", en: "Write a day such as 2026-11-26."))
    return nil
  }

  private static func time(
    _ key: String, _ fields: Fields, findings: inout Findings
  ) -> PublicationTime? {
    guard let tree = fields[key], let text = fields.optionalText(key, findings: &findings) else {
      return nil
    }
    if let time = PublicationTime(text) { return time }
    findings.report(
      .invalidTime, at: tree.position,
      Words(
        vi: "'\(text)' không phải là ngày giờ có múi giờ",
        en: "'\(text)' is not a moment with its zone"),
      fix: Words(
        vi: "Viết như 2026-12-01T08:00+07:00.", en: "Write it as 2026-12-01T08:00+07:00."))
    return nil
  }

  private static func codes(
    _ fields: Fields, known: Set<String>?, findings: inout Findings
  ) -> [String] {
    guard let items = fields["competences"]?.list(name: "competences", findings: &findings) else {
      return []
    }
    return items.compactMap { item in
      guard let code = item.text(name: "competences", isItem: true, findings: &findings) else {
        return nil
      }
      if let known, !Competences.isKnown(code, among: known) {
        findings.reportUnknownCompetence(code, at: item.position, known: known)
        return nil
      }
      return code
    }
  }
}

extension [Prerequisite] {
  /// What front matter asks to be learnt first, however unsound the rest of it is.
  init(askedIn tree: SourceTree) {
    var ignored = Findings(path: "")
    self =
      Fields(tree, name: nil, required: [], findings: &ignored)?
      .prerequisites(findings: &ignored) ?? []
  }
}

extension Fields {
  fileprivate func prerequisites(findings: inout Findings) -> [Prerequisite] {
    let key = "prerequisites"
    guard let items = self[key]?.list(name: key, findings: &findings) else { return [] }
    return items.compactMap { item in
      item.text(name: key, isItem: true, findings: &findings).map {
        Prerequisite($0, at: item.position)
      }
    }
  }

  /// The text under `key`; nil where there is none or `null`.
  func optionalText(_ key: String, findings: inout Findings) -> String? {
    guard let tree = self[key] else { return nil }
    if case .nothing = tree.content { return nil }
    return tree.text(name: key, findings: &findings)
  }
}
