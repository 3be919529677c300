extension Manuscript {
  /// The file, read as far as it can be; nil where it is no text at all. Findings about the file
  /// itself are added to `diagnostics`.
  init?(_ file: ManuscriptFile, competences: Set<String>?, diagnostics: inout [Diagnostic]) {
    var fileFindings = Findings(path: file.source.path)
    guard
      file.source.text(most: SourceFile.markdownLimit, findings: &fileFindings) != nil
    else {
      diagnostics += fileFindings.diagnostics.quoting(file.source.bytes)
      return nil
    }
    let text = MarkdownText(bytes: file.source.bytes.withoutByteOrderMark)
    var findings = ManuscriptFindings(path: file.source.path)
    SourceChecks.run(text, findings: &findings)

    let front = FrontMatter(text)
    var header = Findings(path: file.source.path)
    let fields = front.yaml.flatMap { yaml in
      SourceTree(SourceText(yaml), findings: &header)
    }
    if front.yaml == nil { findings.reportMissingFrontMatter(at: SourcePlace(line: 1)) }

    var reader = BlockReader(text: text, findings: findings)
    let body = front.body.withoutNUL
    var blocks: [Block] = []
    if let excess = body.excess {
      reader.findings.report(excess, in: text)
    } else {
      let (tree, tooDeep) = MarkdownTree.parse(body.bytes)
      if let place = tooDeep.min() { reader.findings.report((place, .nestedTooDeep), in: text) }
      blocks = reader.blocks(tree.children)
    }

    role = file.role
    language = file.language
    path = file.source.path
    self.text = text
    self.blocks = blocks
    prose = reader.prose
    outline = Outline(blocks)
    switch file.role {
    case .lesson(let course, let number, let slug):
      page = nil
      lesson = fields.flatMap {
        Lesson.FrontMatter($0, competences: competences, findings: &header)
      }.map {
        Lesson(
          path: file.source.path, course: course, number: number, slug: slug,
          language: file.language, frontMatter: $0, blocks: blocks, revision: front.revision)
      }
    case .page(let name):
      lesson = nil
      page = fields.flatMap { PageHeader($0, findings: &header) }.map {
        Page(
          path: file.source.path, name: name, language: file.language, title: $0.title,
          summary: $0.summary, blocks: blocks)
      }
    }
    diagnostics += header.diagnostics.map { $0.shifted(lines: 1) }.quoting(text.bytes)
    diagnostics += reader.findings.diagnostics(in: text)
  }
}

extension MarkdownText {
  /// The parser makes three bytes of each, after which no place would be right.
  fileprivate var withoutNUL: MarkdownText {
    bytes.contains(0) ? MarkdownText(bytes: bytes.map { $0 == 0 ? 0x20 : $0 }) : self
  }
}

extension ManuscriptFindings {
  fileprivate mutating func reportMissingFrontMatter(at place: SourcePlace) {
    report(
      .frontMatterMissing, at: place,
      Words(
        vi: "tệp phải bắt đầu bằng phần khai báo giữa hai dòng ---",
        en: "the file must begin with its front matter between two lines ---"),
      fix: Words(
        vi: "Viết ở đầu tệp: ---, title: \"…\", các mục khác, rồi ---.",
        en: "Write at the top: ---, title: \"…\", the other keys, then ---."))
  }

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
