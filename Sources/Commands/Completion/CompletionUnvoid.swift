import ArgumentParser
import Domain
import Storage

struct CompletionUnvoid: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "unvoid", say(vi: "Lấy lại một lần hoàn thành đã hủy.", en: "Restore a voided completion."),
      examples: ["lantoa completion unvoid 5KQ2-8PZN"])
  }

  @OptionGroup var global: GlobalOptions

  @Argument(help: ArgumentHelp(say(vi: "Mã lần hoàn thành.", en: "The completion's reference.")))
  var completion: String

  func run(in workspace: Workspace) throws {
    let desk = try Desk(global, in: workspace)
    let restored = try desk.unvoid { try $0.completion(completion) }
    desk.done(Reference(restored.id), say(vi: "Đã lấy lại.", en: "Restored."))
  }
}
