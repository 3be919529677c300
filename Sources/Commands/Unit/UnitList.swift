import ArgumentParser
import Domain
import Storage

struct UnitList: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "list", say(vi: "Liệt kê xã, phường.", en: "List wards and communes."),
      examples: ["lantoa unit list", "lantoa unit list --on 2025-05-01 --format csv"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var limit: OptionalLimit

  @Option(
    help: ArgumentHelp(
      say(vi: "Đơn vị của ngày này (mặc định hôm nay).", en: "Units of this day (default today)."),
      valueName: "day"))
  var on: DayArgument?

  func run(in workspace: Workspace) throws {
    let desk = try Desk(global, in: workspace)
    let day = try on?.day(today: desk.today) ?? desk.today
    let gazetteer = try desk.read { try $0.gazetteer() }
    let all = gazetteer.localUnits(on: day)
    let units = limit.first(of: all)
    var listing = Listing(
      units.map(\.json), keys: AdministrativeUnit.outputKeys,
      table: Table(
        [
          .init(say(vi: "Mã", en: "Code")), .init(say(vi: "Tên", en: "Name")),
          .init(say(vi: "Từ ngày", en: "Since")),
        ], rows: units.map { [$0.code, $0.name, Spoken.day($0.validFrom)] }))
    listing.remarks = [
      say(
        vi: "\(Spoken.count(all.count)) xã, phường ngày \(Spoken.day(day)).",
        en: "\(Spoken.count(all.count)) units on \(Spoken.day(day)).")
    ]
    try output.give(listing, synthetic: desk.synthetic, in: workspace)
  }
}

extension AdministrativeUnit {
  static let outputKeys = ["code", "validFrom", "validTo", "kind", "name", "nameEn", "district"]

  var json: OutputValue {
    [
      "code": .text(code), "validFrom": .spelled(validFrom), "validTo": .spelled(validTo),
      "kind": .text(kind.rawValue), "name": .text(name), "nameEn": .text(names.byLanguage["en"]),
      "district": .text(district),
    ]
  }
}
