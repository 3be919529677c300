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
    let day = try on?.day(today: desk.today, year: .present) ?? desk.today
    let presenter = try desk.recordOutput()
    let gazetteer = presenter.gazetteer
    let all = gazetteer.localUnits(on: day)
    let units = limit.first(of: all)
    var listing = Listing(
      units, as: presenter.units,
      table: Table(
        [
          .init(say(vi: "Mã", en: "Code")), .init(say(vi: "Tên", en: "Name")),
          .init(say(vi: "Từ ngày", en: "Since")),
        ], rows: units.map { [$0.code, $0.name, Spoken.day($0.validFrom)] }))
    listing.remarks = [
      say(
        vi: "\(Spoken.count(all.count)) xã, phường ngày \(Spoken.day(day)).",
        en: "\(Spoken.count(all.count, "unit", "units")) on \(Spoken.day(day)).")
    ]
    listing.cut = Listing.cut(shown: units.count, of: all.count)
    if all.isEmpty, let first = gazetteer.units.first(where: { $0.kind != .city })?.validFrom {
      listing.remarks.append(
        say(
          vi: "Sổ chỉ có dữ liệu từ \(Spoken.day(first)): chọn ngày từ đó trở đi.",
          en: "The register's data begin on \(Spoken.day(first)): choose a day from then on."))
    }
    try output.give(listing, synthetic: desk.synthetic, in: workspace)
  }
}
