import Domain

extension BlockReader {
  /// A quotation, or the alert that its first line makes of it.
  mutating func quote(_ tree: MarkdownTree) -> Block {
    guard let mark = AlertMark(tree) else { return .quote(blocks(tree.children)) }
    guard let kind = Alert.Kind(word: mark.word) else {
      reportUnknown(mark)
      return .quote(blocks(tree.children))
    }
    return .alert(alert(kind, mark, place: tree.place))
  }

  mutating func alert(_ kind: Alert.Kind, _ mark: AlertMark, place: SourcePlace) -> Alert {
    let before = isForTeam
    isForTeam = before || kind == .instructor
    defer { isForTeam = before }
    let title = inlines(mark.title)
    return Alert(
      kind: kind, title: title.isEmpty ? nil : title, isFolded: mark.isFolded,
      content: blocks(mark.content), place: place)
  }

  private mutating func reportUnknown(_ mark: AlertMark) {
    let nearest = NearestName.nearest(to: mark.word, among: Alert.Kind.words)
    findings.report(
      .unknownAlert, at: mark.place, length: mark.word.utf8.count + 3,
      Words(vi: "không có khung nào tên [!\(mark.word)]", en: "there is no alert [!\(mark.word)]"),
      fix: nearest.map { Words(vi: "Có phải là [!\($0)]?", en: "Did you mean [!\($0)]?") }
        ?? Words(
          vi: "Dùng [!NOTE], [!TIP], [!WARNING], [!EXAMPLE] hoặc [!INSTRUCTOR].",
          en: "Use [!NOTE], [!TIP], [!WARNING], [!EXAMPLE] or [!INSTRUCTOR]."))
  }
}

/// The first line of an alert, and what stands below it.
struct AlertMark {
  /// Composed, in capitals.
  let word: String
  let isFolded: Bool
  let title: [MarkdownTree]
  let content: [MarkdownTree]
  let place: SourcePlace

  /// Nil for a quotation that is no alert.
  init?(_ quote: MarkdownTree) {
    guard case .quote = quote.kind, let paragraph = quote.children.first,
      paragraph.kind == .paragraph, let first = paragraph.children.first,
      case .text(let text) = first.kind, text.hasPrefix("[!"), let end = text.firstIndex(of: "]")
    else { return nil }
    word = SearchText.composed(text[..<end].dropFirst(2).uppercased())
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
    place = first.place
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
