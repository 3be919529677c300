import ArgumentParser
import Domain
import Storage

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
    listing.tell(shown: completions.count, of: all.count)
    try output.give(listing, synthetic: desk.synthetic, in: workspace)
  }
}
