/// A text in the quotation marks of YAML.
enum YAMLText {
  static func quoted(_ text: String) -> String {
    "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
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
