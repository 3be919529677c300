import Foundation
import TestSupport
import Testing

struct SiteBuildTests {
  private let lantoa: LantoaProcess

  init() throws {
    lantoa = try LantoaProcess()
    let files = FileManager.default
    for folder in ["courses/safe-online", "content"] {
      try files.createDirectory(
        atPath: lantoa.scratch.path(folder), withIntermediateDirectories: true)
    }
    try lantoa.scratch.write(
      """
      schema: 1
      id: safe-online
      version: 1
      title: {vi: "An toàn trên mạng", en: "Safe online"}
      summary: {vi: "Giữ mình trên mạng.", en: "Stay safe online."}
      languages: [vi]
      license: CC-BY-4.0
      audience: {vi: "mọi người", en: "everyone"}
      level: basic
      order: 1
      lessons:
        - slug: otp
          title: {vi: "Mã OTP", en: "OTP"}
          minutes: 20
          competences: ["4.2"]
          verify: V0

      """, to: "courses/safe-online/course.yaml")
    try write("Không đọc mã cho ai.")
  }

  private func write(_ text: String) throws {
    try lantoa.scratch.write(
      """
      ---
      title: "Mã OTP"
      minutes: 20
      objectives: ["Nói được vì sao."]
      verify: V0
      status: published
      ---
      ## Vì sao

      \(text)

      > [!INSTRUCTOR] Cho tổ
      > Chuẩn bị loa.

      """, to: "courses/safe-online/01-otp.vi.md")
  }

  private func build() async throws -> LantoaProcess.Outcome {
    try await lantoa.run("site", "build", "--courses", "courses", "--content", "content")
  }

  @Test func `a lesson becomes a page, its change one file, its removal the page's`() async throws {
    let page = "public/vi/safe-online/otp/index.html"
    let first = try await build()
    #expect(first.code == 0, "\(first)")
    #expect(try lantoa.scratch.read(page).contains("Không đọc mã cho ai."))
    #expect(try !lantoa.scratch.read(page).contains("loa"))
    #expect(try lantoa.scratch.read("public/vi/safe-online/otp/teach/index.html").contains("loa"))

    let again = try await build()
    #expect(again.stderr.contains("0 files new, 0 changed, 0 removed"), "\(again)")

    try write("Mã như chìa khóa.")
    let changed = try await build()
    #expect(changed.stderr.contains("  changed: vi/safe-online/otp/index.html"), "\(changed)")

    try FileManager.default.removeItem(
      atPath: lantoa.scratch.path("courses/safe-online/01-otp.vi.md"))
    let removed = try await build()
    #expect(removed.stderr.contains("  removed: vi/safe-online/otp/index.html"), "\(removed)")
    #expect(!lantoa.scratch.has(page))
  }

  @Test func `a folder with somebody's files is left alone, and the next step is told`()
    async throws
  {
    try FileManager.default.createDirectory(
      atPath: lantoa.scratch.path("public"), withIntermediateDirectories: true)
    try lantoa.scratch.write("mine", to: "public/letter.txt")
    let outcome = try await build()
    #expect(outcome.code == 1)
    #expect(outcome.stderr.contains("Name an empty folder by --output."), "\(outcome)")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: lantoa.scratch.path("public")) == [
        "letter.txt"
      ])
  }

  @Test func `a photo that tells where it was taken is on no page, its words are`() async throws {
    let segment: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE1, 0x00, 0x0A] + Array("Exif\0\0xx".utf8)
    try FileManager.default.createDirectory(
      atPath: lantoa.scratch.path("courses/safe-online/images"), withIntermediateDirectories: true)
    try Data(segment + [0xFF, 0xD9]).write(
      to: URL(fileURLWithPath: lantoa.scratch.path("courses/safe-online/images/nha.jpg")))
    try write("![Nhà bác Ba](images/nha.jpg)\n\nXem [ảnh lớn](images/nha.jpg).")
    let outcome = try await build()
    #expect(outcome.code == 1, "\(outcome)")
    #expect(outcome.stderr.contains("2 errors in the sources"), "\(outcome)")
    #expect(
      outcome.stderr.contains("what is broken is left out, the rest is shown"), "\(outcome)")
    let all = FileManager.default.enumerator(atPath: lantoa.scratch.path("public"))?.allObjects
    let paths = all?.compactMap { $0 as? String } ?? []
    #expect(paths.count > 5 && !paths.contains { $0.hasSuffix(".jpg") }, "\(paths)")
    for form in ["", "teach/", "file/"] {
      let page = "public/vi/safe-online/otp/\(form)index.html"
      guard lantoa.scratch.has(page) else { continue }
      let text = try lantoa.scratch.read(page)
      #expect(text.contains("Nhà bác Ba") && text.contains("ảnh lớn"), "\(form)")
      #expect(!text.contains("nha.jpg") && !text.contains("data:image/jpeg"), "\(form)")
    }
  }

  @Test func `a drawing with a script is on no site`() async throws {
    try FileManager.default.createDirectory(
      atPath: lantoa.scratch.path("courses/safe-online/images"), withIntermediateDirectories: true)
    try lantoa.scratch.write(
      "<svg><script>alert(1)</script></svg>", to: "courses/safe-online/images/nha.svg")
    try write("![Nhà bác Ba](images/nha.svg)\n\nXem [hình lớn](images/nha.svg).")
    let outcome = try await build()
    #expect(outcome.code == 1, "\(outcome)")
    let all = FileManager.default.enumerator(atPath: lantoa.scratch.path("public"))?.allObjects
    let paths = all?.compactMap { $0 as? String } ?? []
    #expect(paths.count > 5 && !paths.contains { $0.hasSuffix("nha.svg") }, "\(paths)")
  }

  @Test func `templates of one's own replace those of their name`() async throws {
    try FileManager.default.createDirectory(
      atPath: lantoa.scratch.path("own"), withIntermediateDirectories: true)
    try lantoa.scratch.write("<title>{{title}}, của phường</title>\n", to: "own/lesson.mustache")
    let outcome = try await lantoa.run(
      "site", "build", "--courses", "courses", "--templates", "own", "--output", "out")
    #expect(outcome.code == 0, "\(outcome)")
    #expect(
      try lantoa.scratch.read("out/vi/safe-online/otp/index.html")
        == "<title>Mã OTP, của phường</title>\n")

    try lantoa.scratch.write("{{#open}}\n", to: "own/lesson.mustache")
    let broken = try await lantoa.run(
      "site", "build", "--courses", "courses", "--templates", "own", "--output", "out")
    #expect(broken.code == 1 && broken.stderr.contains("lesson.mustache:"), "\(broken)")
  }
}
