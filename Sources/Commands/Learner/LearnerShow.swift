import ArgumentParser
import Domain
import Storage

struct LearnerShow: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "show",
      say(
        vi: "Một người: mọi điều sổ đang giữ, đã học gì, khi nào.",
        en: "One person: everything that is kept, what they learnt, and when."),
      examples: ["lantoa learner show 7K2M-9QXD", "lantoa learner show 7K2M-9QXD --notes"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: ArgumentHelp(say(vi: "Mã người học.", en: "The learner's reference.")))
  var learner: String

  @Flag(
    help: ArgumentHelp(
      say(
        vi: "Thêm mọi ghi chú, nơi học, lý do có nhắc tên hay số của người đó (đọc hết nhật ký).",
        en:
          "Also every note, venue and reason that has their name or number (reads the whole journal)."
      )))
  var notes = false

  func run(in workspace: Workspace) throws {
    let desk = try Desk(global, in: workspace)
    let presenter = try desk.recordOutput()
    let (person, kept, group, died, present, homes, attendance, completions, voids) = try desk.read
    { reader in
      let person = try reader.learner(learner)
      return (
        person,
        PersonRecord(
          person: person, statements: try reader.statements(about: person.id),
          notes: notes ? try reader.notes(naming: person.id) : nil),
        try reader.group(of: person.id).filter { $0.id != person.id },
        try reader.death(of: person.id), try reader.presentHome(of: person.id, on: desk.today),
        try reader.homes(of: person.id),
        try reader.attendance(of: person.id), try reader.completions(of: person.id),
        person.isVoid ? try reader.standingVoids(of: RecordID(person.id)) : []
      )
    }
    let shown = RecordOutput.referred(person)
    let shape = presenter.learners.adding(
      [
        .init("died") { _ in .spelled(died) },
        .init("homes") { _ in
          .records(
            homes.map { ["from": .spelled($0.from), "unit": presenter.residence($0.residence)] })
        },
        .init("linked") { _ in .records(group.map { ["ref": .spelled(Reference($0.id))] }) },
        .init("sessions") { _ in
          .records(
            attendance.map { session, mark in
              [
                "ref": .spelled(Reference(session.id)), "date": .spelled(session.details.date),
                "course": .text(session.details.course), "result": .text(mark.result.rawValue),
                "basis": .text(mark.basis.rawValue), "score": .integer(mark.score),
                "void": .boolean(session.isVoid),
              ]
            })
        },
        .init("completions") { _ in
          .records(RecordOutput.referred(completions).map(presenter.completions.record))
        },
        .init("voids") { _ in .records(voids.map(\.json)) },
      ] + kept.members)
    let voidNote = say(vi: "đã hủy", en: "void")
    let entries =
      attendance.map { session, mark in
        (
          day: session.details.date, reference: Reference(session.id),
          what: session.details.course ?? session.details.form.spoken, result: mark.result,
          isVoid: session.isVoid
        )
      }
      + completions.map {
        (
          day: $0.fact.date, reference: Reference($0.id), what: $0.fact.course,
          result: $0.fact.result, isVoid: $0.isVoid
        )
      }
    var listing = Listing(
      shown, as: shape,
      table: Table(
        [
          .init(say(vi: "Ngày", en: "Date")), .init(say(vi: "Mã", en: "Ref")),
          .init(say(vi: "Khóa", en: "Course")), .init(say(vi: "Kết quả", en: "Result")), .init(""),
        ],
        rows: entries.sorted { $0.day < $1.day }.map { entry in
          [
            Spoken.day(entry.day), entry.reference.description, entry.what, entry.result.spoken,
            entry.isVoid ? voidNote : "",
          ]
        }))
    listing.heading = [
      "\(shown.reference)  \(person.spoken), \(presenter.spoken(person.residence, on: desk.today))"
        + (person.isVoid ? " · \(voidNote)" : "")
    ]
    listing.heading += voids.map(\.spoken)
    listing.heading += kept.lines
    if homes.count > 1 {
      listing.heading.append(
        homes.map {
          say(vi: "từ \(Spoken.day($0.from)): ", en: "from \(Spoken.day($0.from)): ")
            + presenter.spoken($0.residence)
        }.joined(separator: "; "))
    }
    if let died {
      listing.heading.append(
        say(vi: "Mất ngày \(Spoken.day(died)).", en: "Died on \(Spoken.day(died))."))
    }
    if let present, present != person.residence {
      let home = presenter.spoken(present, on: desk.today)
      listing.heading.append(
        say(
          vi: "Theo bản ghi nối với bản này, nay ở: \(home)",
          en: "By a record linked to this one, lives now in: \(home)"))
    }
    if !group.isEmpty {
      let others = group.map { "\(Reference($0.id)) \($0.spoken)" }.joined(separator: "; ")
      listing.heading.append(
        say(vi: "Cùng một người với: \(others)", en: "One person with: \(others)"))
    }
    try output.give(listing, synthetic: desk.synthetic, in: workspace)
  }
}
