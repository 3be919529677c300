import Foundation
import TestSupport
import Testing

extension Bench {
  /// A workspace with the course `a` of these lessons in `courses`, none of them written yet.
  static func withCourse(of lessons: (slug: String, title: String)...) throws -> Bench {
    let bench = try Bench()
    try bench.makeFolder("courses/a/images")
    try bench.makeFolder("content")
    try bench.list(lessons)
    return bench
  }

  /// Writes the `course.yaml` of the course `a`.
  func list(_ lessons: [(slug: String, title: String)]) throws {
    let items = lessons.map {
      "  - {slug: \($0.slug), title: {vi: \"\($0.title)\"}, minutes: 25, competences: [], "
        + "verify: V0}\n"
    }
    try scratch.write(
      """
      schema: 1
      id: a
      version: 1
      title: {vi: "An toàn"}
      summary: {vi: "Giữ mình."}
      languages: [vi]
      license: CC-BY-4.0
      audience: {vi: "mọi người"}
      level: basic
      order: 1
      lessons:

      """ + items.joined(), to: "courses/a/course.yaml")
  }

  static let lessonFront = """
    ---
    title: "Mật khẩu"
    minutes: 25
    objectives: ["Đặt được."]
    status: published
    ---


    """

  func writeLesson(_ body: String, as name: String = "01-x.vi.md") throws {
    try scratch.write(Self.lessonFront + body, to: "courses/a/\(name)")
  }

  @discardableResult
  func check(_ options: String..., language: String? = nil) async -> Outcome {
    await run(
      ["site", "check", "--courses", "courses", "--content", "content"] + options,
      language: language)
  }

  func git(_ arguments: String...) throws {
    let git = Process()
    git.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    git.arguments =
      ["git", "-C", scratch.path, "-c", "user.name=t", "-c", "user.email=t@example.org"] + arguments
    try git.run()
    git.waitUntilExit()
    try #require(git.terminationStatus == 0)
  }

  /// Puts all files into a commit, the first of a checkout or the next.
  func commit() throws {
    if !scratch.has(".git") { try git("init", "-q") }
    try git("add", "-A")
    try git("commit", "-q", "-m", "x")
  }
}
