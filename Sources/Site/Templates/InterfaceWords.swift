/// What the site itself says in one language; a course is written in its own words.
///
/// From a file of lines `key: text`; `{n}` in a text is filled in.
package struct InterfaceWords: Sendable {
  package let language: String
  package let byKey: [String: String]
  /// Every word by its key, for templates.
  let context: Context

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
    context = Context(byKey.mapValues { .text($0) })
  }

  subscript(word: InterfaceWord) -> String { byKey[word.rawValue] ?? "" }

  subscript(word: InterfaceWord, values: [String: String]) -> String {
    var text = ""
    var rest = self[word][...]
    while let start = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
      let end = rest.utf8[start...].firstIndex(of: UInt8(ascii: "}"))
    {
      let next = rest.utf8.index(after: end)
      let name = rest[rest.utf8.index(after: start)..<end]
      text += rest[..<start]
      text += values[String(name)] ?? String(rest[start..<next])
      rest = rest[next...]
    }
    return text + rest
  }

  /// So many lessons.
  func lessons(_ count: Int) -> String {
    count == 1 ? self[.lessonOne] : self[.lessonCount, ["n": String(count)]]
  }

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
