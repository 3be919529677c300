/// A destination as Windows writes it, with `\` between folders, which leads nowhere on the web.
struct WindowsPath {
  /// What to write in its place.
  let meant: String
  /// Whether something is there as soon as the strokes are turned, so that it can be done unseen.
  let leadsSomewhere: Bool

  /// Nil for other destinations, and where turning the strokes does not lead into the folders.
  init?(_ destination: String, in manuscript: Manuscript, on shelf: Shelf) {
    guard destination.contains("\\") else { return nil }
    let slashed = destination.replacing("\\", with: "/")
    guard case .target(let target) = shelf.links.resolve(slashed, course: manuscript.course) else {
      return nil
    }
    switch target {
    case .file(let path) where shelf.assets[path] == nil:
      meant = shelf.nearest(to: slashed, at: path, in: manuscript) ?? slashed
      leadsSomewhere = false
    case .outside: (meant, leadsSomewhere) = (slashed, false)
    case .file, .lesson, .page, .here: (meant, leadsSomewhere) = (slashed, true)
    }
  }
}

extension ManuscriptFindings {
  /// Tells a destination that is such a path.
  ///
  /// - Returns: whether it is one.
  mutating func reportWindowsPath(
    _ destination: String, near place: SourcePlace, in manuscript: Manuscript, _ shelf: Shelf
  ) -> Bool {
    guard let path = WindowsPath(destination, in: manuscript, on: shelf) else { return false }
    report(
      .linkUnsafe, on: destination, near: place, in: manuscript.text,
      Words(
        vi: "dấu \\ trong '\(destination)' làm cho nó không dẫn tới đâu",
        en: "with a \\ in it, '\(destination)' leads nowhere"),
      fix: Words(
        vi: "Viết / thay cho \\: \(path.meant).", en: "Write / in place of \\: \(path.meant)."))
    return true
  }
}

extension Shelf {
  /// What turns the strokes of such paths where that leads somewhere, by the path of each text.
  var windowsPathEdits: [String: [Edit]] {
    manuscripts.reduce(into: [:]) { edits, manuscript in
      let found = self.edits(of: manuscript)
      if !found.isEmpty { edits[manuscript.path] = found }
    }
  }

  private func edits(of manuscript: Manuscript) -> [Edit] {
    let outline = manuscript.outline
    let destinations =
      outline.images.map { ($0.source, $0.place) }
      + outline.links.map { ($0.destination, $0.place) }
    var edits: [Edit] = []
    for (destination, place) in destinations {
      guard WindowsPath(destination, in: manuscript, on: self)?.leadsSomewhere == true,
        let (range, line) = manuscript.text.destination(
          destination, behind: place, besides: edits.map(\.range))
      else { continue }
      let slashed = destination.replacing("\\", with: "/")
      edits.append(Edit(range, Array(slashed.utf8), rule: .linkUnsafe, line: line))
    }
    return edits
  }
}

extension MarkdownText {
  /// The bytes of a destination where it stands behind `](`, at `place` or soon behind it, and its line.
  fileprivate func destination(
    _ destination: String, behind place: SourcePlace, besides taken: [Range<Int>]
  ) -> (range: Range<Int>, line: Int)? {
    for number in place.line..<place.line + 4 where lines.indices.contains(number - 1) {
      var rest = bytes(line: number)
      if number == place.line { rest = rest.dropFirst(place.byte - 1) }
      for opening in ["](", "](<"] {
        let wanted = Array((opening + destination).utf8)
        var behind = rest
        while let found = behind.firstRange(of: wanted) {
          let range = found.lowerBound + opening.utf8.count..<found.upperBound
          if !taken.contains(where: range.overlaps) { return (range, number) }
          behind = behind[found.upperBound...]
        }
      }
    }
    return nil
  }
}
