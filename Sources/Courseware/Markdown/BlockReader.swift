/// Turns a tree into the blocks of a lesson or page, and reports what does not become one.
struct BlockReader {
  let text: MarkdownText
  /// Whether it is a page of the site, which has no form for the team: words that name it are about it.
  let isPage: Bool
  var findings: ManuscriptFindings
  var prose: [Prose] = []
  var quizSlots: [QuizSlot] = []
  var looseFeedback: [LooseFeedback] = []
  var curlyTitles: [CurlyTitle] = []
  var readership = Readership()
  /// Whether what is read now is for whoever teaches.
  var isForTeam = false
  /// Whether what is read now stands in a quotation.
  var isQuoted = false
  /// Whether what is read now is an item of a list.
  var isInItem = false
  /// Whether the answers of the question that is read now hold a mark for the team.
  var answersHoldMark = false
  /// Whether what is read now is shown only once a question is answered.
  var isInAnswer = false
  private var ids = HeadingIDs()

  init(text: MarkdownText, isPage: Bool, findings: ManuscriptFindings) {
    self.text = text
    self.isPage = isPage
    self.findings = findings
  }

  mutating func blocks(_ trees: some Collection<MarkdownTree>) -> [Block] {
    var rest = Array(trees)[...]
    var blocks: [Block] = []
    var last: MarkdownTree?
    var note: TeamNote?
    while let tree = rest.popFirst() {
      defer { last = tree }
      if let before = note, let block = continuation(tree, of: before) {
        blocks.append(block)
        note = TeamNote(
          isSound: before.isSound, takesNext: false, indent: before.indent,
          ending: NoteEnding(of: tree, in: text))
        continue
      }
      if let (block, begun) = misplacedNote(tree, from: &rest) {
        blocks.append(block)
        note = begun
        continue
      }
      note = nil
      switch tree.kind {
      case .heading, .paragraph, .code: readership.add(tree, isForTeam: isForTeam)
      default: break
      }
      switch tree.kind {
      case .heading(let level): blocks.append(heading(tree, level: level))
      case .paragraph: append(paragraph: tree, to: &blocks)
      case .list(let marker, let isTight):
        blocks.append(list(tree, marker: marker, isTight: isTight, behind: last))
      case .quote:
        let block = quote(tree)
        blocks.append(block)
        if !isForTeam, case .alert(let alert) = block, alert.kind == .instructor {
          note = TeamNote(
            isSound: true, takesNext: alert.content.isEmpty, indent: tree.place.byte,
            ending: NoteEnding(of: tree, in: text))
        }
      case .code(let code, let language):
        reportOpenFence(tree, around: code)
        blocks.append(.code(code, language: language))
      case .rule: blocks.append(.rule)
      case .html(let html):
        switch QuizDirective(html) {
        case .begin(let attributes):
          blocks += quiz(attributes, at: tree.place, from: &rest)
        case .end: break
        case nil: reportHTML(html, at: tree.place)
        }
      default: blocks += self.blocks(tree.children)
      }
    }
    return blocks
  }

  private mutating func heading(_ tree: MarkdownTree, level: Int) -> Block {
    // A line above what git left behind, `=======`, is no heading.
    let isLeftByGit = (tree.place.line...(tree.endLine + 1)).contains {
      text.string(line: $0) == "======="
    }
    if level == 1, !isLeftByGit {
      findings.report(
        .headingH1, at: tree.place,
        Words(
          vi: "tiêu đề cấp 1 (#) chỉ dành cho tên bài",
          en: "the title is the only heading of level 1"
        ),
        fix: Words(vi: "Viết ## thay cho #.", en: "Write ## in place of #."))
    }
    let content = inlines(tree.children)
    return .heading(
      Heading(
        level: max(2, level), id: ids.id(for: content.plainText), content: content,
        place: tree.place))
  }

  /// A table, or a paragraph; of lines before a table both.
  private mutating func append(paragraph tree: MarkdownTree, to blocks: inout [Block]) {
    guard let source = TableSource(tree, in: text) else {
      reportRowsWithoutDashes(in: tree)
      let content = inlines(tree.children)
      prose.append(Prose(tree, isForTeam: isForTeam))
      if !content.isEmpty { blocks.append(.paragraph(content)) }
      return
    }
    if let before = source.linesBefore {
      reportRowsWithoutDashes(in: tree, above: source.place.line)
      blocks.append(.paragraph(inlines(before)))
    }
    let caption = blocks.last.flatMap(\.captionOfTable)
    if caption != nil { blocks.removeLast() }
    blocks.append(.table(table(source, caption: caption)))
  }

  private mutating func list(
    _ tree: MarkdownTree, marker: ListBlock.Marker, isTight: Bool, behind last: MarkdownTree?
  ) -> Block {
    let tasks = tree.children.map { TaskItem($0) }
    guard !tasks.isEmpty, tasks.allSatisfy({ $0 != nil }) else {
      return .list(
        ListBlock(
          marker: marker, isTight: isTight, items: items(of: tree), place: tree.place))
    }
    if tasks.contains(where: { $0?.isRight == true }), hasLostQuizLine(tree, behind: last) {
      quizSlots.append(QuizSlot(id: nil, gap: nil, line: tree.place.line))
    } else if tasks.contains(where: { $0?.isRight == true }) {
      quizSlots.append(.unnamed(tree, behind: last))
      findings.report(
        .quizIDMissing, at: tree.place,
        Words(
          vi: "câu hỏi có đáp án [x] nhưng không có dòng quiz phía trên",
          en: "answers with an [x] have no quiz line above their question"),
        fix: Words(
          vi: "Thêm dòng <!-- quiz id=ten-bai-1 --> phía trên câu hỏi.",
          en: "Add a line <!-- quiz id=lesson-name-1 --> above the question."))
    }
    return .list(
      ListBlock(
        marker: .checkbox, isTight: isTight,
        items: tasks.compactMap { $0.map { itemBlocks($0.children) } }, place: tree.place))
  }

  mutating func inlines(_ trees: [MarkdownTree]) -> [Inline] {
    reportStraySigns(in: trees)
    return content(trees)
  }

  private mutating func content(_ trees: [MarkdownTree]) -> [Inline] {
    trees.compactMap { tree in
      switch tree.kind {
      case .text(let text): return .text(text)
      case .softBreak: return .softBreak
      case .lineBreak: return .lineBreak
      case .inlineCode(let code): return .code(code)
      case .emphasis: return .emphasis(content(tree.children))
      case .strong: return .strong(content(tree.children))
      case .link(let destination):
        return .link(
          Link(destination: destination, content: content(tree.children), place: tree.place))
      case .image(let source, let title):
        let alternative = tree.children.map(\.plainText).joined()
        return .image(
          Image(
            source: source, alternative: alternative,
            isDecorative: ["decorative", "trang trí"].contains(title.lowercased()),
            place: tree.place))
      case .inlineHTML(let html):
        reportHTML(html, at: tree.place)
        return nil
      default: return nil
      }
    }
  }

  /// HTML is left out; a comment says nothing to anybody, unless it is a quiz line in the wrong place.
  private mutating func reportHTML(_ html: String, at place: SourcePlace) {
    if html.hasPrefix("<!--") {
      if QuizDirective.isMeant(by: html) {
        findings.report(
          .quizDirectiveNotAlone, on: "<!--", near: place, in: text,
          Words(
            vi: "dòng quiz phải đứng một mình trên một dòng",
            en: "a quiz line stands alone on its line"),
          fix: Words(
            vi: "Tách <!-- quiz … --> ra một dòng riêng.",
            en: "Put <!-- quiz … --> on a line of its own."))
      }
      return
    }
    let tag = String(html.prefix { !$0.isNewline && $0 != ">" }.prefix(40))
    findings.report(
      .rawHTML, on: tag, near: place, in: text,
      Words(
        vi: "HTML không được dùng trong bài và bị bỏ đi", en: "HTML is left out of the page"),
      fix: Words(
        vi: "Viết bằng Markdown, hoặc xóa; muốn viết dấu < thì gõ \\<.",
        en: "Write it in Markdown, or delete it; for a plain < type \\<."))
  }
}

extension Block {
  /// What stands behind `Bảng:` or `Table:`, where the block is such a paragraph.
  fileprivate var captionOfTable: [Inline]? {
    guard case .paragraph(let content) = self, case .text(let first) = content.first else {
      return nil
    }
    for word in ["Bảng:", "Table:"] where first.hasPrefix(word) {
      let rest = first.dropFirst(word.count).drop(while: \.isWhitespace)
      return [.text(String(rest))] + content.dropFirst()
    }
    return nil
  }
}
