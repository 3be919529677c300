import ArgumentParser
import Domain
import Storage

/// The same facts, and what a unit is made of.
struct UnitShow: Verb {
  static var configuration: CommandConfiguration {
    describe(
      "show",
      say(
        vi: "Một xã, phường: gồm những đơn vị cũ nào, hoặc nay thuộc đâu.",
        en: "One unit: the former units it is made of, or where it is today."),
      examples: [
        "lantoa unit show 19753", "lantoa unit show \"A Lưới 1\"", "lantoa unit show \"Thuận Lộc\"",
        "lantoa unit show 19753 --on 2025-05-01",
      ],
      discussion: say(
        vi:
          "Tên hoặc mã chỉ đơn vị của hôm nay; không có thì đơn vị cũ mang tên đó. Mã cũ đã cấp lại "
          + "cho đơn vị mới thì thêm --on.",
        en:
          "A name or code means the unit of today; where there is none, the former unit of that name. "
          + "For a former code that a unit of today bears, add --on."))
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: ArgumentHelp(say(vi: "Tên hoặc mã.", en: "A name or a code.")))
  var name: String

  @Option(
    help: ArgumentHelp(
      say(
        vi: "Đơn vị của ngày này (mặc định hôm nay, rồi trước đây).",
        en: "The unit of this day (default today's, else a former one)."),
      valueName: "day"))
  var on: DayArgument?

  func run(in workspace: Workspace) throws {
    let desk = try Desk(global, in: workspace)
    let presenter = try desk.recordOutput()
    let gazetteer = presenter.gazetteer
    let unit =
      if let on {
        try gazetteer.place(
          name, on: try on.day(today: desk.today, year: .present), includingCity: true)
      } else {
        try gazetteer.placeOfAnyTime(name, today: desk.today)
      }
    let former = gazetteer.units.filter {
      $0.id != unit.id && gazetteer.unit(holding: $0.id, on: unit.validFrom) == unit
    }
    var listing = presenter.lineage(
      of: unit, today: desk.today,
      adding: [.init("formerUnits") { _ in .records(former.map { presenter.unit($0) }) }])
    if !former.isEmpty {
      listing.remarks.append(
        say(
          vi: "Gồm \(former.count) đơn vị cũ: ",
          en: "Made of \(Spoken.count(former.count, "former unit", "former units")): ")
          + former.map { "\($0.code) \($0.name)" }.joined(separator: ", "))
    }
    try output.give(listing, synthetic: desk.synthetic, in: workspace)
  }
}

extension Gazetteer {
  /// The unit of today, else the one former unit, that a name or code means.
  ///
  /// - Throws: `RecordError.place`, and `Failure` where several former units bore the name.
  fileprivate func placeOfAnyTime(
    _ typed: String, today: CalendarDay
  ) throws -> AdministrativeUnit {
    do {
      return try place(typed, on: today, includingCity: true)
    } catch RecordError.place(.anotherTime(_, _, let units, _)) {
      guard units.count > 1 else { return units[0] }
      let list = units.map { unit in
        unit.spoken + (unit.district.map { " (\($0))" } ?? "")
      }.joined(separator: ", ")
      let day = units[0].validTo ?? units[0].validFrom
      throw Failure(
        vi: "“\(typed)” từng là: \(list). Dùng mã: lantoa unit show \(units[0].code) --on \(day)",
        en: "“\(typed)” was the name of: \(list). Use a code: lantoa unit show \(units[0].code) "
          + "--on \(day)")
    }
  }
}
