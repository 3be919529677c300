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
    let texts = lines.map { line in
      (
        text: line.count == 1
          ? line.first?.textWithMarks ?? "" : line.map(\.textWithMarks).joined(),
        place: line.first?.place ?? SourcePlace(line: 1)
      )
    }
    self.init(lines: texts, in: setting)
  }

  /// The same in text that the parser takes for code because it is indented.
  init?(indented code: String, at place: SourcePlace) {
    let lines = code.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    self.init(
      lines: lines.map { index, line in
        (String(line.drop { $0 == ">" || $0 == " " }), SourcePlace(line: place.line + index))
      }, in: .running)
  }

  private init?(lines: [(text: String, place: SourcePlace)], in setting: Setting) {
    var first: Self?
    for (text, place) in lines {
      let container = Self.container(in: text)
      guard
        let found = container ?? Self.tag(in: text) ?? Self.opening(of: text, in: setting)
      else { continue }
      let mark = Self(
        written: String(found.written), place: place, kind: found.kind,
        standsAlone: lines.count == 1
          && text.dropFirst(found.written.count).split(separator: " ").count <= Self.longestTitle,
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

  /// `:::instructor`, `!!! instructor`, `::: {.giảng-viên}`: what other programs take for an alert.
  private static func container(in line: String) -> Found? {
    // The last three begin white space that is not ASCII.
    guard let byte = line.utf8.first(where: { $0 != 0x20 && $0 != 0x09 }),
      ":!?".utf8.contains(byte) || byte == 0xC2 || byte == 0xE2 || byte == 0xE3
    else { return nil }
    let text = line.drop(while: \.isWhitespace)
    guard [":::", "!!!", "???"].contains(where: text.hasPrefix) else { return nil }
    let name = text.drop { ":!?+{. ".contains($0) }
      .prefix(longest).prefix { !"\"“}".contains($0) }
    var words = name.split(whereSeparator: \.isWhitespace).prefix(longestTitle)
    while let last = words.last {
      if TeamWords.name(name[..<last.endIndex], allowingSlips: true) {
        return (text[..<last.endIndex], .instructor)
      }
      words.removeLast()
    }
    return nil
  }

  /// `[INSTRUCTOR]`, `(Cho tổ)`, `INSTRUCTOR:` at the beginning of a line; in a heading or a quotation
  /// such a word alone on its line.
  private static func opening(of line: String, in setting: Setting) -> Found? {
    let text = line.drop { $0.isWhitespace || $0 == "|" || $0 == "!" }
    guard let first = text.first else { return nil }
    if let end = end(ofBracket: first) {
      let name = text.dropFirst().prefix(longest).prefix { $0 != end }
      guard TeamWords.name(name, allowingSlips: true) else { return nil }
      return (text[..<name.endIndex], .instructor)
    }
    guard TeamWords.mayBegin(text) else { return nil }
    let name = text.prefix(longest).prefix { !":：-–—".contains($0) }
    guard setting != .running || name.endIndex < text.endIndex,
      TeamWords.name(name, allowingSlips: false)
    else {
      return nil
    }
    let isShouted = name.uppercased() == name
    guard isShouted || TeamWords.address(name) || setting == .quotation && TeamWords.areOfMark(name)
    else {
      return nil
    }
    return (text[..<name.endIndex], .instructor)
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
