/// What a word processor leaves in a line, with what belongs in its place.
struct PastedCharacters {
  enum Kind: Hashable {
    case bullet, space, quote, dash
  }

  struct Found {
    /// Bytes of the line, from 0.
    let range: Range<Int>
    let kind: Kind
    let replacement: String
  }

  /// In order.
  private(set) var found: [Found] = []
  private let scalars: [(value: Unicode.Scalar, byte: Int)]
  private let end: Int

  /// `isYAML` tells a line of keys and values, in which quotation marks mean something.
  init(line: String, isYAML: Bool) {
    var byte = 0
    scalars = line.unicodeScalars.map { scalar in
      defer { byte += UTF8.width(scalar) }
      return (scalar, byte)
    }
    end = byte
    let start = margin(isYAML: isYAML)
    let text = isYAML || !findDashes(from: start) ? bullet(at: start) : start
    findSpaces(from: text)
    if isYAML {
      findQuotesOfYAML(from: start)
    } else if scalars.contains(where: { Self.quotes.contains($0.value) }), isQuizLine {
      findQuotes()
    }
    found.sort { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Whether a line has a byte that one of these characters begins with; letters of Vietnamese begin with
  /// none.
  static func mayBe(in line: some Sequence<UInt8>) -> Bool {
    line.contains { $0 == 0xC2 || $0 == 0xE2 || $0 == 0xEF }
  }

  static func edits(in text: MarkdownText, yamlLines: Range<Int>) -> [Edit] {
    text.lines.enumerated().flatMap { index, range -> [Edit] in
      guard mayBe(in: text.bytes[range]) else { return [] }
      let pasted = PastedCharacters(
        line: text.string(line: index + 1), isYAML: yamlLines.contains(index))
      return pasted.found.map {
        Edit($0.range, Array($0.replacement.utf8), rule: .pastedFromWord, line: index + 1)
          .moved(by: range.lowerBound)
      }
    }
  }

  private mutating func find(_ scalars: Range<Int>, _ kind: Kind, _ replacement: String) {
    found.append(
      Found(
        range: byte(scalars.lowerBound)..<byte(scalars.upperBound), kind: kind,
        replacement: replacement))
  }

  private func byte(_ index: Int) -> Int { index < scalars.count ? scalars[index].byte : end }
}

// MARK: - Spaces and bullets

extension PastedCharacters {
  private static let noBreakSpace: Unicode.Scalar = "\u{A0}"
  private static let invisible: Set<Unicode.Scalar> = [
    "\u{AD}", "\u{200B}", "\u{FEFF}", "\u{2060}",
  ]
  private static let bullets: Set<Unicode.Scalar> = ["•", "▪", "·", "–", "\u{F0B7}"]
  /// Four spaces would make code of what follows.
  private static let widestMargin = 3

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == noBreakSpace || invisible.contains(scalar)
  }

  /// The index behind the spaces and `>` that the line begins with, each run of spaces that were
  /// pasted put right.
  private mutating func margin(isYAML: Bool) -> Int {
    var index = 0
    while index < scalars.count {
      let run = index..<(scalars[index...].firstIndex { !Self.isBlank($0.value) } ?? scalars.count)
      if run.upperBound < scalars.count { mendMargin(run, isYAML: isYAML) }
      guard run.upperBound < scalars.count, scalars[run.upperBound].value == ">" else {
        return run.upperBound == scalars.count ? index : run.upperBound
      }
      index = run.upperBound + 1
    }
    return index
  }

  private mutating func mendMargin(_ run: Range<Int>, isYAML: Bool) {
    let invisible = run.filter { Self.invisible.contains(scalars[$0].value) }
    if scalars[run].contains(where: { $0.value == Self.noBreakSpace }) {
      let width = run.count - invisible.count
      let most = isYAML ? width : Self.widestMargin
      find(run, .space, String(repeating: " ", count: min(width, most)))
    } else {
      for index in invisible { find(index..<index + 1, .space, "") }
    }
  }

  /// A bullet at `index` becomes a hyphen and one space.
  ///
  /// - Returns: the index where the text of the line begins.
  private mutating func bullet(at index: Int) -> Int {
    guard index < scalars.count, Self.bullets.contains(scalars[index].value) else { return index }
    let text =
      scalars[(index + 1)...].firstIndex { !Self.isBlank($0.value) } ?? scalars.count
    // A number below zero, and a dash alone, are no items.
    let isDash = scalars[index].value == "–"
    if text == scalars.count || isDash && text == index + 1 && scalars[text].value.isDigit {
      return index
    }
    find(index..<text, .bullet, "- ")
    return text
  }

  /// Behind the margin a no-break space becomes a space, and at the end of the line nothing.
  private mutating func findSpaces(from start: Int) {
    let last = scalars.lastIndex { !Self.isBlank($0.value) } ?? start - 1
    var index = start
    while index <= last {
      let scalar = scalars[index].value
      if scalar == Self.noBreakSpace { find(index..<index + 1, .space, " ") }
      if Self.invisible.contains(scalar) { find(index..<index + 1, .space, "") }
      index += 1
    }
    let tail = max(start, last + 1)..<scalars.count
    if scalars[tail].contains(where: { $0.value != " " && $0.value != "\t" }) {
      find(tail, .space, "")
    }
  }
}

// MARK: - Dashes

extension PastedCharacters {
  private static let dashes: Set<Unicode.Scalar> = ["—", "–"]

  /// The row of dashes below the header of a table, of which a word processor makes long ones.
  ///
  /// - Returns: whether the line is such a row.
  private mutating func findDashes(from start: Int) -> Bool {
    let row = scalars[start...]
    guard row.contains(where: { $0.value == "|" }),
      row.contains(where: { Self.dashes.contains($0.value) }),
      row.allSatisfy({
        Self.isBlank($0.value) || Self.dashes.contains($0.value)
          || "|:-".unicodeScalars.contains($0.value)
      })
    else { return false }
    var index = start
    while index < scalars.count {
      let run = scalars[index...].prefix { $0.value == "-" || Self.dashes.contains($0.value) }
      if run.contains(where: { Self.dashes.contains($0.value) }) {
        find(run.indices, .dash, "---")
      }
      index = max(run.endIndex, index + 1)
    }
    return true
  }
}

// MARK: - Quotation marks

extension PastedCharacters {
  private static let quotes: Set<Unicode.Scalar> = ["“", "”", "„", "‟"]

  /// Whether the line is the comment before a question.
  private var isQuizLine: Bool {
    let text = String(String.UnicodeScalarView(scalars.map(\.value)))
    return text.firstRange(of: "<!--").map {
      QuizDirective.isMeant(by: String(text[$0.lowerBound...]))
    }
      ?? false
  }

  private mutating func findQuotes() {
    for index in scalars.indices where Self.quotes.contains(scalars[index].value) {
      find(index..<index + 1, .quote, "\"")
    }
  }

  /// Pairs around a whole value, which YAML would take for letters of it.
  private mutating func findQuotesOfYAML(from start: Int) {
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
        index = scalars[(index + 1)...].firstIndex { $0.value == scalar } ?? scalars.count
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

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
}

extension UTF8 {
  /// How many bytes a scalar has.
  static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case ..<0x80: 1
    case ..<0x800: 2
    case ..<0x10000: 3
    default: 4
    }
  }
}
