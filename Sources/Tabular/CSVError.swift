/// Why a whole file cannot be read.
///
/// Nothing after it is trustworthy, so reading stops.
package enum CSVError: Error, Hashable, Sendable {
  /// No line holds anything.
  case empty
  /// The file opens with a UTF-16 byte-order mark, as "Unicode text" from Excel does.
  case utf16
  /// The file is a workbook of a spreadsheet (`.xlsx`, `.ods`), which is a ZIP archive.
  case workbook
  /// Bytes that are no UTF-8: the file is in an older encoding.
  case notUTF8(line: Int)
  /// A zero byte: not a text file, or UTF-16 without its mark.
  case nulByte(line: Int)
  /// The line where the quote opened that nothing closes.
  case unclosedQuote(line: Int)
  /// More than `CSVReader.longestRecord` bytes; the line where they begin.
  case lineTooLong(line: Int)
  /// The header row itself has a problem, so no later row has names.
  case header(CSVProblem)
  case duplicateHeader(line: Int, name: String)
  /// The source of the bytes failed, on or after this line.
  case readFailed(line: Int, reason: String)
}

/// Why one row cannot be read.
///
/// The rows around it can.
package struct CSVProblem: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// Something other than a delimiter follows a closing quote: `"a"b`.
    case textAfterQuote
    /// Another number of fields than the header has.
    case ragged(expected: Int, got: Int)
  }

  /// Where the row starts.
  package let line: Int
  package let kind: Kind
  /// What the row says all the same, so that it can be put right.
  ///
  /// Every field of a ragged row; after a broken quote the fields before it, and then the rest of the
  /// line as one.
  package let fields: [String]

  package init(line: Int, kind: Kind, fields: [String] = []) {
    self.line = line
    self.kind = kind
    self.fields = fields
  }
}
