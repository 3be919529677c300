/// The comment before a question, or the one that ends it.
enum QuizDirective {
  case begin(Attributes)
  case end

  struct Attributes {
    let id: String?
    let type: String?
    let accepted: [String]
    let keepsOrder: Bool
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
    case "quiz":
      var values: [String: String] = [:]
      for word in words.dropFirst() {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        values[String(parts[0])] = parts.count > 1 ? String(parts[1]) : ""
      }
      let accepted = values["accept"]?.split(separator: ",").map { String($0).trimmingSpace } ?? []
      self = .begin(
        Attributes(
          id: values["id"].flatMap { $0.isEmpty ? nil : $0 }, type: values["type"],
          accepted: accepted.filter { !$0.isEmpty }, keepsOrder: values["keep-order"] != nil))
    default: return nil
    }
  }

  /// Whether HTML looks like such a comment, wherever it stands.
  static func isMeant(by html: String) -> Bool {
    let inside = html.dropFirst(4).drop(while: \.isWhitespace)
    return inside.hasPrefix("quiz ") || inside.hasPrefix("/quiz")
  }

  /// Split at spaces outside quotation marks, which are left out.
  private static func words(of text: Substring) -> [String] {
    var words: [String] = []
    var word = ""
    var isQuoted = false
    for character in text {
      if character == "\"" {
        isQuoted.toggle()
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

extension String {
  var trimmingSpace: String {
    var rest = drop(while: \.isWhitespace)
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
