/// How a note for the team ends: what a block behind it, without a `>`, may go on with.
enum NoteEnding: Hashable {
  case bullets
  /// The number that would be next.
  case numbers(next: Int)
  /// A line that announces more.
  case colon
  case other

  /// Of a quotation, or of what takes the place of one.
  init(of tree: MarkdownTree?) {
    var last = tree
    while let tree = last, tree.kind == .quote { last = tree.children.last }
    switch last?.kind {
    case .list(.number(let start), _): self = .numbers(next: start + (last?.children.count ?? 0))
    case .list: self = .bullets
    case .paragraph where last?.plainText.trimmingSpace.last.map({ ":：".contains($0) }) == true:
      self = .colon
    default: self = .other
    }
  }

  func isContinued(by marker: ListBlock.Marker) -> Bool {
    switch (self, marker) {
    case (.colon, _): true
    case (.bullets, .bullet), (.bullets, .checkbox): true
    case (.numbers(let next), .number(let start)): start == next
    default: false
    }
  }
}
