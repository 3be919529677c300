/// The quiz lines of a text that are none as they stand.
struct SpoiledQuizLines {
  struct Found {
    /// Counted from 1.
    let line: Int
    let spoiled: SpoiledQuizLine
    /// Whether the line above or below is a quiz line, so that nobody misses this one.
    let isSpare: Bool

    var canBeMended: Bool { spoiled.isAlone && !isSpare }
  }

  /// In order.
  let found: [Found]

  /// `body` has no front matter. Code is left as it is.
  init(in body: MarkdownText) {
    var code = CodeLines(of: body)
    found = body.lines.indices.compactMap { index in
      guard SpoiledQuizLine.mayBe(body.bytes[body.lines[index]]),
        let spoiled = SpoiledQuizLine(body.string(line: index + 1)),
        !code.contains(line: index + 1)
      else { return nil }
      let isSpare = [index, index + 2].contains { number in
        if case .begin = QuizDirective(body.string(line: number)) { true } else { false }
      }
      return Found(line: index + 1, spoiled: spoiled, isSpare: isSpare)
    }
  }

  /// What puts those right that can be.
  func edits(in body: MarkdownText) -> [Edit] {
    found.filter(\.canBeMended).map {
      Edit($0.spoiled.range, Array($0.spoiled.comment.utf8), rule: .quizLine, line: $0.line)
        .moved(by: body.lines[$0.line - 1].lowerBound)
    }
  }

  func report(to findings: inout ManuscriptFindings) {
    for found in found {
      let comment = found.spoiled.comment
      findings.report(
        .quizLine, at: SourcePlace(line: found.line, byte: found.spoiled.range.lowerBound + 1),
        length: found.spoiled.range.count,
        Words(
          vi: "dòng quiz viết sai nên câu hỏi bên dưới không nhận ra nó",
          en: "this was to be a quiz line, and is none as it stands"),
        fix: found.isSpare
          ? Words(
            vi:
              "Xóa dòng này; nếu câu hỏi đã công bố với dòng này thì xóa dòng quiz kia và viết: \(comment).",
            en:
              "Delete this line; where the quiz was published with it, delete the other and write: "
              + "\(comment).")
          : Words(
            vi: "Viết một mình trên dòng: \(comment).",
            en: "Write, alone on its line: \(comment)."))
    }
  }
}
