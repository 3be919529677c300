import ArgumentParser
import Domain
import Storage

struct UnitResolve: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "resolve",
      say(
        vi: "Tên hoặc mã này là xã, phường nào vào ngày đó, và nay thuộc đâu.",
        en: "Which unit a name or code means on a day, and where it is today."),
      examples: [
        "lantoa unit resolve \"phường Thuận Lộc\" --on 2025-05-01", "lantoa unit resolve 19753",
        "lantoa unit resolve 19753@2025-01-01",
      ],
      discussion: say(
        vi:
          "Mã kèm ngày đầu tiên của đơn vị (19753@2025-07-01) chỉ đúng một đơn vị, vào bất cứ ngày "
          + "nào, và dùng được ở mọi chỗ cần tên hoặc mã.",
        en:
          "A code with the unit's first day (19753@2025-07-01) names one unit whatever the day, and "
          + "does so wherever a name or a code is asked for."))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions

  @Argument(
    help: ArgumentHelp(
      say(
        vi: "Tên (có hoặc không dấu), mã, hoặc mã@ngày đầu.",
        en: "A name, with or without marks, a code, or code@first-day.")))
  var name: String

  @Option(
    help: ArgumentHelp(
      say(vi: "Vào ngày này (mặc định hôm nay).", en: "On this day (default today)."),
      valueName: "day"))
  var on: DayArgument?

  func run(in workspace: Workspace) throws {
    let desk = try Desk(global, in: workspace)
    let day = try on?.day(today: desk.today, year: .present) ?? desk.today
    let presenter = try desk.recordOutput()
    let unit = try presenter.gazetteer.place(name, on: day, includingCity: true)
    try output.give(
      presenter.lineage(of: unit, today: desk.today), synthetic: desk.synthetic, in: workspace)
  }
}
