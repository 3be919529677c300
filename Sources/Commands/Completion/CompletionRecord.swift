import ArgumentParser
import Domain
import Storage

struct CompletionRecord: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "record",
      say(
        vi: "Ghi một người đã hoàn thành hoặc đạt một khóa.",
        en: "Record that somebody completed or passed a course."),
      examples: [
        "lantoa completion record --learner 9D4E-77HV --course safe-online --result passed "
          + "--basis tested --date 2026-11-20"
      ])
  }

  @OptionGroup var global: GlobalOptions

  @Option(help: ArgumentHelp(say(vi: "Mã người học.", en: "The learner's reference.")))
  var learner: String

  @Option(help: ArgumentHelp(say(vi: "Khóa học.", en: "The course.")))
  var course: String

  @Option(help: ArgumentHelp(say(vi: "Ngày (mặc định hôm nay).", en: "The day (default today).")))
  var date: DayArgument?

  @Option(help: ArgumentHelp(say(vi: "completed hay passed.", en: "completed or passed.")))
  var result: LearningResult = .completed

  @Option(
    help: ArgumentHelp(
      say(
        vi: "Biết nhờ đâu: lessons, declared, tested, imported.",
        en: "How it is known: lessons, declared, tested, imported.")))
  var basis: ResultBasis = .declared

  func validate() throws {
    guard result != .attended else {
      throw ValidationError(
        say(
          vi: "--result phải là completed hoặc passed; có mặt thì ghi bằng lantoa session log.",
          en: "--result must be completed or passed; attendance is recorded by lantoa session log.")
      )
    }
  }

  func run(in workspace: Workspace) throws {
    let desk = try Desk(global, in: workspace)
    let day = try date?.day(today: desk.today) ?? desk.today
    let (completion, person, dead) = try desk.record { recorder in
      let person = try recorder.reader.learner(learner)
      let isKnown = try recorder.reader.completions(of: person.id).contains {
        !$0.isVoid && $0.fact.course == course && $0.fact.date == day && $0.fact.result == result
      }
      guard !isKnown else { throw RecordError.nothingToChange(person) }
      return (
        try recorder.recordCompletion(
          of: person, course: course, on: day, result: result, basis: basis), person,
        try recorder.reader.dead(person, by: day)
      )
    }
    desk.done(
      Reference(completion.id),
      say(
        vi: "Đã ghi \(person.spoken): \(result.spoken) khóa \(course), \(Spoken.day(day)).",
        en: "Recorded \(person.spoken): \(result.spoken) \(course), \(Spoken.day(day))."))
    if let remark = dead.flatMap({ [$0].remarkOnDeath }) { desk.tell(remark) }
    if let remark = [person].remarkOnWithdrawal { desk.tell(remark) }
  }
}
