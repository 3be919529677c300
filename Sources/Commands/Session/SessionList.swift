import ArgumentParser
import Domain
import Storage

struct SessionList: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "list", say(vi: "Liệt kê các buổi, mới nhất trước.", en: "List sessions, newest first."),
      examples: ["lantoa session list", "lantoa session list --team 7K2M-9QXD --from 2026-11-01"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var limit: LimitOption

  @Option(help: ArgumentHelp(say(vi: "Chỉ của tổ này.", en: "Only this team's.")))
  var team: String?

  @Option(help: ArgumentHelp(say(vi: "Từ ngày.", en: "From this day on."), valueName: "day"))
  var from: DayArgument?

  @Option(help: ArgumentHelp(say(vi: "Đến ngày.", en: "Up to this day."), valueName: "day"))
  var to: DayArgument?

  func run(in workspace: Workspace) throws {
    let desk = try Desk(global, in: workspace)
    let presenter = try desk.recordOutput()
    let from = try from?.day(today: desk.today)
    let to = try to?.day(today: desk.today, year: .present)
    let (sessions, all, teams, people) = try desk.read { reader in
      let wanted = try team.map { try reader.team($0, today: desk.today) }
      let sessions = try reader.sessions(team: wanted?.id, from: from, to: to, limit: limit.limit)
      let all = try reader.countSessions(team: wanted?.id, from: from, to: to)
      let teams = Dictionary(try reader.teams().map { ($0.id, $0) }) { first, _ in first }
      let people =
        output.format == .json
        ? try reader.learners(ids: Set(sessions.flatMap(\.marks.keys))) : [:]
      return (sessions, all, teams, people)
    }
    let shown = RecordOutput.referred(sessions)
    var listing = Listing(
      shown, as: presenter.sessions(teams: teams, people: people),
      table: Table(
        [
          .init(say(vi: "Mã", en: "Ref")), .init(say(vi: "Ngày", en: "Date")),
          .init(say(vi: "Tổ", en: "Team")), .init(say(vi: "Khóa", en: "Course")),
          .init(say(vi: "Có tên", en: "Named"), .right),
          .init(say(vi: "Không tên, khách", en: "Unnamed, guests"), .right), .init(""),
        ],
        rows: shown.map { session, reference in
          [
            reference.description, Spoken.day(session.details.date),
            session.details.team.flatMap { teams[$0]?.name } ?? "",
            session.details.course ?? session.details.form.spoken, String(session.marks.count),
            String(session.details.unnamed + session.details.guests),
            session.isVoid ? say(vi: "đã hủy", en: "void") : "",
          ]
        }))
    if all == 0 {
      let isWhole = team == nil && from == nil && to == nil
      listing.remarks = [
        isWhole
          ? say(vi: "Chưa ghi buổi nào.", en: "No session has been recorded yet.")
          : say(vi: "Không có buổi nào như vậy.", en: "There is no such session.")
      ]
    }
    listing.cut = Listing.cut(shown: shown.count, of: all)
    try output.give(listing, synthetic: desk.synthetic, in: workspace)
  }
}
