/// CSV as RFC 4180 has it, and as a spreadsheet opens it: quotes matter where a cell begins, and are
/// doubled within quotes.
package struct ParsedCSV: Hashable, Sendable {
  package let header: [String]
  package let rows: [[String]]

  /// A byte-order mark at the beginning is passed over.
  package init(_ text: String, dividedBy delimiter: Unicode.Scalar = ",") {
    var parser = Parser()
    // Scalars: a mark after a comma or a quote would make one character of the two.
    let scalars = text.unicodeScalars
    for scalar in scalars.first == "\u{FEFF}" ? scalars.dropFirst() : scalars[...] {
      parser.read(scalar, delimiter)
    }
    header = parser.records.first ?? []
    rows = Array(parser.records.dropFirst())
  }

  /// The cells of one column.
  package subscript(column: String) -> [String] {
    guard let position = header.firstIndex(of: column) else { return [] }
    return rows.map { $0.indices.contains(position) ? $0[position] : "" }
  }
}

private struct Parser {
  enum State { case start, plain, quoted, quoteSeen }

  private(set) var records: [[String]] = []
  private var fields: [String] = []
  private var field = String.UnicodeScalarView()
  private var state = State.start
  private var previous: Unicode.Scalar?

  mutating func read(_ scalar: Unicode.Scalar, _ delimiter: Unicode.Scalar) {
    defer { previous = scalar }
    switch (state, scalar) {
    case (.start, "\""): state = .quoted
    case (.quoted, "\""): state = .quoteSeen
    case (.quoted, _): field.append(scalar)
    case (.quoteSeen, "\""):
      field.append(scalar)
      state = .quoted
    case (_, delimiter): endField()
    case (.start, "\n") where previous == "\r" && fields.isEmpty: break
    case (_, "\n"), (_, "\r"):
      endField()
      records.append(fields)
      fields = []
    default:
      field.append(scalar)
      state = .plain
    }
  }

  private mutating func endField() {
    fields.append(String(field))
    field = .init()
    state = .start
  }
}
