import Domain

/// Recognises the numbers of identity cards, which lantoa never keeps.
enum CitizenNumber {
  /// True for nine digits (the old card) or twelve (the new one), also when grouped.
  static func isLikely(_ value: String) -> Bool {
    let value = value.filter { !$0.isWhitespace && !".-'".contains($0) }
    return [9, 12].contains(value.utf8.count) && value[...].isDigits
  }

  /// True when more than half of what a column holds looks like one.
  static func fill(_ values: some Sequence<String>) -> Bool {
    let filled = values.filter { !$0.tidied.isEmpty }
    return filled.count { isLikely($0) } * 2 > filled.count
  }

  /// True when a column says that it holds them.
  static func isNamed(by header: String) -> Bool {
    let words = " " + SearchText.words(of: header).joined(separator: " ") + " "
    return names.contains { words.contains(" \($0) ") }
  }

  private static let names = [
    "cccd", "cmnd", "cmt", "cmtnd", "can cuoc", "chung minh nhan dan", "chung minh thu",
    "dinh danh",
    "citizen id", "citizenid", "citizen number",
  ]
}
