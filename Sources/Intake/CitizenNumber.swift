import Domain

/// Recognises the numbers of identity cards, which lantoa never keeps.
enum CitizenNumber {
  /// True for nine digits (the old card) or twelve (the new one), also when grouped.
  static func isLikely(_ value: String) -> Bool {
    var digits = 0
    for scalar in value.unicodeScalars {
      if scalar.isDigit {
        digits += 1
      } else if !scalar.isBetweenDigits, !scalar.isMarkOrInvisible, scalar != "'" {
        return false
      }
    }
    return lengths.contains(digits)
  }

  /// True where nine or twelve digits stand in a row somewhere in other text, also when grouped; days
  /// and hours side by side (`20.11.2026 9`) look like groups, so where these are usual only digits that
  /// touch are meant.
  static func isWithin(_ text: String, alsoGrouped: Bool = true) -> Bool {
    // Digits that touch, and digits with nothing but spaces, dots and hyphens between them.
    var touching = 0
    var grouped = 0
    var isGroup = false
    for scalar in text.unicodeScalars {
      if scalar.isDigit {
        touching += 1
        grouped += 1
        continue
      }
      // What sits on a digit or cannot be seen parts nothing.
      if scalar.isMarkOrInvisible { continue }
      if lengths.contains(touching) { isGroup = true }
      touching = 0
      if !scalar.isBetweenDigits {
        if alsoGrouped, lengths.contains(grouped) { isGroup = true }
        grouped = 0
      }
    }
    return isGroup || lengths.contains(touching) || alsoGrouped && lengths.contains(grouped)
  }

  /// True when a column says that it holds them.
  static func isNamed(by header: String) -> Bool {
    let words = " " + SearchText.words(of: header).joined(separator: " ") + " "
    return names.contains { words.contains(" \($0) ") }
  }

  private static let lengths = [9, 12]

  private static let names = [
    "cccd", "cmnd", "cmt", "cmtnd", "can cuoc", "chung minh nhan dan", "chung minh thu",
    "dinh danh", "ma so ca nhan", "giay to tuy than",
    "citizen id", "citizenid", "citizen number",
  ]
}

/// How much of a column looks like citizen numbers.
struct CitizenNumberCount {
  private var filled = 0
  private var likely = 0

  mutating func add(_ cell: String) {
    if cell.isBlank { return }
    filled += 1
    if CitizenNumber.isLikely(cell) { likely += 1 }
  }

  /// True when more than half of the cells that hold anything do.
  var isMost: Bool { likely * 2 > filled }
}
