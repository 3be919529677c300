/// Which lessons and courses ask for which to be learnt first; a course asks for its lessons.
struct PrerequisiteGraph {
  struct Node: Hashable {
    let course: String
    /// Nil for the whole course.
    let slug: String?
  }

  private var next: [Node: [Node]] = [:]

  mutating func add(_ node: Node, after other: Node) {
    next[node, default: []].append(other)
  }

  /// A number for each node, the same for two that ask for each other, by themselves or through
  /// others.
  var circles: [Node: Int] {
    var circles: [Node: Int] = [:]
    let before = reversed
    for (number, node) in finished.reversed().enumerated() where circles[node] == nil {
      var open = [node]
      circles[node] = number
      while let node = open.popLast() {
        for other in before.next[node] ?? [] where circles[other] == nil {
          circles[other] = number
          open.append(other)
        }
      }
    }
    return circles
  }

  private var reversed: PrerequisiteGraph {
    var graph = PrerequisiteGraph()
    for (node, others) in next { for other in others { graph.add(other, after: node) } }
    return graph
  }

  /// Every node behind those that it asks for, as far as circles allow.
  private var finished: [Node] {
    var seen: Set<Node> = []
    var finished: [Node] = []
    for start in next.keys where seen.insert(start).inserted {
      var open = [(node: start, others: (next[start] ?? [])[...])]
      while let top = open.indices.last {
        guard let other = open[top].others.popFirst() else {
          finished.append(open.removeLast().node)
          continue
        }
        if seen.insert(other).inserted { open.append((other, (next[other] ?? [])[...])) }
      }
    }
    return finished
  }
}
