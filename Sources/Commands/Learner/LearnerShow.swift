import ArgumentParser
import Domain
import Storage

struct LearnerShow: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "show",
      say(vi: "Một người: đã học gì, khi nào.", en: "One person: what they learnt, and when."),
      examples: ["lantoa learner show 7K2M-9QXD"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: ArgumentHelp(say(vi: "Mã người học.", en: "The learner's reference.")))
  var learner: String

  func run(in workspace: Workspace) throws {
    let desk = try Desk(global, in: workspace)
    let presenter = try desk.recordOutput()
    let (person, attendance, completions) = try desk.read { reader in
      let person = try reader.learner(learner)
      return (
        person, try reader.attendance(of: person.id), try reader.completions(of: person.id)
      )
    }
    var members: [(key: String, value: OutputValue)] = []
    if case .object(let own) = presenter.learner(person, nil) { members = own }
    var table = Table([
      .init(say(vi: "Ngày", en: "Date")), .init(say(vi: "Mã", en: "Ref")),
      .init(say(vi: "Khóa", en: "Course")), .init(say(vi: "Kết quả", en: "Result")),
      .init(""),
    ])
    let voidNote = say(vi: "đã hủy", en: "void")
    for (session, mark) in attendance {
      table.append([
        Spoken.day(session.details.date), Reference(session.id).description,
        session.details.course ?? session.details.form.spoken, mark.result.spoken,
        session.isVoid ? voidNote : "",
      ])
    }
    for completion in completions {
      table.append([
        Spoken.day(completion.fact.date), Reference(completion.id).description,
        completion.fact.course, completion.fact.result.spoken, completion.isVoid ? voidNote : "",
      ])
    }
    members.append(
      (
        key: "sessions",
        value: .list(
          attendance.map { session, mark in
            [
              "ref": .spelled(Reference(session.id)), "date": .spelled(session.details.date),
              "course": .text(session.details.course), "result": .text(mark.result.rawValue),
              "void": .boolean(session.isVoid),
            ]
          })
      ))
    members.append((key: "completions", value: .list(completions.map(presenter.completion))))
    let record = OutputValue.object(members)
    var listing = Listing(
      json: record, records: [presenter.learner(person, nil)],
      keys: presenter.learner(person, nil).columnKeys, table: table)
    listing.heading = [
      "\(Reference(person.id))  \(person.spoken), \(presenter.spoken(person.residence))"
        + (person.isVoid ? " · \(voidNote)" : "")
    ]
    try output.give(listing, synthetic: desk.synthetic, in: workspace)
  }
}

extension LearningResult {
  var spoken: String {
    switch self {
    case .attended: say(vi: "có mặt", en: "attended")
    case .completed: say(vi: "hoàn thành", en: "completed")
    case .passed: say(vi: "đạt", en: "passed")
    }
  }
}

extension SessionForm {
  var spoken: String {
    switch self {
    case .class: say(vi: "lớp học", en: "class")
    case .home: say(vi: "tại nhà", en: "home visit")
    case .desk: say(vi: "tại bàn", en: "desk")
    case .broadcast: say(vi: "tuyên truyền", en: "broadcast")
    }
  }
}
