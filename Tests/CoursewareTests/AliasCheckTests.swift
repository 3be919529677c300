import Courseware
import Testing

/// Former addresses that lead on to a lesson, and those that cannot.
struct AliasCheckTests {
  private static func front(_ aliases: String) -> String {
    LessonSample.front.replacing(
      "status: published", with: "aliases: \(aliases)\nstatus: published")
  }

  @Test(arguments: [
    "../x", "/a/b", "safe-online/", "safe-online", "a/b/c", "a//b", "safe-online/..",
    "https://a.example/b", "safe-online/offline.json", "a\\\\b/c", "safe-online/strong-passwords",
    "safe-online/otp-never-share", "safe-online/print", "skills/s1", "safe-online/glossary",
  ])
  func `what is no former address of the lesson is an error where it stands`(alias: String) throws {
    try expectLesson(
      Expected("1️⃣", .aliasRefused),
      whole: Self.front("[\"safe-online/old\", 1️⃣\"\(alias)\"]") + "Chữ.\n",
      with: ["courses/safe-online/glossary.vi.md": Array(LessonSample.page.utf8)])
  }

  @Test func `a former address is no fault, whatever letters it has`() throws {
    try expectLesson(
      whole: Self.front("[safe-online/old, safe-online/Bài_cũ, gone/otp-never-share]") + "Chữ.\n")
  }

  @Test func `what two lessons name is told in the second, in each language by itself`() throws {
    let text = Self.front("[safe-online/old]")
    let library = try LessonSample.library(
      Array(text.utf8),
      with: [
        "courses/safe-online/01-strong-passwords.en.md": Array(text.utf8),
        "courses/safe-online/02-otp-never-share.vi.md": Array(
          LessonSample.other.replacing("status:", with: "aliases:\n  - safe-online/old\nstatus:")
            .utf8),
      ])
    let found = library.diagnostics.filter { $0.rule == .aliasRefused }
    #expect(found.map { $0.path.split(separator: "/").last } == ["02-otp-never-share.vi.md"])
    #expect(found.map(\.line) == [7] && found.map(\.column) == [5])
    #expect(found.map(\.excerpt?.text) == ["  - safe-online/old"])
  }

  @Test func `a draft gives way to what is shown, and its address is free`() throws {
    let draft = LessonSample.other.replacing("status: published", with: "status: draft")
    try expectLesson(
      whole: Self.front("[safe-online/otp-never-share, safe-online/old]") + "Chữ.\n",
      with: [
        "courses/safe-online/02-otp-never-share.vi.md": Array(
          draft.replacing("status:", with: "aliases: [safe-online/old]\nstatus:").utf8)
      ])
  }
}
