import Foundation
import TestSupport
import Testing

struct SiteNewTests {
  fileprivate let bench: Bench

  init() throws {
    bench = try Bench()
    try bench.makeFolder("courses")
    try bench.makeFolder("content")
  }

  fileprivate func site(_ arguments: String...) async -> Bench.Outcome {
    await bench.run(["site"] + arguments + ["--courses", "courses", "--content", "content"])
  }

  fileprivate func beginCourse() async {
    _ = await site("new-course", "an-toan-thu", "--title", "An toàn")
  }

  @Test func `a new course and its first lesson are checked without errors`() async throws {
    let course = await site("new-course", "an-toan-thu", "--title", "An \"toàn\" thử")
    #expect(course.code == 0 && course.stdout == "courses/an-toan-thu/course.yaml\n", "\(course)")
    #expect(course.stderr.contains("lantoa site new-lesson an-toan-thu"))
    #expect(bench.scratch.has("courses/an-toan-thu/images"))
    let empty = await site("check")
    #expect(empty.code == 0 && empty.stdout.contains("nothing is broken"), "\(empty)")

    let lesson = await site("new-lesson", "an-toan-thu", "mat-khau", "--title", "Mật khẩu")
    #expect(lesson.code == 0, "\(lesson)")
    #expect(lesson.stdout == "courses/an-toan-thu/01-mat-khau.vi.md\n")
    let check = await site("check")
    #expect(check.code == 0 && check.stdout.contains("nothing is broken"), "\(check)")

    let text = try bench.scratch.read("courses/an-toan-thu/01-mat-khau.vi.md")
    #expect(text.contains("\nstatus: draft\n"))
    #expect(text.contains("title: \"Mật khẩu\""))
    for part in [
      "## Hôm nay bà con làm được gì", "## Vì sao", "## Các bước", "## Hình vẽ", "## Làm thử",
      "## Nói lại", "## 3 câu hỏi", "## Nhớ một điều", "> [!INSTRUCTOR] Ghi chú cho tổ",
      "quiz id=mat-khau-1", "quiz id=mat-khau-2", "quiz id=mat-khau-3",
    ] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test(arguments: ["\n", "\r\n"])
  func `a lesson is listed behind the last, and every other byte stays`(end: String) async throws {
    let before = """
      # Của tổ
      schema: 1
      id: a
      version: 1
      title: {vi: 'An toàn'}   # giữ
      summary: {vi: "Giữ mình."}
      lessons:
      - {slug: x, title: {vi: "Mật khẩu"}, minutes: 20, competences: [], verify: V0}

      # sau bài
      languages: [vi]
      license: CC-BY-4.0
      audience: {vi: "mọi người"}
      level: basic
      order: 1
      """.replacing("\n", with: end)
    try bench.makeFolder("courses/a")
    try bench.scratch.write(before, to: "courses/a/course.yaml")
    try bench.scratch.setMode(0o640, of: "courses/a/course.yaml")
    let outcome = await site("new-lesson", "a", "ma-otp", "--title", "Mã OTP")
    #expect(outcome.stdout == "courses/a/02-ma-otp.vi.md\n", "\(outcome)")
    let after = try bench.scratch.read("courses/a/course.yaml")
    let added = [
      "- slug: ma-otp", "  title: {vi: \"Mã OTP\"}", "  minutes: 25", "  competences: []",
      "  verify: V0", "",
    ].joined(separator: end)
    let place = "verify: V0}\(end)"
    #expect(after == before.replacing(place, with: place + added))
    #expect(try bench.scratch.mode(of: "courses/a/course.yaml") == 0o640)

    let listed = await site("new-lesson", "a", "x")
    #expect(listed.stdout == "courses/a/01-x.vi.md\n", "\(listed)")
    #expect(try bench.scratch.read("courses/a/01-x.vi.md").contains("minutes: 20\n"))
    #expect(try bench.scratch.read("courses/a/course.yaml") == after)
  }

  @Test func `what exists is never written over`() async throws {
    await beginCourse()
    let list = "courses/an-toan-thu/course.yaml"
    let course = try bench.scratch.read(list)
    let again = await site("new-course", "an-toan-thu", "--title", "Khác")
    #expect(again.code == 1 && again.stderr.contains("there already"), "\(again)")
    #expect(try bench.scratch.read(list) == course)

    try bench.scratch.write("của tôi", to: "courses/an-toan-thu/07-mat-khau.en.md")
    let lesson = await site("new-lesson", "an-toan-thu", "mat-khau")
    #expect(lesson.code == 1 && lesson.stderr.contains("07-mat-khau.en.md"), "\(lesson)")
    #expect(try bench.scratch.read(list) == course)
  }

  @Test(arguments: ["Mật khẩu", "../x", "a/b", "a--b", "-a-", "A"])
  func `a bad short name is refused with the reason`(slug: String) async throws {
    await beginCourse()
    for arguments in [
      ["new-course", "--title", "T", "--", slug], ["new-lesson", "--", "an-toan-thu", slug],
      ["new-lesson", "--", slug, "x"],
    ] {
      let verb = ["site", arguments[0], "--courses", "courses", "--content", "content"]
      let outcome = await bench.run(verb + arguments.dropFirst())
      #expect(outcome.code == 1, "\(arguments)")
      #expect(outcome.stderr.contains("small letters without marks"), "\(outcome)")
    }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: bench.scratch.path("courses"))
        == ["an-toan-thu"])
  }

  @Test func `a course that is not there or has errors takes no lesson, and says what to do`()
    async throws
  {
    let missing = await site("new-lesson", "khac", "x")
    #expect(missing.code == 1 && missing.stderr.contains("new-course khac"), "\(missing)")
    try bench.makeFolder("courses/b")
    try bench.scratch.write("lessons: [", to: "courses/b/course.yaml")
    let broken = await site("new-lesson", "b", "x")
    #expect(broken.code == 1 && broken.stderr.contains("lantoa site check"), "\(broken)")
    #expect(!bench.scratch.has("courses/b/01-x.vi.md"))
  }

  @Test func `words that YAML would take for something else stay names`() async throws {
    await beginCourse()
    for slug in ["2026", "no", "1e3", "null"] {
      let outcome = await site("new-lesson", "an-toan-thu", slug, "--title", "Bài \\ \"\(slug)\"")
      #expect(outcome.code == 0, "\(outcome)")
    }
    let check = await site("check")
    #expect(check.code == 0 && check.stdout.contains("nothing is broken"), "\(check)")
  }
}

extension SiteNewTests {
  @Test func `a draft is rendered as its reader gets it, without a page around it`() async throws {
    await beginCourse()
    _ = await site("new-lesson", "an-toan-thu", "mat-khau", "--title", "Mật khẩu")
    let path = "courses/an-toan-thu/01-mat-khau.vi.md"
    let outcome = await bench.run("site", "render", path, "--content", "content")
    #expect(outcome.code == 0 && outcome.stderr == "", "\(outcome)")
    #expect(outcome.stdout.hasPrefix("<h2 id=\"hom-nay-ba-con-lam-duoc-gi\">"), "\(outcome.stdout)")
    #expect(!outcome.stdout.contains("<html") && !outcome.stdout.contains("Chia giờ"))

    try bench.scratch.write(
      try bench.scratch.read(path) + "\nXem \u{1B}[31m [đây](khong-co.vi.md).\n", to: path)
    let broken = await bench.run("site", "render", path, "--content", "content")
    #expect(broken.code == 1 && broken.stdout.hasPrefix("<h2 id="), "\(broken)")
    #expect(broken.stdout.contains("đây") && !broken.stdout.contains("khong-co"), "\(broken)")
    #expect(broken.stderr.contains("\(path):") && broken.stderr.contains("[link-missing]"))
    #expect(!broken.stderr.contains("\u{1B}"))
  }

  @Test func `what is no lesson of a course is not rendered, and the reason is told`() async throws
  {
    let missing = await bench.run("site", "render", "courses/a/01-x.vi.md", "--content", "content")
    #expect(missing.code == 1 && missing.stderr.contains("no such file"), "\(missing)")
    await beginCourse()
    let list = "courses/an-toan-thu/course.yaml"
    let other = await bench.run("site", "render", list, "--content", "content")
    #expect(other.code == 1 && other.stderr.contains("is no lesson of a course"), "\(other)")
  }
}
