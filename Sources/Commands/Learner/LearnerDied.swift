import ArgumentParser
import Domain
import Storage

struct LearnerDiedCommand: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "died",
      say(
        vi: "Ghi một người đã mất: từ ngày đó không còn tính.",
        en: "Record a death: from that day the person no longer counts."),
      examples: [
        "lantoa learner died 7K2M-9QXD --on 2026-10-03",
        "lantoa learner died 7K2M-9QXD --retract",
      ])
  }

  @OptionGroup var global: GlobalOptions

  @Argument(help: ArgumentHelp(say(vi: "Mã người học.", en: "The learner's reference.")))
  var learner: String

  @Option(help: ArgumentHelp(say(vi: "Ngày mất.", en: "The day."), valueName: "day"))
  var on: DayArgument?

  @Flag(
    help: ArgumentHelp(
      say(vi: "Ghi nhầm: người này còn sống.", en: "A mistake: this person lives.")))
  var retract = false

  func validate() throws {
    guard (on == nil) == retract else {
      throw ValidationError(
        say(vi: "Cho biết --on, hoặc --retract.", en: "Give --on, or --retract."))
    }
  }

  func run(in workspace: Workspace) throws {
    let desk = try Desk(global, in: workspace)
    let day = try on?.day(today: desk.today)
    let known = try desk.record { recorder in
      let known = try recorder.reader.learner(learner)
      if let day {
        try recorder.recordDeath(of: known, on: day)
      } else {
        try recorder.retractDeath(of: known)
      }
      return known
    }
    desk.done(
      Reference(known.id),
      day.map {
        say(
          vi:
            "\(known.spoken): mất ngày \(Spoken.day($0)). Ghi nhầm: lantoa learner died … --retract",
          en:
            "\(known.spoken): died on \(Spoken.day($0)). If that is a mistake: lantoa learner died … "
            + "--retract")
      } ?? say(vi: "\(known.spoken): còn sống.", en: "\(known.spoken): lives."))
  }
}
