import ArgumentParser
import Domain
import Storage

struct PopulationUse: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "use",
      say(
        vi: "Chọn nguồn dân số mặc định cho báo cáo.",
        en: "Choose the series that reports use unless told otherwise."),
      examples: ["lantoa population use sapnhap-2025"])
  }

  @OptionGroup var global: GlobalOptions

  @Argument(help: ArgumentHelp(say(vi: "Tên nguồn.", en: "The series."), valueName: "series"))
  var series: String

  func run(in workspace: Workspace) throws {
    let desk = try Desk(global, in: workspace)
    try desk.record { try $0.usePopulation(series) }
    desk.done(
      nil,
      say(
        vi: "Báo cáo từ nay dùng nguồn dân số \(series).",
        en: "Reports now use the population series \(series)."))
  }
}
