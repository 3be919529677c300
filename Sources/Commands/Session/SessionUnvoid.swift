import ArgumentParser
import Domain
import Storage

struct SessionUnvoid: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "unvoid", say(vi: "Lấy lại một buổi đã hủy.", en: "Restore a voided session."),
      examples: ["lantoa session unvoid 3QTB-2M8K"])
  }

  @OptionGroup var global: GlobalOptions

  @Argument(help: ArgumentHelp(say(vi: "Mã buổi.", en: "The session's reference.")))
  var session: String

  func run(in workspace: Workspace) throws {
    let desk = try Desk(global, in: workspace)
    let restored = try desk.unvoid { try $0.session(session) }
    desk.done(
      Reference(restored.id),
      say(
        vi: "Đã lấy lại buổi \(Spoken.day(restored.details.date)), \(restored.marks.count) người.",
        en: "Restored the session of \(Spoken.day(restored.details.date)), "
          + "\(Spoken.count(restored.marks.count, "person", "people"))."))
  }
}
