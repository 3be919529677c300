import ArgumentParser
import Domain
import Storage

struct CompletionGroup: Noun {
  static var configuration: CommandConfiguration {
    describe(
      "completion",
      say(
        vi: "Hoàn thành hay đạt một khóa, biết được ngoài buổi học.",
        en: "Courses completed or passed, known without a session."),
      verbs: [
        CompletionRecord.self, CompletionList.self, CompletionVoid.self, CompletionUnvoid.self,
      ])
  }
}

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
    let (completion, person) = try desk.record { recorder in
      let person = try recorder.reader.learner(learner)
      return (
        try recorder.recordCompletion(
          of: person, course: course, on: day, result: result, basis: basis), person
      )
    }
    desk.done(
      Reference(completion.id),
      say(
        vi: "Đã ghi \(person.spoken): \(result.spoken) khóa \(course), \(Spoken.day(day)).",
        en: "Recorded \(person.spoken): \(result.spoken) \(course), \(Spoken.day(day))."))
  }
}

struct CompletionList: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "list",
      say(vi: "Các lần hoàn thành của một người.", en: "The completions of one person."),
      examples: ["lantoa completion list --learner 9D4E-77HV"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var limit: OptionalLimit

  @Option(help: ArgumentHelp(say(vi: "Mã người học.", en: "The learner's reference.")))
  var learner: String

  func run(in workspace: Workspace) throws {
    let desk = try Desk(global, in: workspace)
    let presenter = try desk.recordOutput()
    let all = try desk.read { try $0.completions(of: $0.learner(learner).id) }
    let completions = RecordOutput.referred(limit.first(of: all))
    var listing = Listing(
      completions, as: presenter.completions,
      table: Table(
        [
          .init(say(vi: "Mã", en: "Ref")), .init(say(vi: "Ngày", en: "Date")),
          .init(say(vi: "Khóa", en: "Course")), .init(say(vi: "Kết quả", en: "Result")),
          .init(say(vi: "Nhờ đâu", en: "Basis")), .init(""),
        ],
        rows: completions.map { completion, reference in
          [
            reference.description, Spoken.day(completion.fact.date),
            completion.fact.course, completion.fact.result.spoken, completion.fact.basis.spoken,
            completion.isVoid ? say(vi: "đã hủy", en: "void") : "",
          ]
        }))
    listing.remarks = [Listing.extent(shown: completions.count, of: all.count)]
    try output.give(listing, synthetic: desk.synthetic, in: workspace)
  }
}

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

struct CompletionUnvoid: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "unvoid", say(vi: "Lấy lại một lần hoàn thành đã hủy.", en: "Restore a voided completion."),
      examples: ["lantoa completion unvoid 5KQ2-8PZN"])
  }

  @OptionGroup var global: GlobalOptions

  @Argument(help: ArgumentHelp(say(vi: "Mã lần hoàn thành.", en: "The completion's reference.")))
  var completion: String

  func run(in workspace: Workspace) throws {
    let desk = try Desk(global, in: workspace)
    let restored = try desk.unvoid { try $0.completion(completion) }
    desk.done(Reference(restored.id), say(vi: "Đã lấy lại.", en: "Restored."))
  }
}
