/// The line that a finding is about, cut to what fits beside it.
package struct Excerpt: Hashable, Sendable {
  package let text: String
  /// Characters of `text` before what the finding means.
  package let indent: Int
  /// How many characters the finding means; at least 1.
  package let length: Int

  /// The most characters that are shown of a long line.
  static let width = 160

  init(text: String, indent: Int, length: Int) {
    self.text = text
    self.indent = indent
    self.length = length
  }

  /// `columns` are what the finding means, from 0; they may reach behind the line.
  init(line: [Character], columns: Range<Int>) {
    let start = min(columns.lowerBound, line.count)
    let first = line.count <= Self.width ? 0 : max(0, start - Self.width / 4)
    let shown = line[first..<min(line.count, first + Self.width)]
    let isCut = (before: first > 0, after: shown.endIndex < line.count)
    text =
      (isCut.before ? "…" : "") + String(shown.map { $0 == "\t" ? " " : $0 })
      + (isCut.after ? "…" : "")
    indent = start - first + (isCut.before ? 1 : 0)
    length = max(1, min(columns.upperBound, shown.endIndex) - start)
  }
}

extension [Diagnostic] {
  /// The same findings about one file, each with its line of `bytes` and the end of the word where it
  /// begins.
  func quoting(_ bytes: [UInt8]) -> [Diagnostic] {
    guard !isEmpty, String(validating: bytes, as: UTF8.self) != nil else { return self }
    let text = MarkdownText(bytes: bytes.withoutByteOrderMark)
    var lines: [Int: [Character]] = [:]
    return map { diagnostic in
      if diagnostic.excerpt != nil { return diagnostic }
      let line = lines[diagnostic.line] ?? Array<Character>(text.string(line: diagnostic.line))
      lines[diagnostic.line] = line
      let start = Swift.min(diagnostic.column - 1, line.count)
      let length = line[start...].prefix { !$0.isWhitespace && !",:[]{}\"".contains($0) }.count
      return diagnostic.quoting(
        Excerpt(line: line, columns: start..<(start + Swift.max(1, length))))
    }
  }
}

extension [UInt8] {
  var withoutByteOrderMark: [UInt8] {
    starts(with: [0xEF, 0xBB, 0xBF]) ? Array(dropFirst(3)) : self
  }
}
