/// What stands below the front matter of a text, read as far as it can be.
struct ManuscriptBody {
  let blocks: [Block]
  let prose: [Prose]
  /// In order.
  let quizSlots: [QuizSlot]
  /// In order.
  let looseFeedback: [LooseFeedback]
  let curlyTitles: [CurlyTitle]
  let readership: Readership
  /// Nil where it is not read at all.
  let tree: MarkdownTree?
  let findings: ManuscriptFindings

  /// `findings` are those about the file so far.
  init(_ front: FrontMatter, isPage: Bool = false, findings: ManuscriptFindings) {
    let spoiled = SpoiledQuizLines(in: front.body)
    // Read as it will be, so that nothing else is told of the question.
    let text = front.body.with(spoiled.edits(in: front.body))
    let body = text.withoutNUL
    var reader = BlockReader(text: text, isPage: isPage, findings: findings)
    spoiled.report(to: &reader.findings)
    var blocks: [Block] = []
    var whole: MarkdownTree?
    if let excess = body.excess {
      reader.findings.report(excess, in: text)
    } else {
      let (tree, tooDeep) = MarkdownTree.parse(body.bytes)
      if let place = tooDeep.min() { reader.findings.report((place, .nestedTooDeep), in: text) }
      blocks = reader.blocks(tree.children)
      whole = tree
    }
    self.blocks = blocks
    prose = reader.prose
    quizSlots = reader.quizSlots
    looseFeedback = reader.looseFeedback
    curlyTitles = reader.curlyTitles
    readership = reader.readership
    tree = whole
    self.findings = reader.findings
  }

  init(_ front: FrontMatter, path: String) {
    self.init(front, findings: ManuscriptFindings(path: path))
  }

  /// Nil for a file that is no text.
  init?(_ source: SourceFile) {
    var ignored = Findings(path: source.path)
    guard source.text(most: SourceFile.markdownLimit, findings: &ignored) != nil else { return nil }
    let text = MarkdownText(bytes: source.bytes.withoutByteOrderMark)
    self.init(FrontMatter(text), path: source.path)
  }
}

extension MarkdownText {
  fileprivate func with(_ edits: [Edit]) -> MarkdownText {
    edits.isEmpty ? self : MarkdownText(bytes: edits.applied(to: bytes))
  }

  /// The parser makes three bytes of each, after which no place would be right.
  fileprivate var withoutNUL: MarkdownText {
    bytes.contains(0) ? MarkdownText(bytes: bytes.map { $0 == 0 ? 0x20 : $0 }) : self
  }
}

extension ManuscriptFindings {
  fileprivate mutating func report(
    _ excess: (place: SourcePlace, rule: Diagnostic.Rule), in text: MarkdownText
  ) {
    if excess.rule == .nestedTooDeep {
      report(
        .nestedTooDeep, at: excess.place,
        Words(
          vi: "trích dẫn và danh sách lồng nhau quá \(MarkdownTree.depthLimit) tầng",
          en: "quotations and lists are nested more than \(MarkdownTree.depthLimit) deep"),
        fix: Words(vi: "Viết bằng ít tầng hơn.", en: "Write it with fewer levels."))
    } else {
      report(
        .paragraphTooLong, at: excess.place,
        Words(
          vi: "đoạn này quá dài để là một đoạn văn, nên cả tệp không được đọc",
          en: "this is too long for a paragraph, so the text is not read"),
        fix: Words(
          vi: "Tách bằng dòng trống; kiểm tra xem có dán nhầm dữ liệu không.",
          en: "Divide it by blank lines; see whether something was pasted by mistake."))
    }
  }
}
