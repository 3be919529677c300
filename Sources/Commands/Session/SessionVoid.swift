import ArgumentParser
import Domain
import Storage

struct SessionVoid: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "void",
      say(
        vi: "Hủy một buổi: không tính nữa, vẫn giữ trong nhật ký.",
        en: "Void a session: it no longer counts, and stays in the journal."),
      examples: ["lantoa session void 3QTB-2M8K --reason wrong-date"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var options: VoidOptions

  @Argument(help: ArgumentHelp(say(vi: "Mã buổi.", en: "The session's reference.")))
  var session: String

  func run(in workspace: Workspace) throws {
    let desk = try Desk(global, in: workspace)
    let voided = try desk.void(options) { try $0.session(session) }
    let reference = Reference(voided.id)
    desk.done(
      reference,
      say(
        vi: "Đã hủy buổi \(Spoken.day(voided.details.date)), \(voided.marks.count) người. Lấy lại: "
          + "lantoa session unvoid \(reference)",
        en: "Voided the session of \(Spoken.day(voided.details.date)), "
          + "\(Spoken.count(voided.marks.count, "person", "people")). To take it back: lantoa session unvoid \(reference)"
      ))
  }
}
