import Domain

/// Values of the type that a place asks for; nil, and a finding, where a value is something else.
extension SourceTree {
  /// Composed text that is not blank and for everybody, of the key `name` or of an item of the list
  /// `name`.
  func text(name: String, isItem: Bool = false, findings: inout Findings) -> String? {
    guard case .text(let text) = content, !text.allSatisfy(\.isWhitespace) else {
      findings.reportType(of: self, name: name, isItem: isItem, expected: .text)
      return nil
    }
    if MisplacedMark.isIn(value: text) {
      findings.reportTeamMark(in: name, at: position)
      return nil
    }
    return SearchText.composed(text)
  }

  func wholeNumber(name: String, findings: inout Findings) -> Int? {
    if case .number(let digits) = content, let number = Int(digits) { return number }
    findings.reportType(of: self, name: name, expected: .wholeNumber)
    return nil
  }

  func list(name: String, findings: inout Findings) -> [SourceTree]? {
    if case .list(let items) = content { return items }
    findings.reportType(of: self, name: name, expected: .list)
    return nil
  }

  /// The items of a list that must have some.
  func items(name: String, findings: inout Findings) -> [SourceTree]? {
    guard let items = list(name: name, findings: &findings) else { return nil }
    guard !items.isEmpty else {
      findings.report(
        .emptyList, at: position,
        Words(vi: "danh sách '\(name)' không được trống", en: "'\(name)' must list at least one"),
        fix: Words(vi: "Ghi vào ít nhất một dòng.", en: "List what belongs here."))
      return nil
    }
    return items
  }

  func slug(name: String, isItem: Bool = false, findings: inout Findings) -> String? {
    guard let text = text(name: name, isItem: isItem, findings: &findings) else { return nil }
    guard Slug.isValid(text) else {
      findings.report(
        .invalidSlug, at: position,
        Words(
          vi: "'\(text)' không phải là tên ngắn hợp lệ", en: "'\(text)' is not a valid short name"),
        fix: Words(
          vi: "Chỉ dùng chữ thường không dấu, chữ số và dấu gạch nối, ví dụ strong-passwords.",
          en: "Use small letters without marks, digits and hyphens, such as strong-passwords."))
      return nil
    }
    return text
  }
}
