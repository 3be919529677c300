import ArgumentParser
import Domain
import Storage

struct ImportRedo: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "redo",
      say(vi: "Lấy lại một lần nhập đã bỏ.", en: "Have back an import that was taken back."),
      examples: ["lantoa import redo 1"])
  }

  @OptionGroup var global: GlobalOptions

  @Argument(
    help: ArgumentHelp(
      say(vi: "Số hoặc mã của lần nhập.", en: "The import's number, or reference.")))
  var number: String

  func run(in workspace: Workspace) throws {
    let desk = try Desk(global, in: workspace)
    let taken = try desk.record { recorder in
      let taken = try recorder.reader.import(number)
      try recorder.redo(taken)
      return taken
    }
    desk.done(nil, say(vi: "Đã lấy lại \(taken.spoken).", en: "It counts again: \(taken.spoken)."))
  }
}
