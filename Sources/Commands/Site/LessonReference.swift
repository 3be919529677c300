import ArgumentParser
import Courseware

/// A lesson as typed: `safe-online/02`, or by its name, `safe-online/02-otp-never-share`.
struct LessonReference: ExpressibleByArgument {
  let typed: String
  let course: String
  private let lesson: String

  init?(argument: String) {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    typed = argument
    course = parts[0]
    lesson = parts[1]
  }

  /// The lesson in each of its languages; empty where there is none.
  func lessons(in library: Library) -> [Lesson] {
    library.lessons.filter { $0.course == course && isMeant($0) }
  }

  private func isMeant(_ found: Lesson) -> Bool {
    let digits = lesson.prefix { $0.isASCII && $0.isNumber }
    let slug = lesson.dropFirst(digits.count)
    if lesson == found.slug { return true }
    guard Int(digits) == found.number else { return false }
    return slug.isEmpty || slug == "-\(found.slug)"
  }
}
