/// The place `[[…]]` in a question that is answered by writing.
extension MarkdownTree {
  /// With a gap in the place of the answer between its brackets.
  var withGap: MarkdownTree {
    var tree = self
    tree.children = children.map(\.withGap).reduce(into: []) { pieces, piece in
      // A bracket is a piece of its own to the parser.
      if case .text(let text) = piece.kind, let last = pieces.last,
        case .text(let before) = last.kind
      {
        pieces[pieces.count - 1] = MarkdownTree(
          kind: .text(before + text), place: last.place, endLine: piece.endLine)
      } else {
        pieces.append(piece)
      }
    }
    tree.children = tree.children.map { piece in
      guard case .text(let text) = piece.kind, let start = text.firstRange(of: "[["),
        let end = text[start.upperBound...].firstRange(of: "]]")
      else { return piece }
      return MarkdownTree(
        kind: .text(text[..<start.lowerBound] + Quiz.gap + text[end.upperBound...]),
        place: piece.place, endLine: piece.endLine)
    }
    return tree
  }

  /// Whether a question says more than where its answer goes.
  var asks: Bool {
    let words = plainText
    guard let start = words.firstRange(of: "[["),
      let end = words[start.upperBound...].firstRange(of: "]]")
    else { return true }
    return (words[..<start.lowerBound] + words[end.upperBound...]).contains(where: \.isLetter)
  }
}
