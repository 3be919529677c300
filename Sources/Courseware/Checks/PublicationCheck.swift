import Domain

/// What is to be shown later waits for its day.
enum PublicationCheck {
  static func run(_ manuscript: Manuscript, _ shelf: Shelf, _ findings: inout ManuscriptFindings) {
    guard let now = shelf.now, let time = manuscript.lesson?.frontMatter.publishAt,
      time.milliseconds > now
    else { return }
    let day = CalendarDay(milliseconds: time.milliseconds)
    let key = manuscript.place(ofKey: "publish_at")
    findings.report(
      .publishLater, at: key.place, length: key.length,
      Words(
        vi: "bài này chỉ lên trang từ \(day.dayFirst) (\(time.text))",
        en: "this lesson is on the site from \(day) on (\(time.text))"),
      fix: Words(
        vi: "Làm lại trang sau lúc ấy: lantoa site build. Muốn sớm hơn thì sửa publish_at.",
        en: "Build the site again after that: lantoa site build. For earlier, change publish_at."))
  }
}
