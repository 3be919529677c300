import TestSupport

/// What must not be in an output, whoever typed it: found without the program's own rules.
enum OutputFaults {
  /// Characters that steer a terminal or hide, by their numbers in Unicode; the line break is ours.
  private static let steering: [ClosedRange<UInt32>] = [
    0...0x9, 0xB...0x1F, 0x7F...0x9F, 0xAD...0xAD, 0x34F...0x34F, 0x378...0x379, 0x61C...0x61C,
    0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F, 0x200B...0x200B, 0x200E...0x200F,
    0x2028...0x202E, 0x2060...0x206F, 0x2800...0x2800, 0x3164...0x3164, 0xE000...0xF8FF,
    0xFDD0...0xFDEF, 0xFE00...0xFE0F, 0xFEFF...0xFEFF, 0xFFA0...0xFFA0, 0xFFF0...0xFFFC,
    0xFFFE...0xFFFF, 0x1D173...0x1D17A, 0xE0000...0xE0FFF, 0xF0000...0x10FFFF,
  ]

  /// The first fault of text that somebody reads at a terminal.
  static func first(inText text: String) -> String? {
    for scalar in text.unicodeScalars where steering.contains(where: { $0.contains(scalar.value) })
    {
      return "U+\(String(scalar.value, radix: 16)) in \(text.debugDescription.prefix(400))"
    }
    let forged = text.split(separator: "\n").first { $0.hasPrefix("FORGED") || $0.hasPrefix("=1") }
    return forged.map { "a line that is not ours: \($0)" }
  }

  /// The first cell that a spreadsheet would run. `numbers` are columns of our own figures.
  static func first(inCSV text: String) -> String? {
    let table = ParsedCSV(text)
    for row in [table.header] + table.rows {
      guard row.count == table.header.count else { return "a ragged row: \(row)" }
      for cell in row {
        let start = cell.unicodeScalars.first {
          !$0.properties.isWhitespace || "\t\r".unicodeScalars.contains($0)
        }
        if let start, "=+-@\t\r\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains(start),
          Double(cell) == nil
        {
          return "a formula: \(cell.debugDescription)"
        }
      }
    }
    return nil
  }
}
