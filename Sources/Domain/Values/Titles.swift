/// A title in the languages it exists in, keyed by BCP 47 tag; Vietnamese first.
package struct Titles: Hashable, Sendable {
  package let byLanguage: [String: String]

  package init(_ byLanguage: [String: String]) {
    self.byLanguage = byLanguage
  }

  /// The title in `language`, else in Vietnamese, else in whichever language comes first.
  package subscript(language: String) -> String {
    byLanguage[language] ?? byLanguage["vi"]
      ?? byLanguage.min { $0.key < $1.key }?.value ?? ""
  }
}

extension Titles: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (String, String)...) {
    self.init(Dictionary(elements) { _, last in last })
  }
}
