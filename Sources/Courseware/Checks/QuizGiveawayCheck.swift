/// The right answer cannot be told by its length.
enum QuizGiveawayCheck {
  static func run(_ manuscript: Manuscript, _ findings: inout ManuscriptFindings) {
    guard let lesson = manuscript.lesson else { return }
    let questions = lesson.quizzes.compactMap { quiz -> [Quiz.Choice]? in
      if case .single(let choices) = quiz.answer, choices.count > 1 { choices } else { nil }
    }
    guard questions.count > 1, let first = lesson.quizzes.first,
      questions.allSatisfy(Self.isLongestRight)
    else { return }
    findings.report(
      .quizGiveaway, at: first.place, length: 4,
      Words(
        vi: "trong cả \(questions.count) câu hỏi, đáp án đúng đều dài nhất",
        en: "the right choice is the longest in all \(questions.count) questions"),
      fix: Words(
        vi: "Viết một lựa chọn sai dài hơn, hoặc rút gọn đáp án đúng.",
        en: "Make a wrong choice longer, or a right one shorter."))
  }

  private static func isLongestRight(_ choices: [Quiz.Choice]) -> Bool {
    let right = choices.filter(\.isRight).map(\.content.plainText.count).max() ?? 0
    return choices.allSatisfy { $0.isRight || $0.content.plainText.count < right }
  }
}
