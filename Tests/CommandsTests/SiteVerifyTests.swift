import Foundation
import TestSupport
import Testing

struct SiteVerifyTests {
  private let bench: Bench

  init() throws {
    bench = try Bench()
    try FileManager.default.copyItem(
      atPath: LantoaProcess.checkout + "/courses", toPath: bench.scratch.path("courses"))
  }

  private static let vi = "courses/safe-online/03-spot-fake-calls.vi.md"
  private static let en = "courses/safe-online/03-spot-fake-calls.en.md"

  private func verify(_ lesson: String, by: String = "Trần Văn Minh", on day: String)
    async -> Bench.Outcome
  {
    await bench.run([
      "site", "verify", lesson, "--by", by, "--on", day, "--courses", "courses",
    ])
  }

  @Test(arguments: ["safe-online/03", "safe-online/3", "safe-online/03-spot-fake-calls"])
  func `who looked and when is written in every language, and the to-do is gone`(lesson: String)
    async throws
  {
    let (vi, en) = (try bench.scratch.read(Self.vi), try bench.scratch.read(Self.en))
    let outcome = await verify(lesson, on: "12/11/2026")
    #expect(outcome.code == 0 && outcome.stdout == "\(Self.en)\n\(Self.vi)\n", "\(outcome)")
    for (path, before) in [(Self.vi, vi), (Self.en, en)] {
      let after = before.replacing("last_verified: null", with: "last_verified: 2026-11-12")
        .replacing("verified_by: null", with: "verified_by: \"Trần Văn Minh\"")
      #expect(try bench.scratch.read(path) == after && after != before)
    }
    let todo = await bench.run("site", "todo", "--courses", "courses")
    #expect(todo.stdout.contains("05-if-you-are-scammed.vi.md"))
    #expect(!todo.stdout.contains("03-spot-fake-calls.vi.md"))

    let again = await verify(lesson, by: "Lê", on: "2026-11-20")
    #expect(again.stderr.contains("Before: 2026-11-12, Trần Văn Minh."), "\(again)")
  }

  @Test func `a day to come, a lesson nobody knows and a name of nothing are refused`() async throws
  {
    let before = try bench.scratch.read(Self.vi)
    let later = await verify("safe-online/03", on: "24/11/2026")
    #expect(later.code == 64 && later.stderr.contains("in the future"), "\(later)")
    let short = await verify("safe-online/03", on: "11/12/26")
    #expect(short.code == 64 && short.stderr.contains("Write all four: 11/12/2026."), "\(short)")
    let none = await verify("safe-online/03", on: "31/02/26")
    #expect(none.code == 64 && none.stderr.contains("is not a day of the calendar"), "\(none)")
    for lesson in ["safe-online/09", "khac/01", "safe-online/03-otp", "safe-online/x"] {
      let unknown = await verify(lesson, on: "12/11/2026")
      #expect(unknown.code == 1 && unknown.stderr.contains("“\(lesson)”"), "\(unknown)")
    }
    #expect(await verify("safe-online", on: "12/11/2026").code == 64)
    #expect(await verify("safe-online/03", by: " ", on: "12/11/2026").code == 64)
    #expect(try bench.scratch.read(Self.vi) == before)
  }

  @Test func `a lesson with an error in any language is mended first`() async throws {
    try bench.scratch.write(
      try bench.scratch.read(Self.en) + "\n[x](khong-co.en.md)\n", to: Self.en)
    let before = try bench.scratch.read(Self.vi)
    let outcome = await verify("safe-online/03", on: "12/11/2026")
    #expect(outcome.code == 1 && outcome.stderr.contains("“\(Self.en)” has errors"), "\(outcome)")
    #expect(try bench.scratch.read(Self.vi) == before)
  }

  @Test func `the sheet of a course lists its lessons in the language that is asked for`()
    async throws
  {
    let outcome = await bench.run(
      "site", "verify-sheet", "safe-online", "--courses", "courses", "--output", "sheet.html")
    #expect(outcome.code == 0 && outcome.stdout.isEmpty, "\(outcome)")
    let html = try bench.scratch.read("sheet.html")
    #expect(html.contains("<h2>Lesson 3. Spot fake calls and messages</h2>"))
    #expect(html.contains("Call the Hue-S hotline"))
    let vietnamese = await bench.run(
      "site", "verify-sheet", "safe-online", "--courses", "courses", language: "vi")
    #expect(vietnamese.stdout.contains("<h2>Bài 3. Nhận ra cuộc gọi và tin nhắn giả mạo</h2>"))
    #expect(vietnamese.stdout.matches(of: #/<section /#).count == 5)

    let unknown = await bench.run("site", "verify-sheet", "khac", "--courses", "courses")
    #expect(unknown.code == 1 && unknown.stderr.contains("no course “khac”"), "\(unknown)")
  }
}
