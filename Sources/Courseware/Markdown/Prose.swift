/// A paragraph as it is written, for what looks at its sentences.
struct Prose {
  struct Run {
    let text: String
    let place: SourcePlace
  }

  let runs: [Run]
  /// Whether whoever teaches reads it, and no learner.
  let isForTeam: Bool

  init(_ paragraph: MarkdownTree, isForTeam: Bool) {
    var runs: [Run] = []
    Self.collect(paragraph, into: &runs)
    self.runs = runs
    self.isForTeam = isForTeam
  }

  private static func collect(_ tree: MarkdownTree, into runs: inout [Run]) {
    switch tree.kind {
    case .text(let text), .inlineCode(let text): runs.append(Run(text: text, place: tree.place))
    case .softBreak, .lineBreak: runs.append(Run(text: " ", place: tree.place))
    case .image: break
    default: for child in tree.children { collect(child, into: &runs) }
    }
  }
}
