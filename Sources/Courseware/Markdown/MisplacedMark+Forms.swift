import Domain

/// The forms in which a mark for the team, or another alert, is written where it makes none.
extension MisplacedMark {
  typealias Found = (written: Substring, kind: Alert.Kind?)

  private static let longest = 60
  /// In words.
  static let longestTitle = 4

  /// `[!` and a word, anywhere in a line.
  static func tag(in line: String) -> Found? {
    // Most lines have no bracket, and every line is looked at.
    guard
      let first = line.utf8.firstIndex(where: {
        $0 == UInt8(ascii: "[") || $0 == 0xEF || $0 == 0xE3
      })
    else { return nil }
    var rest = line[first...]
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
  static func container(in line: String) -> Found? {
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
  static func emphasised(in line: Line, _ setting: Setting) -> Found? {
    guard let name = line.emphasised?[...], TeamWords.mayBegin(name),
      TeamWords.name(name, allowingSlips: false)
    else { return nil }
    let rest = line.text.dropFirst(name.count)
    let isMeant =
      TeamWords.address(name) || name.uppercased() == name && !TeamWords.isShort(name)
      || TeamWords.areColleagues(name) && (setting == .quotation || !isPerson(rest))
      || setting == .quotation && !isPerson(rest)
        && (name.last.map(isColon) ?? false || rest.first.map(isColon) ?? false)
    return isMeant ? (name, .instructor) : nil
  }

  /// `[INSTRUCTOR]`, `(Cho tổ)`, `INSTRUCTOR:`, `#instructor` at the beginning of a line; in a heading or
  /// a quotation such a word alone on its line, or words that head a note with more behind them.
  static func opening(of line: String, in setting: Setting) -> Found? {
    let signed = line.drop { $0.isWhitespace || $0 == "|" }
    let text = withoutNumber(signed.drop { $0.isOrnament }, in: setting)
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
    if let sign = signed.first, "!#@".contains(sign) {
      let word = text.prefix { $0.isLetter }
      if TeamWords.areColleagues(word) { return (signed[..<word.endIndex], .instructor) }
    }
    let name = text.prefix(longest).prefix { !":：-–—".contains($0) }
    guard TeamWords.name(name, allowingSlips: false) else {
      guard setting == .heading || setting == .quotation else { return nil }
      return TeamWords.beginning(of: text).map { ($0, .instructor) }
    }
    let rest = text[name.endIndex...]
    let isMeant =
      switch setting {
      case .running: !rest.isEmpty && isMark(name, before: rest)
      case .heading, .line: rest.isEmpty || isMark(name, before: rest)
      case .quotation:
        isMark(name, before: rest) || TeamWords.areOfMark(name)
          || TeamWords.reader(name) && rest.first.map(isColon) == true && !isPerson(rest)
      }
    return isMeant ? (text[..<name.endIndex], .instructor) : nil
  }

  /// Whether words for readers make a mark with what comes behind them, such as a colon and a text.
  /// `Giảng viên: Trần Văn Minh` says who teaches.
  private static func isMark(_ name: Substring, before rest: Substring) -> Bool {
    name.uppercased() == name && TeamWords.name(name, allowingSlips: false)
      && !TeamWords.isShort(name)
      || TeamWords.address(name)
      || TeamWords.areColleagues(name) && rest.first.map(isColon) == true && !isPerson(rest)
  }

  private static func isColon(_ sign: Character) -> Bool { ":：".contains(sign) }

  /// Whether a text, behind a colon or not, reads like somebody's name and number.
  private static func isPerson(_ text: Substring) -> Bool {
    let words = text.drop { isColon($0) || $0.isWhitespace }.split(whereSeparator: \.isWhitespace)
    return (1...6).contains(words.count)
      && words.allSatisfy { $0.first.map { $0.isUppercase || $0.isNumber } ?? false }
  }

  /// `Ghi chú cho tổ` of the heading `5.2. Ghi chú cho tổ`.
  private static func withoutNumber(_ text: Substring, in setting: Setting) -> Substring {
    guard setting == .heading || setting == .quotation, text.first?.isNumber == true else {
      return text
    }
    let number = text.prefix { $0.isNumber || ".)/:".contains($0) }
    return number.last?.isNumber == true
      ? text : text[number.endIndex...].drop(while: \.isWhitespace)
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

extension Character {
  /// What stands before words for its look alone: signs, small pictures, bullets.
  fileprivate var isOrnament: Bool {
    isWhitespace || "!#@•·–—-*".contains(self) || isSymbol && !isASCII
  }
}
