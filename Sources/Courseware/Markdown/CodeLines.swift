/// Which lines of a text are code, in which every character stands for itself.
///
/// The text is parsed when a line is first asked about: most texts have nothing to ask.
struct CodeLines {
  private let body: MarkdownText
  private lazy var lines: Set<Int> = Self.lines(in: body)

  init(of text: MarkdownText) {
    body = text
  }

  /// Lines count from 1; those of the fences belong to what they enclose.
  mutating func contains(line: Int) -> Bool { lines.contains(line) }

  private static func lines(in text: MarkdownText) -> Set<Int> {
    let body = FrontMatter(text).body
    guard body.excess == nil else { return [] }
    var lines: Set<Int> = []
    var open = [MarkdownTree.parse(body.bytes).tree]
    while let tree = open.popLast() {
      if case .code = tree.kind { lines.formUnion(tree.place.line...tree.endLine) }
      open.append(contentsOf: tree.children)
    }
    return lines
  }
}
