/// The same sentence in both languages of the project.
package struct Words: Hashable, Sendable {
  package let vi: String
  package let en: String

  package init(vi: String, en: String) {
    self.vi = vi
    self.en = en
  }

  /// English for `en`, Vietnamese for every other tag.
  package subscript(language: String) -> String {
    language == "en" ? en : vi
  }
}

extension Words {
  /// What mends a name that is nearly another.
  static func didYouMean(_ name: String) -> Words {
    Words(vi: "Có phải là '\(name)'?", en: "Did you mean '\(name)'?")
  }
}
