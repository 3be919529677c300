import Foundation
import TestSupport
import Testing

struct SiteAddressTests {
  private let bench: Bench
  private static let old = "courses/a/01-x.vi.md"
  private static let new = "courses/a/01-moi.vi.md"

  /// A published lesson, not yet in a commit.
  init() throws {
    bench = try Bench.withCourse(of: (slug: "x", title: "Mật khẩu"))
    try bench.writeLesson("Dạ.\n")
  }

  private func rename() throws {
    try FileManager.default.moveItem(
      atPath: bench.scratch.path(Self.old), toPath: bench.scratch.path(Self.new))
    try bench.list([(slug: "moi", title: "Mật khẩu")])
  }

  @Test func `whoever renames a published lesson hears of its address, and has it kept`()
    async throws
  {
    try bench.commit()
    #expect(await bench.check().stdout == "All files: nothing is broken.\n")
    try rename()
    let told = await bench.check()
    #expect(
      told.stdout.hasPrefix(
        """
        courses/a/01-moi.vi.md:2:1: warning: the address 'a/x' was published, and leads to no lesson \
        now [address-lost]
            2 | title: "Mật khẩu"
              | ^^^^^
          fix: If this lesson took its place, write at its top: aliases: [a/x]. Or let it be done: \
        lantoa site check --fix.
        Yours (3 files): 0 errors, 1 warning.
        """), "\(told)")
    #expect(told.code == 0)
    #expect(await bench.check(language: "vi").stdout.contains("địa chỉ 'a/x' đã công bố"))

    let before = try bench.scratch.read(Self.new)
    let shown = await bench.check("--fix", "--dry-run")
    #expect(
      shown.stdout == """
        --- courses/a/01-moi.vi.md
        +++ courses/a/01-moi.vi.md
        @@ -6,0 +6 @@
        +aliases: [a/x]

        """)
    #expect(try bench.scratch.read(Self.new) == before)

    let mended = await bench.check("--fix")
    #expect(mended.stderr.contains("courses/a/01-moi.vi.md: 1 × address-lost\n"), "\(mended)")
    #expect(!mended.stdout.contains("address-lost"), "\(mended)")
    let after = before.replacing(
      "status: published\n", with: "status: published\naliases: [a/x]\n")
    #expect(try bench.scratch.read(Self.new) == after && after != before)
    let again = await bench.check("--fix")
    #expect(again.stderr == "Nothing that can be mended by itself.\n", "\(again)")
    #expect(try bench.scratch.read(Self.new) == after)
  }

  @Test func `nothing is known without a commit`() async throws {
    try rename()
    #expect(await bench.check().stdout == "All files: nothing is broken.\n")
    try bench.git("init", "-q")
    #expect(await !bench.check().stdout.contains("address-lost"))
  }

  @Test func `only the front matter of a lesson says that it was published`() async throws {
    let draft = try bench.scratch.read(Self.old)
      .replacing("status: published", with: "status: draft")
    try bench.scratch.write(draft + "\nstatus: published\n", to: Self.old)
    try bench.commit()
    try rename()
    #expect(await !bench.check().stdout.contains("address-lost"))
  }

  @Test(arguments: [
    "status: \"published\"", "status:   'published' # từ tháng sáu", "status: review",
  ])
  func `however it is written, what was on the site is known, and settings of git change nothing`(
    status: String
  ) async throws {
    let text = try bench.scratch.read(Self.old).replacing("status: published", with: status)
    try bench.scratch.write(text, to: Self.old)
    try bench.commit()
    for setting in ["fullName", "lineNumber", "column"] {
      try bench.git("config", "grep.\(setting)", "true")
    }
    try rename()
    #expect(await bench.check().stdout.contains("the address 'a/x' was published"))
  }

  @Test func `whoever hides a published lesson hears of it until it is committed`() async throws {
    try bench.commit()
    let text = try bench.scratch.read(Self.old)
    let draft = text.replacing("status: published", with: "status: draft")
    try bench.scratch.write(draft, to: Self.old)
    let told = await bench.check()
    #expect(
      told.stdout.hasPrefix(
        """
        courses/a/01-x.vi.md:5:1: warning: the lesson 'a/x' was published, and is not on the site \
        now [lesson-withdrawn]
            5 | status: draft
              | ^^^^^^
          fix: If it is to stay, put 'status' back as it was. If it is to go, publish with --losing.
        """), "\(told)")
    #expect(told.code == 0)
    #expect(await bench.check(language: "vi").stdout.contains("bài 'a/x' đã công bố"))
    let later = "publish_at: 2126-12-01T08:00+07:00\nstatus: published"
    try bench.scratch.write(text.replacing("status: published", with: later), to: Self.old)
    #expect(await bench.check().stdout.contains("put 'publish_at' back"))
    try FileManager.default.removeItem(atPath: bench.scratch.path(Self.old))
    #expect(await bench.check().stdout.contains("the address 'a/x' was published"))
    try bench.scratch.write(draft, to: Self.old)
    try bench.commit()
    #expect(await !bench.check().stdout.contains("lesson-withdrawn"))
  }

  @Test(arguments: ["", "\u{FEFF}"])
  func `a lesson that was still to be shown later may be hidden`(mark: String) async throws {
    let text = mark + (try bench.scratch.read(Self.old))
    let later = "status: \"published\"\npublish_at: '2126-12-01T08:00+07:00' # sau"
    try bench.scratch.write(text.replacing("status: published", with: later), to: Self.old)
    try bench.commit()
    try bench.scratch.write(
      text.replacing("status: published", with: "status: draft"), to: Self.old)
    #expect(await !bench.check().stdout.contains("lesson-withdrawn"))
    try rename()
    #expect(await !bench.check().stdout.contains("address-lost"))
    // What the body says counts for nothing.
    try bench.scratch.write(text + "\npublish_at: 2126-12-01T08:00+07:00\n", to: Self.new)
    try bench.commit()
    try bench.scratch.write(
      text.replacing("status: published", with: "status: draft"), to: Self.new)
    #expect(await bench.check().stdout.contains("[lesson-withdrawn]"))
  }
}
