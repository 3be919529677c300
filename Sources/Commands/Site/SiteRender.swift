import ArgumentParser
import Courseware
import Domain
import Foundation
import Site
import Storage

struct SiteRender: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "render",
      say(
        vi: "In HTML của một bài, như bà con đọc, kể cả bài nháp.",
        en: "Print one lesson's HTML as its readers get it, drafts too."),
      examples: ["lantoa site render courses/safe-online/01-strong-passwords.vi.md"],
      discussion: say(
        vi: "Những chỗ hỏng của bài được báo ở luồng lỗi; mã thoát là 1 khi có lỗi.",
        en: "What is wrong in the lesson goes to standard error; exits with 1 for an error."))
  }

  @OptionGroup var global: GlobalOptions

  @Option(
    help: ArgumentHelp(
      say(
        vi: "Thư mục các trang; mặc định content trong thư mục dùng chung.",
        en: "The folder of pages; by default content in the share folder."),
      valueName: "folder"))
  var content: String?

  @Argument(
    help: ArgumentHelp(
      say(
        vi: "Tệp bài học trong thư mục khóa học của nó.",
        en: "The lesson's file, in its course's folder."),
      valueName: "file"))
  var file: String

  func run(in workspace: Workspace) throws {
    // The courses are read as a whole, since lessons link to each other.
    let path = URL(fileURLWithPath: workspace.path(file)).standardizedFileURL.path
    guard FileManager.default.fileExists(atPath: path) else {
      throw InputFile.refusal(of: file, for: SystemCause(code: ENOENT))
    }
    let parts = path.split(separator: "/")
    var sources = SiteSources()
    sources.courses = "/" + parts.dropLast(2).joined(separator: "/")
    sources.content = content
    let library = try sources.library(global, in: workspace)
    let findings = library.diagnostics.filter { $0.path == path }
    tell(findings, in: workspace)
    let hasErrors = findings.contains { $0.severity == .error }

    let files = SourceFiles(try sources.folders(global, in: workspace))
    guard let lesson = library.lessons.first(where: { $0.path == path }),
      let text = try fragment(of: lesson, in: library, files)
    else {
      if hasErrors { throw ExitCode(1) }
      throw Failure(
        vi:
          "“\(file)” không phải bài của khóa nào. Cần tên như 03-ten-bai.vi.md, có trong 'lessons' "
          + "của một course.yaml không lỗi ở cùng thư mục: xem lantoa site check.",
        en:
          "“\(file)” is no lesson of a course. It needs a name like 03-lesson-name.vi.md, listed in "
          + "'lessons' of a sound course.yaml beside it: see lantoa site check.")
    }
    workspace.output(text)
    if hasErrors { throw ExitCode(1) }
  }

  private func tell(_ findings: [Diagnostic], in workspace: Workspace) {
    let lines = SiteFindings(findings, changed: [], in: workspace).listing.heading
    if !lines.isEmpty { workspace.errorOutput(lines.map { $0.printable + "\n" }.joined()) }
  }

  private func fragment(
    of lesson: Lesson, in library: Library, _ files: SourceFiles
  ) throws -> String? {
    let source = SiteSource(
      library: library, isPreview: true, bytes: { files.bytes(of: $0) }, hash: { .sha256($0) })
    do {
      let templates = try Templates(replacing: ["lesson.mustache": "{{{body}}}"])
      let address = Address("\(lesson.language)/\(lesson.course)/\(lesson.slug)/index.html")
      var text: String?
      Site(source, templates: templates).forEachPage { page in
        if page.address == address { text = templates.render(page) }
      }
      return text
    } catch {
      throw error.failure
    }
  }
}
