import ArgumentParser
import Domain
import Storage

struct CompletionVoid: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "void", say(vi: "Hủy một lần hoàn thành.", en: "Void a completion."),
      examples: ["lantoa completion void 5KQ2-8PZN --reason wrong-person"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var options: VoidOptions

  @Argument(help: ArgumentHelp(say(vi: "Mã lần hoàn thành.", en: "The completion's reference.")))
  var completion: String

  func run(in workspace: Workspace) throws {
    let desk = try Desk(global, in: workspace)
    let voided = try desk.void(options) { try $0.completion(completion) }
    let reference = Reference(voided.id)
    desk.done(
      reference,
      say(
        vi: "Đã hủy. Lấy lại: lantoa completion unvoid \(reference)",
        en: "Voided. To take it back: lantoa completion unvoid \(reference)"))
  }
}
