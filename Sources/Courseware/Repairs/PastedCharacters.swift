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

  /// What the line is among its neighbours.
  enum Setting: Hashable {
    case text
    /// The second row of a table, where the row of dashes belongs.
    case belowHeader
    case row
    /// Blank to the eye, between two lines of a quotation that begin with this.
    case gap(margin: String)
    /// Keys and values, in which quotation marks mean something; `endsValue` where the next line begins
    /// another, so that no value goes on there.
    case yaml(endsValue: Bool)
  }

  /// In order.
  private(set) var found: [Found] = []
  let scalars: [(value: Unicode.Scalar, byte: Int)]
  private let end: Int

  init(line: String, in setting: Setting = .text, bullet: PastedBullet = .item) {
    var byte = 0
    scalars = line.unicodeScalars.map { scalar in
      defer { byte += UTF8.width(scalar) }
      return (scalar, byte)
    }
    end = byte
    switch setting {
    case .gap(let margin): found = [Found(range: 0..<end, kind: .space, replacement: margin)]
    case .yaml(let endsValue):
      let start = margin(isYAML: true)
      findSpaces(from: self.bullet(at: start))
      findQuotesOfYAML(from: start, endsValue: endsValue)
    case .text, .belowHeader, .row:
      let start = margin(isYAML: false)
      let isRow = setting == .row || setting == .belowHeader && findDashes(from: start)
      findSpaces(from: isRow || bullet == .none ? start : self.bullet(at: start, bullet))
      if scalars.contains(where: { Self.quotes.contains($0.value) }), isQuizLine { findQuotes() }
    }
    found.sort { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Whether a line has a byte that one of these characters begins with; letters of Vietnamese begin with
  /// none.
  static func mayBe(in line: some Sequence<UInt8>) -> Bool {
    line.contains { $0 == 0xC2 || $0 == 0xE2 || $0 == 0xEF }
  }

  mutating func find(_ scalars: Range<Int>, _ kind: Kind, _ replacement: String) {
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
  /// The last four are those of its own font.
  static let bullets: Set<Unicode.Scalar> = [
    "•", "▪", "·", "–", "●", "○", "◦", "■", "➢", "\u{F0A7}", "\u{F0B7}", "\u{F0D8}", "\u{F0FC}",
  ]
  /// Four spaces would make code of what follows.
  private static let widestMargin = 3

  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
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

  /// A bullet at `index` becomes a hyphen and one space, behind the signs of what it belongs to.
  ///
  /// - Returns: the index where the text of the line begins.
  private mutating func bullet(at index: Int, _ bullet: PastedBullet = .item) -> Int {
    guard index < scalars.count, Self.bullets.contains(scalars[index].value) else { return index }
    let text =
      scalars[(index + 1)...].firstIndex { !Self.isBlank($0.value) } ?? scalars.count
    // A number below zero, a dash alone, and signs in a row are no items.
    let isDash = scalars[index].value == "–"
    let isRule = scalars[text...].allSatisfy {
      Self.bullets.contains($0.value) || Self.dashes.contains($0.value) || Self.isBlank($0.value)
    }
    if isRule || isDash && text == index + 1 && scalars[text].value.isDigit {
      return index
    }
    if case .inside(let signs) = bullet {
      found = []
      find(0..<text, .bullet, signs + "- ")
    } else {
      find(index..<text, .bullet, "- ")
    }
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

  /// Whether a line is nothing but bars and dashes, of any length, as the row below a table's header.
  static func isRowOfDashes(_ row: some Sequence<Unicode.Scalar>) -> Bool {
    var (hasBar, hasDash) = (false, false)
    for scalar in row {
      if scalar == "|" {
        hasBar = true
      } else if scalar == "-" || dashes.contains(scalar) {
        hasDash = true
      } else if scalar != ":", !isBlank(scalar) {
        return false
      }
    }
    return hasBar && hasDash
  }

  /// The row of dashes below the header of a table, of which a word processor makes long ones.
  ///
  /// - Returns: whether the line is such a row.
  private mutating func findDashes(from start: Int) -> Bool {
    let row = scalars[start...]
    guard row.contains(where: { Self.dashes.contains($0.value) }),
      Self.isRowOfDashes(row.lazy.map(\.value))
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
