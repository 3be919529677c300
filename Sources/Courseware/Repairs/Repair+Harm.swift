/// What may be mended by itself changes no more than signs.
extension Repair {
  private static let mostTries = 6

  /// Makes changes of what the file has become so far, without those after which learners would be
  /// shown what was for the team, or a list would fall apart: the lines of these stay as they are.
  ///
  /// - Returns: whether anything was changed.
  @discardableResult
  mutating func makeHarmless(_ edits: [Edit], linesMoved: Bool = false) -> Bool {
    if edits.isEmpty { return false }
    guard let before = Standing(SourceFile(path: path, bytes: after)) else {
      make(edits, linesMoved: linesMoved)
      return true
    }
    var rest = edits
    for _ in 0..<Self.mostTries where !rest.isEmpty {
      let harmed = linesHarmed(by: rest, before)
      if harmed.isEmpty {
        make(rest, linesMoved: linesMoved)
        return true
      }
      let lines = Set(rest.map(\.line)).sorted()
      let harming = Set(harmed.map { Self.last(of: lines, upTo: $0) })
      leave(rest.filter { harming.contains($0.line) }, linesMoved: linesMoved)
      rest.removeAll { harming.contains($0.line) }
    }
    leave(rest, linesMoved: linesMoved)
    return false
  }

  private func linesHarmed(by edits: [Edit], _ before: Standing) -> [Int] {
    let changed = edits.applied(to: after)
    guard let later = Standing(SourceFile(path: path, bytes: changed)) else { return [] }
    let moves = LineMoves(of: edits, in: MarkdownText(bytes: after))
    return before.linesHarmed(becoming: later, moved: moves.line)
  }

  /// Of sorted lines the last that is no greater; where there is none, the first.
  private static func last(of lines: [Int], upTo most: Int) -> Int {
    var (low, high) = (0, lines.count)
    while low < high {
      let middle = (low + high) / 2
      if lines[middle] <= most { low = middle + 1 } else { high = middle }
    }
    return lines[max(0, low - 1)]
  }
}

/// Where the lines of a text are once it is changed.
private struct LineMoves {
  /// In order: from this line on, so many lines further down than before.
  private var moves: [(line: Int, by: Int)] = []

  init(of edits: [Edit], in text: MarkdownText) {
    var total = 0
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      let more =
        MarkdownText(bytes: edit.replacement).lines.count
        - MarkdownText(bytes: Array(text.bytes[edit.range])).lines.count
      if more == 0 { continue }
      total += more
      let line = text.line(of: edit.range.upperBound)
      let isAtStart = text.lines[line - 1].lowerBound == edit.range.upperBound
      moves.append((isAtStart ? line : line + 1, total))
    }
  }

  func line(_ line: Int) -> Int {
    var (low, high) = (0, moves.count)
    while low < high {
      let middle = (low + high) / 2
      if moves[middle].line <= line { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? line : line + moves[low - 1].by
  }
}
