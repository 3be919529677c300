import ArgumentParser
import Domain
import Storage

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
      let gazetteer = try recorder.reader.gazetteer()
      let typed = unit
      let unit = try gazetteer.place(typed, on: recorder.today)
      try gazetteer.requireStanding(unit, typed: typed, on: since)
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
