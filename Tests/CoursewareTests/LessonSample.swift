import Courseware
import Domain
import Foundation
import TestSupport
import Testing

/// A course of two lessons on the disk, whose first lesson a test writes.
struct LessonSample {
  static let path = "courses/safe-online/01-strong-passwords.vi.md"

  static let front = """
    ---
    title: "Mật khẩu mạnh"
    minutes: 25
    objectives: ["Đặt được một mật khẩu mạnh."]
    verify: V0
    status: published
    ---

    """

  static let other =
    front.replacing("Mật khẩu mạnh", with: "Mã OTP: không đọc cho ai")
    .replacing("minutes: 25", with: "minutes: 20")
    .replacing("verify: V0", with: "verify: V2") + "## Mã OTP\n\nĐừng đọc mã.\n"

  static let page = """
    ---
    title: "Từ ngữ"
    summary: "Nghĩa của từ."
    ---

    ## Mã OTP

    Dãy số dùng một lần.

    """

  /// Sound files beside the first lesson.
  static let files: [String: [UInt8]] = [
    "courses/safe-online/course.yaml": Array(
      Sample.course.replacing("languages: [vi, en]", with: "languages: [vi]").text.utf8),
    "courses/safe-online/02-otp-never-share.vi.md": Array(other.utf8),
    "courses/safe-online/images/key.svg": Array("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".utf8),
    "content/glossary.vi.md": Array(page.utf8),
  ]

  /// What is read where the first lesson has this body, other files are as given, and those in
  /// `absent` are not there.
  static func library(
    _ text: [UInt8], with more: [String: [UInt8]] = [:], today: CalendarDay? = nil,
    now: Int64? = nil, usedIDs: [String: Set<String>] = [:], without absent: Set<String> = []
  ) throws -> Library {
    let scratch = try ScratchFolder()
    let sound = files.filter { !absent.contains($0.key) }
    let all = sound.merging(more) { _, new in new }.merging([path: text]) { _, new in new }
    for (path, bytes) in all {
      let file = URL(fileURLWithPath: scratch.path(path))
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
    return try Library.read(
      courses: scratch.path("courses"), content: scratch.path("content"), today: today,
      now: now, usedIDs: usedIDs)
  }

  /// The lesson of this body, which must be sound enough to be read.
  static func lesson(_ body: String) throws -> Lesson {
    let library = try library(Array((front + body).utf8))
    return try #require(library.lessons.first { $0.path.hasSuffix(path) })
  }
}

/// Expects these findings about the first lesson, whose whole text or whose body is marked, and no
/// others.
func expectLesson(
  _ expected: Expected..., body: String = "", whole: String? = nil,
  with more: [String: [UInt8]] = [:], today: CalendarDay? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let source = MarkedSource(whole ?? LessonSample.front + body)
  let library = try LessonSample.library(Array(source.text.utf8), with: more, today: today)
  let wanted = expected.map { expected in
    let position = source.positions[expected.marker].map { "\($0.line):\($0.column)" } ?? "unmarked"
    return "\(position) \(expected.rule.rawValue)"
  }
  let found = library.diagnostics.filter { $0.path.hasSuffix(LessonSample.path) }
    .map { "\($0.line):\($0.column) \($0.rule.rawValue)" }
  #expect(found == wanted, sourceLocation: sourceLocation)
}
