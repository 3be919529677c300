import ArgumentParser
import Domain
import Storage

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
    listing.tell(shown: shown.count, of: all.count)
    try output.give(listing, synthetic: desk.synthetic, in: workspace)
  }
}
