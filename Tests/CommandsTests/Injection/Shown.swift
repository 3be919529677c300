import Intake
import Tabular
import TestSupport
import Testing

/// What may be said of everything that a command gives out, whatever is in it.
enum Shown {
  /// The characters of a text that a terminal would obey, or that nobody would see.
  static func steering(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { scalar in
      switch scalar.value {
      case 0x0A: false
      // C0, delete, C1.
      case 0...0x1F, 0x7F...0x9F: true
      // Soft hyphen; marks, embeddings, overrides and isolates of direction.
      case 0xAD, 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
      // Separators of lines; spaces without width; other signs without a shape.
      case 0x2028, 0x2029, 0x200B, 0x2060...0x2064, 0x206A...0x206F, 0x180E: true
      case 0xFEFF, 0xFFF9...0xFFFB, 0x1D173...0x1D17A, 0xE0001...0xE007F: true
      default: false
      }
    }
  }

  /// Lines that a payload begins: its text after a line break of its own.
  static func forgedLines(_ text: String) -> [String] {
    let lines = Set(text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init))
    return forgeries.filter { forgery in lines.contains { $0.hasPrefix(forgery) } }
  }

  private static let forgeries = Set(
    Payload.all.flatMap { payload in
      payload.text.unicodeScalars.split { $0.properties.isWhitespace && $0 != " " }
        .dropFirst(payload.text.unicodeScalars.first == "\n" ? 0 : 1)
        .map(String.init)
    }
    .filter { $0.contains { $0.isLetter } && $0.count > 4 })

  /// Cells that a spreadsheet would run, however it divides the text.
  static func formulas(_ csv: String) -> [String] {
    let delimiters: [Unicode.Scalar] = [",", ";", "\t"]
    return delimiters.flatMap { delimiter in
      let opened = ParsedCSV(csv, dividedBy: delimiter)
      return ([opened.header] + opened.rows).flatMap(\.self).filter(runs)
    }
  }

  private static func runs(_ cell: String) -> Bool {
    let begins: Set<Unicode.Scalar> = [
      "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
    ]
    let scalars = cell.unicodeScalars
    if let first = scalars.first, first == "\t" || first == "\r" { return true }
    return scalars.first { !$0.properties.isWhitespace }.map(begins.contains) ?? false
  }

  /// The cells of one column as lantoa itself reads them.
  static func cells(of column: String, in csv: String) throws -> [String] {
    try CSVTable(Array(csv.utf8)).rows.compactMap { $0[column] }.map(SpreadsheetText.unescaped)
  }

  static func header(of csv: String) throws -> [String] {
    var reader = CSVReader(Array(csv.utf8))
    guard case .row(let header)? = try reader.next() else { return [] }
    return header.fields.map(SpreadsheetText.unescaped)
  }
}

/// Expects of what a command says that it steers no terminal and that no line of it is forged.
func expectHarmless(
  _ outcome: Bench.Outcome, _ about: String = "", sourceLocation: SourceLocation = #_sourceLocation
) {
  for text in [outcome.stdout, outcome.stderr] {
    let steering = Shown.steering(text).map { $0.escaped(asASCII: true) }
    if !steering.isEmpty {
      Issue.record("\(about) steers by \(Set(steering))", sourceLocation: sourceLocation)
    }
    let forged = Shown.forgedLines(text)
    if !forged.isEmpty {
      Issue.record("\(about) forges \(forged)", sourceLocation: sourceLocation)
    }
  }
}

/// Expects that a text was refused with a reason, and without a word of data.
func expectRefusal(
  _ outcome: Bench.Outcome, _ about: String = "", sourceLocation: SourceLocation = #_sourceLocation
) {
  let saysWhy = outcome.stderr.split(separator: "\n").contains { $0.hasPrefix("Error: ") }
  if outcome.code == 0 || !outcome.stdout.isEmpty || !saysWhy {
    Issue.record(
      "\(about): exit \(outcome.code), \(outcome.stdout.prefix(200)) \(outcome.stderr.prefix(200))",
      sourceLocation: sourceLocation)
  }
}

/// Expects every one of some texts, byte by byte, among others.
func expectAll(
  _ texts: [String], in found: [String], _ about: String = "",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let found = Set(found.map(\.bytes))
  let lost = texts.filter { !found.contains($0.bytes) }.map(\.spelledOut)
  if !lost.isEmpty {
    Issue.record("\(about): not there: \(lost)", sourceLocation: sourceLocation)
  }
}
