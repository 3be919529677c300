import ArgumentParser
import Courseware

struct SiteTodo: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "todo",
      say(
        vi: "Liệt kê việc chờ người: kiểm tra tại chỗ, bản dịch, bài chưa viết.",
        en: "List what waits for a person: local checks, translations, unwritten lessons."),
      examples: ["lantoa site todo", "lantoa site todo --format json"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var sources: SiteSources

  func run(in workspace: Workspace) throws {
    let todos = try sources.library(global, in: workspace).diagnostics
      .filter { $0.severity == .todo }
    let language = Language.current.rawValue
    let listing = Listing(
      todos, as: SiteFindings.shape(in: workspace),
      table: Table(
        [
          .init(say(vi: "Tệp", en: "File")), .init(say(vi: "Việc", en: "What")),
          .init(say(vi: "Làm gì", en: "What to do")),
        ],
        rows: todos.map { [workspace.shown($0.path), $0.summary[language], $0.fix[language]] }))
    try output.give(listing, synthetic: nil, in: workspace)
    if todos.isEmpty {
      workspace.remark(say(vi: "Không có việc nào chờ người.", en: "Nothing waits for a person."))
    }
  }
}
