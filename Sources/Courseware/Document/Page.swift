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
  /// Of a translation: the hash of the body it was made from.
  package let sourceRevision: String?
  /// Of the body, in hexadecimal: what a translation's `source_rev` names.
  package let revision: String

  package init(
    path: String, name: String, language: String, title: String, summary: String, blocks: [Block],
    sourceRevision: String? = nil, revision: String
  ) {
    self.path = path
    self.name = name
    self.language = language
    self.title = title
    self.summary = summary
    self.blocks = blocks
    self.sourceRevision = sourceRevision
    self.revision = revision
  }
}

extension Page {
  /// Of the site, or of one course.
  package var isGlossary: Bool { name == "glossary" || name.hasSuffix("/glossary") }

  /// What a glossary explains, each word with what stands below it, and what stands before the first.
  package var words: (before: [Block], words: [(word: Heading, explanation: [Block])]) {
    var before: [Block] = []
    var words: [(word: Heading, explanation: [Block])] = []
    for block in blocks {
      if case .heading(let heading) = block, heading.level == 2 {
        words.append((heading, []))
      } else if words.isEmpty {
        before.append(block)
      } else {
        words[words.count - 1].explanation.append(block)
      }
    }
    return (before, words)
  }
}
