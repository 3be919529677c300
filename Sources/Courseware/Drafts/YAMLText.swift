/// A text in the quotation marks of YAML.
enum YAMLText {
  static func quoted(_ text: String) -> String {
    "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }

  /// As one of a list: plain where it is an address, else in quotation marks.
  static func item(_ text: String) -> String {
    text.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
      Slug.isValid(String($0))
    }
      ? text : quoted(text)
  }

  /// Whether a title stands on one line, with something to read on it.
  static func isTitle(_ text: String) -> Bool {
    let isPlain = text.unicodeScalars.allSatisfy {
      switch $0.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate:
        false
      default: $0 != "\u{FEFF}"
      }
    }
    return isPlain && !text.allSatisfy(\.isWhitespace)
  }
}
