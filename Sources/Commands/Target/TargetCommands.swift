import ArgumentParser
import Coverage
import Domain
import Storage

struct TargetGroup: Noun {
  static var configuration: CommandConfiguration {
    describe(
      "target", say(vi: "Mục tiêu theo văn bản.", en: "Targets that a document sets."),
      verbs: [TargetSetCommand.self, TargetList.self])
  }
}

struct TargetSetCommand: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "set",
      say(
        vi:
          "Đặt mục tiêu cho một xã, phường hoặc toàn thành phố; đặt lại thì số sau thay số trước.",
        en: "Set the target of a unit or of the whole city; setting it again replaces it."),
      examples: [
        "lantoa target set --measure trained --unit 46 --percent 80 --by 2026-12-31 "
          + "--document \"Kế hoạch 01\""
      ])
  }

  @OptionGroup var global: GlobalOptions

  @Option(help: ArgumentHelp(say(vi: "Chỉ số.", en: "The measure.")))
  var measure: String = "trained"

  @Option(
    help: ArgumentHelp(
      say(vi: "Xã, phường, hoặc 46 cho thành phố.", en: "A unit, or 46: the city.")))
  var unit: String

  @Option(help: ArgumentHelp(say(vi: "Phần trăm dân số.", en: "Percent of the population.")))
  var percent: String

  @Option(help: ArgumentHelp(say(vi: "Hạn.", en: "The deadline."), valueName: "day"))
  var by: DayArgument

  @Option(help: ArgumentHelp(say(vi: "Văn bản đặt mục tiêu.", en: "The document that sets it.")))
  var document: String?

  func run(in workspace: Workspace) throws {
    let desk = try Desk(global, in: workspace)
    let basisPoints = try Self.basisPoints(percent)
    let deadline = try by.day(today: desk.today)
    let document = try document.map(Entry.title)
    let place = try desk.record { recorder in
      let place = try recorder.reader.gazetteer().place(
        unit, on: recorder.today, includingCity: true)
      try recorder.setTarget(
        measure: measure, unit: place, basisPoints: basisPoints, deadline: deadline,
        document: document)
      return place
    }
    let target = Spoken.target(basisPoints: basisPoints)
    desk.done(
      nil,
      say(
        vi: "\(place.spoken): \(measure) \(target) trước \(Spoken.day(deadline)).",
        en: "\(place.spoken): \(measure) \(target) by \(Spoken.day(deadline))."))
    if deadline < desk.today {
      desk.tell(
        say(
          vi: "Hạn \(Spoken.day(deadline)) đã qua. Nếu nhầm ngày, đặt lại với hạn đúng; bỏ lần này "
            + "bằng lantoa undo.",
          en: "The deadline \(Spoken.day(deadline)) has passed. If that is a slip, take this back "
            + "with lantoa undo and set it again."))
    }
  }

  /// Hundredths of a percent; two decimals, by point or comma.
  private static func basisPoints(_ typed: String) throws -> Int {
    let parts = typed.replacing("%", with: "").replacing(",", with: ".")
      .split(separator: ".", omittingEmptySubsequences: false)
    let fraction = parts.count > 1 ? String(parts[1]) : ""
    let padded = fraction + String(repeating: "0", count: max(0, 2 - fraction.count))
    guard parts.count <= 2, fraction.count <= 2, let whole = Int(parts[0]),
      let hundredths = Int(padded), whole >= 0, (1...10_000).contains(whole * 100 + hundredths)
    else {
      throw UsageError(
        vi: "--percent “\(typed)” phải lớn hơn 0 và không quá 100, nhiều nhất hai số lẻ (66,5).",
        en:
          "--percent “\(typed)” must be above 0 and at most 100, with two decimals at most (66.5).")
    }
    return whole * 100 + hundredths
  }
}

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
    let listing = Listing(
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
    try output.give(listing, synthetic: desk.synthetic, in: workspace)
  }
}

/// A target, and how far it is met today.
struct TargetStanding {
  let target: Target
  let unit: AdministrativeUnit?
  /// Nil where the report has no row for the unit.
  let figure: Figure?

  init(_ target: Target, unit: AdministrativeUnit?, report: CoverageReport?) {
    self.target = target
    self.unit = unit
    figure =
      unit?.kind == .city
      ? report?.total.figure : report?.rows.first { $0.unit.id == target.unit }?.figure
  }

  var gap: Int? { figure?.gap(toBasisPoints: target.basisPoints) }
}

extension RecordOutput {
  var targets: Shape<TargetStanding> {
    Shape([
      .init("measure") { .text($0.target.measure) },
      .init("unit", of: Self.unitParts) { unit($0.unit) },
      .init("percent") { .number(Double($0.target.basisPoints) / 100) },
      .init("by") { .spelled($0.target.deadline) }, .init("document") { .text($0.target.document) },
      .init("today") { .number($0.figure?.percent) }, .init("gap") { .integer($0.gap) }, demo(),
    ])
  }
}
