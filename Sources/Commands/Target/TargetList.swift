import ArgumentParser
import Coverage
import Domain
import Storage

struct TargetList: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "list",
      say(
        vi: "Các mục tiêu, hôm nay đạt bao nhiêu, còn thiếu mấy người.",
        en: "The targets, how far they are met today, how many people are missing."),
      examples: ["lantoa target list"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var limit: OptionalLimit

  func run(in workspace: Workspace) throws {
    let desk = try Desk(global, in: workspace)
    let presenter = try desk.recordOutput()
    let gazetteer = presenter.gazetteer
    let today = desk.today
    let (targets, reports) = try desk.read { reader in
      let targets = try reader.targets()
      var reports: [String: CoverageReport] = [:]
      for measure in Set(targets.map(\.measure)) {
        reports[measure] = try reader.coverage(
          ofMeasure: measure, asOf: today, unitsOf: today, population: nil, today: today)
      }
      return (targets, reports)
    }
    // The city's own before its units', these by code.
    let ordered = targets.sorted { left, right in
      let (one, other) = (gazetteer[left.unit], gazetteer[right.unit])
      return (left.measure, left.deadline, one?.kind == .city ? 0 : 1, one?.code ?? "")
        < (right.measure, right.deadline, other?.kind == .city ? 0 : 1, other?.code ?? "")
    }
    let shown = limit.first(of: ordered).map { target in
      TargetStanding(target, unit: gazetteer[target.unit], report: reports[target.measure])
    }
    var listing = Listing(
      shown, as: presenter.targets,
      table: Table(
        [
          .init(say(vi: "Chỉ số", en: "Measure")), .init(say(vi: "Đơn vị", en: "Unit")),
          .init(say(vi: "Mục tiêu", en: "Target"), .right), .init(say(vi: "Hạn", en: "By")),
          .init(say(vi: "Hôm nay", en: "Today"), .right),
          .init(say(vi: "Còn thiếu", en: "Missing"), .right),
          .init(say(vi: "Văn bản", en: "Document")),
        ],
        rows: shown.map { standing in
          let target = standing.target
          return [
            target.measure, standing.unit?.spoken ?? "",
            Spoken.target(basisPoints: target.basisPoints), Spoken.day(target.deadline),
            standing.figure?.percent.map(Spoken.percent) ?? "–",
            standing.gap.map(Spoken.count) ?? "–", target.document ?? "",
          ]
        }))
    if ordered.isEmpty {
      listing.remarks = [say(vi: "Chưa đặt mục tiêu nào.", en: "No target has been set yet.")]
    }
    listing.cut = Listing.cut(shown: shown.count, of: ordered.count)
    try output.give(listing, synthetic: desk.synthetic, in: workspace)
  }
}
