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
    let (known, since) = try desk.record { recorder in
      let known = try recorder.reader.learner(learner)
      let since = try day.map { try Self.recordedDays(of: known, since: $0, in: recorder.reader) }
      if let day {
        try recorder.recordDeath(of: known, on: day)
      } else {
        try recorder.retractDeath(of: known)
      }
      return (known, since ?? [])
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
    if let last = since.max() {
      desk.tell(
        say(
          vi:
            "Từ ngày đó sổ còn ghi người này \(Spoken.count(since.count)) lần (lần cuối \(Spoken.day(last))), nay không "
            + "tính nữa. Xem lại ngày mất, hoặc buổi ghi nhầm: lantoa learner show \(Reference(known.id))",
          en:
            "Recorded at sessions or courses since that day: \(Spoken.count(since.count, "time", "times")), "
            + "last on \(Spoken.day(last)); this no longer counts. Check the day, or who was meant there: "
            + "lantoa learner show \(Reference(known.id))"))
    }
  }

  /// The days on which the person is recorded as having learnt, none before `day`.
  private static func recordedDays(
    of learner: Learner, since day: CalendarDay, in reader: RegisterReader
  ) throws -> [CalendarDay] {
    let records = try reader.group(of: learner.id).filter { !$0.isVoid }
    let days = try records.flatMap { record in
      try reader.attendance(of: record.id).filter { !$0.session.isVoid }.map(\.session.details.date)
        + reader.completions(of: record.id).filter { !$0.isVoid }.map(\.fact.date)
    }
    return days.filter { $0 >= day }
  }
}
