/// What the front matter of a page says.
struct PageHeader {
  let title: String
  let summary: String
  /// Of a translation: the hash of the body it was made from.
  let sourceRevision: String?

  /// Nil, and findings, where something it needs is missing or wrong.
  init?(_ tree: SourceTree, findings: inout Findings) {
    guard
      let fields = Fields(
        tree, name: nil, required: ["title", "summary"], optional: ["source_rev"],
        findings: &findings)
    else { return nil }
    let title = fields.text("title", findings: &findings)
    let summary = fields.text("summary", findings: &findings)
    sourceRevision = fields.optionalText("source_rev", findings: &findings)
    guard let title, let summary else { return nil }
    self.title = title
    self.summary = summary
  }
}
