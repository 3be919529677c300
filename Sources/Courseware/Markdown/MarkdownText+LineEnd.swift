extension MarkdownText {
  /// The bytes that end a line, counted from 1; a line feed where it is the last.
  func lineEnd(of line: Int) -> [UInt8] {
    guard line < lines.count else { return [UInt8(ascii: "\n")] }
    return Array(bytes[lines[line - 1].upperBound..<lines[line].lowerBound])
  }
}
