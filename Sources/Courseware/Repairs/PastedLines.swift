/// What a word processor left in the lines of a text, each looked at among its neighbours.
struct PastedLines {
  struct Line {
    /// From 1.
    let number: Int
    let found: [PastedCharacters.Found]
  }

  /// Those in which something was left, in order.
  private(set) var lines: [Line] = []
  private let text: MarkdownText

  /// `yamlLines` are those of keys and values, counted from 0.
  init(in text: MarkdownText, yamlLines: Range<Int>) {
    self.text = text
    guard PastedCharacters.mayBe(in: text.bytes) else { return }
    var table = Table()
    var gap = Gap(lines: 0..<0, margin: nil)
    var bullets = PastedBullets()
    for (index, range) in text.lines.enumerated() {
      let bytes = text.bytes[range]
      defer { table.add(bytes) }
      let bullet =
        yamlLines.contains(index)
        ? .item : bullets.next(text.string(line: index + 1), below: text.string(line: index + 2))
      guard PastedCharacters.mayBe(in: bytes) else { continue }
      let setting: PastedCharacters.Setting
      if yamlLines.contains(index) {
        if FrontMatter.isSpoiledFence(bytes) { continue }
        setting = .yaml(endsValue: Self.endsValue(at: index, in: text, yamlLines))
      } else {
        if !gap.lines.contains(index) { gap = Gap(at: index, in: text) }
        let isGap = gap.lines.contains(index)
        setting = (isGap ? gap.margin : nil).map { .gap(margin: $0) } ?? table.setting(of: bytes)
      }
      let found = PastedCharacters(
        line: text.string(line: index + 1), in: setting, bullet: bullet
      ).found
      if !found.isEmpty { lines.append(Line(number: index + 1, found: found)) }
    }
  }

  var edits: [Edit] {
    lines.flatMap { line in
      line.found.map {
        Edit($0.range, Array($0.replacement.utf8), rule: .pastedFromWord, line: line.number)
          .moved(by: text.lines[line.number - 1].lowerBound)
      }
    }
  }

  /// Whether the line of YAML behind another begins something of its own.
  private static func endsValue(
    at index: Int, in text: MarkdownText, _ yamlLines: Range<Int>
  ) -> Bool {
    guard yamlLines.contains(index + 1) else { return true }
    let next = text.string(line: index + 2).drop(while: \.isWhitespace)
    guard let first = next.first else { return true }
    return "-#]}".contains(first) || next.prefix { !$0.isWhitespace }.hasSuffix(":")
  }
}

extension PastedLines {
  /// Where in a table a line stands, by those above it.
  private struct Table {
    /// How many lines with a bar stand right above.
    private var rows = 0
    /// Whether the row of dashes is among them, or what was to be it.
    private var hasDashes = false

    func setting(of line: ArraySlice<UInt8>) -> PastedCharacters.Setting {
      if hasDashes, line.contains(UInt8(ascii: "|")) { return .row }
      return rows == 1 ? .belowHeader : .text
    }

    mutating func add(_ line: ArraySlice<UInt8>) {
      let content = line.drop { " \t>".utf8.contains($0) }
      if content.isEmpty {
        self = Table()
      } else if !content.contains(UInt8(ascii: "|")) {
        rows = 0
      } else {
        // Where it stands further down, nobody can tell a long dash from an empty cell.
        if rows > 0, !hasDashes, rows == 1 || content.allSatisfy({ $0 < 0x80 }) {
          hasDashes = PastedCharacters.isRowOfDashes(
            String(decoding: content, as: UTF8.self).unicodeScalars)
        }
        rows += 1
      }
    }
  }

  /// Lines that are blank to the eye and none to the parser.
  private struct Gap {
    let lines: Range<Int>
    /// What the lines of a quotation begin with, where it goes on behind them.
    let margin: String?

    init(lines: Range<Int>, margin: String?) {
      self.lines = lines
      self.margin = margin
    }

    /// The lines from `first` on; none where that is no such line.
    init(at first: Int, in text: MarkdownText) {
      var end = first
      while end < text.lines.count, Self.isBlank(text.bytes(line: end + 1)) { end += 1 }
      let (above, below) = (text.bytes(line: first), text.bytes(line: end + 1))
      // An alert begins a quotation of its own.
      let margins =
        Self.content(of: below).starts(with: "[!".utf8)
        ? [] : [above, below].compactMap(\.quotationMargin)
      self.init(
        lines: first..<end, margin: margins.count == 2 ? margins.min { $0.count < $1.count } : nil)
    }

    private static func isBlank(_ line: ArraySlice<UInt8>) -> Bool {
      PastedCharacters.mayBe(in: line)
        && String(decoding: line, as: UTF8.self).unicodeScalars
          .allSatisfy(PastedCharacters.isBlank)
    }

    private static func content(of line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
      line.drop { " \t>".utf8.contains($0) }
    }
  }
}
