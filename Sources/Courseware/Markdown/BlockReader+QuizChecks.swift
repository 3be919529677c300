/// What is wrong with a question though it can be read.
extension BlockReader {
  /// An attribute that is no such thing, and one that says nothing.
  mutating func checkNames(of attributes: QuizDirective.Attributes, at place: SourcePlace) {
    for name in attributes.unknown {
      findings.report(
        .unknownKey, on: name, near: place, in: text,
        Words(
          vi: "dòng quiz không có mục nào tên '\(name)'",
          en: "a quiz line has no attribute '\(name)'"),
        fix: NearestName.nearest(to: name, among: QuizDirective.names).map(Words.didYouMean)
          ?? Words(vi: "Xóa mục này; nó không được đọc.", en: "Delete it; it is not read."))
    }
    if attributes.acceptsNothing {
      findings.report(
        .emptyList, on: "accept", near: place, in: text,
        Words(vi: "'accept' không có câu trả lời nào", en: "'accept' holds no answer"),
        fix: Words(
          vi: "Viết các cách trả lời khác, như accept=\"hues, hue s\"; không có thì xóa accept.",
          en: "Write other ways to answer, such as accept=\"hues, hue s\", or delete accept."))
    }
  }

  /// An item among choices whose box is none; `task` is nil where nothing in it resembles one.
  mutating func checkBox(of task: TaskItem?, in item: MarkdownTree) {
    if let task, task.slip == nil { return }
    let fix = Words(
      vi: "Mỗi lựa chọn bắt đầu bằng - [ ], lựa chọn đúng bằng - [x], rồi một dấu cách.",
      en: "Begin each choice with - [ ], a right one with - [x], then a space.")
    let place = item.children.first?.place ?? item.place
    if let slip = task?.slip {
      findings.report(
        .quizBox, on: slip, near: place, in: text,
        Words(vi: "ô '\(slip)' viết sai", en: "the box '\(slip)' is none as it stands"), fix: fix)
    } else {
      findings.report(
        .quizBox, at: place,
        Words(
          vi: "dòng này ở giữa các lựa chọn mà không có ô",
          en: "this stands among the choices and has no box"), fix: fix)
    }
  }

  /// More right choices, or other than two choices, than the type allows, at the first too many.
  mutating func checkCount(of choices: [Quiz.Choice], _ kind: QuizKind?) {
    guard let kind, kind == .single || kind == .truefalse else { return }
    if kind == .truefalse, choices.count > 2 {
      findings.report(
        .quizType, on: "[", near: choices[2].place, in: text,
        Words(
          vi: "câu truefalse có \(choices.count) lựa chọn",
          en: "a truefalse question has \(choices.count) choices"),
        fix: Words(
          vi: "Giữ hai lựa chọn, hoặc bỏ type=truefalse.",
          en: "Keep two choices, or leave type=truefalse out."))
    }
    if let second = choices.filter(\.isRight).dropFirst().first {
      findings.report(
        .quizType, on: "[", near: second.place, in: text,
        Words(
          vi: "câu \(kind.rawValue) chỉ có một đáp án đúng, đây là đáp án thứ hai",
          en: "a \(kind.rawValue) question has one right choice, and this is a second"),
        fix: Words(
          vi: "Giữ một [x]; nếu nhiều lựa chọn đúng thì viết type=multiple.",
          en: "Keep one [x]; if several are right, write type=multiple."))
    }
  }

  /// Two right sides that read the same, of which nobody can tell where they belong.
  mutating func checkPairs(_ table: Table, in source: TableSource) {
    var seen: Set<String> = []
    for (row, cells) in zip(table.rows, source.rows) {
      guard let right = row.dropFirst().first?.plainText.trimmingSpace, !right.isEmpty,
        !seen.insert(right.lowercased()).inserted, let cell = cells.cells.dropFirst().first
      else { continue }
      findings.report(
        .quizPairTwice, at: cell.place, length: cell.text.utf8.count,
        Words(vi: "'\(right)' đứng hai lần ở cột phải", en: "'\(right)' is on the right twice"),
        fix: Words(
          vi: "Viết mỗi ô bên phải một ý khác.", en: "Let each right side say something else."))
    }
  }

  mutating func reportMissingQuestion(at place: SourcePlace) {
    findings.report(
      .quizQuestionMissing, at: place, length: 4,
      Words(
        vi: "dưới dòng quiz không có câu hỏi", en: "nothing is asked below the quiz line"),
      fix: Words(
        vi: "Viết câu hỏi ngay dưới dòng quiz, trên các lựa chọn hoặc quanh [[đáp án]].",
        en: "Write the question below the quiz line, above the choices or around [[the answer]]."))
  }
}

extension BlockReader {
  /// Whether a quiz line that is none, and told as such, stands right above choices or in what is
  /// asked before them.
  func hasLostQuizLine(_ choices: MarkdownTree, behind last: MarkdownTree?) -> Bool {
    if case .code = last?.kind { return false }
    let first = max(1, (last ?? choices).place.line - 2)
    return (first..<max(first, choices.place.line)).contains { number in
      guard SpoiledQuizLine.mayBe(text.bytes(line: number)) else { return false }
      let line = text.string(line: number)
      return SpoiledQuizLine(line) != nil
        || line.trimmingSpace.hasPrefix("<!--") && QuizDirective(line) == nil
          && QuizDirective.isMeant(by: line.trimmingSpace)
    }
  }
}

/// Notes for the team, which nobody would see in an answer.
extension BlockReader {
  /// Looks for notes in what is shown to nobody.
  mutating func reportNotes(in trees: some Collection<MarkdownTree>) {
    _ = reading(in: \.isInAnswer) { $0.blocks(trees) }
  }

  mutating func reportNoteInAnswer(at place: SourcePlace) {
    findings.report(
      .alertMisplaced, at: place,
      Words(
        vi: "lời cho tổ nằm trong câu trả lời của một câu hỏi, nên không trang nào hiện",
        en: "a note for the team inside the answers of a quiz is on no page"),
      fix: Words(
        vi: "Đặt lời cho tổ ra trước hoặc sau cả câu hỏi.",
        en: "Put it before or behind the whole quiz."))
  }
}
