import ArgumentParser
import Domain
import Storage

/// Why something is taken back.
struct VoidOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        vi: "Vì sao: wrong-date (sai ngày), logged-twice (ghi hai lần), wrong-person (nhầm người), "
          + "other (khác).",
        en: "Why: wrong-date, logged-twice, wrong-person, other.")))
  var reason: VoidReason

  @Option(
    help: ArgumentHelp(say(vi: "Vì sao, bằng lời.", en: "Why, in your own words.")))
  var words: String?
}

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
