extension CitizenNumber {
  /// The text without any digit where it holds such a number, and as it is elsewhere.
  static func removed(from text: String) -> String {
    guard isWithin(text) || isLikely(text) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.isDigit })).tidied
  }
}

extension ListRow {
  /// The cells as they may be written to a file of ours: the citizen numbers for which the row was
  /// refused are left out, for lantoa keeps none.
  package func cellsWithoutCitizenNumbers(under header: ListHeader) -> [String] {
    guard case .errors(let errors) = content else { return cells }
    var cells = cells
    for error in errors where error.problem == .field(.citizenNumber) {
      guard let position = error.field.flatMap(header.position(of:)), position < cells.count else {
        continue
      }
      cells[position] = CitizenNumber.removed(from: cells[position])
    }
    return cells
  }
}
