/// Text that a spreadsheet would run as a formula, and the apostrophe that keeps it from doing so.
///
/// Such text is any number of `'`, then any white space, then one of `= + - @`, a tab, a carriage
/// return or the full-width forms of the four. The apostrophes count because one of them may be
/// ours: so that it can be told from those of the text itself, escaping always adds exactly one.
///
/// A spreadsheet set to divide by semicolons or tabs does not see our quotes. For it a cell begins
/// behind each of these, and behind a line break, in the middle of a text too: what would run from
/// there gets its apostrophe there. Double quotes then count as apostrophes do.
package enum SpreadsheetText {
  /// One `'` before whatever a spreadsheet would run; any other text as it is.
  package static func escaped(_ text: String) -> String {
    guard mayBeDivided(text) else { return isFormula(text.unicodeScalars[...]) ? "'" + text : text }
    return rewritten(text) { cell, isFormula in
      if isFormula { cell.insert("'", at: cell.startIndex) }
    }
  }

  /// Undoes `escaped`: takes one `'` off what a spreadsheet would run without it.
  ///
  /// Ordinary text that begins with an apostrophe (`'Mỹ`) keeps it.
  package static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "'")) else { return text }
    return rewritten(text) { cell, isFormula in
      if isFormula, cell.first == "'" { cell.removeFirst() }
    }
  }

  /// The text after `change` has seen it from each place where a cell may begin to the next.
  private static func rewritten(
    _ text: String, _ change: (_ cell: inout Substring.UnicodeScalarView, _ isFormula: Bool) -> Void
  ) -> String {
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    var isWithin = false
    while !rest.isEmpty {
      let end = rest.firstIndex(where: \.endsCell).map(rest.index(after:)) ?? rest.endIndex
      var cell = rest[..<end]
      change(&cell, isWithin ? isFormulaWithin(cell) : isFormula(cell))
      result.append(contentsOf: cell)
      rest = rest[end...]
      isWithin = true
    }
    return String(result)
  }

  private static func isFormula(_ cell: Substring.UnicodeScalarView) -> Bool {
    // Most text begins with a letter or a digit, which settles it.
    guard let first = cell.first, !first.isLetterOrDigit else { return false }
    let rest = cell.drop { $0 == "'" }.drop(while: \.isBlank)
    return rest.first.map { $0.startsFormula || $0 == "\t" || $0 == "\r" } ?? false
  }

  private static func isFormulaWithin(_ cell: Substring.UnicodeScalarView) -> Bool {
    let rest = cell.drop { $0 == "'" || $0 == "\"" }.drop(while: \.isBlank)
    return rest.first?.startsFormula ?? false
  }

  private static func mayBeDivided(_ text: String) -> Bool {
    text.utf8.contains { $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: "\t") || $0.isLineBreak }
  }
}

extension Unicode.Scalar {
  fileprivate var startsFormula: Bool {
    switch self {
    case "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
    default: false
    }
  }

  fileprivate var endsCell: Bool {
    switch self {
    case ";", "\t", "\n", "\r": true
    default: false
    }
  }

  /// White space within a cell.
  fileprivate var isBlank: Bool { properties.isWhitespace && !endsCell }

  /// True for those of Vietnamese.
  fileprivate var isLetterOrDigit: Bool {
    switch self {
    case "0"..."9", "A"..."Z", "a"..."z", "\u{C0}"..."\u{24F}", "\u{1E00}"..."\u{1EFF}": true
    default: false
    }
  }
}
