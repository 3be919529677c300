/// A question of a text: what it is called, or where its name belongs.
struct QuizSlot: Hashable {
  enum Gap: Hashable {
    /// In the comment on this line.
    case comment(line: Int)
    /// In a comment of its own above this line.
    case above(line: Int)
  }

  /// Nil where it has none.
  let id: String?
  /// Nil where no id can be put in by itself.
  let gap: Gap?
  /// Of the finding, if there is one.
  let line: Int
}

extension QuizSlot {
  /// Choices with a right one and no comment: the paragraph before them is the question.
  static func unnamed(_ choices: MarkdownTree, behind last: MarkdownTree?) -> QuizSlot {
    let isTop = choices.place.byte == 1 && last?.place.byte == 1
    let question = isTop && last?.kind == .paragraph ? last?.place.line : nil
    return QuizSlot(id: nil, gap: question.map { .above(line: $0) }, line: choices.place.line)
  }
}
