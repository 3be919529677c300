import Domain

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

  /// Their folded words by the first of them, the longest first.
  private static let byFirstWord = Dictionary(
    grouping: Set(unwritten.map(SearchText.words)).sorted { $0.count > $1.count },
    by: { $0.first ?? "" })
  private static let firstWords = WordSieve(byFirstWord.keys)

  /// Where parts that nobody has written yet stand in a line, whatever their marks, capitals and
  /// signs, up to its end or to the mark that ends the text.
  static func unwrittenParts(in line: ArraySlice<UInt8>) -> [Range<Int>] {
    let words = line.split { $0 < 0x80 && !isLetterOrDigit($0) }
    var found: [Range<Int>] = []
    var index = 0
    while index < words.count {
      guard let part = part(at: words[index...]) else {
        index += 1
        continue
      }
      let start = words[index].startIndex
      let end = words[index + part.count - 1].endIndex
      if let end = self.end(of: line[end...]) { found.append(start..<end) }
      index += part.count
    }
    return found
  }

  /// The words that the given ones begin with, if those are of a new file.
  private static func part(at words: ArraySlice<ArraySlice<UInt8>>) -> [String]? {
    guard let first = words.first, firstWords.mayHold(first),
      let parts = byFirstWord[folded(first)]
    else { return nil }
    return parts.first { part in
      part.count <= words.count && zip(part, words).allSatisfy { $0 == folded($1) }
    }
  }

  private static func folded(_ word: ArraySlice<UInt8>) -> String {
    SearchText.words(of: String(decoding: word, as: UTF8.self)).joined(separator: " ")
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
      || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
  }

  /// The index behind the signs that end a part; nil where its sentence goes on.
  private static func end(of rest: ArraySlice<UInt8>) -> Int? {
    let signs = rest.prefix { ".,;:!?".utf8.contains($0) }
    let blanks = " \t\r".utf8
    let isLast =
      rest[signs.endIndex...].first { !blanks.contains($0) }.map { "*\"".utf8.contains($0) } ?? true
    return isLast ? signs.endIndex : nil
  }
}
