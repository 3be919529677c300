import Domain

extension Repair {
  /// A text without what a word processor left in it, and with its letters composed.
  ///
  /// What one change uncovers the next may have to mend, so both go on until nothing is left.
  init(cleaning file: SourceFile, as kind: TextKind) {
    self.init(file)
    clean(as: kind)
  }

  mutating func clean(as kind: TextKind) {
    for _ in 0..<Self.mostRounds {
      let count = counts.values.reduce(0, +)
      if kind == .markdown {
        mendFences()
        mendQuizLines()
      }
      makeHarmless(edits(as: kind) { PastedLines(in: $0, yamlLines: $1).edits }, as: kind)
      if kind == .markdown {
        makeHarmless(edits(as: kind) { text, _ in WordDebris.edits(in: text) }, as: kind)
      }
      make(edits(as: kind) { text, _ in Self.composing(text) })
      if counts.values.reduce(0, +) == count { return }
    }
  }

  private static let mostRounds = 8

  private func edits(
    as kind: TextKind, _ find: (MarkdownText, Range<Int>) -> [Edit]
  ) -> [Edit] {
    let text = MarkdownText(bytes: after.withoutByteOrderMark)
    let mark = after.count - text.bytes.count
    var edits = find(text, kind.yamlLines(of: text))
    if kind == .markdown {
      var code = CodeLines(of: text)
      edits.removeAll { code.contains(line: $0.line) }
    }
    return edits.map { $0.moved(by: mark) }
  }

  /// YAML has no notes for the team.
  private mutating func makeHarmless(_ edits: [Edit], as kind: TextKind) {
    guard kind == .markdown, !edits.isEmpty else { return make(edits) }
    let text = MarkdownText(bytes: after.withoutByteOrderMark)
    let mark = after.count - text.bytes.count
    let inText = NoteMargins(of: text).completing(edits.map { $0.moved(by: -mark) }, in: text)
    makeHarmless(inText.map { $0.moved(by: mark) })
  }

  private mutating func mendFences() {
    let text = MarkdownText(bytes: after.withoutByteOrderMark)
    let mark = after.count - text.bytes.count
    make(
      FrontMatter(text).spoiledFences.map {
        Edit(text.lines[$0 - 1], Array("---".utf8), rule: .frontMatterMissing, line: $0)
          .moved(by: mark)
      })
  }

  private mutating func mendQuizLines() {
    let body = FrontMatter(MarkdownText(bytes: after.withoutByteOrderMark)).body
    let mark = after.count - body.bytes.count
    make(SpoiledQuizLines(in: body).edits(in: body).map { $0.moved(by: mark) })
  }

  /// A change for each character whose marks stand apart.
  private static func composing(_ text: MarkdownText) -> [Edit] {
    text.lines.enumerated().flatMap { index, range -> [Edit] in
      if text.bytes[range].allSatisfy({ $0 < 0x80 }) { return [] }
      let line = text.string(line: index + 1)
      if SearchText.isComposed(line) { return [] }
      let wanted = Array(SearchText.composed(line).utf8)
      var edits: [Edit] = []
      var start = range.lowerBound
      for character in line {
        let end = start + character.utf8.count
        let composed = SearchText.composed(String(character))
        if !composed.utf8.elementsEqual(character.utf8) {
          edits.append(Edit(start..<end, Array(composed.utf8), rule: .notNFC, line: index + 1))
        }
        start = end
      }
      // Rarely what is composed alone composes with what stands before it.
      let inLine = edits.map { $0.moved(by: -range.lowerBound) }
      return inLine.applied(to: Array(text.bytes[range])) == wanted
        ? edits : [Edit(range, wanted, rule: .notNFC, line: index + 1)]
    }
  }
}

/// How the lines of a file are to be read.
enum TextKind {
  case yaml
  /// Markdown with YAML at its beginning.
  case markdown

  /// The lines of YAML, counted from 0.
  func yamlLines(of text: MarkdownText) -> Range<Int> {
    switch self {
    case .yaml: text.lines.indices
    case .markdown: 0..<FrontMatter(text).lineCount
    }
  }
}
