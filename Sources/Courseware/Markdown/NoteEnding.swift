/// How a note for the team ends: what a block behind it, without a `>`, may go on with.
enum NoteEnding: Hashable {
  case bullets
  /// The number that would be next.
  case numbers(next: Int)
  case table
  /// A line that announces more.
  case colon
  case other

  /// Of a quotation, or of what takes the place of one.
  init(of tree: MarkdownTree?, in text: MarkdownText) {
    var last = tree
    while let tree = last, tree.kind == .quote { last = tree.children.last }
    if case .list = last?.kind, last?.lastLine?.endsWithColon == true {
      self = .colon
      return
    }
    switch last?.kind {
    case .list(.number(let start), _): self = .numbers(next: start + (last?.children.count ?? 0))
    case .list: self = .bullets
    case .paragraph where last?.endsWithColon == true: self = .colon
    case .paragraph where last.flatMap({ TableSource($0, in: text) }) != nil: self = .table
    default: self = .other
    }
  }

  /// Behind a colon comes anything, behind a list more items, behind a table more rows; a table with a
  /// header of its own is another.
  func isContinued(by tree: MarkdownTree, in text: MarkdownText) -> Bool {
    switch (self, tree.kind) {
    case (.colon, _), (.bullets, .list(.bullet, _)), (.bullets, .list(.checkbox, _)): true
    case (.numbers(let next), .list(.number(let start), _)): start == next
    case (.table, .paragraph):
      text.bytes(line: tree.place.line).contains(UInt8(ascii: "|"))
        && TableSource(tree, in: text) == nil
    default: false
    }
  }
}

extension MarkdownTree {
  /// The paragraph that a list ends with.
  fileprivate var lastLine: MarkdownTree? {
    var last: MarkdownTree? = self
    while let tree = last, tree.kind != .paragraph { last = tree.children.last }
    return last
  }

  fileprivate var endsWithColon: Bool {
    plainText.trimmingSpace.last.map { ":：".contains($0) } == true
  }
}
