import Courseware
import Foundation
import TestSupport
import Testing

struct LessonReadingTests {
  @Test func `headings have ids without marks, each once`() throws {
    let lesson = try LessonSample.lesson(
      "## Mã OTP\n\n## Đường link\n\n## Mã OTP\n\n## …\n\n## Mã OTP 2\n\n## Mã OTP")
    let ids = lesson.blocks.compactMap {
      if case .heading(let heading) = $0 { heading.id } else { nil }
    }
    #expect(ids == ["ma-otp", "duong-link", "ma-otp-2", "section", "ma-otp-2-2", "ma-otp-3"])
  }

  @Test func `an alert has a kind, a title and a fold`() throws {
    let lesson = try LessonSample.lesson(
      "> [!LỜI GIẢI]- Lời **giải**\n> Không ai.\n>\n> Thật.\n\n> [!NOTE]\n> Nhớ.")
    guard case .alert(let solution) = lesson.blocks.first,
      case .alert(let note) = lesson.blocks.last
    else {
      Issue.record("\(lesson.blocks)")
      return
    }
    #expect(solution.kind == .solution)
    #expect(solution.isFolded)
    #expect(solution.title == [.text("Lời "), .strong([.text("giải")])])
    #expect(solution.content == [.paragraph([.text("Không ai.")]), .paragraph([.text("Thật.")])])
    #expect(note.title == nil)
    #expect(!note.isFolded)
    #expect(note.content == [.paragraph([.text("Nhớ.")])])
  }

  @Test func `what is for whoever teaches never reaches a learner, at any depth`() throws {
    let lesson = try LessonSample.lesson(
      "> [!INSTRUCTOR] Ghi chú\n> Bí mật.\n\n- Mục\n\n  > [!GIẢNG VIÊN]\n  > Bí mật.\n\n> > [!INSTRUCTOR]\n> > Bí mật."
    )
    #expect(String(describing: lesson.blocks).contains("Bí mật"))
    #expect(!String(describing: lesson.learnerBlocks).contains("Bí mật"))
    #expect(lesson.instructorAlerts.count == 1)
  }

  @Test func `a table has a caption, alignments and cells of their own`() throws {
    let lesson = try LessonSample.lesson(
      """
      Bảng: Dấu hiệu

      | Việc | **Làm** gì |
      |:-----|-----------:|
      | a \\| b | `x` |
      | *c | d* |
      """)
    guard lesson.blocks.count == 1, case .table(let table) = lesson.blocks[0] else {
      Issue.record("\(lesson.blocks)")
      return
    }
    #expect(table.caption == [.text("Dấu hiệu")])
    #expect(table.alignments == [.left, .right])
    #expect(table.header == [[.text("Việc")], [.strong([.text("Làm")]), .text(" gì")]])
    #expect(table.rows[0] == [[.text("a | b")], [.code("x")]])
    #expect(table.rows[1].map(\.plainText) == ["*c", "d*"])
  }

  @Test func `a table stands in a quotation too`() throws {
    let lesson = try LessonSample.lesson("> | A | B |\n> |---|---|\n> | một | hai |")
    guard case .quote(let blocks) = lesson.blocks.first, case .table(let table) = blocks.first
    else {
      Issue.record("\(lesson.blocks)")
      return
    }
    #expect(table.rows.map { $0.map(\.plainText) } == [["một", "hai"]])
  }

  @Test func `a link leads to a lesson, a heading, the words of the site, or outside`() throws {
    let library = try LessonSample.library(Array(LessonSample.front.utf8))
    let lesson = try #require(library.lessons.first)
    let page = try #require(library.pages.first)
    #expect(
      library.target(of: "02-otp-never-share.vi.md#ma-otp", from: lesson)
        == .lesson(course: "safe-online", slug: "otp-never-share", language: "vi", anchor: "ma-otp")
    )
    #expect(
      library.target(of: "../safe-online/02-otp-never-share.vi.md", from: lesson)
        == .lesson(course: "safe-online", slug: "otp-never-share", language: "vi", anchor: nil))
    #expect(library.target(of: "#ma-otp", from: lesson) == .here(anchor: "ma-otp"))
    #expect(
      library.target(of: "glossary.vi.md#ma-otp", from: lesson)
        == .page(name: "glossary", language: "vi", anchor: "ma-otp"))
    #expect(
      library.target(of: "glossary.vi.md", from: page)
        == .page(name: "glossary", language: "vi", anchor: nil))
    #expect(library.target(of: "tel:113", from: page) == .outside("tel:113"))
    #expect(
      library.target(of: "images/key.svg", from: lesson)
        == .file("courses/safe-online/images/key.svg"))
  }

  @Test func `the words of a course go before those of the site`() throws {
    let library = try LessonSample.library(
      Array(LessonSample.front.utf8),
      with: ["courses/safe-online/glossary.vi.md": Array(LessonSample.page.utf8)])
    let lesson = try #require(library.lessons.first)
    #expect(
      library.target(of: "glossary.vi.md#ma-otp", from: lesson)
        == .page(name: "safe-online/glossary", language: "vi", anchor: "ma-otp"))
    #expect(library.diagnostics.isEmpty)
  }

  @Test func `a link out of the folder is not read`() throws {
    let scratch = try ScratchFolder()
    let files = FileManager.default
    try files.createDirectory(atPath: scratch.path("courses/a"), withIntermediateDirectories: true)
    try Data(Sample.course("a").text.utf8).write(
      to: URL(fileURLWithPath: scratch.path("courses/a/course.yaml")))
    try Data("bí mật".utf8).write(to: URL(fileURLWithPath: scratch.path("secret.md")))
    try files.createSymbolicLink(
      atPath: scratch.path("courses/a/01-x.vi.md"), withDestinationPath: scratch.path("secret.md"))
    try files.createSymbolicLink(
      atPath: scratch.path("courses/a/loop"), withDestinationPath: scratch.path("courses"))

    let library = try Library.read(courses: scratch.path("courses"), content: nil)
    #expect(library.lessons.isEmpty)
    #expect(
      library.diagnostics.filter { $0.severity == .error }.map { "\($0.path) \($0.rule.rawValue)" }
        .contains("\(scratch.path("courses/a/01-x.vi.md")) outside-folder"))
  }

  @Test func `a long line is cut to what fits around the finding`() throws {
    let body = String(repeating: "Chữ. ", count: 200) + "[x](khong-co.vi.md)"
    let library = try LessonSample.library(Array((LessonSample.front + body).utf8))
    let excerpt = try #require(library.diagnostics.first { $0.rule == .linkMissing }?.excerpt)
    #expect(excerpt.text.count < 170)
    #expect(excerpt.text.dropFirst(excerpt.indent).prefix(excerpt.length) == "khong-co.vi.md")
  }
}
