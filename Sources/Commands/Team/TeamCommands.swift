import ArgumentParser
import Domain
import Storage

struct TeamGroup: Noun {
  static var configuration: CommandConfiguration {
    describe(
      "team",
      say(vi: "Tổ công nghệ số cộng đồng.", en: "Community digital technology teams."),
      verbs: [TeamForm.self, TeamList.self])
  }
}

struct TeamForm: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "form", say(vi: "Ghi một tổ mới.", en: "Record a new team."),
      examples: [
        "lantoa team form --unit 19753 --name \"Tổ CNSCĐ Phú Xuân 1\" --since 2025-08-01"
      ])
  }

  @OptionGroup var global: GlobalOptions

  @Option(help: ArgumentHelp(say(vi: "Xã, phường: tên hoặc mã.", en: "Its unit: name or code.")))
  var unit: String

  @Option(help: ArgumentHelp(say(vi: "Tên tổ.", en: "Its name.")))
  var name: String

  @Option(
    help: ArgumentHelp(say(vi: "Ngày thành lập.", en: "The day it was formed."), valueName: "day"))
  var since: DayArgument

  func run(in workspace: Workspace) throws {
    let desk = try Desk(global, in: workspace)
    let name = try Entry.title(name)
    let since = try since.day(today: desk.today)
    let team = try desk.record { recorder in
      let unit = try recorder.reader.gazetteer().place(unit, on: recorder.today)
      do {
        return (try recorder.formTeam(named: name, in: unit, since: since), unit)
      } catch RecordError.teamExists {
        throw Self.exists(name, in: unit, among: try recorder.reader.teams(in: unit.id))
      }
    }
    desk.done(
      Reference(team.0.id),
      say(
        vi: "Đã ghi tổ “\(team.0.name)”, \(team.1.name), từ \(Spoken.day(since)).",
        en: "Recorded the team “\(team.0.name)”, \(team.1.name), since \(Spoken.day(since))."))
  }

  private static func exists(
    _ name: String, in unit: AdministrativeUnit, among teams: [Team]
  ) -> Failure {
    let list = RecordOutput.referred(teams).filter {
      !$0.record.isVoid && SearchText.exact($0.record.name) == SearchText.exact(name)
    }.map {
      say(
        vi: "\($0.reference) “\($0.record.name)”, từ \(Spoken.day($0.record.since))",
        en: "\($0.reference) “\($0.record.name)”, since \(Spoken.day($0.record.since))")
    }.joined(separator: "; ")
    return Failure(
      vi:
        "\(unit.spoken) đã có tổ này: \(list). Dùng mã đó, hoặc đặt tên khác; xem: lantoa team list.",
      en:
        "\(unit.spoken) has this team already: \(list). Use that reference, or choose another name; "
        + "see: lantoa team list.")
  }
}

struct TeamList: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "list", say(vi: "Liệt kê các tổ.", en: "List the teams."),
      examples: ["lantoa team list", "lantoa team list --unit \"Phú Xuân\""])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var limit: LimitOption

  @Option(help: ArgumentHelp(say(vi: "Chỉ của xã, phường này.", en: "Only those of this unit.")))
  var unit: String?

  func run(in workspace: Workspace) throws {
    let desk = try Desk(global, in: workspace)
    let presenter = try desk.recordOutput()
    let gazetteer = presenter.gazetteer
    let wanted = try unit.map { try gazetteer.place($0, on: desk.today) }
    let all = try desk.read { try $0.teams() }.filter { team in
      wanted.map { gazetteer.unit(holding: team.unit, on: desk.today) == $0 } ?? true
    }
    let shown = RecordOutput.referred(Array(all.prefix(limit.limit)))
    var listing = Listing(
      shown, as: presenter.teams,
      table: Table(
        [
          .init(say(vi: "Mã", en: "Ref")), .init(say(vi: "Tổ", en: "Team")),
          .init(say(vi: "Xã, phường", en: "Unit")), .init(say(vi: "Từ ngày", en: "Since")),
          .init(""),
        ],
        rows: shown.map { team, reference in
          [
            reference.description, team.name, gazetteer[team.unit]?.name ?? "",
            Spoken.day(team.since), team.isVoid ? say(vi: "đã hủy", en: "void") : "",
          ]
        }))
    listing.remarks = [Listing.extent(shown: shown.count, of: all.count)]
    try output.give(listing, synthetic: desk.synthetic, in: workspace)
  }
}

extension Listing {
  /// How many of how many are shown.
  static func extent(shown: Int, of all: Int) -> String {
    shown == all
      ? say(vi: "\(Spoken.count(all)) dòng.", en: "\(Spoken.count(all)) in all.")
      : say(
        vi: "\(Spoken.count(shown)) trong \(Spoken.count(all)); xem thêm bằng --limit.",
        en: "\(Spoken.count(shown)) of \(Spoken.count(all)); see more with --limit.")
  }
}
