import ArgumentParser
import Domain
import Storage

struct JournalRebuild: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "rebuild",
      say(
        vi: "Dựng lại mọi bảng từ nhật ký; nhật ký không đổi.",
        en: "Fold all tables anew from the journal, which does not change."),
      examples: ["lantoa journal rebuild"])
  }

  @OptionGroup var global: GlobalOptions

  func run(in workspace: Workspace) throws {
    try UnreadableRegister.telling { try rebuild(in: workspace) }
  }

  private func rebuild(in workspace: Workspace) throws {
    let desk = try Desk(global, in: workspace)
    let progress = Progress(workspace, vi: "đã dựng", en: "folded")
    try desk.register.rebuild(progress: progress.show)
    progress.end()
    desk.done(nil, say(vi: "Đã dựng lại các bảng.", en: "The tables are rebuilt."))
  }
}
