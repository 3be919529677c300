import ArgumentParser
import Domain
import Storage

/// Two records of people, by reference.
struct PairArguments: ParsableArguments {
  @Argument(help: ArgumentHelp(say(vi: "Mã người thứ nhất.", en: "The one's reference.")))
  var one: String

  @Argument(help: ArgumentHelp(say(vi: "Mã người thứ hai.", en: "The other's reference.")))
  var other: String

  func people(in reader: RegisterReader) throws -> (Learner, Learner) {
    (try reader.learner(one), try reader.learner(other))
  }
}

struct LearnerLink: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "link",
      say(
        vi: "Hai lần ghi là một người: từ nay tính một.",
        en: "Two records are one person: they count as one from now on."),
      examples: ["lantoa learner link 7K2M-9QXD 3QTB-2M8K"],
      discussion: say(
        vi: "Không xóa gì; tách ra lại được bằng lantoa learner unlink.",
        en: "Nothing is rewritten; lantoa learner unlink parts them again."))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var pair: PairArguments

  @Flag(
    help: ArgumentHelp(
      say(
        vi: "Nối dù đã có người xác nhận là hai người.",
        en: "Link them although somebody has said that they are two people.")))
  var yes = false

  func run(in workspace: Workspace) throws {
    let desk = try Desk(global, in: workspace)
    let (one, other, size) = try desk.record { recorder in
      let (one, other) = try pair.people(in: recorder.reader)
      try recorder.link(one, other, despiteDistinction: yes)
      return (one, other, try recorder.reader.group(of: one.id).count)
    }
    desk.done(
      nil,
      say(
        vi:
          "\(one.spoken) và \(other.spoken) là một người (\(size) lần ghi). Tách ra: lantoa undo, hoặc "
          + "lantoa learner unlink \(Reference(one.id)) \(Reference(other.id)) --yes",
        en:
          "\(one.spoken) and \(other.spoken) are one person (\(size) records). To part them: lantoa "
          + "undo, or lantoa learner unlink \(Reference(one.id)) \(Reference(other.id)) --yes"))
  }
}
