/// A text beside the Vietnamese one that it was made from.
package struct Translation: Hashable, Sendable {
  package let path: String
  package let title: String
  package let pathOfOriginal: String
  /// Of the original as it is now.
  private let revision: String
  /// Whether it says already that it was made from that.
  package let isCurrent: Bool

  /// Nil where there is no original, or where this is it.
  package init?(_ language: String, of lessons: [Lesson]) {
    self.init(
      language,
      of: lessons.map {
        Text(
          path: $0.path, language: $0.language, title: $0.frontMatter.title, revision: $0.revision,
          source: $0.frontMatter.sourceRevision)
      })
  }

  package init?(_ language: String, of pages: [Page]) {
    self.init(
      language,
      of: pages.map {
        Text(
          path: $0.path, language: $0.language, title: $0.title, revision: $0.revision,
          source: $0.sourceRevision)
      })
  }

  private struct Text {
    let path: String
    let language: String
    let title: String
    let revision: String
    let source: String?
  }

  private init?(_ language: String, of texts: [Text]) {
    guard language != "vi", let original = texts.first(where: { $0.language == "vi" }),
      let text = texts.first(where: { $0.language == language })
    else { return nil }
    path = text.path
    title = text.title
    pathOfOriginal = original.path
    revision = original.revision
    isCurrent = text.source == original.revision
  }

  /// Its file saying that it was made from the original as it is now, and every other byte as it was;
  /// nil where its front matter does not take it.
  package func written(in file: SourceFile) -> [UInt8]? {
    let bytes = KeyLines.written(
      ["source_rev": YAMLText.quoted(revision)], in: file, rule: .translationUnmarked)
    return bytes.flatMap { isSaid(in: $0) ? $0 : nil }
  }

  private func isSaid(in bytes: [UInt8]) -> Bool {
    var findings = Findings(path: path)
    guard let yaml = FrontMatter(MarkdownText(bytes: bytes.withoutByteOrderMark)).yaml,
      let tree = SourceTree(SourceText(yaml), findings: &findings), !findings.hasErrors,
      let fields = Fields(tree, name: nil, required: [], findings: &findings)
    else { return false }
    return fields.optionalText("source_rev", findings: &findings) == revision
  }
}
