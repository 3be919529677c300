import Domain

/// What may change was looked at not long ago.
enum VerificationCheck {
  private static let months = 6

  static func run(_ manuscript: Manuscript, _ shelf: Shelf, _ findings: inout ManuscriptFindings) {
    guard let today = shelf.today, manuscript.language == "vi",
      let lesson = manuscript.lesson, lesson.frontMatter.verification != .stable
    else { return }
    let last = lesson.frontMatter.lastVerified
    if let last, last.adding(months: months) >= today { return }
    let number = (lesson.number < 10 ? "0" : "") + String(lesson.number)
    let key = manuscript.place(ofKey: last == nil ? "verify" : "last_verified")
    findings.report(
      .verifyDue, at: key.place, length: key.length,
      last.map {
        Words(
          vi: "đã quá \(months) tháng từ lần kiểm tra tại chỗ \($0.dayFirst)",
          en: "the last local check, \($0), is more than \(months) months ago")
      }
        ?? Words(
          vi: "bài này chưa có ai kiểm tra tại chỗ",
          en: "nobody has checked this lesson on the spot"),
      fix: Words(
        vi: "Thử từng bước trên máy thật, rồi: lantoa site verify \(lesson.course)/\(number) "
          + "--by \"…\" --on NGÀY.",
        en: "Try each step on a real phone, then: lantoa site verify \(lesson.course)/\(number) "
          + "--by \"…\" --on DAY."))
  }
}

extension Manuscript {
  /// Where a key of the front matter stands; the first line where it does not.
  func place(ofKey key: String) -> (place: SourcePlace, length: Int) { text.place(ofKey: key) }
}

extension MarkdownText {
  /// Where a key of the front matter stands; the first line where it does not.
  func place(ofKey key: String) -> (place: SourcePlace, length: Int) {
    let wanted = Array("\(key):".utf8)
    for (index, line) in lines.enumerated().prefix(100) where bytes[line].starts(with: wanted) {
      return (SourcePlace(line: index + 1), key.utf8.count)
    }
    return (SourcePlace(line: 1), 3)
  }
}
