/// The links between records of one group, as a graph.
package struct LinkGraph: Sendable {
  package struct Link: Hashable, Sendable {
    package let id: Event.ID
    package let pair: LearnerPair

    package init(id: Event.ID, pair: LearnerPair) {
      self.id = id
      self.pair = pair
    }
  }

  private var links: [Learner.ID: [(link: Event.ID, to: Learner.ID)]] = [:]

  package init(_ links: [Link]) {
    for link in links {
      self.links[link.pair.a, default: []].append((link.id, link.pair.b))
      self.links[link.pair.b, default: []].append((link.id, link.pair.a))
    }
  }

  /// Every link on a path between the two that passes no record twice: without them the two are not
  /// joined any more, and whoever hangs on neither path stays where they were.
  ///
  /// These are the links that share a cycle with a link from `one` to `other`, had there been one: its
  /// biconnected component (J. Hopcroft, R. Tarjan, "Algorithm 447", 1973).
  package func links(between one: Learner.ID, and other: Learner.ID) -> Set<Event.ID> {
    guard one != other else { return [] }
    var walk = Walk(depths: [one: 0])
    visit(other, by: nil, depth: 1, &walk)
    return walk.highest == 0 ? Set(walk.links) : []
  }

  private struct Walk {
    var depths: [Learner.ID: Int]
    /// Links passed that may still turn out to lie on the cycle.
    var links: [Event.ID] = []
    /// The least depth reached from the record that was visited last, or below it.
    var highest = Int.max
  }

  private func visit(_ record: Learner.ID, by arrival: Event.ID?, depth: Int, _ walk: inout Walk) {
    walk.depths[record] = depth
    var highest = depth
    for (link, next) in links[record] ?? [] where link != arrival {
      let mark = walk.links.count
      if let known = walk.depths[next] {
        guard known < depth else { continue }
        walk.links.append(link)
        highest = min(highest, known)
      } else {
        walk.links.append(link)
        visit(next, by: link, depth: depth + 1, &walk)
        if walk.highest >= depth { walk.links.removeSubrange(mark...) }
        highest = min(highest, walk.highest)
      }
    }
    walk.highest = highest
  }
}
