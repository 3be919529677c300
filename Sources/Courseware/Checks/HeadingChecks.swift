/// Headings go down one level at a time.
enum HeadingChecks {
  static func run(_ manuscript: Manuscript, _ findings: inout ManuscriptFindings) {
    var last = 1
    for heading in manuscript.outline.headings {
      if heading.level > last + 1 {
        let marks = String(repeating: "#", count: last + 1)
        findings.report(
          .headingSkips, at: heading.place, length: heading.level,
          Words(
            vi: "tiêu đề cấp \(heading.level) đứng sau cấp \(last)",
            en: "a heading of level \(heading.level) follows one of level \(last)"),
          fix: Words(vi: "Viết \(marks).", en: "Write \(marks)."))
      }
      last = heading.level
    }
  }
}
