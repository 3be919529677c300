import ArgumentParser
import Domain
import Storage

struct LearnerUnlink: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "unlink",
      say(
        vi: "Hai lần ghi không phải một người: tách ra, ai học gì vẫn của người ấy.",
        en: "Two records are not one person after all: each keeps what was recorded of it."),
      examples: ["lantoa learner unlink 7K2M-9QXD 3QTB-2M8K --yes"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var pair: PairArguments

  @Flag(help: ArgumentHelp(say(vi: "Làm luôn, không hỏi.", en: "Do it without asking.")))
  var yes = false

  func run(in workspace: Workspace) throws {
    let desk = try Desk(global, in: workspace)
    if !yes {
      let (one, other) = try desk.read { try pair.people(in: $0) }
      let answer = workspace.answer(
        to: say(
          vi: "Tách \(one.spoken) và \(other.spoken) thành hai người? [c/K]: ",
          en: "Part \(one.spoken) and \(other.spoken) into two people? [y/N]: ")
      )
      guard let first = answer?.lowercased().first, "cy".contains(first) else {
        throw Failure(
          vi: "Chưa tách. Thêm --yes để tách \(one.spoken) và \(other.spoken).",
          en: "Not parted. Add --yes to part \(one.spoken) and \(other.spoken).")
      }
    }
    let (one, other, links) = try desk.record { recorder in
      let (one, other) = try pair.people(in: recorder.reader)
      return (one, other, try recorder.unlink(one, other))
    }
    desk.done(
      nil,
      say(
        vi:
          "\(one.spoken) và \(other.spoken) là hai người (bỏ \(links) chỗ nối). Nếu chắc là hai người: "
          + "lantoa learner distinct \(Reference(one.id)) \(Reference(other.id))",
        en:
          "\(one.spoken) and \(other.spoken) are two people (links that no longer hold: \(links)). If "
          + "that is certain: lantoa learner distinct \(Reference(one.id)) \(Reference(other.id))"))
  }
}
