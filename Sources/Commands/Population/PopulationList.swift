import ArgumentParser
import Domain
import Storage

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
    var listing = Listing(
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
    listing.cut = Listing.cut(shown: shown.count, of: all.count)
    try output.give(listing, synthetic: desk.synthetic, in: workspace)
  }
}
