/// Where the lines of a text stand: who is shown them, and in which list. A mended line that stood in a
/// note for the team must not come to stand before learners, and no list must fall apart.
struct Standing {
  private let learners: Set<Int>
  private let team: Set<Int>
  /// Lines in boxes for learners, by the line of the box's tag.
  private let boxes: [Int: Int]
  /// By the line of each item but the first of its list, the line of that first.
  private let lists: [Int: Int]

  /// Nil for a file that is no text.
  init?(_ file: SourceFile) {
    guard let body = ManuscriptBody(file) else { return nil }
    self.init(body)
  }

  private init(_ body: ManuscriptBody) {
    learners = Set(body.readership.learners.joined())
    team = Set(body.readership.team.joined())
    boxes = body.readership.boxes.reduce(into: [:]) { boxes, box in
      for line in box where boxes[line] == nil { boxes[line] = box.lowerBound }
    }
    var lists: [Int: Int] = [:]
    var open = [body.tree].compactMap(\.self)
    while let tree = open.popLast() {
      if case .list = tree.kind, let first = tree.children.first {
        for item in tree.children.dropFirst() { lists[item.place.line] = first.place.line }
      }
      open.append(contentsOf: tree.children)
    }
    self.lists = lists
  }

  /// The lines that are harmed where the text becomes another, whose lines are `moved` ones of these.
  func linesHarmed(becoming later: Standing, moved: (Int) -> Int) -> [Int] {
    // Where a tag begins a box now, its author says whom it is for.
    let tags = Set(boxes.values.map(moved))
    let shown = team.filter { line in
      let isNew = !learners.contains(line) && later.learners.contains(moved(line))
      return isNew && later.boxes[moved(line)].map(tags.contains) ?? true
    }
    let parted = lists.filter { line, first in
      later.lists[moved(line)].map { $0 > moved(first) } ?? true
    }
    return Set(shown).union(parted.keys).sorted()
  }

  /// Whether only the team is shown a line.
  func isForTeam(line: Int) -> Bool { team.contains(line) && !learners.contains(line) }
}
