import ArgumentParser
import Domain
import Storage

struct PopulationGroup: Noun {
  static var configuration: CommandConfiguration {
    describe(
      "population", say(vi: "Các nguồn dân số.", en: "Population series."),
      verbs: [PopulationList.self, PopulationUse.self])
  }
}

struct PopulationList: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "list",
      say(
        vi: "Liệt kê nguồn dân số: ai công bố, bao nhiêu đơn vị có số, tổng bao nhiêu.",
        en: "List population series: who published them, how many units they cover, their sum."),
      examples: ["lantoa population list", "lantoa population list --format json"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var limit: OptionalLimit

  func run(in workspace: Workspace) throws {
    let desk = try Desk(global, in: workspace)
    let (all, inUse) = try desk.read { reader in
      (
        try reader.populationSeries().map { ($0, try reader.populationValues(of: $0.id)) },
        try reader.setting(.population)
      )
    }
    let shown = limit.first(of: all).map { series, values in
      SeriesSummary(series, values: values, isDefault: series.slug == inUse)
    }
    let listing = Listing(
      shown, as: try desk.recordOutput().series,
      table: Table(
        [
          .init(""), .init(say(vi: "Nguồn", en: "Series")), .init(say(vi: "Tên", en: "Title")),
          .init(say(vi: "Đơn vị có số", en: "Units with a figure"), .right),
          .init(say(vi: "Nghi sai", en: "Suspect"), .right),
          .init(say(vi: "Tổng", en: "Sum"), .right),
          .init(say(vi: "Tính chất", en: "Standing")), .init(say(vi: "Lưu ý", en: "Note")),
        ],
        rows: shown.map { summary in
          let language = Language.current.rawValue
          return [
            summary.isDefault ? "→" : "", summary.series.slug, summary.series.titles[language],
            "\(summary.counted)/\(summary.units)", Spoken.count(summary.suspect),
            Spoken.count(summary.persons), summary.series.spokenStanding,
            summary.series.notes?[language] ?? "",
          ]
        }))
    try output.give(listing, synthetic: desk.synthetic, in: workspace)
  }
}

/// A series and what its figures come to.
struct SeriesSummary {
  let series: PopulationSeries
  let isDefault: Bool
  /// Places that the series speaks of, those of them with a figure, and those with a doubtful one.
  let units: Int
  let counted: Int
  let suspect: Int
  /// The sum of all figures.
  let persons: Int

  init(_ series: PopulationSeries, values: [PopulationValue], isDefault: Bool) {
    self.series = series
    self.isDefault = isDefault
    let figures = values.filter { $0.persons != nil }
    units = values.count
    counted = figures.count
    suspect = figures.count { $0.quality == .suspect }
    persons = figures.compactMap(\.persons).reduce(0, +)
  }
}

extension RecordOutput {
  var series: Shape<SeriesSummary> {
    Shape([
      .init("series") { .text($0.series.slug) },
      .init("titles", of: Self.languages) { Self.titles($0.series.titles) },
      .init("publisher") { .text($0.series.publisher) }, .init("basis") { .text($0.series.basis) },
      .init("standing") { .text($0.series.standing) },
      .init("notes", of: Self.languages) { $0.series.notes.map(Self.titles) ?? .null },
      .init("units") { .integer($0.units) }, .init("counted") { .integer($0.counted) },
      .init("suspect") { .integer($0.suspect) }, .init("persons") { .integer($0.persons) },
      .init("default") { .boolean($0.isDefault) }, demo(),
    ])
  }
}

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
