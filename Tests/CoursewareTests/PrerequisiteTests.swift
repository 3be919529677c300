import Courseware
import Testing

struct PrerequisiteTests {
  private static let other = "courses/safe-online/02-otp-never-share.vi.md"

  private func front(_ line: String, status: String = "published") -> String {
    LessonSample.front.replacing("status: published", with: "\(line)\nstatus: \(status)")
  }

  private func second(_ change: String) -> [String: [UInt8]] {
    [Self.other: Array(LessonSample.other.replacing("status: published", with: change).utf8)]
  }

  @Test(arguments: [
    "safe-online", "safe-online/01-strong-passwords", "safe-online/strong-passwords",
  ])
  func `a lesson does not ask for itself, nor for its own course`(name: String) throws {
    try expectLesson(
      Expected("1️⃣", .prerequisiteCircle), whole: front("prerequisites: [1️⃣\(name)]"))
  }

  @Test func `two lessons do not ask for each other`() throws {
    let more = second("prerequisites: [safe-online/01-strong-passwords]\nstatus: published")
    try expectLesson(
      Expected("1️⃣", .prerequisiteCircle),
      whole: front("prerequisites: [1️⃣safe-online/02-otp-never-share]"), with: more)
  }

  @Test func `two courses do not ask for each other`() throws {
    let more = [
      "courses/phone/course.yaml": Array(Sample.course("phone", order: 1).text.utf8),
      "courses/phone/02-otp-never-share.vi.md": Array(
        LessonSample.other.replacing(
          "status: published", with: "prerequisites: [safe-online]\nstatus: published"
        ).utf8),
    ]
    try expectLesson(
      Expected("1️⃣", .prerequisiteCircle), whole: front("prerequisites: [1️⃣phone]"), with: more)
    try expectLesson(
      whole: front("prerequisites: [phone/strong-passwords]"),
      with: more.merging([
        "courses/phone/01-strong-passwords.vi.md": Array(LessonSample.front.utf8)
      ]) { $1 })
  }

  @Test func `what a shown lesson asks for is shown too`() throws {
    let asking = "prerequisites: [1️⃣safe-online/02-otp-never-share]"
    try expectLesson(
      Expected("1️⃣", .prerequisiteHidden), whole: front(asking), with: second("status: draft"))
    try expectLesson(whole: front(asking, status: "draft"), with: second("status: draft"))
    try expectLesson(whole: front(asking), with: second("status: review"))
    let later = second("publish_at: 2126-12-01T08:00+07:00\nstatus: published")
    try expectLesson(Expected("1️⃣", .prerequisiteHidden), whole: front(asking), with: later)
    try expectLesson(
      whole: front("publish_at: 2126-12-01T09:00+07:00\n\(asking)"), with: later)
  }
}
