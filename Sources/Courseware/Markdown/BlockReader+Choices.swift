/// The choices of a question, with what is told to whoever takes them.
extension BlockReader {
  mutating func choices(
    _ kind: QuizKind?, in tree: MarkdownTree, from rest: inout ArraySlice<MarkdownTree>
  ) -> Quiz.Answer? {
    var choices: [Quiz.Choice] = []
    var list: MarkdownTree? = tree
    while let current = list {
      let tasks = current.children.map { TaskItem($0, allowingSlips: true) }
      guard tasks.contains(where: { $0 != nil }) else { break }
      for (item, task) in zip(current.children, tasks) {
        if let task { choices.append(choice(task)) }
        checkBox(of: task, in: item)
      }
      list = nil
      // Feedback that is not indented ends the list; the next choices begin another.
      guard let quote = rest.first, quote.kind == .quote, AlertMark(quote) == nil,
        !isNote(quote), let last = choices.last
      else { break }
      rest.removeFirst()
      reportUnindented(at: quote.place)
      if let loose = LooseFeedback(quote, below: last, before: rest.first, in: text) {
        looseFeedback.append(loose)
      }
      choices[choices.count - 1] = Quiz.Choice(
        isRight: last.isRight, content: last.content,
        feedback: reading(in: \.isInAnswer) { $0.blocks(quote.children) }, place: last.place)
      if let next = rest.first, case .list = next.kind,
        next.children.allSatisfy({ TaskItem($0) != nil })
      {
        rest.removeFirst()
        list = next
      }
    }
    guard !choices.isEmpty else { return nil }
    if choices.count < 2 { reportOneOption(at: tree.place) }
    for choice in choices { checkFeedback(of: choice) }
    checkCount(of: choices, kind)
    let right = choices.count(where: \.isRight)
    guard right > 0 else { return nil }
    return right > 1 || kind == .multiple ? .multiple(choices) : .single(choices)
  }

  private mutating func choice(_ task: TaskItem) -> Quiz.Choice {
    if holdsMark(task.line.children) { answersHoldMark = true }
    readership.add(task.line, isForTeam: isForTeam)
    let feedback = reading(in: \.isInAnswer) { $0.blocks(task.below) }.flatMap { block in
      if case .quote(let content) = block { content } else { [block] }
    }
    return Quiz.Choice(
      isRight: task.isRight, content: inlines(task.line.children), feedback: feedback,
      place: task.place)
  }

  private mutating func checkFeedback(of choice: Quiz.Choice) {
    if choice.feedback.isEmpty {
      guard !choice.isRight else { return }
      findings.report(
        .quizFeedbackMissing, at: choice.place,
        Words(
          vi: "lựa chọn sai này không có lời giải thích", en: "this wrong choice is not told why"),
        fix: Words(
          vi: "Thêm dòng thụt vào bên dưới: > Chưa đúng. Vì …",
          en: "Add an indented line below: > Not quite. Because …"))
    } else if choice.feedback.isBareNo {
      findings.report(
        .quizBareNo, at: choice.place,
        Words(
          vi: "lời giải thích chỉ nói đúng hay sai mà không nói vì sao",
          en: "the feedback says right or wrong, but not why"),
        fix: Words(
          vi: "Viết thêm một câu vì sao: > Chưa đúng. Vì …",
          en: "Add one sentence of why: > Not quite. Because …"))
    }
  }

  private mutating func reportUnindented(at place: SourcePlace) {
    findings.report(
      .quizFeedbackUnindented, at: place,
      Words(
        vi: "lời giải thích không thụt vào nên không thuộc lựa chọn nào",
        en: "feedback that is not indented belongs to no choice"),
      fix: Words(
        vi: "Đặt dấu > ngay dưới dấu [ của lựa chọn, mỗi dòng như nhau.",
        en: "Put the > right below the [ of its choice, in each line."))
  }
}

extension [Block] {
  /// Only a word such as `Sai`.
  fileprivate var isBareNo: Bool {
    guard count == 1, case .paragraph(let content) = self[0] else { return false }
    let text = content.plainText
    // None of these words has more letters of ASCII, and most reasons have.
    let letters = text.utf8.count { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 | 0x20 }
    guard letters < 10 else { return false }
    let words = text.lowercased().filter { $0.isLetter || $0 == " " }.trimmingSpace
    return [
      "sai", "sai rồi", "chưa đúng", "không", "không đúng", "đúng", "đúng rồi", "no", "wrong",
      "not quite", "yes", "right", "correct", "incorrect", "false", "true",
    ].contains(words)
  }
}
