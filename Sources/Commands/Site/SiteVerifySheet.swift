import ArgumentParser
import Courseware
import Domain
import Foundation
import Site
import Storage

struct SiteVerifySheet: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "verify-sheet",
      say(
        vi: "In tờ kiểm tra tại chỗ của một khóa: từng bước, có ô đánh dấu.",
        en: "Print what to check on the spot in a course: each step, with boxes to tick."),
      examples: [
        "lantoa site verify-sheet safe-online --output kiem-tra.html",
        "lantoa site verify-sheet safe-online --lang en --output check.html",
      ],
      discussion: say(
        vi: "Tờ là một tệp HTML khổ A4: mở bằng trình duyệt rồi in. Xem xong, ghi lại bằng "
          + "lantoa site verify.",
        en:
          "The sheet is one HTML file for A4: open it in a browser and print it. Then record what "
          + "was seen with lantoa site verify."))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var sources: SiteSources

  @Argument(
    help: ArgumentHelp(
      say(vi: "Thư mục của khóa học.", en: "The course's folder."), valueName: "course"))
  var course: String

  @Option(
    help: ArgumentHelp(
      say(
        vi: "Ghi vào tệp này; không có thì in ra màn hình.",
        en: "Write this file; without it the sheet is printed."), valueName: "file"))
  var output: String?

  func run(in workspace: Workspace) throws {
    let library = try sources.library(global, in: workspace)
    guard let definition = library.curriculum.courses.first(where: { $0.slug == course }) else {
      let folders = try sources.folders(global, in: workspace)
      throw Failure(
        vi:
          "Không có khóa “\(course)” trong “\(workspace.shown(folders.courses))”, hoặc course.yaml "
          + "của khóa có lỗi: xem lantoa site check",
        en: "There is no course “\(course)” in “\(workspace.shown(folders.courses))”, or its "
          + "course.yaml has errors: see lantoa site check")
    }
    let lessons = Self.lessons(of: definition, in: library)
    guard !lessons.isEmpty else {
      throw Failure(
        vi: "Khóa “\(course)” chưa có bài nào đọc được. Viết bài, hoặc xem lantoa site check",
        en: "The course “\(course)” has no lesson that can be read. Write one, or see "
          + "lantoa site check")
    }
    let text = try render(definition, lessons)
    guard let output else {
      workspace.output(text)
      return
    }
    try OutputFile.write(text, to: workspace.path(output))
    workspace.remark(
      say(
        vi: "Đã ghi \(output): mở bằng trình duyệt rồi in.",
        en: "Wrote \(output): open it in a browser and print it."))
  }

  private func render(_ course: CourseDefinition, _ lessons: [Lesson]) throws -> String {
    do {
      let templates = try Templates()
      let sheet = VerifySheet(
        of: course, lessons: lessons, in: Language.current.rawValue, templates: templates,
        hash: { .sha256($0) })
      return templates.render(sheet)
    } catch {
      throw error.failure
    }
  }

  /// In the language that is spoken, else in that of the original; in the order they are taught.
  private static func lessons(of course: CourseDefinition, in library: Library) -> [Lesson] {
    let languages = [Language.current.rawValue] + course.languages
    return course.lessons.compactMap { listed in
      let written = library.lessons.filter { $0.course == course.slug && $0.slug == listed.slug }
      return languages.lazy.compactMap { language in
        written.first { $0.language == language }
      }.first ?? written.first
    }
  }
}
