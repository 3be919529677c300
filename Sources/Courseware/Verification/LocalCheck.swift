package import Domain

/// Somebody saw on the spot that a lesson still holds.
package struct LocalCheck: Hashable, Sendable {
  package let by: String
  package let on: CalendarDay

  /// Nil for a name that is blank or not on one line.
  package init?(by name: String, on day: CalendarDay) {
    let name = SearchText.composed(name).trimmingSpace
    guard YAMLText.isTitle(name) else { return nil }
    by = name
    on = day
  }

  /// The file of a lesson with this in its front matter, and every other byte as it was; nil where
  /// its front matter does not take it.
  package func written(in file: SourceFile) -> [UInt8]? {
    let bytes = KeyLines.written(
      ["last_verified": on.description, "verified_by": YAMLText.quoted(by)], in: file,
      rule: .verifyDue)
    return bytes.flatMap { isSaid(in: $0) ? $0 : nil }
  }

  private func isSaid(in bytes: [UInt8]) -> Bool {
    var findings = Findings(path: "")
    guard let yaml = FrontMatter(MarkdownText(bytes: bytes.withoutByteOrderMark)).yaml,
      let tree = SourceTree(SourceText(yaml), findings: &findings),
      let front = Lesson.FrontMatter(tree, competences: nil, findings: &findings)
    else { return false }
    return front.lastVerified == on && front.verifiedBy == by
  }
}
