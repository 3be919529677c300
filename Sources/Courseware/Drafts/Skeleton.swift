/// A text to be filled in. What its author replaces is marked where it is written here: `‹Viết …›`.
struct Skeleton {
  /// Without the marks.
  let text: String
  /// What stood between them.
  let parts: [String]

  init(_ marked: String) {
    let pieces = marked.split(omittingEmptySubsequences: false) { $0 == "‹" || $0 == "›" }
    text = pieces.joined()
    parts = pieces.indices.filter { !$0.isMultiple(of: 2) }.map { String(pieces[$0]) }
  }
}

extension Skeleton {
  /// What every lesson and course begins with, and must not be published with.
  static let unwritten: [String] = [
    LessonDraft.objective, LessonDraft.opening, LessonDraft.questions(slug: ""),
    LessonDraft.closing(minutes: 0), CourseDraft.summary,
  ].flatMap(\.parts)

  /// The same as bytes by the first of them, the longest first.
  private static let byFirstByte = Dictionary(
    grouping: Set(unwritten).map { Array($0.utf8) }.sorted { $0.count > $1.count },
    by: { $0.first ?? 0 })

  /// Where parts that nobody has written yet stand in a line, word for word, up to its end or to the
  /// mark that ends the text.
  static func unwrittenParts(in line: ArraySlice<UInt8>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = line.startIndex
    while index < line.endIndex {
      let part = byFirstByte[line[index]]?.first { part in
        line[index...].starts(with: part) && ends(line[(index + part.count)...])
      }
      if let part { found.append(index..<index + part.count) }
      index += part?.count ?? 1
    }
    return found
  }

  private static func ends(_ rest: ArraySlice<UInt8>) -> Bool {
    let blanks = " \t\r".utf8
    return rest.first { !blanks.contains($0) }.map { "*\"".utf8.contains($0) } ?? true
  }
}
