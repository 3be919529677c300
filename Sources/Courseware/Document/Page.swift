/// A page of the site that is no lesson, in one language: `content/<name>.<language>.md`.
package struct Page: Hashable, Sendable {
  package let path: String
  /// `privacy`; the words are those of the page `glossary`.
  package let name: String
  package let language: String
  package let title: String
  /// One sentence.
  package let summary: String
  package let blocks: [Block]

  package init(
    path: String, name: String, language: String, title: String, summary: String, blocks: [Block]
  ) {
    self.path = path
    self.name = name
    self.language = language
    self.title = title
    self.summary = summary
    self.blocks = blocks
  }
}
