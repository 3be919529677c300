extension CitizenNumber {
  /// True where twelve digits touch, as in the numbers of today's cards: no other cell of a list has so
  /// many.
  static func isNewWithin(_ text: String) -> Bool {
    text.unicodeScalars.split { !$0.isDigit }.contains { $0.count == 12 }
  }

  /// The text without any digit where it holds such a number, and as it is elsewhere.
  static func removed(from text: String) -> String {
    guard isWithin(text) || isLikely(text) || isNewWithin(text) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.isDigit })).tidied
  }
}

extension ListRow {
  /// The cells as they may be written to a file of ours: the citizen numbers for which the row was
  /// refused are left out, and new ones wherever they stand, for lantoa keeps none.
  package func cellsWithoutCitizenNumbers(under header: ListHeader) -> [String] {
    var cells = cells.map { CitizenNumber.isNewWithin($0) ? CitizenNumber.removed(from: $0) : $0 }
    guard case .errors(let errors) = content else { return cells }
    for error in errors where error.problem == .field(.citizenNumber) {
      guard let position = error.field.flatMap(header.position(of:)), position < cells.count else {
        continue
      }
      cells[position] = CitizenNumber.removed(from: cells[position])
    }
    return cells
  }
}

extension RowError {
  /// Whether its value is, or holds, a citizen number, and is not to be shown.
  package var isOfCitizenNumber: Bool {
    problem == .field(.citizenNumber) || CitizenNumber.isNewWithin(value)
  }
}

extension String {
  /// Of every citizen number of twelve digits in it only the end.
  package var withoutCitizenNumbers: String {
    var result = String.UnicodeScalarView()
    var digits: [Unicode.Scalar] = []
    func end() {
      if digits.count == 12 {
        result.append("…")
        digits.removeFirst(9)
      }
      result.append(contentsOf: digits)
      digits = []
    }
    for scalar in unicodeScalars {
      if scalar.isDigit {
        digits.append(scalar)
      } else {
        end()
        result.append(scalar)
      }
    }
    end()
    return String(result)
  }
}
