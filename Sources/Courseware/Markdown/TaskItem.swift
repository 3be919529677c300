/// An item of a task list: `[ ]` or `[x]`, and what stands behind it.
struct TaskItem {
  let isRight: Bool
  /// The item's own line, without the box.
  let line: MarkdownTree
  /// What is indented under it.
  let below: [MarkdownTree]
  let place: SourcePlace

  /// Nil for an item of another list.
  init?(_ item: MarkdownTree) {
    guard let paragraph = item.children.first, paragraph.kind == .paragraph,
      let first = paragraph.children.first, case .text(let text) = first.kind
    else { return nil }
    switch text.prefix(3) {
    case "[ ]": isRight = false
    case "[x]", "[X]": isRight = true
    default: return nil
    }
    let rest = text.dropFirst(3)
    guard rest.first.map(\.isWhitespace) ?? true else { return nil }
    let words = rest.drop(while: \.isWhitespace)
    let offset = text.utf8.distance(from: text.startIndex, to: words.startIndex)
    let place = SourcePlace(line: first.place.line, byte: first.place.byte + offset)
    var line = paragraph
    line.children[0] = MarkdownTree(
      kind: .text(String(words)), place: place, endLine: first.endLine)
    self.line = line
    below = Array(item.children.dropFirst())
    self.place = item.place
  }

  var children: [MarkdownTree] { [line] + below }
}
