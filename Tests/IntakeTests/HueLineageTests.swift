import Domain
import Testing

/// The merger of 1 July 2025 (`indicators.md` 13.4): 133 former units, 40 of today, of which Dương Nỗ
/// alone has exactly the people of one former unit.
@Suite struct HueLineageTests {
  private let gazetteer: Gazetteer
  private let before: CalendarDay
  private let today: CalendarDay

  init() throws {
    gazetteer = try HueFolder.gazetteer()
    before = try #require(CalendarDay("2025-06-30"))
    today = try #require(CalendarDay("2026-06-30"))
  }

  @Test func `39 units of today began by merging 132 former ones`() {
    let mergers = gazetteer.mergers(after: before)

    #expect(mergers.count == 39)
    #expect(mergers.map(\.formerUnits.count).reduce(0, +) == 132)
    #expect(mergers.allSatisfy { $0.formerUnits.count > 1 })
    #expect(mergers.allSatisfy { gazetteer.parts(of: $0.unit.id) == $0.formerUnits })
    #expect(gazetteer.mergers(after: today) == [])
    let phuXuan = mergers.first { $0.unit.code == "19753" }
    // Of former_units.csv.
    #expect(
      phuXuan?.formerUnits.map(\.code) == ["19750", "19753", "19756", "19759", "19762", "19768"])
  }

  @Test func `only in Dương Nỗ do people of today stand in a former unit`() {
    let back = gazetteer.localUnits(on: today).compactMap { unit in
      gazetteer.unit(standingFor: unit.id, on: before).map { "\(unit.spoken) → \($0.spoken)" }
    }

    #expect(back == ["19909 Phường Dương Nỗ → 19909 Phường Dương Nỗ"])
    for former in gazetteer.localUnits(on: before) {
      #expect(gazetteer.unit(standingFor: former.id, on: before) == former)
      #expect(
        gazetteer.unit(standingFor: former.id, on: today)
          == gazetteer.unit(holding: former.id, on: today))
    }
  }

  @Test func `every unit is named by its code and first day, whatever the day`() throws {
    for unit in gazetteer.units where unit.kind != .city {
      for day in [before, today] {
        #expect(try gazetteer.resolve("\(unit.code)@\(unit.validFrom)", on: day) == unit)
      }
    }
    let city = try #require(gazetteer.city(on: today))
    #expect(try gazetteer.resolve("46@2025-01-01", on: today, includingCity: true) == city)
    #expect(throws: PlaceError.wholeCity(city)) {
      try gazetteer.resolve("46@2025-01-01", on: today)
    }
  }
}

extension AdministrativeUnit {
  fileprivate var spoken: String { "\(code) \(name)" }
}
