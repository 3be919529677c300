import Courseware

/// A lesson whose address was published and would be no more, and why.
struct LostLesson {
  private enum Cause {
    case draft(Lesson)
    case waiting(Lesson)
    case unlisted(Lesson)
    /// Its course has one lesson that `course.yaml` does not list; `isListed` where it lists this
    /// one still.
    case renamed(Lesson, isListed: Bool)
    case gone
  }

  private let address: LessonAddress
  private let cause: Cause

  init(_ address: LessonAddress, in library: Library) {
    self.address = address
    let listed = library.curriculum.courses.first { $0.slug == address.course }?.lessons
      .map(\.slug)
    let lessons = library.lessons.filter { $0.course == address.course }
    let editions = lessons.filter { $0.slug == address.slug }
    let newcomers = lessons.filter { listed?.contains($0.slug) == false }
    if let draft = editions.first(where: { $0.frontMatter.status == .draft }) {
      cause = .draft(draft)
    } else if let waiting = editions.first(where: library.isWaiting) {
      cause = .waiting(waiting)
    } else if let edition = editions.first, listed?.contains(address.slug) == false {
      cause = .unlisted(edition)
    } else if let newcomer = newcomers.first, Set(newcomers.map(\.slug)).count == 1 {
      cause = .renamed(newcomer, isListed: listed?.contains(address.slug) == true)
    } else {
      cause = .gone
    }
  }

  /// What brings it back, as a sentence. `shown` is how a path is told.
  func step(shown: (String) -> String) -> String {
    let alias = "aliases: [\(address.text)]"
    switch cause {
    case .draft(let lesson):
      return say(
        vi:
          "Bài \(address.text) lại là bản nháp: viết status: published trong \(shown(lesson.path)).",
        en:
          "The lesson \(address.text) is a draft again: write status: published in \(shown(lesson.path))."
      )
    case .waiting(let lesson):
      return say(
        vi: "Bài \(address.text) còn chờ đến ngày: bỏ publish_at trong \(shown(lesson.path)).",
        en:
          "The lesson \(address.text) waits for its day: delete publish_at in \(shown(lesson.path))."
      )
    case .unlisted:
      return say(
        vi: "Khóa \(address.course) không ghi bài này nữa: thêm lại slug: \(address.slug) vào "
          + "'lessons' của course.yaml.",
        en:
          "The course \(address.course) lists this lesson no more: put slug: \(address.slug) back "
          + "into 'lessons' of course.yaml.")
    case .renamed(let lesson, let isListed):
      let place =
        isListed
        ? say(
          vi: "viết slug: \(lesson.slug) thay cho slug: \(address.slug) trong course.yaml",
          en: "write slug: \(lesson.slug) in place of slug: \(address.slug) in course.yaml")
        : say(
          vi: "thêm slug: \(lesson.slug) vào 'lessons' của course.yaml",
          en: "add slug: \(lesson.slug) to 'lessons' of course.yaml")
      return say(
        vi:
          "Nếu \(address.text) đã đổi tên, ghi vào đầu \(shown(lesson.path)): \(alias), và \(place).",
        en:
          "Where \(address.text) was renamed, write at the top of \(shown(lesson.path)): \(alias), "
          + "and \(place).")
    case .gone:
      return say(
        vi: "Bài \(address.text) đổi tên hay thay bằng bài khác thì ghi vào đầu bài mới: \(alias).",
        en:
          "Where \(address.text) was renamed or replaced, write at the top of the new one: \(alias)."
      )
    }
  }
}
