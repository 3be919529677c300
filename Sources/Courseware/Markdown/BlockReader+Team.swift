/// What may be meant for the team is for the team, wherever it stands.
extension BlockReader {
  /// A note for the team, and how far it may reach.
  struct TeamNote {
    /// Whether it is written as one, so that nothing was told of it yet.
    let isSound: Bool
    /// Whether it has no text of its own.
    let takesNext: Bool
    /// Of its first byte in its line.
    let indent: Int
    let ending: NoteEnding
  }

  /// The blocks as a note for the team.
  mutating func held(_ trees: [MarkdownTree], at place: SourcePlace) -> Block {
    let content = reading(in: \.isForTeam) { $0.blocks(trees) }
    return .alert(
      Alert(kind: .instructor, title: nil, isFolded: false, content: content, place: place))
  }

  /// A block that belongs to the note before it though it is not written so: a second quotation, a list
  /// or table behind a colon or a part of its kind, what is indented further, what follows without a
  /// blank line, and what follows a mark without a text.
  mutating func continuation(_ tree: MarkdownTree, of note: TeamNote) -> Block? {
    switch tree.kind {
    case .heading, .rule, .html: return nil
    case .quote: if AlertMark(tree) != nil { return nil }
    case _ where tree.place.byte > note.indent: break
    case _ where note.ending.isContinued(by: tree, in: text): break
    default: if !note.takesNext && !isGlued(tree) { return nil }
    }
    if note.isSound { reportContinuation(at: tree.place) }
    return held([tree], at: tree.place)
  }

  /// A block with a mark for the team in the wrong place, and of a heading its whole section.
  mutating func misplacedNote(
    _ tree: MarkdownTree, from rest: inout ArraySlice<MarkdownTree>
  ) -> (block: Block, note: TeamNote)? {
    guard let mark = mark(in: tree) else { return nil }
    report(mark)
    guard mark.isForTeam else { return nil }
    var trees = [tree]
    if case .heading(let level) = tree.kind {
      while let next = rest.first, !next.isHeading(upTo: level) { trees.append(rest.removeFirst()) }
    } else if mark.opensContainer {
      while trees.last?.closesContainer != true, let next = rest.first, !next.isHeading(upTo: 6) {
        trees.append(rest.removeFirst())
      }
    }
    return (
      held(trees, at: tree.place),
      TeamNote(
        isSound: false, takesNext: mark.standsAlone && !mark.opensContainer,
        indent: tree.place.byte, ending: NoteEnding(of: trees.last, in: text))
    )
  }

  /// The items of a list; what follows an item that is a mark and no more belongs to it.
  mutating func items(of list: MarkdownTree) -> [[Block]] {
    reading(in: \.isInItem) { reader in
      var isHeld = false
      return list.children.map { item in
        if isHeld { return [reader.held(item.children, at: item.place)] }
        if !reader.isForTeam, item.children.count == 1, let paragraph = item.children.first,
          let mark = reader.mark(in: paragraph), mark.isForTeam
        {
          isHeld = paragraph.plainText.trimmingSpace == mark.written
        }
        return reader.blocks(item.children)
      }
    }
  }

  /// What stands in an item, where a word alone on its line is an item's like any other.
  mutating func itemBlocks(_ trees: [MarkdownTree]) -> [Block] {
    reading(in: \.isInItem) { $0.blocks(trees) }
  }

  /// Looks at running text that is no block by itself: whether it holds a mark for the team.
  mutating func holdsMark(
    _ content: [MarkdownTree], in setting: MisplacedMark.Setting = .running
  ) -> Bool {
    guard !isForTeam, let mark = MisplacedMark(content, in: setting) else { return false }
    report(mark)
    return mark.isForTeam
  }

  /// Whether a quotation is headed as one for the team.
  func isNote(_ quote: MarkdownTree) -> Bool { mark(in: quote)?.isForTeam == true }

  private func mark(in tree: MarkdownTree) -> MisplacedMark? {
    if isForTeam { return nil }
    switch tree.kind {
    case .html(let html):
      guard let comment = html.commentText else { return MisplacedMark(html: html, at: tree.place) }
      return MisplacedMark(name: comment, at: tree.place, opensContainer: true)
    case .code(_, let language) where isFenced(tree):
      return MisplacedMark(name: language, at: tree.place, opensContainer: false)
    case _ where !mayHoldMark(tree): return nil
    case .heading: return MisplacedMark(tree.children, in: setting(.heading))
    case .paragraph:
      if !isPage, let table = TableSource(tree, in: text), let mark = MisplacedMark(of: table) {
        return mark
      }
      let isLine = !isInItem && tree.isOneLine
      return MisplacedMark(
        tree.children,
        in: setting(tree.isHeadingInBold ? .heading : isLine ? .line : .running))
    case .code(let code, _): return MisplacedMark(indented: code, at: tree.place)
    case .quote where AlertMark(tree) == nil:
      return tree.children.lazy.filter { $0.kind == .paragraph }
        .compactMap { MisplacedMark($0.children, in: .quotation) }.first { $0.isForTeam }
    default: return nil
    }
  }

  private func setting(_ setting: MisplacedMark.Setting) -> MisplacedMark.Setting {
    if isQuoted { return .quotation }
    return isPage ? .running : setting
  }

  private func isFenced(_ code: MarkdownTree) -> Bool {
    text.bytes(line: code.place.line).dropFirst(code.place.byte - 1).first
      .map { "`~".utf8.contains($0) } ?? false
  }

  /// Whether the lines have what every mark has; most have not. In a quotation, a heading or alone on
  /// its line a word is enough.
  private func mayHoldMark(_ tree: MarkdownTree) -> Bool {
    if isQuoted || tree.kind == .quote || tree.isHeading(upTo: 6) || tree.isOneLine { return true }
    return (tree.place.line...tree.endLine).contains { line in
      text.bytes(line: line).contains { byte in
        // The first bytes of full-width brackets, dashes and colons are those of other signs too.
        "[({:-&!?*_#@|".utf8.contains(byte) || byte == 0xEF || byte == 0xE3 || byte == 0xE2
      }
    }
  }

  private func isGlued(_ tree: MarkdownTree) -> Bool {
    text.string(line: tree.place.line - 1).unicodeScalars
      .contains { $0 != ">" && !PastedCharacters.isBlank($0) }
  }
}

extension MarkdownTree {
  fileprivate func isHeading(upTo most: Int) -> Bool {
    if case .heading(let level) = kind { level <= most } else { false }
  }

  /// Whether it is nothing but one piece of bold text, which many take for a heading.
  fileprivate var isHeadingInBold: Bool {
    guard children.count == 1, let child = children.first else { return false }
    return child.kind == .strong || child.kind == .emphasis
  }

  fileprivate var isOneLine: Bool { kind == .paragraph && endLine == place.line }

  /// Whether the last line is `:::`, which ends a `:::instructor`, or it is a comment or tag that ends
  /// one.
  fileprivate var closesContainer: Bool {
    if case .html(let html) = kind {
      return html.commentText?.hasPrefix("/")
        ?? ["</details", "</div", "</section", "</aside"].contains {
          html.lowercased().contains($0)
        }
    }
    guard kind == .paragraph, let last = children.last else { return false }
    return last.plainText.trimmingSpace == ":::"
  }
}

extension BlockReader {
  private mutating func report(_ mark: MisplacedMark) {
    if mark.isForTeam {
      findings.report(
        .alertMisplaced, on: mark.written, near: mark.place, in: text,
        Words(
          vi: "'\(mark.written)' không mở đầu một khung, nên chỗ này chỉ hiện cho tổ",
          en: "'\(mark.written)' does not begin a quotation, so only the team is shown this"),
        fix: Words(
          vi: "Lời cho tổ: dòng đầu là > [!INSTRUCTOR], mỗi dòng sau có > ở đầu. Nói về chính dấu "
            + "ấy thì viết `[!INSTRUCTOR]`.",
          en: "For the team: first a line > [!INSTRUCTOR], then a > before each line. To speak of "
            + "the mark itself, write `[!INSTRUCTOR]`."))
    } else {
      let word = mark.kind?.rawValue ?? ""
      findings.report(
        .alertMisplaced, on: mark.written, near: mark.place, in: text,
        Words(
          vi: "'\(mark.written)' không mở đầu một khung, nên hiện ra như chữ thường",
          en: "'\(mark.written)' does not begin a quotation, so it is shown as it is"),
        fix: Words(
          vi: "Viết > [!\(word)] ở một dòng riêng, và > ở đầu mỗi dòng sau.",
          en: "Write > [!\(word)] on a line of its own, and a > before each line below."))
    }
  }

  private mutating func reportContinuation(at place: SourcePlace) {
    findings.report(
      .alertMisplaced, at: place,
      Words(
        vi: "chỗ này liền ngay sau lời cho tổ, nên chỉ hiện cho tổ",
        en: "this follows a note for the team, so only the team is shown it"),
      fix: Words(
        vi: "Nếu là lời cho tổ thì viết > ở mọi dòng, cả dòng trống; nếu không thì viết một câu "
          + "hay một tiêu đề ở giữa.",
        en: "If it is for the team, put a > before every line, blank ones too; if not, put a "
          + "sentence or heading between."))
  }
}

extension String {
  /// What a comment says; nil for other HTML.
  fileprivate var commentText: String? {
    let html = trimmingSpace
    guard html.hasPrefix("<!--"), html.hasSuffix("-->") else { return nil }
    return String(html.dropFirst(4).dropLast(3)).trimmingSpace
  }
}
