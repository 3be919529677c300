/// CSV as RFC 4180 has it: commas, quotes doubled within quotes.
package struct ParsedCSV: Hashable, Sendable {
  package let header: [String]
  package let rows: [[String]]

  package init(_ text: String) {
    var records: [[String]] = []
    var fields: [String] = []
    var field = ""
    var isQuoted = false
    var previous: Character?
    for character in text {
      switch character {
      case "\"":
        // A quote that follows the one that seemed to close is a quote of the text.
        if !isQuoted, previous == "\"" { field.append("\"") }
        isQuoted.toggle()
      case "," where !isQuoted:
        fields.append(field)
        field = ""
      case "\n" where !isQuoted, "\r\n" where !isQuoted:
        records.append(fields + [field])
        (fields, field) = ([], "")
      default: field.append(character)
      }
      previous = character
    }
    header = records.first ?? []
    rows = Array(records.dropFirst())
  }

  /// The cells of one column.
  package subscript(column: String) -> [String] {
    guard let position = header.firstIndex(of: column) else { return [] }
    return rows.map { $0.indices.contains(position) ? $0[position] : "" }
  }
}
