import ArgumentParser
import Domain
import Storage

struct SessionShow: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "show", say(vi: "Một buổi và người dự.", en: "One session and who came."),
      examples: ["lantoa session show 3QTB-2M8K"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: ArgumentHelp(say(vi: "Mã buổi.", en: "The session's reference.")))
  var session: String

  func run(in workspace: Workspace) throws {
    let desk = try Desk(global, in: workspace)
    let presenter = try desk.recordOutput()
    let (held, team, people, voids) = try desk.read {
      reader -> (Session, Team?, [Learner.ID: Learner], [StandingVoid]) in
      let held = try reader.session(session)
      return (
        held, try held.details.team.flatMap { try reader.team(id: $0) },
        try reader.learners(ids: held.marks.keys),
        held.isVoid ? try reader.standingVoids(of: RecordID(held.id)) : []
      )
    }
    let shape = presenter.sessions(teams: team.map { [$0.id: $0] } ?? [:], people: people)
      .adding([.init("voids") { _ in .records(voids.map(\.json)) }])
    let present = people.values.sorted {
      ($0.person.name ?? "", $0.id) < ($1.person.name ?? "", $1.id)
    }
    var listing = Listing(
      RecordOutput.referred(held), as: shape,
      table: Table(
        [
          .init(say(vi: "Mã", en: "Ref")), .init(say(vi: "Họ và tên", en: "Name")),
          .init(say(vi: "Nơi ở", en: "Lives in")), .init(say(vi: "Kết quả", en: "Result")),
          .init(say(vi: "Điểm", en: "Score"), .right),
        ],
        rows: RecordOutput.referred(present).map { person, reference in
          let mark = held.marks[person.id]
          return [
            reference.description, person.spoken,
            presenter.spoken(person.residence), mark?.result.spoken ?? "",
            mark?.score.map(String.init) ?? "",
          ]
        }))
    let details = held.details
    let parts: [String?] = [
      Reference(held.id).description, Spoken.dayWithWeekday(details.date),
      team?.name, details.course ?? details.form.spoken,
      details.lessons.isEmpty ? nil : details.lessons.joined(separator: ", "),
      details.minutes.map { say(vi: "\($0) phút", en: Spoken.count($0, "minute", "minutes")) },
      details.venue, details.note, held.isVoid ? say(vi: "ĐÃ HỦY", en: "VOID") : nil,
    ]
    listing.heading = [parts.compactMap(\.self).joined(separator: " · ")] + voids.map(\.spoken)
    listing.remarks = [
      say(
        vi:
          "\(held.marks.count) người có tên, \(details.unnamed) không tên, \(details.guests) khách.",
        en: "\(held.marks.count) by name, \(details.unnamed) unnamed, "
          + "\(Spoken.count(details.guests, "guest", "guests")).")
    ]
    try output.give(listing, synthetic: desk.synthetic, in: workspace)
  }
}
