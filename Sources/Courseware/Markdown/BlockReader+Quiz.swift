extension BlockReader {
  /// The quiz whose line stood at `place`, taken from what follows; what is no sound quiz becomes the
  /// blocks that it is written as.
  mutating func quiz(
    _ attributes: QuizDirective.Attributes, at place: SourcePlace,
    from rest: inout ArraySlice<MarkdownTree>
  ) -> [Block] {
    quizSlots.append(
      QuizSlot(
        id: attributes.id, gap: attributes.id == nil ? .comment(line: place.line) : nil,
        line: place.line))
    if attributes.id == nil { reportMissingID(at: place) }
    let kind = kind(of: attributes, at: place)
    checkNames(of: attributes, at: place)
    var asked: [MarkdownTree] = []
    var answer: Quiz.Answer?
    answersHoldMark = false
    let shown = readership.learners.count
    while answer == nil, let next = rest.first, !next.endsQuiz {
      rest.removeFirst()
      answer = self.answer(kind, accepted: attributes.accepted, in: next, from: &rest)
      if answer == nil || kind == .text { asked.append(next) }
    }
    let isHeld = answersHoldMark
    let question = blocks(kind == .text ? asked.map(\.withGap) : asked)
    guard let answer else {
      reportMissingAnswer(at: place)
      return question
    }
    var hints: [[Block]] = []
    while let next = rest.first, let mark = AlertMark(next), mark.kind == .hint {
      rest.removeFirst()
      hints.append(reading(in: \.isInAnswer) { $0.alert(.hint, mark, place: next.place).content })
    }
    if !asked.contains(where: \.asks) { reportMissingQuestion(at: place) }
    guard let id = attributes.id else { return question }
    let quiz = Block.quiz(
      Quiz(
        id: id, question: question, answer: answer, hints: hints,
        keepsOrder: attributes.keepsOrder, place: place))
    if !isHeld { return [quiz] }
    readership.hold(from: shown)
    return [
      .alert(
        Alert(kind: .instructor, title: nil, isFolded: false, content: [quiz], place: place))
    ]
  }

  enum QuizKind: String, CaseIterable {
    case single, multiple, truefalse, text, order, match
  }

  private mutating func kind(of attributes: QuizDirective.Attributes, at place: SourcePlace)
    -> QuizKind?
  {
    guard let type = attributes.type else { return nil }
    let kind = QuizKind(rawValue: type)
    if kind == nil {
      let list = QuizKind.allCases.map(\.rawValue).joined(separator: ", ")
      findings.report(
        .unknownValue, on: type, near: place, in: text,
        Words(
          vi: "'type' phải là một trong: \(list); không phải '\(type)'",
          en: "'type' must be one of \(list), not '\(type)'"),
        fix: Words(
          vi: "Bỏ type để dùng câu chọn đáp án.", en: "Leave type out for a question with choices.")
      )
    }
    return kind
  }

  /// The answer that `tree` holds; nil where it belongs to the question.
  private mutating func answer(
    _ kind: QuizKind?, accepted: [String], in tree: MarkdownTree,
    from rest: inout ArraySlice<MarkdownTree>
  ) -> Quiz.Answer? {
    switch (kind, tree.kind) {
    case (.text, .paragraph):
      let words = tree.plainText
      guard let start = words.firstRange(of: "[["),
        let end = words[start.upperBound...].firstRange(of: "]]")
      else { return nil }
      let shown = String(words[start.upperBound..<end.lowerBound])
      return shown.isEmpty && accepted.isEmpty
        ? nil : .text(accepted: (shown.isEmpty ? [] : [shown]) + accepted)
    case (.order, .list(.number, _)):
      let lines = tree.children.map { $0.children.first?.children ?? [] }
      for line in lines where holdsMark(line) { answersHoldMark = true }
      for item in tree.children.compactMap(\.children.first) {
        readership.add(item, isForTeam: isForTeam)
      }
      for item in tree.children {
        let isLine = item.children.first?.kind == .paragraph
        reportNotes(in: item.children.dropFirst(isLine ? 1 : 0))
      }
      let items = lines.map { inlines($0) }
      if items.count < 2 { reportOneOption(at: tree.place) }
      return .order(items)
    case (.match, .paragraph):
      guard let source = TableSource(tree, in: text) else { return nil }
      let table = table(source, caption: nil)
      guard table.header.count == 2 else { return nil }
      readership.add(tree, isForTeam: isForTeam)
      if holdsMark(tree.children) { answersHoldMark = true }
      if table.rows.count < 2 { reportOneOption(at: tree.place) }
      checkPairs(table, in: source)
      return .match(table.rows.map { Quiz.Pair(left: $0[0], right: $0[1]) })
    case (nil, .list), (.single, .list), (.multiple, .list), (.truefalse, .list):
      return choices(kind, in: tree, from: &rest)
    default: return nil
    }
  }
}

extension MarkdownTree {
  /// Whether a question cannot go on behind it.
  fileprivate var endsQuiz: Bool {
    switch kind {
    case .heading: true
    case .html(let html): QuizDirective(html) != nil
    default: false
    }
  }
}

extension BlockReader {
  private mutating func reportMissingID(at place: SourcePlace) {
    findings.report(
      .quizIDMissing, at: place,
      Words(vi: "câu hỏi không có id", en: "the quiz has no id"),
      fix: Words(
        vi: "Viết <!-- quiz id=ten-bai-1 -->; id không đổi về sau.",
        en: "Write <!-- quiz id=lesson-name-1 -->; the id never changes."))
  }

  private mutating func reportMissingAnswer(at place: SourcePlace) {
    findings.report(
      .quizNoAnswer, at: place, length: 4,
      Words(vi: "câu hỏi không có đáp án đúng", en: "the quiz has no right answer"),
      fix: Words(
        vi: "Đánh dấu đáp án đúng bằng [x]; câu điền chữ cần [[đáp án]].",
        en: "Mark the right choice with [x]; a text quiz needs [[the answer]]."))
  }

  mutating func reportOneOption(at place: SourcePlace) {
    findings.report(
      .quizOneOption, at: place,
      Words(vi: "câu hỏi chỉ có một lựa chọn", en: "the quiz offers only one choice"),
      fix: Words(vi: "Viết từ hai lựa chọn trở lên.", en: "Write two choices or more."))
  }
}
