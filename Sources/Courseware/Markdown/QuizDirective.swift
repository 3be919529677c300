/// The comment before a question, or the one that ends it.
enum QuizDirective {
  case begin(Attributes)
  case end

  struct Attributes {
    let id: String?
    let type: String?
    let accepted: [String]
    /// Whether `accept` is there and accepts nothing.
    let acceptsNothing: Bool
    let keepsOrder: Bool
    /// Names that mean nothing, in order.
    let unknown: [String]
  }

  /// Nil for anything else, and for a comment with something beside it.
  init?(_ html: String) {
    let html = html.trimmingSpace
    guard html.hasPrefix("<!--"), html.hasSuffix("-->"), html.utf8.count >= 7,
      !html.contains(where: \.isNewline)
    else { return nil }
    let inside = html.dropFirst(4).dropLast(3)
    guard !inside.contains("-->") else { return nil }
    let words = Self.words(of: inside)
    switch words.first {
    case "/quiz": self = .end
    case "quiz": self = .begin(Attributes(words.dropFirst()))
    default: return nil
    }
  }

  /// The names that mean something.
  static let names = ["id", "type", "accept", "keep-order"]

  /// Whether HTML looks like such a comment, wherever it stands.
  static func isMeant(by html: String) -> Bool {
    let inside = html.dropFirst(4).drop(while: \.isWhitespace)
    return inside.hasPrefix("quiz ") || inside.hasPrefix("/quiz")
  }

  /// Split at spaces outside quotation marks; each of these becomes `mark`.
  static func words(
    of text: Substring, quotedBy marks: Set<Character> = ["\""], as mark: String = ""
  ) -> [String] {
    var words: [String] = []
    var word = ""
    var isQuoted = false
    for character in text {
      if marks.contains(character) {
        isQuoted.toggle()
        word += mark
      } else if character.isWhitespace, !isQuoted {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else {
        word.append(character)
      }
    }
    return word.isEmpty ? words : words + [word]
  }
}

extension QuizDirective.Attributes {
  /// Spaces may stand around the `=`, unless what follows is an attribute itself.
  fileprivate init(_ words: some Collection<String>) {
    var values: [(name: String, value: String)] = []
    var rest = Array(words)[...]
    while let word = rest.popFirst() {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      var hasSign = parts.count > 1
      var value = parts.dropFirst().first.map(String.init) ?? ""
      if !hasSign, let next = rest.first, next.hasPrefix("=") {
        rest.removeFirst()
        hasSign = true
        value = String(next.dropFirst())
      }
      if hasSign, value.isEmpty, let next = rest.first, !next.contains("="),
        !QuizDirective.names.contains(next)
      {
        rest.removeFirst()
        value = next
      }
      values.append((String(parts[0]), value))
    }
    let byName = Dictionary(values.map { ($0.name, $0.value) }) { _, last in last }
    let accepted = (byName["accept"] ?? "").split(separator: ",")
      .map { String($0).trimmingSpace }.filter { !$0.isEmpty }
    self.init(
      id: byName["id"].flatMap { $0.isEmpty ? nil : $0 }, type: byName["type"],
      accepted: accepted, acceptsNothing: byName["accept"] != nil && accepted.isEmpty,
      keepsOrder: byName["keep-order"] != nil,
      unknown: values.map(\.name).filter { !QuizDirective.names.contains($0) })
  }
}

extension String {
  var trimmingSpace: String {
    var rest = drop(while: \.isWhitespace)
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
