import Courseware
import Site

/// What will change for readers, in the words of whoever publishes.
struct PublishSummary {
  private static let mostNamed = 20

  private let changes: SiteDifference
  private let lessons: Set<Address>
  /// Pages that were published and are no more.
  let lost: [Address]

  init(_ changes: SiteDifference, lessons: Set<Address>) {
    self.changes = changes
    self.lessons = lessons
    lost = Self.pages(changes.lost)
  }

  private static func pages(_ addresses: [Address]) -> [Address] {
    addresses.filter { $0.path.hasSuffix(".html") }
  }

  /// How many lessons these pages are of: one page a language.
  private static func lessons(_ pages: [Address]) -> Int {
    Set(pages.map { $0.path.drop { $0 != "/" } }).count
  }

  var lines: [String] {
    let new = changes.new.filter(lessons.contains)
    let changed = changes.changed.filter(lessons.contains)
    let others = Self.pages(changes.new + changes.changed).count - new.count - changed.count
    let same = Self.pages(changes.unchanged).count
    let counts = say(
      vi:
        "Sẽ đổi: \(Spoken.count(Self.lessons(new))) bài mới, \(Spoken.count(Self.lessons(changed))) bài sửa, "
        + "\(Spoken.count(others)) trang khác, \(Spoken.count(lost.count)) trang mất. "
        + "\(Spoken.count(same)) trang giữ nguyên từng byte.",
      en: "To change: \(Spoken.count(Self.lessons(new), "new lesson", "new lessons")), "
        + "\(Spoken.count(Self.lessons(changed), "lesson", "lessons")) changed, "
        + "\(Spoken.count(others, "other page", "other pages")), "
        + "\(Spoken.count(lost.count)) lost. "
        + "\(Spoken.count(same, "page stays", "pages stay")) the same byte for byte.")
    let named =
      new.map { say(vi: "mới", en: "new") + ": \($0.path)" }
      + changed.map { say(vi: "sửa", en: "changed") + ": \($0.path)" }
    return [counts] + named.prefix(Self.mostNamed).map { "  \($0)" }
      + (named.count > Self.mostNamed
        ? [say(vi: "  … và \(named.count - 20) bài nữa", en: "  … and \(named.count - 20) more")]
        : [])
  }

  /// Names what was lost, and for each lesson what brings it back. `shown` is how a path is told.
  func lostFailure(in library: Library, shown: (String) -> String) -> Failure {
    let more = lost.count - Self.mostNamed
    let names =
      lost.prefix(Self.mostNamed).map { "  \($0.path) [address-lost]\n" }.joined()
      + (more > 0 ? say(vi: "  … và \(more) trang nữa\n", en: "  … and \(more) more\n") : "")
    let steps = Set(lost.compactMap(\.lessonOfHandout)).sorted().prefix(Self.mostNamed)
      .map { "  \(LostLesson($0, in: library).step(shown: shown))\n" }.joined()
    let others = say(
      vi: "  Đặt lại trang, khóa học hay ngôn ngữ đã bỏ đi.\n",
      en: "  Put back the page, course or language that was taken away.\n")
    return Failure(
      vi:
        "\(names)Trang đã công bố thì không được mất: giấy đã in và tin đã gửi còn ghi địa chỉ.\n"
        + "\(steps.isEmpty ? others : steps)Nếu thật muốn bỏ: --losing",
      en:
        "\(names)A page once published may not vanish: printed sheets and messages name it.\n"
        + "\(steps.isEmpty ? others : steps)If they are to go all the same: --losing")
  }
}
