import ArgumentParser
import Coverage
import Domain
import Storage

struct CoverageReportCommand: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "report",
      say(
        vi: "Bao nhiêu phần trăm dân mỗi xã, phường đã học, đến một ngày, kèm mọi điều còn ngờ.",
        en: "What share of each unit's people has been taught by a day, with every doubt about it."),
      examples: [
        "lantoa coverage report",
        "lantoa coverage report --measure reached --as-of 2026-11-30",
        "lantoa coverage report --population qh15-175-2024 --format json --output report.json",
        "lantoa coverage report --units-of 2025-06-30",
      ],
      discussion: say(
        vi:
          "Mỗi người chỉ tính một lần, ở nơi họ sống. Người không tên, khách và buổi tuyên truyền "
          + "không tính.",
        en:
          "Everybody counts once, where they live. People without a name, guests and broadcasts do "
          + "not count."))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions

  @Option(
    help: ArgumentHelp(
      say(vi: "Chỉ số: reached, trained, skilled.", en: "Measure: reached, trained, skilled.")))
  var measure: String = "trained"

  @Option(
    help: ArgumentHelp(
      say(vi: "Đến hết ngày này (mặc định hôm nay).", en: "By this day (default today)."),
      valueName: "day"))
  var asOf: DayArgument?

  @Option(
    help: ArgumentHelp(
      say(
        vi: "Theo xã, phường của ngày này (mặc định hôm nay).",
        en: "In the units of this day (default today)."),
      valueName: "day"))
  var unitsOf: DayArgument?

  @Option(
    help: ArgumentHelp(
      say(vi: "Nguồn dân số (mặc định của sổ).", en: "Population series (default the register's)."),
      valueName: "series"))
  var population: String?

  func run(in workspace: Workspace) throws {
    let desk = try Desk(global, in: workspace)
    let today = desk.today
    let asOf = try asOf?.day(today: today, year: .present) ?? today
    let unitsOf = try unitsOf?.day(today: today, year: .present) ?? today
    let report = try desk.read { reader in
      try Self.requireUnits(of: unitsOf, in: reader.gazetteer())
      return try reader.coverage(
        ofMeasure: measure, asOf: asOf, unitsOf: unitsOf, population: population, today: today)
    }
    try output.give(
      report.listing(isDemo: desk.synthetic != nil), synthetic: desk.synthetic, in: workspace)
  }

  /// - Throws: `Failure` for a day on which no unit stood, naming the earliest day that has some.
  private static func requireUnits(of day: CalendarDay, in gazetteer: Gazetteer) throws {
    guard gazetteer.localUnits(on: day).isEmpty,
      let earliest = gazetteer.units.filter({ $0.kind != .city }).map(\.validFrom).min()
    else { return }
    throw Failure(
      vi: "Ngày \(Spoken.day(day)) sổ không có xã, phường nào: sớm nhất là --units-of \(earliest).",
      en:
        "On \(Spoken.day(day)) no unit stood: the earliest day to ask for is --units-of \(earliest)."
    )
  }
}
