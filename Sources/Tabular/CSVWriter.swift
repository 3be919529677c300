/// Writes rows as RFC 4180 has them, with LF, commas, and quotes only where reading back needs them.
package struct CSVWriter: Sendable {
  package enum Cell: Hashable, Sendable {
    case text(String)
    /// Digits, sign and point as they shall stand: never made safe for spreadsheets.
    case number(String)
    case empty
  }

  /// Writes text as `SpreadsheetText.escaped` has it.
  package let spreadsheetSafe: Bool

  package init(spreadsheetSafe: Bool) {
    self.spreadsheetSafe = spreadsheetSafe
  }

  /// One row with its line break.
  package func line(_ cells: [Cell]) -> String {
    let fields = cells.map(field)
    // A lone blank field would be read as a blank line, and skipped.
    if fields.count == 1, let only = fields.first, only.utf8.allSatisfy(\.isBlank) {
      return "\"\(only)\"\n"
    }
    return fields.joined(separator: ",") + "\n"
  }

  package func text(_ rows: some Sequence<[Cell]>) -> String {
    rows.reduce(into: "") { $0 += line($1) }
  }

  private func field(_ cell: Cell) -> String {
    switch cell {
    case .text(let text): quoted(spreadsheetSafe ? SpreadsheetText.escaped(text) : text)
    case .number(let digits): quoted(digits)
    case .empty: ""
    }
  }

  private func quoted(_ text: String) -> String {
    // Every candidate delimiter, so that the reader cannot choose the wrong one; and a leading
    // U+FEFF, so that it is not taken for a byte-order mark.
    let needsQuotes =
      text.unicodeScalars.first == "\u{FEFF}"
      || text.utf8.contains {
        $0 == .quote || $0.isLineBreak || CSVDelimiterCount.candidates.contains($0)
      }
    guard needsQuotes else { return text }
    var result = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { result.unicodeScalars.append(scalar) }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }
}
