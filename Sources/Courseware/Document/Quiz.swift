/// A question with its answers: `<!-- quiz id=… -->` and what follows.
package struct Quiz: Hashable, Sendable {
  package struct Choice: Hashable, Sendable {
    package let isRight: Bool
    package let content: [Inline]
    /// What whoever chose it is told; empty where the author left it out.
    package let feedback: [Block]
    package let place: SourcePlace

    package init(isRight: Bool, content: [Inline], feedback: [Block], place: SourcePlace) {
      self.isRight = isRight
      self.content = content
      self.feedback = feedback
      self.place = place
    }
  }

  package struct Pair: Hashable, Sendable {
    package let left: [Inline]
    package let right: [Inline]

    package init(left: [Inline], right: [Inline]) {
      self.left = left
      self.right = right
    }
  }

  package enum Answer: Hashable, Sendable {
    /// One of the choices is right; `true or false` is the same with two.
    case single([Choice])
    /// Every right choice, and no other.
    case multiple([Choice])
    /// What fills the `gap` of the question; the first is shown, all are taken, marks and capitals
    /// aside.
    case text(accepted: [String])
    /// In the right order.
    case order([[Inline]])
    case match([Pair])
  }

  /// How the place that an answer fills stands in a question.
  package static let gap = "[[…]]"

  /// Unique in the course, and the same in each language.
  package let id: String
  /// What stands before the answers. In that of a `text` there is a `gap`.
  package let question: [Block]
  package let answer: Answer
  package let hints: [[Block]]
  /// Whether the choices are shown as they are written, not in an order drawn from the id.
  package let keepsOrder: Bool
  package let place: SourcePlace

  package init(
    id: String, question: [Block], answer: Answer, hints: [[Block]], keepsOrder: Bool,
    place: SourcePlace
  ) {
    self.id = id
    self.question = question
    self.answer = answer
    self.hints = hints
    self.keepsOrder = keepsOrder
    self.place = place
  }
}
