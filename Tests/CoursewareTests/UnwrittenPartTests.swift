import Courseware
import TestSupport
import Testing

struct UnwrittenPartTests {
  private static let coursePath = "courses/safe-online/course.yaml"

  private func draft(_ status: String) throws -> String {
    try LessonDraft(slug: "strong-passwords", title: "Mật khẩu mạnh").text
      .replacing("status: draft", with: "status: \(status)")
  }

  /// What is found to be unwritten, each with the line it stands in.
  private func unwritten(
    in text: String, with more: [String: [UInt8]] = [:]
  ) throws -> [(path: String, line: String)] {
    let library = try LessonSample.library(Array(text.utf8), with: more)
    return library.diagnostics.filter { $0.rule.rawValue == "unwritten-part" }.map {
      #expect($0.severity == .error)
      return ($0.path, $0.excerpt?.text ?? "")
    }
  }

  @Test(arguments: ["published", "review"])
  func `each sentence that the draft came with is told once the lesson is shown`(status: String)
    throws
  {
    let text = try draft(status)
    let lines = try unwritten(in: text).map(\.line)
    // Whatever tells its author to write something is still there, and so are the choices.
    let wanted = text.split(separator: "\n").map(String.init).filter {
      $0.contains("Viết ") || $0.contains("] Lựa chọn ")
    }
    #expect(wanted.count == 37)
    #expect(Set(lines) == Set(wanted))
  }

  @Test func `a draft may be unfinished, and a lesson in one's own words is finished`() throws {
    #expect(try unwritten(in: draft("draft")).isEmpty)
    #expect(
      try unwritten(
        in: LessonSample.front + """
          ## Các bước

          1. Viết bước đầu tiên, mỗi bước một việc, rồi bấm Lưu.
          2. Viết tên bác vào giấy.

          - [ ] Lựa chọn đúng là không đọc mã
          """
      ).isEmpty)
  }

  @Test func `one sentence left is told where it stands`() throws {
    let source = MarkedSource(
      LessonSample.front
        + "## Vì sao\n\n- **An toàn.** 1️⃣Viết điều tổ không được hỏi, nhìn hay giữ.\n")
    let library = try LessonSample.library(Array(source.text.utf8))
    let found = library.diagnostics.filter { $0.rule.rawValue == "unwritten-part" }
    #expect(found.map(\.position) == [source.positions["1️⃣"]])
  }

  @Test(arguments: [
    "Viết điều tổ không được hỏi nhìn hay giữ.", "viết điều tổ không được hỏi, nhìn hay giữ",
    "VIẾT ĐIỀU TỔ KHÔNG ĐƯỢC HỎI, NHÌN HAY GIỮ!", "Viết điều tổ  không được hỏi, nhìn, hay giữ.",
    "Viet dieu to khong duoc hoi, nhin hay giu.",
  ])
  func `a comma, a capital or a mark does not make it written`(sentence: String) throws {
    let text = LessonSample.front + "- **An toàn.** \(sentence)\n"
    #expect(try unwritten(in: text).count == 1)
  }

  @Test func `the summary of a course is written before one of its lessons is shown`() throws {
    let written = try #require(LessonSample.files[Self.coursePath])
    let begun = try CourseDraft(slug: "safe-online", title: "An toàn", order: 1).text
    let summary = try #require(begun.split(separator: "\n").first { $0.contains("Viết") })
    let course = String(decoding: written, as: UTF8.self)
      .replacing(#/(?m)^summary:.*$/#, with: "summary:\n\(summary)")
    let more = [Self.coursePath: Array(course.utf8)]
    let found = try unwritten(in: LessonSample.front, with: more)
    #expect(found.map(\.line) == [String(summary)])
    #expect(found.allSatisfy { $0.path.hasSuffix(Self.coursePath) })

    var drafts = more
    let other = "courses/safe-online/02-otp-never-share.vi.md"
    drafts[other] = Array(
      LessonSample.other.replacing("status: published", with: "status: draft").utf8)
    let draft = LessonSample.front.replacing("status: published", with: "status: draft")
    #expect(try unwritten(in: draft, with: drafts).isEmpty)
  }
}
