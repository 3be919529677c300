import ArgumentParser
import Courseware
import Foundation

struct SiteCheck: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "check",
      say(
        vi: "Tìm mọi chỗ hỏng trong bài học và trang, tệp bạn đang sửa trước.",
        en: "Find all that is wrong in lessons and pages, your changed files first."),
      examples: [
        "lantoa site check",
        "lantoa site check --fix",
        "lantoa site check --courses courses --content content --format json",
      ],
      discussion: say(
        vi:
          "Mã thoát là 1 khi có lỗi; nhắc và việc chờ người không làm hỏng lần chạy. --fix tự đặt "
          + "id cho câu hỏi, thụt lời giải thích vào dưới lựa chọn, dựng lại dấu (NFC), dọn ký tự "
          + "dán từ Word, đổi \\ thành / trong đường dẫn tới tệp có thật, dọn ghi chú máy ảnh trong "
          + "ảnh, ghi địa chỉ cũ của bài đổi tên từ lần commit trước vào aliases; mọi byte khác giữ "
          + "nguyên. --quiet chỉ in các chỗ hỏng, không tổng kết.",
        en: "Exits with 1 where there is an error; warnings and to-dos fail nothing. --fix gives "
          + "questions their ids, indents feedback under its choice, composes letters (NFC), clears "
          + "what Word and cameras left, turns \\ to / in paths to files that are there, writes the "
          + "old address of a lesson renamed since the last commit into its aliases; every other byte "
          + "stays. --quiet prints the findings and no summary."))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var sources: SiteSources

  @Flag(
    help: ArgumentHelp(
      say(
        vi: "Sửa những gì máy sửa được, rồi kiểm tra lại.",
        en: "Mend what can be mended by itself, then check again.")))
  var fix = false

  @Flag(
    help: ArgumentHelp(
      say(
        vi: "Với --fix: chỉ cho xem sẽ sửa gì, không ghi.",
        en: "With --fix: only show what would change, and write nothing.")))
  var dryRun = false

  func validate() throws {
    guard !dryRun || fix else {
      throw ValidationError(say(vi: "--dry-run đi cùng --fix.", en: "--dry-run goes with --fix."))
    }
    guard !dryRun || output.format == .table && output.output == nil else {
      throw ValidationError(
        say(
          vi: "--dry-run cho xem từng dòng sẽ đổi; bỏ --format và --output.",
          en: "--dry-run shows the lines that would change; leave out --format and --output."))
    }
  }

  func run(in workspace: Workspace) throws {
    let folders = try sources.folders(global, in: workspace)
    let former = FormerLessons.ofLastCommit(
      inCourses: folders.courses, now: workspace.now())
    if fix {
      let usedIDs = UsedQuizIDs.find(inCourses: folders.courses)
      let library = try sources.library(global, in: workspace, usedIDs: usedIDs)
      let mending = SiteMending(
        check(library, since: former).repairs, photos: library.photos, in: folders, workspace)
      if dryRun { return mending.show() }
      try mending.write()
    }
    let library = try sources.library(global, in: workspace)
    let findings = SiteFindings(
      check(library, since: former).diagnostics, changed: ChangedFiles.find(in: workspace),
      in: workspace)
    try output.give(findings.listing, synthetic: nil, in: workspace)
    if library.hasErrors { throw ExitCode(1) }
  }

  private func check(_ library: Library, since former: FormerLessons) -> AddressCheck {
    AddressCheck(library, since: former) {
      FileManager.default.contents(atPath: $0).map(Array.init)
    }
  }
}
