/// A line that was to be the comment before a question or behind one, and that a word processor or a
/// slip made something else of: `‹!— quiz id=otp-1 —>`, `<!-- Quiz: id=otp-1 -->`.
struct SpoiledQuizLine {
  /// The comment as it should be.
  let comment: String
  /// Where it stands in its line, in bytes from 0.
  let range: Range<Int>
  /// Whether nothing else stands in the line, but what begins a quotation.
  let isAlone: Bool

  /// Nil for a line that is a quiz line, and for one that nobody meant to be.
  init?(_ line: String) {
    let start = line.drop { " \t>".contains($0) }
    let core = String(start).trimmingSpace
    let isEscaped = core.hasPrefix("\\<") || core.hasPrefix("&lt;")
    let plain = isEscaped ? core.unescaped : core
    if !isEscaped, let directive = QuizDirective(core), directive.isSound { return nil }
    guard let opening = Opening(plain), let word = Word(opening.rest) else { return nil }
    let close = word.rest.firstIndex { ">›〉＞".contains($0) }
    var inside = word.rest[..<(close ?? word.rest.endIndex)]
    let behind = close.map { word.rest[word.rest.index(after: $0)...] } ?? ""
    isAlone = close != nil && behind.isEmpty
    let closesWell = isAlone && plain.hasSuffix("-->")
    while let last = inside.last, last.isWhitespace || "-–—−!".contains(last) {
      inside.removeLast()
    }
    let attributes = Attributes(inside)
    let isWellFramed = !isEscaped && opening.isSound && (closesWell || !isAlone)
    // Whoever wrote other comments meant no question by them.
    if word.isSound {
      guard !isWellFramed || attributes.isSpoiled else { return nil }
      guard attributes.isKnown || attributes.words.isEmpty && isAlone else { return nil }
    } else {
      guard attributes.isKnown else { return nil }
    }
    if word.name == "/quiz", !attributes.words.isEmpty { return nil }
    let words = isAlone ? attributes.words : attributes.words.filter(Attributes.isKnown)
    comment = (["<!--", word.name] + words + ["-->"]).joined(separator: " ")
    let byte = line.utf8.distance(from: line.startIndex, to: start.startIndex)
    range = byte..<byte + core.utf8.count
  }

  /// Whether a line may be one, by its bytes: most begin otherwise.
  static func mayBe(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first(where: { !" \t>".utf8.contains($0) }) else { return false }
    return [UInt8(ascii: "<"), UInt8(ascii: "\\"), UInt8(ascii: "&"), 0xE2, 0xE3, 0xEF].contains(
      first)
  }
}

extension SpoiledQuizLine {
  /// `<!--` and what becomes of it.
  private struct Opening {
    let isSound: Bool
    let rest: Substring

    init?(_ text: String) {
      guard let first = text.first, "<‹〈＜".contains(first) else { return nil }
      var rest = text.dropFirst().drop(while: \.isWhitespace)
      if let sign = rest.first, "!！".contains(sign) { rest.removeFirst() }
      rest = rest.drop(while: \.isWhitespace)
      let dashes = rest.prefix { "-–—−‒―".contains($0) }
      guard !dashes.isEmpty else { return nil }
      isSound = text.hasPrefix("<!--") && dashes.count == 2
      self.rest = rest.dropFirst(dashes.count).drop(while: \.isWhitespace)
    }
  }

  /// `quiz` or `/quiz`, and what is nearly that.
  private struct Word {
    let name: String
    let isSound: Bool
    let rest: Substring

    init?(_ text: Substring) {
      let word = text.prefix { $0.isLetter || $0 == "/" }
      let behind = text.dropFirst(word.count)
      guard let next = behind.first, next.isWhitespace || ":：-–—−>›〉＞".contains(next),
        let name = NearestName.nearest(to: String(word), among: ["quiz", "/quiz"])
      else { return nil }
      rest = behind.drop { $0.isWhitespace || ":：".contains($0) }
      isSound = word == name && !":：".contains(next)
      self.name = name
    }
  }

  /// What stands behind the word, each name in small letters with its `=`.
  private struct Attributes {
    private(set) var words: [String] = []
    /// Whether a name had another sign or large letters.
    private(set) var isSpoiled = false

    /// Straight ones, and what a word processor makes of them.
    private static let quotes: Set<Character> = ["\"", "“", "”", "„", "‟"]

    init(_ text: Substring) {
      var rest = QuizDirective.words(of: text, quotedBy: Self.quotes, as: "\"")[...]
      while let word = rest.popFirst() {
        let name = word.prefix { $0.isLetter || $0 == "-" }
        guard QuizDirective.names.contains(name.lowercased()) else {
          words.append(word)
          continue
        }
        var sign = String(word.dropFirst(name.count))
        if sign.isEmpty, let next = rest.first, let first = next.first, "=:：".contains(first) {
          sign = next
          rest.removeFirst()
        }
        guard let first = sign.first, "=:：".contains(first) else {
          words.append(word)
          continue
        }
        isSpoiled = isSpoiled || first != "=" || name != name.lowercased()
        sign = "=" + sign.dropFirst()
        if sign == "=", let next = rest.first, !Self.isKnown(next), !next.contains("=") {
          sign += next
          rest.removeFirst()
        }
        if first != "=", let last = sign.last, ",;".contains(last) { sign.removeLast() }
        words.append(name.lowercased() + sign)
      }
      findBareID()
    }

    /// The name of a question without its `id=`: after `id` or `#`, or the only word with a hyphen.
    private mutating func findBareID() {
      guard !words.contains(where: { $0.hasPrefix("id=") && $0 != "id=" }) else { return }
      let bare = words.indices.filter {
        !Self.isKnown(words[$0]) && !QuizDirective.names.contains(words[$0])
      }
      guard bare.count == 1, let index = bare.first else { return }
      let before = index > 0 ? words[index - 1] : ""
      if ["type", "accept"].contains(before) { return }
      let isMarked = words[index].hasPrefix("#") || ["id", "id="].contains(before)
      let name = words[index].hasPrefix("#") ? String(words[index].dropFirst()) : words[index]
      guard Slug.isValid(name), isMarked || name.contains("-") else { return }
      words[index] = "id=" + name
      words.removeAll { $0 == "id" || $0 == "id=" }
      isSpoiled = true
    }

    var isKnown: Bool { words.contains(where: Self.isKnown) }

    /// Whether a word begins with a name that means something, and its sign.
    static func isKnown(_ word: String) -> Bool {
      let name = word.prefix { $0.isLetter || $0 == "-" }
      return QuizDirective.names.contains(name.lowercased())
        && word.dropFirst(name.count).first.map { "=:：".contains($0) } == true
    }
  }
}

extension String {
  /// Without what keeps signs from meaning anything to other readers of Markdown.
  fileprivate var unescaped: String {
    replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("\\", with: "")
  }
}

extension QuizDirective {
  /// Whether nothing in it is to be told.
  fileprivate var isSound: Bool {
    if case .begin(let attributes) = self {
      attributes.id != nil && attributes.unknown.isEmpty
    } else {
      true
    }
  }
}
