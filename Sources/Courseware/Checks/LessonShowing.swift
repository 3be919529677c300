/// From when on each lesson is on the site, if it is at all.
struct LessonShowing {
  /// Milliseconds since 1970, of those that are no drafts in every language; a course from its first
  /// lesson on.
  private var times: [PrerequisiteGraph.Node: Int64] = [:]

  init(_ shelf: Shelf) {
    let shown = shelf.manuscripts.compactMap(\.lesson).filter { $0.frontMatter.status != .draft }
    let languages = Dictionary(grouping: shown) {
      PrerequisiteGraph.Node(course: $0.course, slug: $0.slug)
    }
    for (node, lessons) in languages {
      // One that waits in one language waits in all.
      let time = lessons.compactMap(\.frontMatter.publishAt?.milliseconds).max() ?? 0
      let start = max(time, shelf.now ?? 0)
      times[node] = start
      let course = PrerequisiteGraph.Node(course: node.course, slug: nil)
      times[course] = min(times[course] ?? .max, start)
    }
  }

  func time(of node: PrerequisiteGraph.Node) -> Int64 { times[node] ?? .max }

  func isShown(_ node: PrerequisiteGraph.Node) -> Bool { times[node] != nil }

  func isShown(_ node: PrerequisiteGraph.Node, by time: Int64) -> Bool {
    times[node].map { $0 <= time } ?? false
  }
}
