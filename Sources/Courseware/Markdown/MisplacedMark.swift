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
    /// Words that say whom the text is for are enough, where they are all.
    case line
    /// So are words that head a note, with more behind them.
    case heading
    /// So is the name of a note.
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

  /// HTML whose words are a mark: `<details><summary>Cho tổ</summary>`.
  init?(html: String, at place: SourcePlace) {
    let words = html.split(separator: "<").compactMap { part -> Substring? in
      let words = part.drop { $0 != ">" }.dropFirst().drop(while: \.isWhitespace)
      return words.isEmpty ? nil : words
    }
    guard let first = words.first, let found = Self.opening(of: String(first), in: .heading) else {
      return nil
    }
    self.init(
      written: String(found.written), place: place, kind: .instructor, standsAlone: false,
      opensContainer: true)
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

  struct Line {
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
      || container(in: String(line)) != nil || opening(of: String(line), in: .running) != nil
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
