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
    let front = FrontMatter(text)
    SourceChecks.run(text, yamlLines: 0..<front.lineCount, findings: &findings)

    var header = Findings(path: file.source.path)
    let fields = front.yaml.flatMap { yaml in
      SourceTree(SourceText(yaml), findings: &header)
    }
    if front.yaml == nil {
      if let line = front.lineWithoutEnd {
        findings.reportMissingEnd(behind: line)
      } else {
        findings.reportMissingFrontMatter(at: SourcePlace(line: 1))
      }
    }
    for line in front.spoiledFences { findings.reportSpoiledFence(line, in: text) }

    let isPage = if case .page = file.role { true } else { false }
    let body = ManuscriptBody(front, isPage: isPage, findings: findings)
    let blocks = body.blocks

    role = file.role
    language = file.language
    path = file.source.path
    self.text = text
    prose = body.prose
    outline = Outline(blocks)
    prerequisites = file.course == nil ? [] : fields.map { [Prerequisite](askedIn: $0) } ?? []
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
          summary: $0.summary, blocks: blocks, sourceRevision: $0.sourceRevision,
          revision: front.revision)
      }
    }
    findings = body.findings
    for check in Self.checks { check(self, &findings) }
    diagnostics += header.diagnostics.map { $0.shifted(lines: 1) }.quoting(text.bytes)
    diagnostics += findings.diagnostics(in: text)
    prose = []
    lesson = lesson?.closed(text)
  }

  typealias Check = @Sendable (Manuscript, inout ManuscriptFindings) -> Void

  /// What looks at one text alone.
  private static let checks: [Check] = [
    HeadingChecks.run, SentenceChecks.run, StepChecks.run, QuizGiveawayCheck.run,
    UnwrittenPartCheck.run, ChoiceBlankCheck.run,
    LinkChecks.runAlone,
  ]
}

extension ManuscriptFindings {
  fileprivate mutating func reportSpoiledFence(_ line: Int, in text: MarkdownText) {
    let found = text.string(line: line).trimmingSpace
    report(
      .frontMatterMissing, at: SourcePlace(line: line), length: text.bytes(line: line).count,
      line == 1
        ? Words(
          vi: "dòng --- mở phần khai báo đã thành '\(found)'",
          en: "the line --- that opens the front matter has become '\(found)'")
        : Words(
          vi: "thiếu dòng --- đóng phần khai báo; dòng này có lẽ là nó, đã thành '\(found)'",
          en: "the closing --- of the front matter is missing; this line, '\(found)', looks like it"
        ),
      fix: Words(
        vi: "Viết ba dấu gạch ngắn liền nhau, một mình trên dòng: ---.",
        en: "Write three hyphens, alone on the line: ---."))
  }

  fileprivate mutating func reportMissingEnd(behind line: Int) {
    report(
      .frontMatterMissing, at: SourcePlace(line: line),
      Words(
        vi: "phần khai báo mở bằng --- mà không có dòng --- thứ hai để đóng",
        en: "the front matter opens with --- and has no second line --- to close it"),
      fix: Words(
        vi: "Viết --- một mình trên dòng ngay dưới dòng này.",
        en: "Write --- alone on a line right below this one."))
  }

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
}
