import Coverage
import Domain

extension CoverageReport {
  static let unitKeys = [
    "code", "validFrom", "kind", "name", "count", "numerator", "population", "percent", "target",
    "gap", "quality", "warnings",
  ]

  func listing(isDemo: Bool) -> Listing {
    var listing = Listing(
      json: json(isDemo: isDemo),
      records: rows.map { $0.json.adding("demo", .boolean(isDemo)) },
      keys: Self.unitKeys + ["demo"], table: table)
    listing.heading = [headline] + [unitsOfAnotherDay].compactMap(\.self)
    listing.remarks = [presence, formerUnitsNotKnown].compactMap(\.self) + caveats
    return listing
  }

  private func json(isDemo: Bool) -> OutputValue {
    [
      "measure": .text(question.measure.slug), "asOf": .spelled(question.asOf),
      "unitsOf": .spelled(question.unitsOf),
      "population": [
        "series": .text(series?.slug), "basis": .text(series?.basis),
        "date": .spelled(populationDate), "standing": .text(series?.standing),
      ],
      "units": .list(rows.map(\.json)),
      "total": [
        "count": .integer(total.count), "numerator": .integer(total.figure.numerator),
        "population": .integer(total.figure.population.persons),
        "percent": .number(total.figure.percent), "unitsCounted": .integer(total.unitsCounted),
        "unitsTotal": .integer(total.unitsTotal), "unallocated": .integer(total.unallocated),
        "outside": .integer(total.outside),
      ],
      "teamPresence": [
        "units": .integer(teamPresence.units), "unitsTotal": .integer(teamPresence.unitsTotal),
      ],
      "warnings": .list(warnings.map { .text($0.rawValue) }),
      "programmeVersion": .integer(programmeVersion), "demo": .boolean(isDemo),
    ]
  }

  private var table: Table {
    var table = Table([
      .init(say(vi: "Mã", en: "Code")), .init(say(vi: "Xã, phường", en: "Unit")),
      .init(say(vi: "Người", en: "People"), .right),
      .init(say(vi: "Dân số", en: "Population"), .right), .init("%", .right),
      .init(say(vi: "Mục tiêu", en: "Target"), .right),
      .init(say(vi: "Còn thiếu", en: "Missing"), .right), .init(say(vi: "Lưu ý", en: "Note")),
    ])
    for row in rows {
      table.append([
        row.unit.code, row.name, Spoken.count(row.figure.count),
        row.figure.population.persons.map(Spoken.count) ?? "–",
        row.figure.percent.map(Spoken.percent) ?? "–",
        row.target.map { Spoken.target(basisPoints: $0.basisPoints) } ?? "",
        row.gap.map(Spoken.count) ?? "",
        row.figure.warnings.filter { !isCityOnly || $0 != .populationMissing }.map(\.short)
          .joined(separator: ", "),
      ])
    }
    if total.unallocated > 0 {
      table.append([
        "", say(vi: "Chưa rõ nơi ở", en: "Residence not known"), Spoken.count(total.unallocated),
        "", "", "", "", "",
      ])
    }
    // The people who are held against the population, and nobody else, stand beside it.
    let numerator = total.figure.numerator ?? total.count
    table.append([
      "", say(vi: "TOÀN THÀNH PHỐ", en: "WHOLE CITY"), Spoken.count(numerator),
      total.figure.population.persons.map(Spoken.count) ?? "–",
      total.figure.percent.map(Spoken.percent) ?? "–",
      total.target.map { Spoken.target(basisPoints: $0.basisPoints) } ?? "",
      total.gap.map(Spoken.count) ?? "", "",
    ])
    if total.count > numerator {
      table.append([
        "", say(vi: "Nơi chưa có số dân", en: "Where no population is known"),
        Spoken.count(total.count - numerator), "–", "–", "", "",
        say(
          vi: "không tính vào tỷ lệ; cộng lại \(Spoken.count(total.count)) người",
          en: "not in the percentage; together \(Spoken.count(total.count)) people"),
      ])
    }
    return table
  }

  private var isCityOnly: Bool { warnings.contains(.populationCityOnly) }

  /// The percentage with its n, N, units, day and standing: it is never printed without them.
  private var headline: String {
    let title = question.measure.titles[Language.current.rawValue]
    let day = Spoken.day(question.asOf)
    guard let percent = total.figure.percent, let numerator = total.figure.numerator,
      let persons = total.figure.population.persons
    else {
      return say(
        vi: "\(title): \(Spoken.count(total.count)) người · không tính được tỷ lệ · đến \(day)",
        en:
          "\(title): \(Spoken.count(total.count, "person", "people")) · no percentage can be given · by \(day)"
      )
    }
    return say(
      vi: "\(title): \(Spoken.percent(percent)) · \(Spoken.count(numerator)) trong "
        + "\(Spoken.count(persons)) dân · \(total.unitsCounted)/\(total.unitsTotal) xã, phường · "
        + "đến \(day) · nguồn dân số \(series?.slug ?? "") (\(series?.spokenStanding ?? ""))",
      en: "\(title): \(Spoken.percent(percent)) · \(Spoken.count(numerator)) of "
        + "\(Spoken.count(persons)) people · \(total.unitsCounted)/\(total.unitsTotal) units · by "
        + "\(day) · population \(series?.slug ?? "") (\(series?.spokenStanding ?? ""))")
  }

  private var presence: String {
    let share =
      teamPresence.unitsTotal == 0
      ? "–" : Spoken.percent(100 * Double(teamPresence.units) / Double(teamPresence.unitsTotal))
    let elsewhere = teamPresence.teamsElsewhere
    return say(
      vi:
        "Có tổ đang hoạt động: \(teamPresence.units)/\(teamPresence.unitsTotal) xã, phường (\(share))"
        + (isOfFormerUnits
          ? "; \(Spoken.count(elsewhere)) tổ lập ở đơn vị mới không xếp được." : "."),
      en: "With an active team: \(teamPresence.units)/\(teamPresence.unitsTotal) units (\(share))"
        + (isOfFormerUnits
          ? "; left out: \(Spoken.count(elsewhere, "team", "teams")) formed in units that came later."
          : "."))
  }

  /// Said where the rows are not those of today.
  private var unitsOfAnotherDay: String? {
    guard question.unitsOf != question.today else { return nil }
    let (units, day) = (Spoken.count(total.unitsTotal), Spoken.day(question.unitsOf))
    return say(
      vi: "Theo \(units) xã, phường của ngày \(day).", en: "In the \(units) units of \(day).")
  }

  private var formerUnitsNotKnown: String? {
    let rows = rows.filter { $0.kind == .unknownFormer }
    guard !rows.isEmpty else { return nil }
    let people = rows.map(\.figure.count).reduce(0, +)
    return say(
      vi: "Chưa rõ đơn vị cũ: \(Spoken.count(people)) người ghi theo đơn vị mới, ở các dòng cuối.",
      en:
        "Former unit not known: \(Spoken.count(people, "person", "people")) recorded by the new unit, "
        + "in the last rows.")
  }

  private var isOfFormerUnits: Bool { rows.contains { $0.kind == .unknownFormer } }

  /// True where the rows are former units, and the series counts only those that came after them.
  private var hasPopulationOfLaterUnitsOnly: Bool {
    isOfFormerUnits && series != nil && total.figure.population.persons == nil
  }

  private var caveats: [String] {
    var lines = warnings.map { "⚠ \(sentence(for: $0))" }
    if total.outside > 0 {
      lines.append(
        say(
          vi: "Ngoài thành phố: \(Spoken.count(total.outside)) người, không tính.",
          en: "From outside the city: \(Spoken.count(total.outside, "person", "people")), not "
            + "counted."))
    }
    return lines + [deadlines].compactMap(\.self)
  }

  /// By when the targets of the table are to be met; nil where there are none.
  private var deadlines: String? {
    let days = Set((rows.compactMap(\.target) + [total.target].compactMap(\.self)).map(\.deadline))
    guard !days.isEmpty else { return nil }
    let spoken = days.sorted().map { day in
      Spoken.day(day) + (day < question.today ? say(vi: " (đã qua)", en: " (has passed)") : "")
    }.joined(separator: ", ")
    return say(
      vi: "Hạn của mục tiêu: \(spoken); từng mục tiêu: lantoa target list.",
      en: "Targets are to be met by \(spoken); each of them: lantoa target list.")
  }

  private func sentence(for warning: CoverageWarning) -> String {
    let missing = rows.filter { $0.kind == .unit && $0.figure.population.persons == nil }
    let summed = rows.filter { $0.figure.warnings.contains(.populationFromParents) }
    let suspect = rows.filter { $0.figure.population.quality == .suspect }
    let over = rows.filter { $0.figure.warnings.contains(.over100) }
    func names(_ rows: [Row]) -> String { rows.map(\.unit.name).joined(separator: ", ") }
    switch warning {
    case .over100:
      return say(
        vi: "Trên 100%: \(names(over)). Số dân cũ, người nơi khác hoặc ghi trùng; không cắt bớt.",
        en:
          "Over 100%: \(names(over)). A stale population, people of elsewhere, or duplicates; never "
          + "capped.")
    case .populationMissing where hasPopulationOfLaterUnitsOnly:
      return say(
        vi: "Nguồn \(series?.slug ?? "") không có số dân theo đơn vị cũ "
          + "(\(total.unitsTotal - missing.count)/\(total.unitsTotal)): không tính tỷ lệ toàn thành "
          + "phố. Muốn có tỷ lệ, bỏ --units-of.",
        en: "The series \(series?.slug ?? "") has no population by former units "
          + "(\(total.unitsTotal - missing.count) of \(total.unitsTotal)): no percentage of the city. "
          + "For one, leave out --units-of.")
    case .populationMissing where missing.count == rows.count:
      return say(
        vi: "Không xã, phường nào có số dân: chọn nguồn bằng lantoa population use.",
        en: "No unit has a population figure: choose a series with lantoa population use.")
    case .populationMissing:
      return say(
        vi: "Chưa có số dân: \(names(missing)). Không tính ở cả tử số lẫn mẫu số "
          + "(\(total.unitsCounted)/\(total.unitsTotal)).",
        en: "No population figure: \(names(missing)). Left out of numerator and denominator alike "
          + "(\(total.unitsCounted) of \(total.unitsTotal)).")
    case .populationSuspect where isCityOnly:
      return say(
        vi: "Số dân toàn thành phố của nguồn này bị nghi sai.",
        en: "The city's population figure in this series is suspect.")
    case .populationSuspect:
      return say(
        vi: "Số dân nghi sai ở \(suspect.count) xã, phường: \(names(suspect)).",
        en: "The population figure is suspect in "
          + "\(Spoken.count(suspect.count, "unit", "units")): \(names(suspect)).")
    case .populationUndated:
      return say(
        vi: "Nguồn dân số không nêu ngày chốt.", en: "The population series states no date.")
    case .populationLater:
      return say(
        vi: "Số dân được chốt sau ngày báo cáo.", en: "The population is of a later day than asked."
      )
    case .populationCityOnly:
      return say(
        vi: "Nguồn này chỉ có số toàn thành phố: không tính được tỷ lệ của từng xã, phường.",
        en: "This series has a figure for the city only: no unit's percentage can be given.")
    case .populationFromParents:
      return say(
        vi: "Số dân cộng từ các đơn vị cũ: \(names(summed)).",
        en: "The population is the sum of the former units': \(names(summed)).")
    case .basisMismatch:
      return say(
        vi: "Nguồn dân số đếm nhóm người khác (\(series?.spokenBasis ?? "")): không tính tỷ lệ.",
        en: "The series counts other people (\(series?.spokenBasis ?? "")): no percentage is given."
      )
    case .unallocatedIncluded:
      let share = total.figure.population.persons.flatMap { persons in
        persons > 0
          ? Spoken.percent(100 * Double(total.unallocated) / Double(persons)) : nil
      }
      return say(
        vi: "\(Spoken.count(total.unallocated)) người chưa rõ nơi ở chỉ tính ở số toàn thành phố"
          + (share.map { " (thêm \($0))." } ?? "."),
        en: (total.unallocated == 1
          ? "1 person of unknown residence counts"
          : "\(Spoken.count(total.unallocated)) people of unknown residence count")
          + " in the city only" + (share.map { " (adds \($0))." } ?? "."))
    case .unitUnknown:
      return say(
        vi: "Có người ở xã, phường mà sổ không biết: tính như chưa rõ nơi ở.",
        en: "Some live in a unit that the register does not know: counted as residence not known.")
    case .asOfFuture:
      return say(vi: "Ngày báo cáo chưa tới.", en: "The day of the report is in the future.")
    case .asOfBeforeUnits:
      return say(
        vi: "Ngày báo cáo trước khi có các xã, phường này.",
        en: "The day of the report is before these units existed.")
    }
  }
}

extension CoverageReport.Row {
  /// In the language in use.
  fileprivate var name: String {
    switch kind {
    case .unit: unit.name
    case .unknownFormer:
      say(vi: vietnameseName, en: "\(unit.name) (former unit not known)")
    }
  }

  private var vietnameseName: String {
    switch kind {
    case .unit: unit.name
    case .unknownFormer: "\(unit.name) (chưa rõ đơn vị cũ)"
    }
  }

  fileprivate var json: OutputValue {
    [
      "code": .text(unit.code), "validFrom": .spelled(unit.validFrom),
      "kind": .text(kind.rawValue), "name": .text(vietnameseName), "count": .integer(figure.count),
      "numerator": .integer(figure.numerator), "population": .integer(figure.population.persons),
      "percent": .number(figure.percent),
      "target": .number(target.map { Double($0.basisPoints) / 100 }), "gap": .integer(gap),
      "quality": .text(figure.population.quality.rawValue),
      "warnings": .list(figure.warnings.map { .text($0.rawValue) }),
    ]
  }
}

extension CoverageWarning {
  /// A few words for a table cell.
  fileprivate var short: String {
    switch self {
    case .over100: say(vi: "trên 100%", en: "over 100%")
    case .populationMissing: say(vi: "chưa có số dân", en: "no population")
    case .populationSuspect: say(vi: "số dân nghi sai", en: "suspect population")
    case .populationFromParents: say(vi: "cộng từ đơn vị cũ", en: "sum of former units")
    case .basisMismatch: say(vi: "khác nhóm dân", en: "other basis")
    default: rawValue
    }
  }
}
