/// An item of a task list: `[ ]` or `[x]`, and what stands behind it.
struct TaskItem {
  let isRight: Bool
  /// The item's own line, without the box.
  let line: MarkdownTree
  /// What is indented under it.
  let below: [MarkdownTree]
  let place: SourcePlace
  /// A box as it stands there though it is none, such as `[x ]`; nil for a box as it must be.
  let slip: String?

  /// Nil for an item of another list. With `allowingSlips`, what only resembles a box is one.
  init?(_ item: MarkdownTree, allowingSlips: Bool = false) {
    guard let paragraph = item.children.first, paragraph.kind == .paragraph,
      let first = paragraph.children.first, case .text(let text) = first.kind,
      let box = Box(text), box.isSound || allowingSlips
    else { return nil }
    isRight = box.isRight
    slip = box.isSound ? nil : box.written
    let words = text.dropFirst(box.written.count).drop(while: \.isWhitespace)
    let offset = text.utf8.distance(from: text.startIndex, to: words.startIndex)
    let place = SourcePlace(line: first.place.line, byte: first.place.byte + offset)
    var line = paragraph
    line.children[0] = MarkdownTree(
      kind: .text(String(words)), place: place, endLine: first.endLine)
    self.line = line
    below = Array(item.children.dropFirst())
    self.place = item.place
  }

  private struct Box {
    let written: String
    let isRight: Bool
    let isSound: Bool

    private static let longest = 5

    init?(_ text: String) {
      guard text.first == "[", let end = text.prefix(Self.longest).firstIndex(of: "]") else {
        return nil
      }
      let inside = text[..<end].dropFirst()
      let mark = String(inside).trimmingSpace.lowercased()
      guard ["", "x", "v", "✓", "✔"].contains(mark) else { return nil }
      written = String(text[...end])
      isRight = !mark.isEmpty
      let isSpaced = text[end...].dropFirst().first.map(\.isWhitespace) ?? true
      isSound = isSpaced && (inside == " " || inside == "x" || inside == "X")
    }
  }

  var children: [MarkdownTree] { [line] + below }
}
