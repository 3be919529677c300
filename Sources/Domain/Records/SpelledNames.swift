/// Names to be looked for in text as people write it.
///
/// What is written with marks is compared with them, for "An" and "Ân" are two people. What is written
/// without any is compared without: many leave them out.
package struct SpelledNames: Hashable, Sendable {
  private let phrases: Set<Phrase>

  /// Names of fewer than `shortest` words are left out.
  package init(_ names: some Sequence<String>, shortest: Int = 1) {
    phrases = Set(
      names.compactMap { name in
        let words = Self.words(of: name)
        return words.count < max(1, shortest) ? nil : Phrase(words)
      })
  }

  package var isEmpty: Bool { phrases.isEmpty }

  /// Whether the whole of a text is one of the names.
  package func contain(_ text: String) -> Bool {
    let words = Self.words(of: text)
    return !words.isEmpty && areWithin(words) { $0 == $1 }
  }

  /// Whether one of the names stands in a text, as words of their own.
  package func areWithin(_ text: String) -> Bool {
    areWithin(Self.words(of: text)) { $0.contains($1) }
  }

  /// Whether one of the names stands in a text that quotes fell out of, so that its last word may have
  /// run into the next.
  package func areWithin(unquoted text: String) -> Bool {
    areWithin(Self.words(of: text)) { $0.contains($1.dropLast()) }
  }

  private func areWithin(_ words: [String], _ has: (String, String) -> Bool) -> Bool {
    let text = Phrase(words)
    return phrases.contains { has(text.exact, $0.exact) || has(text.unmarked, $0.folded) }
  }

  private static func words(of text: String) -> [String] {
    SearchText.exact(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// Words one after the other, each between two spaces.
  private struct Phrase: Hashable {
    let exact: String
    let folded: String
    /// With nothing that a name has where a word has marks.
    let unmarked: String

    init(_ words: [String]) {
      let bare = words.map(SearchText.folded)
      exact = Self.joined(words)
      folded = Self.joined(bare)
      unmarked = Self.joined(zip(words, bare).map { $0 == $1 ? $1 : "?" })
    }

    private static func joined(_ words: [String]) -> String {
      " \(words.joined(separator: " ")) "
    }
  }
}
