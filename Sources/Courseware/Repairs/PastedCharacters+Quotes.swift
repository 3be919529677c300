/// Curly quotation marks, where only straight ones mean anything.
extension PastedCharacters {
  static let quotes: Set<Unicode.Scalar> = ["“", "”", "„", "‟"]

  /// Whether the line is the comment before a question.
  var isQuizLine: Bool {
    let text = String(String.UnicodeScalarView(scalars.map(\.value)))
    return text.firstRange(of: "<!--").map {
      QuizDirective.isMeant(by: String(text[$0.lowerBound...]))
    }
      ?? false
  }

  mutating func findQuotes() {
    for index in scalars.indices where Self.quotes.contains(scalars[index].value) {
      find(index..<index + 1, .quote, "\"")
    }
  }

  /// Pairs around a whole value, which YAML would take for letters of it, and one that closes what a
  /// straight mark opened.
  mutating func findQuotesOfYAML(from start: Int, endsValue: Bool) {
    var index = start
    var depth = 0
    /// Whether a value may begin here, and whether it needs a space before it.
    var (mayBegin, needsSpace, hasSpace) = (false, false, true)
    while index < scalars.count {
      let scalar = scalars[index].value
      if Self.isBlank(scalar) {
        hasSpace = true
        index += 1
        continue
      }
      if scalar == "#", hasSpace { return }
      let begins = mayBegin && (hasSpace || !needsSpace)
      if begins, scalar == "\"" || scalar == "'" {
        var close = scalars[(index + 1)...].firstIndex { $0.value == scalar }
        if close == nil, scalar == "\"", endsValue {
          close = closing(of: index, isInList: depth > 0)
          if let close { find(close..<close + 1, .quote, "\"") }
        }
        index = close ?? scalars.count
      } else if begins, Self.quotes.contains(scalar),
        let close = closing(of: index, isInList: depth > 0)
      {
        find(index..<index + 1, .quote, "\"")
        find(close..<close + 1, .quote, "\"")
        index = close
      }
      switch scalar {
      case "[" where begins, "{" where begins: depth += 1
      case "]", "}": depth = max(0, depth - 1)
      default: break
      }
      let opens = begins && (scalar == "[" || scalar == "{")
      mayBegin =
        opens || scalar == ":" || scalar == "," && depth > 0 || scalar == "-" && index == start
      needsSpace = scalar == ":" || scalar == "-"
      hasSpace = false
      index += 1
    }
  }

  /// The mark that ends the value begun at `open`; nil where more than the value stands before it. Only
  /// between brackets a comma ends a value.
  private func closing(of open: Int, isInList: Bool) -> Int? {
    guard
      let close = scalars[(open + 1)...].firstIndex(where: {
        Self.quotes.contains($0.value) || $0.value == "\"" || $0.value == "\\"
      }), Self.quotes.contains(scalars[close].value)
    else { return nil }
    let next = scalars[(close + 1)...].first { !Self.isBlank($0.value) }
    let ends = isInList ? ",]}#" : "#"
    return next.map { ends.unicodeScalars.contains($0.value) } ?? true ? close : nil
  }
}
