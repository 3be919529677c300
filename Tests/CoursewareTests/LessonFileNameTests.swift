import Courseware
import Testing

/// No lesson is dropped because its file is called a little otherwise.
struct LessonFileNameTests {
  private static let right = "courses/safe-online/02-otp-never-share.vi.md"

  /// The findings where the second lesson has this name, and what else was read.
  private func library(_ name: String, also more: [String] = []) throws -> Library {
    var files: [String: [UInt8]] = [:]
    for name in [name] + more {
      files["courses/safe-online/\(name)"] = Array(LessonSample.other.utf8)
    }
    return try LessonSample.library(
      Array(LessonSample.front.utf8), with: files, without: [Self.right])
  }

  private func findings(_ library: Library) -> [String] {
    library.diagnostics.filter { $0.severity != .todo }.map {
      "\($0.path.split(separator: "/").last ?? "") \($0.rule.rawValue)"
    }
  }

  @Test(arguments: [
    "02-Otp-Never-Share.vi.md", "02-ótp-never-share.vi.md", "02-o\u{301}tp-never-share.vi.md",
    "02-otp-never-share.VI.md", "2-otp-never-share.vi.md", "02_otp_never_share.vi.md",
    "02 otp never share.vi.md", "02-otp-never-share.md",
  ])
  func `a lesson under a spoiled name is read, and its name is the only fault`(
    name: String
  ) throws {
    let library = try library(name)
    #expect(findings(library) == ["\(name) lesson-misnamed"])
    let found = try #require(library.diagnostics.first { $0.rule == .lessonMisnamed })
    #expect(found.severity == .error)
    #expect(
      found.fix
        == Words(
          vi: "Đổi tên tệp thành 02-otp-never-share.vi.md.",
          en: "Rename the file: 02-otp-never-share.vi.md."))
    #expect(library.lessons.map(\.slug) == ["strong-passwords", "otp-never-share"])
    #expect(library.lessons.map(\.language) == ["vi", "vi"])
  }

  @Test(arguments: [
    ("02-otp-never-share.vi.md.txt", "let the system show endings"),
    ("02-otp-never-share.vi.markdown", "Rename the file"),
    ("02-otp-never-share.vi.MD", "Rename the file"),
    ("02-otp-never-share.vi.docx", "Save its text as plain text"),
    ("02-OTP never share.vi.doc", "Save its text as plain text"),
    ("02-otp-never-share.vi.txt", "Save its text as plain text"),
    ("02-otp-never-share.vi.md.docx", "Save its text as plain text"),
    ("02-otp-never-share.vi.md.rtf", "Save its text as plain text"),
    ("02-otp-never-share.rtf", "Save its text as plain text"),
    ("Bài 2 - OTP never share.docx", "Save its text as plain text"),
  ])
  func `a lesson under another ending is told, with the name it should have`(
    name: String, step: String
  ) throws {
    let library = try library(name)
    #expect(findings(library) == ["\(name) lesson-misnamed"])
    let fix = try #require(library.diagnostics.first { $0.rule == .lessonMisnamed }).fix
    #expect(fix.en.contains(step) && fix.en.contains("02-otp-never-share.vi.md"), "\(fix.en)")
    #expect(fix.vi.contains("02-otp-never-share.vi.md"))
  }

  @Test(arguments: [
    "02-otp-never-share.vi.md.txt", "02-otp-never-share.vi.docx", "07-OTP never share.vi.doc",
    "02-ma-otp.vi.docx",
  ])
  func `a lesson whose file is there under another ending is not called unwritten too`(
    name: String
  ) throws {
    let unwritten = { (name: String) in
      try self.library(name).diagnostics.count { $0.rule == .lessonUnwritten }
    }
    #expect(try unwritten(name) == 0)
    #expect(try unwritten("03-khac.vi.docx") == 1, "that of another lesson")
    #expect(try unwritten("02-plan.docx") == 1, "a plan is no lesson")
  }

  @Test(arguments: [
    "README.md", "notes.txt", "plan.docx", "02-plan.docx", "02-plan.v2.docx", "2026-11-26.txt",
    "02-otp-never-share.vi.docx", "02-otp-never-share.vi.md.orig", "bai-2.docx", "Bài tập.docx",
    "2.rtf", "cu/02-otp-never-share.vi.md", "goc/05-khac.vi.docx", "images/README.md",
  ])
  func `notes beside the lessons are nobody's fault`(name: String) throws {
    #expect(findings(try library("02-otp-never-share.vi.md", also: [name])) == [])
  }

  @Test func `a document that names no language is a lesson where none has its number`() throws {
    let library = try library("02-otp-never-share.vi.md", also: ["bai-7.docx"])
    #expect(findings(library) == ["bai-7.docx lesson-misnamed"])
    let fix = try #require(library.diagnostics.first { $0.rule == .lessonMisnamed }).fix
    #expect(fix.en.contains("07-ten-bai.vi.md") && fix.en.contains("moves out"), "\(fix.en)")
  }

  @Test func `a lesson below or above the folder of its course is told where it belongs`() throws {
    let below = try library("bai/02-otp-never-share.vi.md")
    #expect(findings(below) == ["02-otp-never-share.vi.md lesson-misnamed"])
    #expect(
      below.diagnostics.contains { $0.fix.en.hasPrefix("Move it up into the folder safe-online") })
    #expect(!below.diagnostics.contains { $0.rule == .lessonUnwritten })
    let above = try library("../03-d.vi.md", also: ["02-otp-never-share.vi.md"])
    #expect(findings(above) == ["03-d.vi.md lesson-misnamed"])
    #expect(
      above.diagnostics.contains { $0.fix.en.hasPrefix("Move it into the folder of its course") })
  }

  @Test func `a second file with the short name of a lesson has an error and no translation to do`()
    throws
  {
    let two = try library("02-otp-never-share.vi.md", also: ["03-otp-never-share.vi.md"])
    #expect(findings(two) == ["03-otp-never-share.vi.md lesson-name-twice"])
    let found = try #require(two.diagnostics.first { $0.rule == .lessonNameTwice })
    #expect(found.severity == .error && found.summary.en.contains("02-otp-never-share.vi.md"))
    #expect(!two.diagnostics.contains { $0.rule == .translationUnmarked })
  }

  @Test func `a glossary under a spoiled name is told too`() throws {
    let library = try LessonSample.library(
      Array(LessonSample.front.utf8),
      with: ["courses/safe-online/Glossary.VI.md": Array(LessonSample.page.utf8)])
    #expect(findings(library) == ["Glossary.VI.md lesson-misnamed"])
    #expect(library.diagnostics.contains { $0.fix.en == "Rename the file: glossary.vi.md." })
  }

  @Test func `of two files for one lesson the rightly named one is read`() throws {
    let two = try library("02-otp-never-share.vi.md", also: ["02-Otp-Never-Share.vi.md"])
    #expect(findings(two) == ["02-Otp-Never-Share.vi.md lesson-misnamed"])
    #expect(two.diagnostics.contains { $0.fix.en.hasPrefix("There is 02-otp-never-share.vi.md") })
    #expect(two.lessons.map(\.path).allSatisfy { !$0.hasSuffix("Share.vi.md") })
    let spoiled = try library("02-OTP-never-share.vi.md", also: ["02-Otp-Never-Share.vi.md"])
    #expect(spoiled.lessons.count == 2)
    #expect(
      findings(spoiled) == [
        "02-OTP-never-share.vi.md lesson-misnamed", "02-Otp-Never-Share.vi.md lesson-misnamed",
      ])
  }

  @Test func `a link to the name that a lesson should have is right`() throws {
    let library = try LessonSample.library(
      Array((LessonSample.front + "Xem [bài sau](02-otp-never-share.vi.md#ma-otp).").utf8),
      with: ["courses/safe-online/02-Otp-never-share.vi.md": Array(LessonSample.other.utf8)],
      without: [Self.right])
    #expect(findings(library) == ["02-Otp-never-share.vi.md lesson-misnamed"])
  }
}
