/// "Did you mean …?": the known name that a mistyped one is nearest to.
package enum NearestName {
  /// The nearest of `names`, the first of equals; nil where more than a third of the letters, and
  /// never more than two, would have to change.
  package static func nearest(to name: String, among names: some Sequence<String>) -> String? {
    let letters = Array(name.lowercased())
    let allowed = min(2, max(1, letters.count / 3))
    var best: (name: String, distance: Int)?
    for candidate in names where abs(candidate.count - letters.count) <= allowed {
      let distance = distance(letters, Array(candidate.lowercased()))
      if distance <= allowed, distance < best?.distance ?? .max {
        best = (candidate, distance)
      }
    }
    return best?.name
  }

  /// Insertions, deletions, replacements and swaps of neighbours that turn one into the other.
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      for column in right.indices {
        var least = min(
          last[column] + (left[row] == right[column] ? 0 : 1),
          last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          least = min(least, beforeLast[column - 1] + 1)
        }
        current.append(least)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }
}
