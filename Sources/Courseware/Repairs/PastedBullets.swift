/// What a bullet at the beginning of a line is, by the lines above it.
enum PastedBullet: Hashable {
  /// An item where it stands.
  case item
  /// An item of what the lines above opened, in which lines begin with these signs.
  case inside(String)
  /// A dash in a sentence.
  case none
}

/// Follows the lines of a text and tells which bullets begin items, and in what.
struct PastedBullets {
  /// What the lines of a quotation begin with.
  private var margin = ""
  /// How far lines are indented that belong to the item above.
  private var indent: Int?
  private var hasBullet = false
  private var hasColon = false
  /// Whether the last item outside of quotations is a choice: the quotation below it is what its reader is told.
  private var hasChoice = false
  /// Whether the line above is running text, and ends with a digit.
  private var (isOpen, hasDigit) = (false, false)

  /// The bullet of the next line; `below` is the line behind it.
  mutating func next(_ line: String, below: String) -> PastedBullet {
    let line = Line(line)
    guard let first = line.content.first else {
      self = PastedBullets()
      return .item
    }
    if let own = line.margin, own.signs != margin.signs {
      let isTold = hasChoice
      self = PastedBullets()
      margin = own
      hasChoice = isTold
    }
    guard PastedCharacters.bullets.contains(first) else {
      add(line)
      return .item
    }
    if line.isChoiceBehindBullet, line.margin == nil, hasChoice || margin.isEmpty {
      self = PastedBullets()
      (hasChoice, hasBullet) = (true, true)
      open(line)
      return .item
    }
    let isPlain = first != "–" && first != "·"
    // `7:30`, and on the next line `– 11:30`.
    let isRange = first == "–" && isOpen && hasDigit && line.hasDigitBehindMark
    let isItem =
      isPlain || !isOpen || hasColon || hasBullet
      || Line(below).content.first.map(PastedCharacters.bullets.contains) == true
    open(line)
    guard isItem, !isRange else { return .none }
    hasBullet = true
    let isLazy = line.margin == nil && !margin.isEmpty
    guard isLazy || line.indent < indent ?? 0 else { return .item }
    // One of a list to tick off stands beside the one above it.
    let depth = line.isChoiceBehindBullet ? 0 : indent ?? 0
    let spaces = String(repeating: " ", count: max(isLazy ? 0 : line.indent, depth))
    return .inside(margin.isEmpty ? spaces : "\(margin) \(spaces)")
  }

  private mutating func add(_ line: Line) {
    if line.isBoundary {
      self = PastedBullets()
      margin = line.margin ?? ""
      return
    }
    if let width = line.markWidth {
      let isLazy = line.margin == nil && !margin.isEmpty
      let isInside = indent.map { line.indent >= $0 } ?? false
      if isLazy { margin = "" }
      if margin.isEmpty { hasChoice = line.isTask }
      if line.isNumbered || line.isTask || line.endsWithColon {
        indent = line.indent + width
      } else if !isInside {
        indent = nil
      }
      hasBullet = !line.isNumbered && !line.isTask
    }
    open(line)
  }

  private mutating func open(_ line: Line) {
    (isOpen, hasColon, hasDigit) = (true, line.endsWithColon, line.endsWithDigit)
  }
}

extension PastedBullets {
  /// A line as far as bullets ask.
  private struct Line {
    /// Nil where it begins no quotation.
    let margin: String?
    /// Blanks before the content.
    let indent: Int
    /// Without blanks before and behind.
    let content: Substring.UnicodeScalarView

    init(_ line: String) {
      let scalars = line.unicodeScalars
      var (start, last) = (scalars.startIndex, scalars.startIndex)
      while start < scalars.endIndex {
        let scalar = scalars[start]
        guard scalar == ">" || PastedCharacters.isBlank(scalar) else { break }
        start = scalars.index(after: start)
        if scalar == ">" { last = start }
      }
      margin = last > scalars.startIndex ? String(scalars[..<last].map(Character.init)) : nil
      let blanks = scalars[last..<start].count
      indent = margin == nil ? blanks : max(0, blanks - 1)
      var end = scalars.endIndex
      while end > start, PastedCharacters.isBlank(scalars[scalars.index(before: end)]) {
        end = scalars.index(before: end)
      }
      content = Substring(line).unicodeScalars[start..<end]
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private var number: Int { content.prefix(10).prefix(while: Self.isDigit).count }

    var endsWithDigit: Bool { content.last.map(Self.isDigit) == true }

    var hasDigitBehindMark: Bool {
      content.dropFirst().first { !PastedCharacters.isBlank($0) }.map(Self.isDigit) == true
    }

    var isNumbered: Bool {
      (1...9).contains(number)
        && content.dropFirst(number).first.map { ".)".unicodeScalars.contains($0) } == true
        && content.dropFirst(number + 1).first == " "
    }

    /// Of the mark that it begins with and the blanks behind it; nil for no item.
    var markWidth: Int? {
      let mark = isNumbered ? number + 1 : 1
      guard isNumbered || content.first.map({ "-*+".unicodeScalars.contains($0) }) == true else {
        return nil
      }
      let blanks = content.dropFirst(mark).prefix { $0 == " " }.count
      return blanks == 0 ? nil : mark + (blanks > 4 ? 1 : blanks)
    }

    var isTask: Bool {
      !isNumbered && markWidth.map { content.dropFirst($0).first == "[" } == true
    }

    /// `[ ]` or `[x]`, also with a blank that is none to the parser.
    var isChoiceBehindBullet: Bool {
      let box = content.dropFirst().drop(while: PastedCharacters.isBlank).prefix(3)
      return box.first == "[" && box.dropFirst(2).first == "]"
    }

    var endsWithColon: Bool {
      var rest = content
      while let last = rest.last, "*_".unicodeScalars.contains(last) { rest.removeLast() }
      return rest.last.map { ":：".unicodeScalars.contains($0) } == true
    }

    /// Whether it is a heading, a fence, a row, a comment, a mark or a rule, on which no sentence goes on.
    var isBoundary: Bool {
      if let first = content.first, "#|`~".unicodeScalars.contains(first) { return true }
      let text = String(content.prefix(4))
      return text.hasPrefix("<!--") || text.hasPrefix("[!")
        || content.allSatisfy { "-*_= ".unicodeScalars.contains($0) }
    }
  }
}

extension String {
  fileprivate var signs: Int { utf8.count { $0 == UInt8(ascii: ">") } }
}
