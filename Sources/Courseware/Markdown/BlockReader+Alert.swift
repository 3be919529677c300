import Domain

extension BlockReader {
  /// A quotation, or the alert that its first line makes of it. What may have been meant for the team
  /// is for the team.
  mutating func quote(_ tree: MarkdownTree) -> Block {
    let before = isQuoted
    isQuoted = true
    defer { isQuoted = before }
    guard let mark = AlertMark(tree) else { return .quote(blocks(tree.children)) }
    if let kind = mark.kind, !isEscaped(mark) {
      // "For the team:" is what a note for the team is called.
      if kind != .instructor, holdsMark(mark.title, in: .quotation) {
        return held(tree.children, at: tree.place)
      }
      if !isForTeam, kind != .instructor { readership.add(box: tree) }
      return .alert(alert(kind, mark, place: tree.place))
    }
    reportUnreadable(mark)
    return held(tree.children, at: tree.place)
  }

  /// Whether a backslash takes the tag its meaning for other readers of Markdown.
  private func isEscaped(_ mark: AlertMark) -> Bool {
    text.bytes(line: mark.place.line).dropFirst(mark.place.byte - 1).first == UInt8(ascii: "\\")
  }

  mutating func alert(_ kind: Alert.Kind, _ mark: AlertMark, place: SourcePlace) -> Alert {
    let before = isForTeam
    if kind == .instructor, isInAnswer, !before { reportNoteInAnswer(at: place) }
    isForTeam = before || kind == .instructor
    defer { isForTeam = before }
    let title = inlines(mark.title)
    if !title.isEmpty { readership.add(place.line...place.line, isForTeam: isForTeam) }
    return Alert(
      kind: kind, title: title.isEmpty ? nil : title, isFolded: mark.isFolded,
      content: blocks(mark.content), place: place)
  }

  private mutating func reportUnreadable(_ mark: AlertMark) {
    findings.report(
      .unknownAlert, at: mark.place, length: mark.written.utf8.count,
      Words(
        vi: "không đọc được tên khung '\(mark.written)', nên khung này chỉ hiện cho tổ",
        en: "'\(mark.written)' is no alert, so only the team is shown this"),
      fix: mark.nearest.map { Words(vi: "Có phải là [!\($0)]?", en: "Did you mean [!\($0)]?") }
        ?? Words(
          vi: "Dùng [!NOTE], [!TIP], [!WARNING], [!EXAMPLE] hoặc [!INSTRUCTOR].",
          en: "Use [!NOTE], [!TIP], [!WARNING], [!EXAMPLE] or [!INSTRUCTOR]."))
  }
}

/// The first line of an alert, and what stands below it.
struct AlertMark {
  /// Nil where the tag cannot be read, or names none.
  let kind: Alert.Kind?
  /// The tag as it stands in the source.
  let written: String
  let isFolded: Bool
  let title: [MarkdownTree]
  let content: [MarkdownTree]
  let place: SourcePlace

  /// Nil for a quotation that is no alert, nor meant to be one.
  init?(_ quote: MarkdownTree) {
    guard case .quote = quote.kind, let paragraph = quote.children.first,
      paragraph.kind == .paragraph, let first = paragraph.children.first
    else { return nil }
    place = first.place
    guard case .text(let text) = first.kind, text.hasPrefix("[!"),
      let end = text.firstIndex(of: "]")
    else {
      guard Self.isMeant(by: first) || Self.isMeant(byCode: first, in: quote) else { return nil }
      written = first.plainText.trimmingSpace
      (kind, isFolded, title, content) = (nil, false, [], [])
      return
    }
    written = String(text[...end])
    kind = Alert.Kind(word: SearchText.composed(written.dropFirst(2).dropLast().uppercased()))
    var rest = text[text.index(after: end)...]
    isFolded = rest.hasPrefix("-")
    if isFolded { rest.removeFirst() }
    rest = rest.drop(while: \.isWhitespace)

    let line = paragraph.children.dropFirst().prefix {
      $0.kind != .softBreak && $0.kind != .lineBreak
    }
    let offset = text.utf8.distance(from: text.startIndex, to: rest.startIndex)
    let titleText = MarkdownTree(
      kind: .text(String(rest)),
      place: SourcePlace(line: first.place.line, byte: first.place.byte + offset),
      endLine: first.endLine)
    title = (rest.isEmpty ? [] : [titleText]) + line
    let below = Array(paragraph.children.dropFirst(line.count + 2))
    let remains = MarkdownTree(
      kind: .paragraph,
      place: SourcePlace(line: paragraph.place.line + 1, byte: paragraph.place.byte),
      endLine: paragraph.endLine, children: below)
    content = (below.isEmpty ? [] : [remains]) + quote.children.dropFirst()
  }

  /// The word that was probably meant.
  var nearest: String? {
    let words = Self.letters(of: written)
    if let begun = Alert.Kind.words.first(where: { Self.begins(words, with: $0) }) { return begun }
    let first = String(words.prefix { $0 != " " })
    return NearestName.nearest(to: words, among: Alert.Kind.words)
      ?? NearestName.nearest(to: first, among: Alert.Kind.words)
  }

  /// Whether a quotation that begins so was to be an alert: `[!` in front, or the word of one in
  /// brackets.
  private static func isMeant(by first: MarkdownTree) -> Bool {
    let text = first.plainText
    switch first.kind {
    case .text where text.hasPrefix("[!"): return true
    case .link: return text.hasPrefix("!")
    case .text where text.hasPrefix("[") || text.hasPrefix("![") || text.hasPrefix("!"):
      return Alert.Kind.words.contains(letters(of: text))
    default: return false
    }
  }

  /// Whether a tag in backticks is all that stands in the first line, above the text of the quotation.
  private static func isMeant(byCode first: MarkdownTree, in quote: MarkdownTree) -> Bool {
    guard case .inlineCode(let code) = first.kind, code.trimmingSpace.hasPrefix("[!"),
      Alert.Kind(word: letters(of: code.trimmingSpace)) == .instructor,
      let line = quote.children.first?.children
    else { return false }
    let next = line.dropFirst().first?.kind
    return next == nil ? quote.children.count > 1 : next == .softBreak || next == .lineBreak
  }

  /// In capitals and composed, without the marks in front.
  private static func letters(of text: String) -> String {
    let words = text.drop { "[! ".contains($0) }.prefix { $0 != "]" && !$0.isNewline }
    return SearchText.composed(words.uppercased()).trimmingSpace
  }

  private static func begins(_ words: String, with word: String) -> Bool {
    words.hasPrefix(word) && words.dropFirst(word.count).first?.isLetter != true
  }
}

extension Alert.Kind {
  /// The kind that a word names, in English or Vietnamese.
  init?(word: String) {
    guard let kind = Alert.Kind(rawValue: word) ?? Self.aliases[word] else { return nil }
    self = kind
  }

  static var words: [String] { allCases.map(\.rawValue) + aliases.keys.sorted() }

  private static let aliases: [String: Alert.Kind] = [
    "MẸO": .tip, "CẢNH BÁO": .warning, "GIẢNG VIÊN": .instructor, "HOẠT ĐỘNG": .activity,
    "LỜI GIẢI": .solution, "GỢI Ý": .hint, "GHI NHỚ": .keypoints, "VÍ DỤ": .example,
  ]
}
