/// The front matter of a text as lines `key: value`, of which some get other values.
struct KeyLines {
  private let text: MarkdownText
  /// Behind the front matter's first line, before its last; from 0.
  private let lines: Range<Int>
  private(set) var edits: [Edit] = []
  /// What the edits mend, and the line of its finding.
  private let finding: (rule: Diagnostic.Rule, line: Int)

  init(_ text: MarkdownText, rule: Diagnostic.Rule, line: Int) {
    self.text = text
    finding = (rule, line)
    lines = 1..<max(1, FrontMatter(text).lineCount - 1)
  }

  /// Puts `value` in the place of the one behind `key`; a key that is not there gets a line at the
  /// end.
  mutating func set(_ key: String, to value: String) {
    let name = Array("\(key):".utf8)
    if let index = lines.first(where: { text.bytes[text.lines[$0]].starts(with: name) }) {
      let range = text.lines[index]
      let start = range.lowerBound + name.count
      let end = start + Self.value(in: Array(text.bytes[start..<range.upperBound]))
      change(start..<end, to: " \(value)")
    } else {
      let end = text.lines[lines.upperBound].lowerBound
      let lineEnd = String(decoding: text.lineEnd(of: 1), as: UTF8.self)
      change(end..<end, to: "\(key): \(value)" + lineEnd)
    }
  }

  /// A file with these values in its front matter, and every other byte as it was; nil for one that is
  /// no text.
  static func written(
    _ values: KeyValuePairs<String, String>, in file: SourceFile, rule: Diagnostic.Rule
  ) -> [UInt8]? {
    guard file.bytes.count <= SourceFile.markdownLimit,
      String(validating: file.bytes, as: UTF8.self) != nil
    else { return nil }
    let mark = file.bytes.count - file.bytes.withoutByteOrderMark.count
    var lines = KeyLines(MarkdownText(bytes: file.bytes.withoutByteOrderMark), rule: rule, line: 1)
    for (key, value) in values { lines.set(key, to: value) }
    return lines.edits.map { $0.moved(by: mark) }.applied(to: file.bytes)
  }

  private mutating func change(_ range: Range<Int>, to words: String) {
    edits.append(Edit(range, Array(words.utf8), rule: finding.rule, line: finding.line))
  }

  /// How many bytes the value has, with the spaces before it: a comment behind it stays.
  private static func value(in rest: [UInt8]) -> Int {
    let isSpace: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    let start = rest.firstIndex { !isSpace($0) } ?? rest.count
    var index = start
    if start < rest.count, rest[start] == UInt8(ascii: "\"") || rest[start] == UInt8(ascii: "'") {
      let quote = rest[start]
      index += 1
      while index < rest.count, rest[index] != quote {
        index += rest[index] == UInt8(ascii: "\\") && quote == UInt8(ascii: "\"") ? 2 : 1
      }
    }
    while index < rest.count {
      if rest[index] == UInt8(ascii: "#"), index > 0, isSpace(rest[index - 1]) {
        return rest[..<index].lastIndex { !isSpace($0) }.map { $0 + 1 } ?? 0
      }
      index += 1
    }
    return rest.count
  }
}
