import Domain
import Intake
import Tabular
import Testing

@Suite struct PlacesFolderTests {
  private func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(text)) }

  // MARK: The real folder

  @Test func `the folder of Hue holds 174 units, their lineage and five series`() throws {
    let places = try HueFolder.places()

    #expect(places.units.count == 174)
    #expect(places.successions.count == 133)
    #expect(
      places.series.map(\.slug) == [
        "sapnhap-2025", "sapnhap-2025-corrected", "qh15-175-2024", "code-tables-2024", "tinbds",
      ])
    #expect(places.values.count == 83)
    #expect(places.defaultSeries == "sapnhap-2025-corrected")
  }

  /// The sums of indicators 13.2.
  @Test func `populations add up to what was published and to what was corrected`() throws {
    let values = try HueFolder.places().values
    func persons(_ series: String, _ qualities: Set<PopulationQuality>) -> [Int] {
      values.filter { $0.series == series && qualities.contains($0.quality) }.compactMap(\.persons)
    }
    func sum(_ series: String, _ qualities: Set<PopulationQuality> = [.ok, .suspect]) -> Int {
      persons(series, qualities).reduce(0, +)
    }

    #expect(persons("sapnhap-2025", [.ok]).count == 33)
    #expect(sum("sapnhap-2025", [.ok]) == 1_217_061)
    #expect(persons("sapnhap-2025", [.ok, .suspect]).count == 39)
    #expect(sum("sapnhap-2025") == 1_282_122)
    #expect(sum("sapnhap-2025-corrected") == 1_409_310)
    #expect(sum("qh15-175-2024") == 1_236_393)
    #expect(sum("code-tables-2024") == 1_432_986)
    #expect(sum("tinbds") == 1_166_500)
  }

  @Test func `the population of Thủy Xuân alone is missing`() throws {
    let missing = try HueFolder.places().values.filter { $0.quality == .missing }

    #expect(missing.map(\.series) == ["sapnhap-2025", "sapnhap-2025-corrected"])
    #expect(missing.allSatisfy { $0.unit.code == "19813" && $0.persons == nil })
    #expect(missing.allSatisfy { $0.note != nil })
  }

  @Test func `every value is of a unit of today and has no date`() throws {
    let places = try HueFolder.places()
    let today = Set(places.units.filter { $0.fact.validTo == nil }.map(\.key))

    #expect(places.values.allSatisfy { today.contains($0.unit) && $0.date == nil })
    // Each of the two series of units holds the city's forty, once.
    for series in ["sapnhap-2025", "sapnhap-2025-corrected"] {
      #expect(Set(places.values.filter { $0.series == series }.map(\.unit)).count == 40)
    }
  }

  @Test func `a unit keeps its place, size and resolution in whole numbers`() throws {
    let units = try HueFolder.places().units
    let key = FoundingPlaces.UnitKey(code: "19753", validFrom: try day("2025-07-01"))
    let fact = try #require(units.first { $0.key == key }).fact

    #expect(fact.unitKind == .ward)
    #expect(fact.names == ["vi": "Phường Phú Xuân", "en": "Phu Xuan Ward"])
    #expect(fact.latitude == 16_478_500)
    #expect(fact.longitude == 107_577_000)
    #expect(fact.area == 10_380_000)
    #expect(fact.resolution == "1675/NQ-UBTVQH15")
    // Areas add up to 4,947.14 km².
    #expect(
      units.filter { $0.key.validFrom == key.validFrom }.compactMap(\.fact.area)
        .reduce(0, +) == 4_947_140_000)
  }

  @Test func `every former unit ends the day before its people pass on whole`() throws {
    let places = try HueFolder.places()
    let merger = try day("2025-07-01")
    let former = places.units.filter { $0.fact.validTo != nil }

    #expect(former.count == 133)
    #expect(former.allSatisfy { $0.parentCode == "46" && $0.fact.district != nil })
    #expect(former.allSatisfy { $0.fact.validTo == merger.adding(days: -1) })
    #expect(Set(places.successions.map(\.old)) == Set(former.map(\.key)))
    #expect(
      places.successions.allSatisfy {
        $0.date == merger && $0.new.validFrom == merger && $0.weight == 1_000_000
      })
  }

  // MARK: Broken ones

  /// A city of two wards, one of them merged from two.
  private static let sound: [String: String] = [
    "units.csv": """
    code,parent,kind,name_vi,name_en,valid_from,valid_to,latitude,longitude,area_km2,resolution
    46,,city,Thành phố Mẫu,Sample City,2025-01-01,,16.3316,107.517,,1
    101,46,ward,Phường Sông,River Ward,2025-07-01,,16.5,-107.5,10.38,2
    102,46,ward,Phường Núi,,2025-07-01,,,,,
    """,
    "former_units.csv": """
    code,kind,name_vi,district_vi,valid_from,valid_to,successor_code,weight,resolution
    101,ward,Phường Cầu,Quận Cũ,2025-01-01,2025-06-30,101,1,2
    111,commune,Xã Chợ,Huyện Cũ,2025-01-01,2025-06-30,101,0.25,
    """,
    "population_series.csv": """
    series,title_vi,title_en,publisher,date,basis,standing,note_vi,note_en,default
    s,Dân số,Population,nhà nước,2026-04-01,all,official-city,,,yes
    t,Dân số,,nhà nước,,adults,suspect,không nêu,,no
    """,
    "population.csv": """
    series,code,persons,quality,note
    s,101,1000,ok,
    s,102,,missing,chưa có
    t,46,2000,suspect,
    """,
  ]

  private func places(
    _ file: String = "units.csv", _ old: String = "", _ new: String = ""
  ) throws -> FoundingPlaces {
    var files = Self.sound
    let text = try #require(files[file])
    if !old.isEmpty { #expect(text.contains(old)) }
    files[file] = old.isEmpty ? text : text.replacing(old, with: new)
    return try FoundingPlaces(files: PlacesFiles(bytes: files.mapValues { Array($0.utf8) }))
  }

  @Test func `a sound folder is read whole`() throws {
    let places = try places()

    #expect(places.units.map(\.key.code) == ["46", "101", "102", "101", "111"])
    #expect(places.units.map(\.parentCode) == [nil, "46", "46", "46", "46"])
    #expect(places.units[1].fact.longitude == -107_500_000)
    #expect(places.units[2].fact.latitude == nil)
    #expect(places.units[2].fact.names == ["vi": "Phường Núi"])
    #expect(places.successions.map(\.weight) == [1_000_000, 250_000])
    #expect(places.series.map(\.basis) == ["all", "adults"])
    #expect(places.series.map(\.notes) == [nil, ["vi": "không nêu"]])
    #expect(places.values.map(\.date) == [try day("2026-04-01"), try day("2026-04-01"), nil])
    #expect(places.values.map(\.persons) == [1_000, nil, 2_000])
    #expect(
      places.values.map(\.unit.validFrom.description) == [
        "2025-07-01", "2025-07-01", "2025-01-01",
      ])
    #expect(places.defaultSeries == "s")
  }

  struct Broken: Sendable, CustomTestStringConvertible {
    let file: String
    let old: String
    let new: String
    let line: Int
    let field: String
    let value: String
    let problem: PlacesError.Problem

    var testDescription: String { "\(file): \(new)" }

    init(
      _ file: String, _ old: String, _ new: String, at line: Int, _ field: String,
      _ value: String, _ problem: PlacesError.Problem
    ) {
      self.file = file
      self.old = old
      self.new = new
      self.line = line
      self.field = field
      self.value = value
      self.problem = problem
    }
  }

  @Test(
    arguments: [
      Broken("units.csv", "102,46,ward", "101,46,ward", at: 4, "code", "101", .twice),
      Broken("units.csv", "102,46,ward", ",46,ward", at: 4, "code", "", .invalid),
      Broken("units.csv", "102,46,ward", "102,46,Ward", at: 4, "kind", "Ward", .invalid),
      Broken("units.csv", "102,46,ward", "102,64,ward", at: 4, "parent", "64", .unknownUnit),
      Broken("units.csv", "102,46,ward", "102,,ward", at: 4, "parent", "", .invalid),
      Broken("units.csv", "46,,city", "46,45,city", at: 2, "parent", "45", .invalid),
      Broken("units.csv", "Phường Núi", " ", at: 4, "name_vi", " ", .invalid),
      Broken(
        "units.csv", "Núi,,2025-07-01", "Núi,,01/07/2025", at: 4, "valid_from", "01/07/2025",
        .invalid),
      Broken("units.csv", "16.5,", "16°30,", at: 3, "latitude", "16°30", .invalid),
      Broken("units.csv", "10.38", "1e300", at: 3, "area_km2", "1e300", .invalid),
      Broken("units.csv", "10.38", "inf", at: 3, "area_km2", "inf", .invalid),
      Broken("units.csv", "10.38", "nan", at: 3, "area_km2", "nan", .invalid),
      Broken("units.csv", "valid_from", "from", at: 2, "valid_from", "", .missingColumn),
      Broken(
        "former_units.csv", "2025-06-30,101,1,", "2025-06-30,199,1,", at: 2,
        "successor_code", "199", .unknownUnit),
      Broken("former_units.csv", "111,commune", "101,commune", at: 3, "code", "101", .twice),
      Broken(
        "former_units.csv", "06-30,101,0.25", "06-31,101,0.25", at: 3, "valid_to",
        "2025-06-31", .invalid),
      Broken(
        "former_units.csv", "2025-06-30,101,0.25", ",101,0.25", at: 3, "valid_to", "",
        .invalid),
      Broken("former_units.csv", "0.25", "¼", at: 3, "weight", "¼", .invalid),
      Broken("population_series.csv", "t,Dân số", "s,Dân số", at: 3, "series", "s", .twice),
      Broken("population_series.csv", "2026-04-01", "2026-04", at: 2, "date", "2026-04", .invalid),
      Broken("population_series.csv", "adults", "", at: 3, "basis", "", .invalid),
      Broken("population.csv", "t,46", "u,46", at: 4, "series", "u", .unknownSeries),
      Broken("population.csv", "t,46", "t,111", at: 4, "code", "111", .unknownUnit),
      Broken("population.csv", "s,102,,missing", "s,101,,missing", at: 3, "code", "101", .twice),
      Broken("population.csv", "1000", "1.000", at: 2, "persons", "1.000", .invalid),
      Broken("population.csv", "1000", "-1", at: 2, "persons", "-1", .invalid),
      Broken("population.csv", "1000,ok", ",ok", at: 2, "quality", "ok", .invalid),
      Broken("population.csv", "1000,ok", "1000,missing", at: 2, "quality", "missing", .invalid),
      Broken("population.csv", "1000,ok", "1000,good", at: 2, "quality", "good", .invalid),
      Broken(
        "population.csv", "1000,ok,", "1000,ok", at: 2, "", "",
        .row(.ragged(expected: 5, got: 4))),
    ])
  func `what is wrong is told by file, line, field and value`(broken: Broken) throws {
    let error = try #require(throws: PlacesError.self) {
      try places(broken.file, broken.old, broken.new)
    }

    #expect(error.file == broken.file)
    #expect(error.line == broken.line)
    #expect(error.field == broken.field)
    #expect(error.value == broken.value)
    #expect(error.problem == broken.problem)
  }

  @Test(arguments: PlacesFiles.names)
  func `a file that is not there is told by its name`(name: String) throws {
    var files = try HueFolder.files()
    files[name] = nil

    let error = try #require(throws: PlacesError.self) {
      try FoundingPlaces(files: PlacesFiles(bytes: files))
    }

    #expect(error.file == name)
    #expect(error.line == 0)
    #expect(error.problem == .file(.empty))
  }

  @Test func `a folder without a city founds nothing`() throws {
    let error = try #require(throws: PlacesError.self) {
      try places(
        "units.csv", "46,,city,Thành phố Mẫu,Sample City,2025-01-01,,16.3316,107.517,,1\n", "")
    }

    #expect(error.file == "units.csv")
    #expect(error.field == "parent")
  }
}
