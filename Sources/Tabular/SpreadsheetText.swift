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
    guard let first = text.unicodeScalars.first, !first.isLetterOrDigit else { return false }
    let rest = text.unicodeScalars.drop { $0 == "'" }
      // Tab and carriage return are white space and triggers both.
      .drop { $0.properties.isWhitespace && !$0.startsFormula }
    return rest.first?.startsFormula ?? false
  }
}

extension Unicode.Scalar {
  fileprivate var startsFormula: Bool {
    switch self {
    case "=", "+", "-", "@", "\t", "\r", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
    default: false
    }
  }

  /// True for those of Vietnamese.
  fileprivate var isLetterOrDigit: Bool {
    switch self {
    case "0"..."9", "A"..."Z", "a"..."z", "\u{C0}"..."\u{24F}", "\u{1E00}"..."\u{1EFF}": true
    default: false
    }
  }
}
