import ArgumentParser
import Domain
import Storage

struct SessionMark: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "mark",
      say(
        vi: "Sửa kết quả của một người trong một buổi.",
        en: "Set one person's result in a session."),
      examples: [
        "lantoa session mark 3QTB-2M8K 9D4E-77HV --result completed",
        "lantoa session mark 3QTB-2M8K 9D4E-77HV --absent",
      ])
  }

  @OptionGroup var global: GlobalOptions

  @Argument(help: ArgumentHelp(say(vi: "Mã buổi.", en: "The session's reference.")))
  var session: String

  @Argument(help: ArgumentHelp(say(vi: "Mã người học.", en: "The learner's reference.")))
  var learner: String

  @Option(
    help: ArgumentHelp(
      say(
        vi: "attended (có mặt), completed (hoàn thành), passed (đạt) hoặc absent (vắng).",
        en: "attended, completed, passed or absent.")))
  var result: MarkResult?

  @Flag(help: ArgumentHelp(say(vi: "Người này vắng.", en: "The person was absent.")))
  var absent = false

  @Option(help: ArgumentHelp(say(vi: "Điểm, 0 đến 100.", en: "Score, 0 to 100.")))
  var score: Int?

  @Option(
    help: ArgumentHelp(
      say(vi: "lessons, declared, tested hay imported.", en: "lessons, declared, tested, imported.")
    ))
  var basis: ResultBasis?

  func validate() throws {
    guard (result != nil) != absent else {
      throw ValidationError(
        say(
          vi: "Ghi --result KẾT_QUẢ hoặc --absent.", en: "Give either --result RESULT or --absent.")
      )
    }
    guard !absent || score == nil && basis == nil, result != .absent || score == nil && basis == nil
    else {
      throw ValidationError(
        say(
          vi: "Người vắng không có điểm: bỏ --score và --basis, hoặc ghi --result.",
          en: "Who was absent has no score: leave out --score and --basis, or give a --result."))
    }
    guard score.map({ (0...100).contains($0) }) ?? true else {
      throw ValidationError(
        say(vi: "--score phải từ 0 đến 100.", en: "--score must be 0 to 100."))
    }
  }

  func run(in workspace: Workspace) throws {
    let desk = try Desk(global, in: workspace)
    let mark = result?.learningResult.map {
      Mark(result: $0, basis: basis ?? (score == nil ? .declared : .tested), score: score)
    }
    let (marked, person, dead) = try desk.record { recorder in
      let marked = try recorder.reader.session(session)
      let person = try recorder.reader.learner(learner)
      guard mark != nil || marked.marks[person.id] != nil else {
        throw RecordError.notMarked(person.spoken, in: marked.id)
      }
      if marked.marks[person.id] == nil {
        try Self.requireAbsent(person, from: marked, in: recorder)
      }
      try recorder.mark(person, in: marked, as: mark)
      return (marked, person, try recorder.reader.dead(person, by: marked.details.date))
    }
    let result = mark?.result.spoken ?? say(vi: "vắng", en: "absent")
    desk.done(
      Reference(marked.id),
      say(
        vi: "Đã ghi \(person.spoken): \(result), buổi \(Spoken.day(marked.details.date)).",
        en: "Recorded \(person.spoken): \(result), session of \(Spoken.day(marked.details.date))."))
    if mark != nil, let remark = dead.flatMap({ [$0].remarkOnDeath }) { desk.tell(remark) }
    if mark != nil, let remark = [person].remarkOnWithdrawal { desk.tell(remark) }
  }

  /// Another record of the same person may sit in the session already.
  private static func requireAbsent(
    _ person: Learner, from session: Session, in recorder: Recorder
  ) throws {
    let others = try recorder.reader.group(of: person.id).filter { session.marks[$0.id] != nil }
    guard let other = others.first else { return }
    throw Failure(
      vi: "\(person.spoken) có trong buổi này rồi, bằng một lần ghi khác của cùng người: "
        + "\(Reference(other.id)). Sửa kết quả ở mã đó.",
      en: "\(person.spoken) is in this session already, by another record of the same person: "
        + "\(Reference(other.id)). Set the result of that one.")
  }
}

/// A result, or `absent`.
enum MarkResult: String, ExpressibleByArgument, CaseIterable {
  case attended, completed, passed, absent

  var learningResult: LearningResult? { LearningResult(rawValue: rawValue) }
}
