import ArgumentParser
import Courseware
import Domain
import Foundation

struct SiteVerify: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "verify",
      say(
        vi: "Ghi ai đã xem bài tại chỗ, ngày nào, vào mọi bản dịch của bài.",
        en: "Record who looked at a lesson on the spot, and when, in all its languages."),
      examples: [
        "lantoa site verify safe-online/02 --by \"Trần Văn Minh\" --on 12/11/2026"
      ],
      discussion: say(
        vi:
          "Chỉ đổi hai dòng last_verified và verified_by ở đầu tệp. Bài có lỗi thì phải sửa trước.",
        en: "Changes the two lines last_verified and verified_by and nothing else. A lesson with "
          + "errors is mended first."))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var sources: SiteSources

  @Argument(
    help: ArgumentHelp(
      say(vi: "Khóa và số bài: safe-online/02.", en: "Course and number: safe-online/02."),
      valueName: "course/NN"))
  var lesson: LessonReference

  @Option(
    help: ArgumentHelp(
      say(
        vi: "Người đã xem; tên này hiện trên trang.", en: "Who looked; the name is on the page."),
      valueName: "name"))
  var by: String

  @Option(
    help: ArgumentHelp(
      say(vi: "Ngày xem: 12/11/2026.", en: "The day: 12/11/2026 or 2026-11-12."),
      valueName: "day"))
  var on: DayArgument

  func run(in workspace: Workspace) throws {
    let today = CalendarDay(milliseconds: workspace.now())
    let day = try on.day(today: today)
    guard day <= today else {
      throw UsageError(
        vi: "Ngày \(Spoken.day(day)) chưa tới (hôm nay \(Spoken.day(today))). Xem lại --on.",
        en: "\(Spoken.day(day)) is in the future (today is \(Spoken.day(today))). See --on again.")
    }
    guard let check = LocalCheck(by: by, on: day) else {
      throw UsageError(
        vi: "--by cần tên người đã xem, trên một dòng.",
        en: "--by takes the name of who looked, on one line.")
    }
    let library = try sources.library(global, in: workspace)
    let lessons = try sound(in: library, workspace)
    for (lesson, bytes) in try lessons.map({ ($0, try changed($0, check, in: workspace)) }) {
      do {
        try AuthoredFile.replace(lesson.path, with: bytes)
      } catch {
        throw AuthoredFile.refusal(of: workspace.shown(lesson.path), error)
      }
      workspace.output(workspace.shown(lesson.path) + "\n")
    }
    tell(check, of: lessons, in: workspace)
  }

  /// The lesson in its languages, none of which has an error.
  private func sound(in library: Library, _ workspace: Workspace) throws -> [Lesson] {
    let lessons = lesson.lessons(in: library)
    guard let first = lessons.first else {
      let folders = try sources.folders(global, in: workspace)
      throw Failure(
        vi:
          "Không có bài “\(lesson.typed)” trong “\(workspace.shown(folders.courses))”, hoặc bài có "
          + "lỗi. Ghi như safe-online/02; xem lỗi: lantoa site check",
        en:
          "There is no lesson “\(lesson.typed)” in “\(workspace.shown(folders.courses))”, or it has "
          + "errors. Write it as safe-online/02; see errors with lantoa site check")
    }
    guard Set(lessons.map(\.slug)).count == 1 else {
      throw Failure(
        vi:
          "“\(lesson.typed)” là số của nhiều bài. Ghi cả tên, như safe-online/02-otp-never-share.",
        en: "“\(lesson.typed)” is the number of several lessons. Write the name too, as in "
          + "safe-online/02-otp-never-share.")
    }
    // A language that could not be read at all is no lesson, and has an error all the same.
    let stem = first.path.dropLast("\(first.language).md".count)
    let broken = library.diagnostics.first { $0.severity == .error && $0.path.hasPrefix(stem) }
    guard let broken else { return lessons }
    throw Failure(
      vi: "“\(workspace.shown(broken.path))” còn lỗi, chưa ghi gì. Sửa trước: lantoa site check",
      en: "“\(workspace.shown(broken.path))” has errors, nothing was written. Mend them first: "
        + "lantoa site check")
  }

  private func changed(
    _ lesson: Lesson, _ check: LocalCheck, in workspace: Workspace
  ) throws -> [UInt8] {
    let folders = try sources.folders(global, in: workspace)
    let path = workspace.shown(lesson.path)
    guard AuthoredFile.isOwn(lesson.path, in: [folders.courses]) else {
      throw Failure(
        vi: "“\(path)” là liên kết, chưa ghi gì. Đặt tệp thật vào chỗ đó.",
        en: "“\(path)” is a link, nothing was written. Put the file itself there.")
    }
    let bytes = try InputFile.bytes(lesson.path, in: workspace)
    guard let changed = check.written(in: SourceFile(path: lesson.path, bytes: bytes)) else {
      throw Failure(
        vi: "Không ghi được vào phần đầu của “\(path)”, chưa ghi gì. Viết last_verified và "
          + "verified_by mỗi mục trên một dòng.",
        en: "The front matter of “\(path)” does not take it, nothing was written. Write "
          + "last_verified and verified_by on a line each.")
    }
    return changed
  }

  private func tell(_ check: LocalCheck, of lessons: [Lesson], in workspace: Workspace) {
    guard let lesson = lessons.first else { return }
    let title = lesson.frontMatter.title
    workspace.remark(
      say(
        vi: "“\(title)”: kiểm tra \(Spoken.day(check.on)), \(check.by).",
        en: "“\(title)”: checked on \(Spoken.day(check.on)) by \(check.by)."))
    guard let before = lesson.frontMatter.lastVerified else { return }
    let name = lesson.frontMatter.verifiedBy.map { ", \($0)" } ?? ""
    workspace.remark(
      say(
        vi: "Trước đó: \(Spoken.day(before))\(name).", en: "Before: \(Spoken.day(before))\(name)."))
  }
}
