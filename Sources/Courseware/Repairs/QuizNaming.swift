/// Gives ids to questions that have none: `<slug of the lesson>-<number>`.
struct QuizNaming {
  /// One language of a lesson.
  struct Text {
    /// Without a byte order mark.
    let text: MarkdownText
    let slots: [QuizSlot]
  }

  /// Ids that stand in the course or once stood there.
  private(set) var used: Set<String>

  init(used: Set<String>) {
    self.used = used
  }

  /// What names the questions of a lesson in each of its languages, the original first.
  ///
  /// A translation takes the original's ids, where it has as many questions and none of them is
  /// called otherwise.
  mutating func edits(of texts: [Text], slug: String) -> [[Edit]] {
    guard let original = texts.first, Slug.isValid(slug) else { return texts.map { _ in [] } }
    var next = (used.compactMap { Self.number(of: $0, slug: slug) }.max() ?? 0) + 1
    let names = original.slots.map { slot -> String? in
      guard slot.id == nil, slot.gap != nil else { return slot.id }
      defer { next += 1 }
      return "\(slug)-\(next)"
    }
    used.formUnion(names.compactMap(\.self))
    return texts.map { text in
      let fits =
        text.slots.count == names.count
        && zip(text.slots, names).allSatisfy { $0.id == nil || $0.id == $1 }
      guard fits else { return [] }
      return zip(text.slots, names).compactMap { slot, name in
        guard slot.id == nil, let name else { return nil }
        return Self.edit(of: slot, name: name, in: text.text)
      }
    }
  }

  /// Of `otp-3` and the slug `otp` 3.
  private static func number(of id: String, slug: String) -> Int? {
    guard id.hasPrefix(slug + "-"), let number = Int(id.dropFirst(slug.count + 1)),
      (1..<1_000_000).contains(number)
    else { return nil }
    return number
  }

  private static func edit(of slot: QuizSlot, name: String, in text: MarkdownText) -> Edit? {
    switch slot.gap {
    case nil: return nil
    case .above(let line):
      let start = text.lines[line - 1].lowerBound
      let comment = "<!-- quiz id=\(name) -->"
      return Edit(
        start..<start, Array(comment.utf8) + text.lineEnd(of: line), rule: .quizIDMissing,
        line: slot.line)
    case .comment(let line):
      let range = text.lines[line - 1]
      let bytes = Array(text.bytes[range])
      guard let (place, words) = insertion(of: name, in: bytes) else { return nil }
      let edit = Edit(place, Array(words.utf8), rule: .quizIDMissing, line: slot.line)
      guard Self.names([edit].applied(to: bytes), name) else { return nil }
      return edit.moved(by: range.lowerBound)
    }
  }

  /// Where `id=` belongs in the comment of a line: in the place of one without a name, else behind
  /// the word `quiz`.
  private static func insertion(of name: String, in line: [UInt8]) -> (Range<Int>, String)? {
    guard let open = line.firstRange(of: Array("<!--".utf8)),
      let word = line[open.upperBound...].firstRange(of: Array("quiz".utf8)),
      let close = line[word.upperBound...].firstRange(of: Array("-->".utf8))
    else { return nil }
    let isSpace: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    let words = line[word.upperBound..<close.lowerBound].split(whereSeparator: isSpace)
    let spelled = words.map { String(decoding: $0, as: UTF8.self) }
    if let index = spelled.firstIndex(where: { ["id", "id=", "id=\"\""].contains($0) }) {
      let signs = spelled[(index + 1)...].prefix { ["=", "\"\"", "=\"\""].contains($0) }
      return (words[index].startIndex..<words[index + signs.count].endIndex, "id=\(name)")
    }
    return (word.upperBound..<word.upperBound, " id=\(name)")
  }
}

extension QuizNaming {
  /// Whether the comment of a line says this id, and no other behind it.
  private static func names(_ line: [UInt8], _ name: String) -> Bool {
    let text = String(decoding: line, as: UTF8.self)
    guard let start = text.firstRange(of: "<!--")?.lowerBound,
      case .begin(let attributes) = QuizDirective(String(text[start...]))
    else { return false }
    return attributes.id == name
  }
}
