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
    var table = Table([
      .init(""), .init(say(vi: "Nguồn", en: "Series")), .init(say(vi: "Tên", en: "Title")),
      .init(say(vi: "Đơn vị có số", en: "Units with a figure"), .right),
      .init(say(vi: "Nghi sai", en: "Suspect"), .right), .init(say(vi: "Tổng", en: "Sum"), .right),
      .init(say(vi: "Tính chất", en: "Standing")), .init(say(vi: "Lưu ý", en: "Note")),
    ])
    var records: [OutputValue] = []
    for (series, values) in limit.first(of: all) {
      let counted = values.filter { $0.persons != nil }
      let sum = counted.compactMap(\.persons).reduce(0, +)
      let suspect = counted.filter { $0.quality == .suspect }.count
      let isInUse = series.slug == inUse
      let note = series.notes?[Language.current.rawValue] ?? ""
      table.append([
        isInUse ? "→" : "", series.slug, series.titles[Language.current.rawValue],
        "\(counted.count)/\(values.count)", Spoken.count(suspect), Spoken.count(sum),
        series.standing, note,
      ])
      records.append([
        "series": .text(series.slug), "titles": RecordOutput.titles(series.titles),
        "publisher": .text(series.publisher), "basis": .text(series.basis),
        "standing": .text(series.standing),
        "notes": series.notes.map(RecordOutput.titles) ?? .null,
        "units": .integer(values.count), "counted": .integer(counted.count),
        "suspect": .integer(suspect), "persons": .integer(sum), "default": .boolean(isInUse),
      ])
    }
    let listing = Listing(records, keys: records.first?.columnKeys ?? [], table: table)
    try output.give(listing, synthetic: desk.synthetic, in: workspace)
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
