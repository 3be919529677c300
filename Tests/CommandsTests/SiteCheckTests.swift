import Foundation
import TestSupport
import Testing

struct SiteCheckTests {
  private let bench: Bench

  init() throws {
    bench = try Bench.withCourse(
      of: (slug: "x", title: "Mật khẩu"), (slug: "y", title: "Mã OTP"))
  }

  @Test func `where nothing waits for a person, the list says so`() async throws {
    let bench = try Bench()
    try bench.makeFolder("none")
    let todo = await bench.run(["site", "todo", "--courses", "none"])
    #expect(todo.code == 0 && todo.stderr.contains("Nothing waits for a person."), "\(todo)")
  }

  @Test func `a finding is a place, the line, a caret below it and the next step`() async throws {
    try bench.writeLesson("Xem [mật khẩu](02-khac.vi.md) nhé.")
    let outcome = await bench.check()
    #expect(outcome.code == 1)
    #expect(
      outcome.stdout == """
        courses/a/01-x.vi.md:8:16: error: there is no file '02-khac.vi.md' [link-missing]
            8 | Xem [mật khẩu](02-khac.vi.md) nhé.
              |                ^^^^^^^^^^^^^
          fix: Check the file's name, or remove the link.
        All files: 1 error, 0 warnings.  Waiting for a person: 1 → lantoa site todo

        """)
  }

  @Test func `Vietnamese words for whoever reads Vietnamese`() async throws {
    try bench.writeLesson("![](images/x.svg)")
    let outcome = await bench.check(language: "vi")
    #expect(outcome.stdout.contains("không có hình 'images/x.svg' [image-missing]"))
    #expect(outcome.stdout.contains("Tất cả: 2 lỗi, 0 nhắc."))
  }

  @Test func `JSON is a list with every key, and a clean folder an empty end`() async throws {
    try bench.writeLesson("Xem [mật khẩu](02-khac.vi.md) nhé.")
    let outcome = await bench.check("--format", "json")
    let findings = try #require(ParsedJSON(outcome.stdout)).elements
    #expect(outcome.code == 1)
    #expect(findings.map { $0["rule"].string } == ["link-missing", "lesson-unwritten"])
    #expect(findings[0]["file"].string == "courses/a/01-x.vi.md")
    #expect(findings[0]["severity"].string == "error")
    #expect(outcome.stdout.contains("\"column\" : 16"))
    #expect(outcome.stdout.contains("\"endColumn\" : 29"))
  }

  @Test func `to-dos fail nothing, and are listed by their own command`() async throws {
    try bench.writeLesson("Dạ.")
    let check = await bench.check()
    #expect(check.code == 0)
    #expect(check.stdout.hasPrefix("All files: nothing is broken."))
    let todo = await bench.run("site", "todo", "--courses", "courses", "--content", "content")
    #expect(todo.code == 0)
    #expect(todo.stdout.contains("the lesson 'y' is not written"))
  }

  @Test func `quiet leaves the findings, and nothing where there are none`() async throws {
    try bench.writeLesson("Dạ.")
    let clean = await bench.check("--quiet")
    #expect(clean.code == 0 && clean.stdout == "" && clean.stderr == "", "\(clean)")
    try bench.writeLesson("Xem [mật khẩu](02-khac.vi.md) nhé.")
    let outcome = await bench.check("--fix", "-q")
    #expect(outcome.code == 1 && outcome.stderr == "", "\(outcome)")
    #expect(outcome.stdout.hasPrefix("courses/a/01-x.vi.md:8:16: error: there is no file"))
    #expect(outcome.stdout.hasSuffix("  fix: Check the file's name, or remove the link.\n"))
  }

  @Test func `a folder that is not there is named`() async throws {
    let outcome = await bench.run("site", "check", "--courses", "nowhere")
    #expect(outcome.code == 1)
    #expect(outcome.stderr.contains("nowhere"))
    #expect(await bench.run("site", "check", "--format", "xml").code == 64)
  }

  @Test func `the files that git says are changed come first, and are counted apart`() async throws
  {
    try bench.writeLesson("Dạ.")
    try bench.scratch.write(
      try bench.scratch.read("courses/a/01-x.vi.md")
        .replacing("Mật khẩu", with: "Mã OTP") + "[a](x.vi.md)\n", to: "courses/a/02-y.vi.md")
    try bench.commit()
    try bench.scratch.write("## Vì sao\n", to: "courses/a/03-z.vi.md")
    let outcome = await bench.check()
    let places = outcome.stdout.split(separator: "\n").filter { $0.hasPrefix("courses/") }
      .map { $0.prefix { $0 != ":" } }
    #expect(places == ["courses/a/03-z.vi.md", "courses/a/03-z.vi.md", "courses/a/02-y.vi.md"])
    #expect(
      outcome.stdout.contains("Yours (1 file): 1 error, 1 warning.  Others: 1 error, 0 warnings."))
  }
}
