package import Tabular

/// Why no row of a list was looked at.
package enum ListFileError: Error, Hashable, Sendable {
  case csv(CSVError)
  /// In the order of `ListColumn`; the headers that were found, as they stand in the file.
  case missingColumns([ListColumn], of: ListKind, found: [String])
  /// Two headers that mean the same, as they stand in the file.
  case ambiguousColumn(ListColumn, headers: [String])
  /// The column holds the family name or the like, and the name must stand in one cell.
  case dividedName(header: String)
  /// The column holds citizen numbers, which lantoa never keeps.
  case citizenNumbers(column: String)
}
