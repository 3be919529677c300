/// Feedback that is not indented, or not enough, though it is plain which choice it belongs to: the one
/// above it.
struct LooseFeedback: Hashable {
  /// From 1.
  let lines: ClosedRange<Int>
  /// How many spaces stand before each at least once it is mended.
  let indent: Int

  /// Nil where the quotation does not stand directly below its choice, in no item itself, or where
  /// indenting it would change what the choices behind it belong to.
  init?(
    _ quote: MarkdownTree, below choice: Quiz.Choice, before next: MarkdownTree?,
    in text: MarkdownText
  ) {
    guard choice.feedback.isEmpty, choice.place.byte == 1,
      text.bytes(line: quote.place.line).prefix(quote.place.byte - 1)
        .allSatisfy({ $0 == UInt8(ascii: " ") }),
      quote.endLine <= text.lines.count,
      text.bytes(line: quote.place.line - 1).contains(where: { !" \t".utf8.contains($0) })
    else { return nil }
    let line = text.bytes(line: choice.place.line)
    let gap = line.dropFirst().prefix { $0 == UInt8(ascii: " ") }.count
    guard let bullet = line.first, "-*+".utf8.contains(bullet),
      line.dropFirst(1 + gap).first == UInt8(ascii: "[")
    else { return nil }
    if let next, case .list = next.kind {
      let begins = next.place.byte == 1 && text.bytes(line: next.place.line).first == bullet
      guard begins, next.children.allSatisfy({ TaskItem($0) != nil }) else { return nil }
    }
    lines = quote.place.line...quote.endLine
    indent = 1 + gap
  }

  func edit(in text: MarkdownText) -> Edit {
    let space = UInt8(ascii: " ")
    let start = text.lines[lines.lowerBound - 1].lowerBound
    var (index, indented) = (start, [UInt8]())
    for line in lines {
      let range = text.lines[line - 1]
      let present = text.bytes[range].prefix { $0 == space }.count
      let missing = range.isEmpty ? 0 : max(0, indent - present)
      indented += text.bytes[index..<range.lowerBound]
      indented += [UInt8](repeating: space, count: missing)
      indented += text.bytes[range]
      index = range.upperBound
    }
    return Edit(
      start..<index, indented, rule: .quizFeedbackUnindented, line: lines.lowerBound)
  }
}
