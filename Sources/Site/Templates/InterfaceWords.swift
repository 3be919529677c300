/// What the site itself says in one language; a course is written in its own words.
///
/// From a file of lines `key: text`; `{n}` in a text is filled in.
package struct InterfaceWords: Sendable {
  package let language: String
  package let byKey: [String: String]

  /// `fallback` is what is said where this language has no words.
  package init(language: String, file: String, fallback: [String: String] = [:]) {
    var byKey = fallback
    for line in file.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let text = line[line.index(after: colon)...].drop { $0 == " " }
      byKey[String(line[..<colon])] = String(text)
    }
    self.language = language
    self.byKey = byKey
  }

  subscript(word: InterfaceWord) -> String { byKey[word.rawValue] ?? "" }

  subscript(word: InterfaceWord, values: [String: String]) -> String {
    values.reduce(into: self[word]) { text, value in
      text = text.replacing("{\(value.key)}", with: value.value)
    }
  }

  /// Every word by its key, for templates.
  var context: Context { Context(byKey.mapValues { .text($0) }) }

  /// The words that the script says, as a line of JavaScript.
  var script: String {
    let words = byKey.filter { $0.key.hasPrefix(Self.scriptPrefix) }.sorted { $0.key < $1.key }
    let members = words.map { key, text in
      "\(key.dropFirst(Self.scriptPrefix.count)):\(JavaScript.literal(text))"
    }
    return "const words={\(members.joined(separator: ","))};\n"
  }

  private static let scriptPrefix = "js-"
}
