import ArgumentParser
import Domain
import Storage

struct LearnerDistinctCommand: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "distinct",
      say(
        vi: "Hai người giống nhau là hai người thật: không hỏi lại nữa.",
        en: "Two who look alike are two people: they are not asked about again."),
      examples: ["lantoa learner distinct 7K2M-9QXD 3QTB-2M8K"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var pair: PairArguments

  func run(in workspace: Workspace) throws {
    let desk = try Desk(global, in: workspace)
    let (one, other) = try desk.record { recorder in
      let (one, other) = try pair.people(in: recorder.reader)
      try recorder.distinguish(one, other)
      return (one, other)
    }
    desk.done(
      nil,
      say(
        vi: "\(one.spoken) và \(other.spoken) là hai người, không gợi ý trùng nữa. Bỏ: lantoa undo",
        en:
          "\(one.spoken) and \(other.spoken) are two people, and are not suggested again. To take it "
          + "back: lantoa undo"))
  }
}
