import ArgumentParser
import Domain
import Storage

struct ImportUndoCommand: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "undo",
      say(
        vi: "Bỏ cả một lần nhập; không xóa gì, lấy lại được.",
        en: "Take back a whole import; nothing is deleted, it can be had back."),
      examples: ["lantoa import undo 1", "lantoa import undo 1 --keep-used"],
      discussion: say(
        vi: "Nếu có việc khác đã ghi trên những người, buổi của lần nhập, lệnh dừng và liệt kê.",
        en: "Where other facts hang on its people or sessions, the command stops and lists them."))
  }

  @OptionGroup var global: GlobalOptions

  @Argument(
    help: ArgumentHelp(
      say(vi: "Số hoặc mã của lần nhập.", en: "The import's number, or reference.")))
  var number: String

  @Flag(
    help: ArgumentHelp(
      say(
        vi: "Giữ những người, buổi đã có việc khác.",
        en: "Keep the people and sessions on which other facts hang.")))
  var keepUsed = false

  @Flag(
    help: ArgumentHelp(
      say(vi: "Bỏ hết, kể cả những người ấy.", en: "Take back everything, these people too.")))
  var all = false

  func validate() throws {
    guard !(keepUsed && all) else {
      throw ValidationError(
        say(
          vi: "Chọn --keep-used hoặc --all, không cả hai.",
          en: "Choose --keep-used or --all, not both."))
    }
  }

  func run(in workspace: Workspace) throws {
    let desk = try Desk(global, in: workspace)
    let (taken, use) = try desk.record { recorder in
      let taken = try recorder.reader.import(number)
      return (taken, try recorder.undo(taken, all ? .all : keepUsed ? .keepUsed : .stopIfUsed))
    }
    desk.done(
      nil,
      say(
        vi: "Đã bỏ \(taken.spoken). Lấy lại: lantoa import redo \(number)",
        en: "Took back \(taken.spoken). To have it back: lantoa import redo \(number)"))
    if !use.isEmpty {
      desk.tell(
        say(
          vi: "Giữ lại \(Spoken.count(use.learners.count)) người, "
            + "\(Spoken.count(use.sessions.count)) buổi đã có việc khác.",
          en:
            "Kept, for other facts hang on them: people \(Spoken.count(use.learners.count)), sessions "
            + "\(Spoken.count(use.sessions.count))."))
    }
  }
}
