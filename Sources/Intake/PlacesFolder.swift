package import Domain
package import Tabular

/// The files of a places folder, as bytes: whoever calls reads the disk.
package struct PlacesFiles: Sendable {
  package static let names = [
    "units.csv", "former_units.csv", "population_series.csv", "population.csv",
  ]

  /// By file name.
  package let bytes: [String: [UInt8]]

  package init(bytes: [String: [UInt8]]) {
    self.bytes = bytes
  }
}

/// Something in a places folder that cannot be taken: file, line, field and value.
package struct PlacesError: Error, Hashable, Sendable {
  package enum Problem: Hashable, Sendable {
    case file(CSVError)
    case row(CSVProblem.Kind)
    case missingColumn
    case invalid
    /// A code that names no unit of the folder.
    case unknownUnit
    case unknownSeries
    case twice
  }

  package let file: String
  /// 0 for the whole file.
  package let line: Int
  package let field: String
  package let value: String
  package let problem: Problem
}

extension FoundingPlaces {
  /// Reads units, lineage and population series as laid out in `content/data/hue`.
  ///
  /// A code in `population.csv` names the unit of that code that stands today: the newest.
  /// - Throws: `PlacesError`, the first one: a register is not founded on half a list.
  package init(files: PlacesFiles) throws(PlacesError) {
    let units = try PlacesTable("units.csv", files)
    let former = try PlacesTable("former_units.csv", files)
    let seriesTable = try PlacesTable("population_series.csv", files)
    let values = try PlacesTable("population.csv", files)

    var all: [Unit] = []
    var newest: [String: UnitKey] = [:]
    for row in units.rows {
      let unit = try row.unit(parent: row.text("parent"), validTo: row.day("valid_to"))
      guard (unit.fact.unitKind == .city) == (unit.parentCode == nil) else {
        throw row.error("parent", .invalid)
      }
      if let parent = unit.parentCode, newest[parent] == nil {
        throw row.error("parent", .unknownUnit)
      }
      guard newest.updateValue(unit.key, forKey: unit.key.code) == nil else {
        throw row.error("code", .twice)
      }
      all.append(unit)
    }
    guard let city = all.first(where: { $0.parentCode == nil }) else {
      throw PlacesError(
        file: "units.csv", line: 0, field: "parent", value: "", problem: .missingColumn)
    }

    var successions: [Domain.FoundingPlaces.Succession] = []
    var formerKeys: Set<UnitKey> = []
    for row in former.rows {
      let unit = try row.unit(parent: city.key.code, validTo: row.requiredDay("valid_to"))
      guard formerKeys.insert(unit.key).inserted else { throw row.error("code", .twice) }
      guard let successor = newest[try row.required("successor_code")] else {
        throw row.error("successor_code", .unknownUnit)
      }
      all.append(unit)
      successions.append(
        Succession(
          old: unit.key, new: successor,
          date: try row.requiredDay("valid_to").adding(days: 1),
          weight: try row.scaled("weight", by: 1_000_000) ?? 1_000_000,
          resolution: row.text("resolution")))
    }

    var series: [SeriesDefined] = []
    var defaultSeries: String?
    var dates: [String: CalendarDay] = [:]
    for row in seriesTable.rows {
      let slug = try row.required("series")
      guard !series.contains(where: { $0.slug == slug }) else { throw row.error("series", .twice) }
      series.append(
        SeriesDefined(
          slug: slug, titles: row.titles("title"), publisher: try row.required("publisher"),
          basis: try row.required("basis"), standing: try row.required("standing"),
          notes: row.titles("note").byLanguage.isEmpty ? nil : row.titles("note")))
      dates[slug] = try row.day("date")
      if row.text("default") == "yes" { defaultSeries = slug }
    }

    var valueKeys: Set<[String]> = []
    self.init(
      units: all, successions: successions, series: series,
      values: try values.rows.map { row throws(PlacesError) in
        let slug = try row.required("series")
        guard series.contains(where: { $0.slug == slug }) else {
          throw row.error("series", .unknownSeries)
        }
        guard let unit = newest[try row.required("code")] else {
          throw row.error("code", .unknownUnit)
        }
        guard valueKeys.insert([slug, unit.code]).inserted else {
          throw row.error("code", .twice)
        }
        let persons = try row.whole("persons")
        guard let quality = PopulationQuality(rawValue: try row.required("quality")),
          (persons == nil) == (quality == .missing)
        else { throw row.error("quality", .invalid) }
        return Value(
          series: slug, unit: unit, date: dates[slug], persons: persons, quality: quality,
          note: row.text("note"))
      },
      defaultSeries: defaultSeries)
  }
}

/// One file of the folder, row by row.
private struct PlacesTable {
  let rows: [PlacesRow]

  init(_ file: String, _ files: PlacesFiles) throws(PlacesError) {
    func error(_ line: Int, _ problem: PlacesError.Problem) -> PlacesError {
      PlacesError(file: file, line: line, field: "", value: "", problem: problem)
    }
    let table: CSVTable
    do {
      table = try CSVTable(files.bytes[file] ?? [])
    } catch let problem {
      throw error(0, .file(problem))
    }
    if let problem = table.problems.first { throw error(problem.line, .row(problem.kind)) }
    rows = table.rows.map { PlacesRow(file: file, row: $0) }
  }
}

private struct PlacesRow {
  let file: String
  let row: CSVTable.Row

  func error(_ field: String, _ problem: PlacesError.Problem) -> PlacesError {
    PlacesError(
      file: file, line: row.line, field: field, value: row[field] ?? "", problem: problem)
  }

  /// Nil for an empty cell, or a column that is not there.
  func text(_ field: String) -> String? {
    guard let text = row[field]?.tidied, !text.isEmpty else { return nil }
    return text
  }

  func required(_ field: String) throws(PlacesError) -> String {
    guard row[field] != nil else { throw error(field, .missingColumn) }
    guard let text = text(field) else { throw error(field, .invalid) }
    return text
  }

  func day(_ field: String) throws(PlacesError) -> CalendarDay? {
    guard let text = text(field) else { return nil }
    guard let day = CalendarDay(text) else { throw error(field, .invalid) }
    return day
  }

  func requiredDay(_ field: String) throws(PlacesError) -> CalendarDay {
    guard let day = CalendarDay(try required(field)) else { throw error(field, .invalid) }
    return day
  }

  func whole(_ field: String) throws(PlacesError) -> Int? {
    guard let text = text(field) else { return nil }
    guard let number = Int(text), number >= 0 else { throw error(field, .invalid) }
    return number
  }

  /// A decimal as a whole number of parts: `16.4785` by a million is 16478500.
  func scaled(_ field: String, by factor: Int) throws(PlacesError) -> Int? {
    guard let text = text(field) else { return nil }
    guard let number = Double(text), let parts = Int(exactly: (number * Double(factor)).rounded())
    else { throw error(field, .invalid) }
    return parts
  }

  func titles(_ prefix: String) -> Titles {
    var titles: [String: String] = [:]
    for language in ["vi", "en"] { titles[language] = text("\(prefix)_\(language)") }
    return Titles(titles)
  }

  func unit(
    parent: String?, validTo: CalendarDay?
  ) throws(PlacesError) -> FoundingPlaces.Unit {
    let code = try required("code")
    let validFrom = try requiredDay("valid_from")
    guard let kind = AdministrativeUnit.Kind(rawValue: try required("kind")) else {
      throw error("kind", .invalid)
    }
    _ = try required("name_vi")
    return FoundingPlaces.Unit(
      key: FoundingPlaces.UnitKey(code: code, validFrom: validFrom), parentCode: parent,
      fact: UnitDefined(
        code: code, unitKind: kind, names: titles("name"), district: text("district_vi"),
        validFrom: validFrom, validTo: validTo,
        latitude: try scaled("latitude", by: 1_000_000),
        longitude: try scaled("longitude", by: 1_000_000),
        area: try scaled("area_km2", by: 1_000_000), resolution: text("resolution")))
  }
}
