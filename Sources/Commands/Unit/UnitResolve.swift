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
    let day = try on?.day(today: desk.today) ?? desk.today
    let gazetteer = try desk.read { try $0.gazetteer() }
    let unit = try gazetteer.place(name, on: day, includingCity: true)
    try output.give(
      unit.lineage(in: gazetteer, today: desk.today), synthetic: desk.synthetic, in: workspace)
  }
}

/// The same facts, for a unit that may be named by its code at any time.
struct UnitShow: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "show",
      say(
        vi: "Một xã, phường: nay gồm những đơn vị cũ nào.",
        en: "One unit, and the former units it is made of."),
      examples: ["lantoa unit show 19753", "lantoa unit show \"A Lưới 1\""])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions

  @Argument(
    help: ArgumentHelp(
      say(vi: "Tên, mã, hoặc mã@ngày đầu.", en: "A name, a code, or code@first-day.")))
  var name: String

  func run(in workspace: Workspace) throws {
    let desk = try Desk(global, in: workspace)
    let gazetteer = try desk.read { try $0.gazetteer() }
    let unit = try gazetteer.place(name, on: desk.today, includingCity: true)
    var listing = unit.lineage(in: gazetteer, today: desk.today)
    let former = gazetteer.units.filter {
      $0.id != unit.id && gazetteer.unit(holding: $0.id, on: unit.validFrom) == unit
    }
    if !former.isEmpty {
      listing.remarks.append(
        say(vi: "Gồm \(former.count) đơn vị cũ: ", en: "Made of \(former.count) former units: ")
          + former.map { "\($0.code) \($0.name)" }.joined(separator: ", "))
    }
    try output.give(listing, synthetic: desk.synthetic, in: workspace)
  }
}

extension AdministrativeUnit {
  /// The unit, whether it still stands, and where its people are today.
  fileprivate func lineage(in gazetteer: Gazetteer, today: CalendarDay) -> Listing {
    let succession = gazetteer.succession(of: id)
    let now = gazetteer.unit(holding: id, on: today)
    var record: [(key: String, value: OutputValue)] = []
    if case .object(let members) = json { record = members }
    record.append((key: "former", value: .boolean(!stands(on: today))))
    record.append(
      (
        key: "now",
        value: now.map {
          [
            "code": .text($0.code), "validFrom": .spelled($0.validFrom), "name": .text($0.name),
          ]
        } ?? .null
      ))
    var listing = Listing(
      json: .object(record), records: [.object(record)],
      keys: OutputValue.object(record).columnKeys,
      table: Table([]))
    let standing = say(vi: "từ \(Spoken.day(validFrom))", en: "since \(Spoken.day(validFrom))")
    if let succession, let now, now != self {
      listing.heading = [
        say(
          vi:
            "Đơn vị cũ \(spoken)\(inDistrict); từ \(Spoken.day(succession.date)) thuộc \(now.spoken).",
          en: "Former \(spoken)\(inDistrict); since \(Spoken.day(succession.date)) part of "
            + "\(now.spoken).")
      ]
    } else {
      listing.heading = ["\(spoken) (\(standing))"]
    }
    return listing
  }

  private var inDistrict: String { district.map { " (\($0))" } ?? "" }
}
