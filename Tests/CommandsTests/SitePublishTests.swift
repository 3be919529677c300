import Foundation
import TestSupport
import Testing

struct SitePublishTests {
  fileprivate let bench: Bench
  private let lesson = "courses/thu/01-sac-pin.vi.md"

  init() async throws {
    bench = try Bench()
    try bench.makeFolder("courses")
    try bench.makeFolder("content")
    _ = await site("new-course", "thu", "--title", "Thử")
    _ = await site("new-lesson", "thu", "sac-pin", "--title", "Sạc pin")
    let course = "courses/thu/course.yaml"
    try bench.scratch.write(
      try bench.scratch.read(course).replacing(#/Viết [^"]*/#, with: "Giữ máy có pin."),
      to: course)
    try bench.scratch.write(
      """
      ---
      title: "Sạc pin"
      minutes: 25
      objectives: ["Sạc được pin."]
      verify: V0
      status: published
      ---

      ## Vì sao

      Máy hết pin thì lỡ cuộc gọi.

      """, to: lesson)
  }

  fileprivate func site(_ arguments: String...) async -> Bench.Outcome {
    await bench.run(["site"] + arguments + ["--courses", "courses", "--content", "content"])
  }

  private func change(_ old: String, to new: String) throws {
    let text = try bench.scratch.read(lesson)
    try #require(text.contains(old))
    try bench.scratch.write(text.replacing(old, with: new), to: lesson)
  }

  private func live() throws -> String {
    try bench.scratch.read("www/vi/thu/sac-pin/index.html")
  }

  @Test func `a lesson in two languages is one lesson`() async throws {
    let text = try bench.scratch.read(lesson)
    try bench.scratch.write(
      text.replacing("Sạc pin", with: "Charging"), to: "courses/thu/01-sac-pin.en.md")
    let asked = await site("publish", "www")
    #expect(asked.code == 1 && asked.stderr.contains("1 new lesson, 0 lessons changed"), "\(asked)")
    #expect(asked.stderr.contains("new: en/thu/sac-pin/index.html"), "\(asked)")
  }

  @Test func `what will change is said first, published whole, and taken back`() async throws {
    let asked = await site("publish", "www")
    #expect(asked.code == 1 && asked.stderr.contains("1 new lesson, 0 lessons changed"), "\(asked)")
    #expect(!bench.scratch.has("www/index.html"), "nobody has agreed yet")

    let first = await site("publish", "www", "--yes")
    #expect(first.code == 0 && first.stderr.contains("Version 1 is published"), "\(first)")
    #expect(!first.stderr.contains("--back"), "there is no version to go back to")
    #expect(try live().contains("Sạc pin"))
    #expect(!bench.scratch.has("www/.lantoa-site"), "the builder's own list is not for readers")
    let again = await site("publish", "www", "--yes")
    #expect(again.code == 0 && again.stderr.contains("Nothing differs"), "\(again)")

    try change("## Vì sao", to: "## Vì sao phải sạc")
    let second = await site("publish", "--yes")
    #expect(
      second.code == 0 && second.stderr.contains("0 new lessons, 1 lesson changed"), "\(second)")
    #expect(second.stderr.contains("Take it back: lantoa site publish --back"), "\(second)")
    #expect(second.stderr.contains("changed: vi/thu/sac-pin/index.html"), "\(second)")
    #expect(try live().contains("Vì sao phải sạc"))

    let back = await site("publish", "--back", "--yes")
    #expect(back.code == 0, "\(back)")
    #expect(try !live().contains("Vì sao phải sạc"))
    let further = await site("publish", "--back", "--yes")
    #expect(further.code == 1 && further.stderr.contains("No version from before"), "\(further)")
  }

  @Test func `taking back says what was taken out of where, and what readers see now`()
    async throws
  {
    // 2026-11-20 08:05 and 23:30 at +07:00.
    var (first, second) = (bench, bench)
    (first.now, second.now) = (1_795_136_700_000, 1_795_192_200_000)
    let options = ["--courses", "courses", "--content", "content", "--yes"]
    _ = await first.run(["site", "publish", "www"] + options)
    try change("## Vì sao", to: "## Vì sao phải sạc")
    _ = await second.run(["site", "publish", "www"] + options)

    let folder = bench.scratch.path("www")
    let asked = await bench.run(["site", "publish", "--back"] + options.dropLast())
    #expect(asked.code == 1, "\(asked)")
    let back = await bench.run(["site", "publish", "--back"] + options)
    #expect(
      back.stderr == """
        Taken out of “\(folder)”: version 2 (published 2026-11-20 23:30). Readers now see version 1 \
        (published 2026-11-20 08:05). Mend the lessons, then publish again.

        """)
    try change("## Vì sao", to: "## Vì")
    _ = await second.run(["site", "publish", "www"] + options)
    let vietnamese = await bench.run(["site", "publish", "--back", "--lang", "vi"] + options)
    #expect(
      vietnamese.stderr.contains(
        "Đã gỡ bản 2 (công bố 23:30 ngày 20/11/2026) khỏi “\(folder)”. "
          + "Người đọc nay thấy bản 1 (công bố 08:05 ngày 20/11/2026)."), "\(vietnamese)")
  }

  @Test func `taking back where nothing was published names the command to take back`() async throws
  {
    let back = await site("publish", "--back")
    #expect(back.code == 64, "\(back)")
    #expect(back.stderr.contains("lantoa site publish --back /srv/www"), "\(back)")
  }

  @Test func `an error keeps everything as it is`() async throws {
    _ = await site("publish", "www", "--yes")
    try change("## Vì sao", to: "![](images/khong-co.png)\n\n## Vì sao phải sạc")
    let outcome = await site("publish", "www", "--yes")
    #expect(outcome.code == 1 && outcome.stderr.contains("lantoa site check"), "\(outcome)")
    #expect(try !live().contains("phải sạc"))
  }

  @Test func `an address once published leads on for ever, in every form of the lesson`()
    async throws
  {
    _ = await site("publish", "www", "--yes")
    try FileManager.default.moveItem(
      atPath: bench.scratch.path(lesson), toPath: bench.scratch.path("courses/thu/01-day-sac.vi.md")
    )
    let list = try bench.scratch.read("courses/thu/course.yaml")
    try bench.scratch.write(
      list.replacing("slug: sac-pin", with: "slug: day-sac"), to: "courses/thu/course.yaml")
    let lost = await site("publish", "www", "--yes")
    #expect(lost.code == 1, "\(lost)")
    #expect(lost.stderr.contains("vi/thu/sac-pin/index.html [address-lost]"), "\(lost)")
    #expect(lost.stderr.contains("aliases: [thu/sac-pin]"), "\(lost)")
    #expect(try live().contains("Sạc pin"))

    let renamed = "courses/thu/01-day-sac.vi.md"
    let text = try bench.scratch.read(renamed)
    try bench.scratch.write(
      text.replacing("status: published", with: "status: published\naliases: [thu/sac-pin]"),
      to: renamed)
    let kept = await site("publish", "www", "--yes")
    #expect(kept.code == 0 && kept.stderr.contains("0 lost"), "\(kept)")
    for path in ["index.html", "teach/index.html", "handout/index.html", "sac-pin.html"] {
      let page = try bench.scratch.read("www/vi/thu/sac-pin/\(path)")
      #expect(page.contains(#"http-equiv="refresh""#) && page.contains("day-sac"), "\(path)")
    }
  }

  /// Publishes, changes something and publishes again: what is said of the address that is lost.
  private func saidOfLoss(_ change: () throws -> Void) async throws -> String {
    _ = await site("publish", "www", "--yes")
    try change()
    let lost = await site("publish", "www", "--yes")
    #expect(lost.code == 1 && lost.stderr.contains("vi/thu/sac-pin/index.html"), "\(lost)")
    #expect(!lost.stderr.contains("thu/print]"), "\(lost)")
    #expect(try live().contains("Sạc pin"))
    return lost.stderr
  }

  @Test func `a lesson renamed without its course.yaml is told by its old address and both steps`()
    async throws
  {
    let said = try await saidOfLoss {
      try FileManager.default.moveItem(
        atPath: bench.scratch.path(lesson),
        toPath: bench.scratch.path("courses/thu/01-cam-sac.vi.md"))
    }
    #expect(
      said.contains("write at the top of courses/thu/01-cam-sac.vi.md: aliases: [thu/sac-pin]"))
    #expect(said.contains("slug: cam-sac"))
  }

  @Test func `a lesson that is a draft again is told so, and needs no alias`() async throws {
    let said = try await saidOfLoss { try change("status: published", to: "status: draft") }
    #expect(said.contains("thu/sac-pin is a draft again"), "\(said)")
    #expect(said.contains("status: published in \(lesson)") && !said.contains("aliases"), "\(said)")
  }

  @Test func `a lesson that is to wait is told so`() async throws {
    let said = try await saidOfLoss {
      try change(
        "status: published", to: "status: published\npublish_at: 2099-01-01T08:00+07:00")
    }
    #expect(said.contains("thu/sac-pin waits") && !said.contains("aliases"), "\(said)")
  }

  @Test func `a lesson that course.yaml lists no more is told so`() async throws {
    let course = "courses/thu/course.yaml"
    let said = try await saidOfLoss {
      try bench.scratch.write(
        try bench.scratch.read(course).replacing("slug: sac-pin", with: "slug: bai-khac"),
        to: course)
    }
    #expect(said.contains("slug: sac-pin") && said.contains("course.yaml"), "\(said)")
    #expect(!said.contains("aliases"), "\(said)")
  }

  @Test func `without a place, or with somebody else's files in it, nothing is published`()
    async throws
  {
    let nowhere = await site("publish", "--yes")
    #expect(nowhere.code == 64 && nowhere.stderr.contains("Publish to where?"), "\(nowhere)")
    try bench.makeFolder("www")
    try bench.scratch.write("của tôi", to: "www/index.html")
    let foreign = await site("publish", "www", "--yes")
    #expect(foreign.code == 1 && foreign.stderr.contains("holds files"), "\(foreign)")
    #expect(try bench.scratch.read("www/index.html") == "của tôi")
  }
}
