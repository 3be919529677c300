/// The findings about one Markdown file, collected by bytes and told by characters.
struct ManuscriptFindings {
  private struct Entry {
    let rule: Diagnostic.Rule
    let range: Range<SourcePlace>
    let summary: Words
    let fix: Words
  }

  let path: String
  private var entries: [Entry] = []

  init(path: String) {
    self.path = path
  }

  mutating func report(
    _ rule: Diagnostic.Rule, at place: SourcePlace, length: Int = 1, _ summary: Words, fix: Words
  ) {
    let end = SourcePlace(line: place.line, byte: place.byte + max(1, length))
    entries.append(Entry(rule: rule, range: place..<end, summary: summary, fix: fix))
  }

  /// Reports something about `words`, which stand at `place` or soon behind it.
  mutating func report(
    _ rule: Diagnostic.Rule, on words: String, near place: SourcePlace, in text: MarkdownText,
    _ summary: Words, fix: Words
  ) {
    let found = (0..<4).lazy
      .map { $0 == 0 ? place : SourcePlace(line: place.line + $0) }
      .compactMap { text.range(of: words, from: $0) }.first
    guard let found else {
      report(rule, at: place, summary, fix: fix)
      return
    }
    report(
      rule, at: found.lowerBound, length: found.upperBound.byte - found.lowerBound.byte, summary,
      fix: fix)
  }

  /// Each line is looked at once, however many findings it has.
  func diagnostics(in text: MarkdownText) -> [Diagnostic] {
    Dictionary(grouping: entries, by: \.range.lowerBound.line).flatMap { line, entries in
      let string = text.string(line: line)
      let characters = Array<Character>(string)
      // How many bytes stand before each character.
      var starts: [Int] = []
      var bytes = 0
      for character in characters {
        starts.append(bytes)
        bytes += character.utf8.count
      }
      return entries.map { entry in
        // A byte behind the line is the column behind its last character.
        let first =
          entry.range.lowerBound.byte > bytes
          ? characters.count
          : max(0, Self.count(of: starts, below: entry.range.lowerBound.byte) - 1)
        let end = Self.count(of: starts, below: entry.range.upperBound.byte - 1)
        let columns = first..<max(first + 1, end)
        return Diagnostic(
          path: path, position: SourcePosition(line: line, column: columns.lowerBound + 1),
          rule: entry.rule, summary: entry.summary, fix: entry.fix,
          excerpt: Excerpt(line: characters, columns: columns))
      }
    }
  }

  /// How many of the ascending numbers are below `limit`.
  private static func count(of numbers: [Int], below limit: Int) -> Int {
    var (low, high) = (0, numbers.count)
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < limit { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
