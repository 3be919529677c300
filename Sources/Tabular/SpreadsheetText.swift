/// Text that a spreadsheet would run as a formula, and the apostrophe that keeps it from doing so.
///
/// Such text is any number of `'`, then any white space, then one of `= + - @`, a tab, a carriage
/// return or the full-width forms of the four. The apostrophes count because one of them may be
/// ours: so that it can be told from those of the text itself, escaping always adds exactly one.
package enum SpreadsheetText {
  /// One `'` before what a spreadsheet would run; any other text as it is.
  package static func escaped(_ text: String) -> String {
    isFormula(text) ? "'" + text : text
  }

  /// Undoes `escaped`: takes one `'` off what a spreadsheet would run without it.
  ///
  /// Ordinary text that begins with an apostrophe (`'Mỹ`) keeps it.
  package static func unescaped(_ text: String) -> String {
    guard text.utf8.first == UInt8(ascii: "'"), isFormula(text) else { return text }
    // Scalars: a mark after the apostrophe would make one character of the two.
    return String(text.unicodeScalars.dropFirst())
  }

  private static func isFormula(_ text: String) -> Bool {
    // Most text begins with a letter or a digit, which settles it.
    if let first = text.utf8.first, first.isLetterOrDigit { return false }
    var rest = text.unicodeScalars[...]
    rest = rest.drop { $0 == "'" }
    // Tab and carriage return are white space and triggers both.
    rest = rest.drop { $0.properties.isWhitespace && !triggers.contains($0) }
    return rest.first.map(triggers.contains) ?? false
  }

  private static let triggers: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
  ]
}

extension UInt8 {
  fileprivate var isLetterOrDigit: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }
}
