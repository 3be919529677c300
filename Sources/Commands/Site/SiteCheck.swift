import ArgumentParser
import Courseware

struct SiteCheck: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "check",
      say(
        vi: "Tìm mọi chỗ hỏng trong bài học và trang, tệp bạn đang sửa trước.",
        en: "Find all that is wrong in lessons and pages, your changed files first."),
      examples: [
        "lantoa site check",
        "lantoa site check --courses courses --content content --format json",
      ],
      discussion: say(
        vi: "Mã thoát là 1 khi có lỗi; nhắc và việc chờ người không làm hỏng lần chạy.",
        en: "Exits with 1 where there is an error; warnings and to-dos fail nothing."))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var sources: SiteSources

  func run(in workspace: Workspace) throws {
    let library = try sources.library(global, in: workspace)
    let findings = SiteFindings(
      library.diagnostics, changed: ChangedFiles.find(in: workspace), in: workspace)
    try output.give(findings.listing, synthetic: nil, in: workspace)
    if library.hasErrors { throw ExitCode(1) }
  }
}
