import Domain

/// The mark of an alert in running text, where it makes none: `[!INSTRUCTOR]` without a `>`, or
/// words that can only head a note for the team.
struct MisplacedMark {
  /// As it reads, without emphasis and escapes.
  let written: String
  /// Of the line that it stands in.
  let place: SourcePlace
  /// Nil where it names no alert.
  let kind: Alert.Kind?
  /// Whether no more than a title stands beside it.
  let standsAlone: Bool
  /// Whether it is written `:::instructor`, which reaches to a line `:::`.
  let opensContainer: Bool

  /// Whether what it heads may be for the team.
  var isForTeam: Bool { kind == nil || kind == .instructor }

  /// Where a text stands, and what is enough there to make a mark.
  enum Setting {
    /// Words need brackets or a colon.
    case running
    /// Words that say whom the text is for are enough.
    case heading
    /// So are those that head a note.
    case quotation
  }

  /// The first in running text that is for the team, else the first; what stands in a code span is
  /// none.
  init?(_ content: [MarkdownTree], in setting: Setting) {
    let lines = content.split { $0.kind == .softBreak || $0.kind == .lineBreak }
    self.init(
      lines: lines.map { line in
        Line(
          text: line.count == 1
            ? line.first?.textWithMarks ?? "" : line.map(\.textWithMarks).joined(),
          emphasised: line.first.flatMap { $0.isEmphasis ? $0.textWithMarks : nil },
          place: line.first?.place ?? SourcePlace(line: 1))
      }, in: setting)
  }

  /// The same in text that the parser takes for code because it is indented.
  init?(indented code: String, at place: SourcePlace) {
    let lines = code.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    self.init(
      lines: lines.map { index, line in
        Line(
          text: String(line.drop { $0 == ">" || $0 == " " }), emphasised: nil,
          place: SourcePlace(line: place.line + index))
      }, in: .running)
  }

  /// A name that stands by itself: of a comment, of the language of a code block.
  init?(name: String, at place: SourcePlace, opensContainer: Bool) {
    guard TeamWords.name(name[...], allowingSlips: true) else { return nil }
    self.init(
      written: name, place: place, kind: .instructor, standsAlone: true,
      opensContainer: opensContainer)
  }

  /// A cell that is nothing but a mark, which makes its column or row one for the team.
  init?(of table: TableSource) {
    for (isHeader, row) in [(true, table.header)] + table.rows.map({ (false, $0) }) {
      for cell in row.cells {
        let text = cell.text.drop { "*_ ".contains($0) }
        let name = text.prefix { !"*_".contains($0) }
        guard TeamWords.mayBegin(name), TeamWords.name(name, allowingSlips: false),
          isHeader || TeamWords.address(name) || name.uppercased() == name
        else { continue }
        self.init(
          written: String(name), place: cell.place, kind: .instructor, standsAlone: false,
          opensContainer: false)
        return
      }
    }
    return nil
  }

  private struct Line {
    let text: String
    /// What it begins with, where that is bold or slanted.
    let emphasised: String?
    let place: SourcePlace
  }

  private init?(lines: [Line], in setting: Setting) {
    var first: Self?
    for line in lines {
      let container = Self.container(in: line.text)
      guard
        let found = container ?? Self.tag(in: line.text) ?? Self.emphasised(in: line, setting)
          ?? Self.opening(of: line.text, in: setting)
      else { continue }
      let mark = Self(
        written: String(found.written), place: line.place, kind: found.kind,
        standsAlone: lines.count == 1
          && line.text.dropFirst(found.written.count).split(separator: " ").count
            <= Self.longestTitle,
        opensContainer: container?.written.hasPrefix(":::") == true)
      if mark.isForTeam {
        self = mark
        return
      }
      first = first ?? mark
    }
    guard let first else { return nil }
    self = first
  }

  private init(
    written: String, place: SourcePlace, kind: Alert.Kind?, standsAlone: Bool,
    opensContainer: Bool
  ) {
    self.written = written
    self.place = place
    self.kind = kind
    self.standsAlone = standsAlone
    self.opensContainer = opensContainer
  }

  /// Whether a text that is no part of the body, such as a title, holds a mark for the team.
  static func isIn(value: String) -> Bool {
    let line = value.drop { $0 == ">" || $0.isWhitespace }
    let tags = value.split(whereSeparator: \.isNewline).compactMap { tag(in: String($0)) }
    return tags.contains { $0.kind == nil || $0.kind == .instructor }
      || container(in: String(line)) != nil
  }
}

extension MisplacedMark {
  private typealias Found = (written: Substring, kind: Alert.Kind?)

  private static let longest = 60
  /// In words.
  private static let longestTitle = 4

  /// `[!` and a word, anywhere in a line.
  private static func tag(in line: String) -> Found? {
    // Most lines have no bracket, and every line is looked at.
    guard line.utf8.contains(where: { $0 == UInt8(ascii: "[") || $0 == 0xEF || $0 == 0xE3 }) else {
      return nil
    }
    var rest = line[...]
    while let start = rest.firstIndex(where: { "[［【".contains($0) }) {
      let inside = line[start...].dropFirst()
      let mark = inside.drop(while: \.isWhitespace)
      let word = mark.dropFirst().drop(while: \.isWhitespace)
      if mark.first == "!" || mark.first == "！", word.first?.isLetter == true {
        let name = word.prefix(longest).prefix { !"]］】".contains($0) }
        let hasEnd = name.endIndex < line.endIndex && "]］】".contains(line[name.endIndex])
        let end = hasEnd ? line.index(after: name.endIndex) : name.endIndex
        let words = SearchText.composed(name.uppercased()).trimmingSpace
        return (line[start..<end], Alert.Kind(word: words))
      }
      rest = inside
    }
    return nil
  }

  /// `:::instructor`, `!!! instructor`, `::: {.giảng-viên}`, `::: warning Cho tổ`: what other programs
  /// take for an alert.
  private static func container(in line: String) -> Found? {
    // The last three begin white space that is not ASCII.
    guard let byte = line.utf8.first(where: { $0 != 0x20 && $0 != 0x09 }),
      ":!?".utf8.contains(byte) || byte == 0xC2 || byte == 0xE2 || byte == 0xE3
    else { return nil }
    let text = line.drop(while: \.isWhitespace)
    guard [":::", "!!!", "???"].contains(where: text.hasPrefix) else { return nil }
    let name = text.drop { ":!?+{. ".contains($0) }.prefix(longest).prefix { $0 != "}" }
    let words = name.split { $0.isWhitespace || "\"“”".contains($0) }
    for first in words.indices.prefix(longestTitle) {
      for last in words.indices.dropFirst(first).prefix(longestTitle).reversed() {
        let phrase = name[words[first].startIndex..<words[last].endIndex]
        if TeamWords.name(phrase, allowingSlips: first == words.startIndex) {
          return (text[..<phrase.endIndex], .instructor)
        }
      }
    }
    return nil
  }

  /// `**Cho tổ** …` at the beginning of a line.
  private static func emphasised(in line: Line, _ setting: Setting) -> Found? {
    guard let name = line.emphasised?[...], TeamWords.mayBegin(name),
      TeamWords.name(name, allowingSlips: false)
    else { return nil }
    let rest = line.text.dropFirst(name.count)
    guard
      name.uppercased() == name || TeamWords.address(name)
        || TeamWords.areColleagues(name) && (setting == .quotation || !isPerson(rest))
    else { return nil }
    return (name, .instructor)
  }

  /// `[INSTRUCTOR]`, `(Cho tổ)`, `INSTRUCTOR:`, `#instructor` at the beginning of a line; in a heading or
  /// a quotation such a word alone on its line.
  private static func opening(of line: String, in setting: Setting) -> Found? {
    let signed = line.drop { $0.isWhitespace || $0 == "|" }
    let text = signed.drop { "!#@".contains($0) }
    guard let first = text.first else { return nil }
    if let end = end(ofBracket: first) {
      let inside = text.dropFirst().prefix(longest).prefix { $0 != end }
      let name = inside.prefix { !":：".contains($0) }
      guard
        TeamWords.name(inside, allowingSlips: true)
          || name.endIndex < inside.endIndex && isMark(name, before: inside[name.endIndex...])
      else { return nil }
      return (text[..<inside.endIndex], .instructor)
    }
    guard TeamWords.mayBegin(text) else { return nil }
    if signed.startIndex < text.startIndex {
      let word = text.prefix { $0.isLetter }
      if TeamWords.areColleagues(word) { return (signed[..<word.endIndex], .instructor) }
    }
    let name = text.prefix(longest).prefix { !":：-–—".contains($0) }
    guard TeamWords.name(name, allowingSlips: false) else { return nil }
    let rest = text[name.endIndex...]
    let isMeant =
      switch setting {
      case .running: !rest.isEmpty && isMark(name, before: rest)
      case .heading: rest.isEmpty || isMark(name, before: rest)
      case .quotation: isMark(name, before: rest) || TeamWords.areOfMark(name)
      }
    return isMeant ? (text[..<name.endIndex], .instructor) : nil
  }

  /// Whether words for readers make a mark with what comes behind them, such as a colon and a text.
  /// `Giảng viên: Trần Văn Minh` says who teaches.
  private static func isMark(_ name: Substring, before rest: Substring) -> Bool {
    name.uppercased() == name && TeamWords.name(name, allowingSlips: false)
      || TeamWords.address(name)
      || TeamWords.areColleagues(name) && rest.first.map { ":：".contains($0) } == true
        && !isPerson(rest.dropFirst())
  }

  /// Whether a text reads like somebody's name and number.
  private static func isPerson(_ text: Substring) -> Bool {
    let words = text.split(whereSeparator: \.isWhitespace)
    return (1...6).contains(words.count)
      && words.allSatisfy { $0.first.map { $0.isUppercase || $0.isNumber } ?? false }
  }

  private static func end(ofBracket sign: Character) -> Character? {
    switch sign {
    case "[": "]"
    case "［": "］"
    case "【": "】"
    case "(": ")"
    case "{": "}"
    default: nil
    }
  }
}

extension MarkdownTree {
  fileprivate var isEmphasis: Bool { kind == .strong || kind == .emphasis }

  /// The words as they are read, with the brackets of what was to be a tag and without code.
  fileprivate var textWithMarks: String {
    switch kind {
    case .text(let text): return text
    case .inlineCode: return "\u{FFFC}"
    case .inlineHTML: return ""
    default:
      let text = children.map(\.textWithMarks).joined()
      if case .link = kind, text.hasPrefix("!") { return "[\(text)]" }
      return text
    }
  }
}
