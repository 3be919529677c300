/// Who is shown which lines of a text.
struct Readership {
  /// What a learner is shown, in no order.
  private(set) var learners: [ClosedRange<Int>] = []
  /// What is for whoever teaches, in no order.
  private(set) var team: [ClosedRange<Int>] = []

  /// Boxes for learners, from the line of the tag on.
  private(set) var boxes: [ClosedRange<Int>] = []

  mutating func add(_ lines: ClosedRange<Int>, isForTeam: Bool) {
    if isForTeam { team.append(lines) } else { learners.append(lines) }
  }

  mutating func add(_ tree: MarkdownTree, isForTeam: Bool) {
    add(tree.place.line...max(tree.place.line, tree.endLine), isForTeam: isForTeam)
  }

  mutating func add(box quote: MarkdownTree) {
    boxes.append(quote.place.line...max(quote.place.line, quote.endLine))
  }

  /// What learners were to be shown is for the team after all, from the `count`th on.
  mutating func hold(from count: Int) {
    team += learners[count...]
    learners.removeSubrange(count...)
  }
}
