import Domain
import Testing

/// Names and codes of the real units of Hue, whose traps `indicators.md` 13.4 counts.
@Suite struct GazetteerTests {
  private let gazetteer: Gazetteer
  private let before: CalendarDay
  private let merger: CalendarDay
  private let today: CalendarDay

  init() throws {
    gazetteer = try HueFolder.gazetteer()
    before = try #require(CalendarDay("2025-05-01"))
    merger = try #require(CalendarDay("2025-07-01"))
    today = try #require(CalendarDay("2026-06-30"))
  }

  private func named(_ unit: AdministrativeUnit?) -> String? {
    unit.map { "\($0.code) \($0.name)" }
  }

  private func resolve(_ typed: String, on day: CalendarDay) throws -> String {
    let unit = try gazetteer.resolve(typed, on: day)
    #expect(unit.stands(on: day))
    return "\(unit.code) \(unit.name)"
  }

  private func holder(of typed: String) throws -> String? {
    named(gazetteer.unit(holding: try gazetteer.resolve(typed, on: before).id, on: today))
  }

  private func refusal(
    _ typed: String, on day: CalendarDay, _ location: SourceLocation = #_sourceLocation
  ) throws -> PlaceError {
    try #require(throws: PlaceError.self, sourceLocation: location) {
      try gazetteer.resolve(typed, on: day)
    }
  }

  // MARK: Counts

  @Test func `40 units of today follow 133 of before, without a day between`() {
    #expect(gazetteer.localUnits(on: today).count == 40)
    #expect(gazetteer.localUnits(on: merger).count == 40)
    #expect(gazetteer.localUnits(on: merger.adding(days: -1)).count == 133)
    #expect(gazetteer.localUnits(on: before).count == 133)
    #expect(gazetteer.localUnits(on: today).count { $0.kind == .ward } == 21)
    #expect(gazetteer.localUnits(on: today).count { $0.kind == .commune } == 19)
    #expect(named(gazetteer.city(on: today)) == "46 Thành phố Huế")
    #expect(named(gazetteer.city(on: before)) == "46 Thành phố Huế")
  }

  @Test func `all 40 codes belonged to another unit before, 30 of them of another name`() throws {
    let former = Dictionary(
      uniqueKeysWithValues: gazetteer.localUnits(on: before).map { ($0.code, $0) })
    let pairs = gazetteer.localUnits(on: today).map { ($0, former[$0.code]) }

    #expect(pairs.allSatisfy { $0.1 != nil })
    #expect(pairs.allSatisfy { new, old in old?.id != new.id })
    #expect(pairs.count { new, old in old?.bareName != new.bareName } == 30)
    #expect(pairs.count { new, old in old?.name == new.name } == 8)
    let kindOnly = pairs.filter { $0.bareName == $1?.bareName && $0.name != $1?.name }
    #expect(kindOnly.map { named($0.0) } == ["20107 Xã Phú Lộc", "20161 Xã Khe Tre"])
    // Every unit of today took its code from one of its own parts.
    for (new, old) in pairs {
      #expect(old.flatMap { gazetteer.unit(holding: $0.id, on: today) } == new)
    }
  }

  @Test func `every former unit is held by one of today, and 24 of those hold three`() {
    let holders = gazetteer.localUnits(on: before).map { gazetteer.unit(holding: $0.id, on: today) }
    let parts = Dictionary(grouping: holders.compactMap(\.self), by: \.id).values.map(\.count)

    #expect(holders.allSatisfy { $0 != nil })
    #expect(parts.count == 40)
    #expect(
      Dictionary(grouping: parts) { $0 }.mapValues(\.count) == [3: 24, 4: 11, 6: 2, 2: 2, 1: 1])
  }

  @Test func `people are carried forward and never back`() throws {
    let phuXuan = try gazetteer.resolve("19753", on: today)
    let thuanLoc = try gazetteer.resolve("19753", on: before)

    #expect(gazetteer.unit(holding: thuanLoc.id, on: merger.adding(days: -1)) == thuanLoc)
    #expect(gazetteer.unit(holding: thuanLoc.id, on: merger) == phuXuan)
    #expect(gazetteer.unit(holding: phuXuan.id, on: before) == nil)
    #expect(gazetteer.unit(holding: .init(high: 1, low: 1), on: today) == nil)
    #expect(gazetteer.succession(of: thuanLoc.id)?.new == phuXuan.id)
    #expect(gazetteer.succession(of: phuXuan.id) == nil)
  }

  @Test func `natural names tell units of one code apart`() throws {
    let names = gazetteer.units.map(gazetteer.naturalName)

    #expect(Set(names).count == 174)
    #expect(
      gazetteer.naturalName(of: try gazetteer.resolve("19753", on: today))
        == "unit:46/19753@2025-07-01")
    #expect(
      gazetteer.naturalName(of: try gazetteer.resolve("19753", on: before))
        == "unit:46/19753@2025-01-01")
    #expect(gazetteer.city(on: today).map(gazetteer.naturalName) == "unit:46@2025-01-01")
  }

  // MARK: Names of a day

  @Test func `every unit is found by code and by full name on a day when it stood`() throws {
    for day in [before, today] {
      for unit in gazetteer.localUnits(on: day) {
        #expect(try gazetteer.resolve(unit.code, on: day) == unit)
        #expect(try gazetteer.resolve(unit.name, on: day) == unit)
      }
    }
    for unit in gazetteer.localUnits(on: today) {
      #expect(try gazetteer.resolve(unit.bareName, on: today) == unit)
      #expect(try gazetteer.resolve(unit.names["en"], on: today) == unit)
    }
  }

  @Test(
    arguments: [
      ("19753", "19753 Phường Thuận Lộc", "19753 Phường Phú Xuân"),
      ("phường Thuận Lộc", "19753 Phường Thuận Lộc", "19753 Phường Phú Xuân"),
      ("Phường Tây Lộc", "19750 Phường Tây Lộc", "19753 Phường Phú Xuân"),
      ("Phú Xuân", "19918 Xã Phú Xuân", "19918 Xã Phú Hồ"),
      ("Phú Vinh", "20074 Xã Phú Vinh", "20071 Xã A Lưới 3"),
      ("Phường Hương Phong", "20002 Phường Hương Phong", "20014 Phường Hóa Châu"),
      ("Xã Hương Phong", "20080 Xã Hương Phong", "20101 Xã A Lưới 4"),
      ("Phường Hương Xuân", "20017 Phường Hương Xuân", "20017 Phường Kim Trà"),
      ("xã hương xuân", "20179 Xã Hương Xuân", "20179 Xã Nam Đông"),
      ("Thuận Hòa", "19762 Phường Thuận Hòa", "19753 Phường Phú Xuân"),
      ("Phường Thuận Hoà", "19762 Phường Thuận Hòa", "19753 Phường Phú Xuân"),
      ("Phường Đúc", "19780 Phường Phường Đúc", "19789 Phường Thuận Hóa"),
      ("Phường Phường Đúc", "19780 Phường Phường Đúc", "19789 Phường Thuận Hóa"),
      ("phuong duc", "19780 Phường Phường Đúc", "19789 Phường Thuận Hóa"),
      ("TT. Khe Tre", "20161 Thị trấn Khe Tre", "20161 Xã Khe Tre"),
      ("Dương Nỗ", "19909 Phường Dương Nỗ", "19909 Phường Dương Nỗ"),
    ])
  func `a name of before the merger is the unit of then, and its people are somewhere today`(
    typed: String, then: String, now: String
  ) throws {
    #expect(try resolve(typed, on: before) == then)
    #expect(try holder(of: typed) == now)
  }

  @Test(
    arguments: [
      ("Phú Xuân", "19753 Phường Phú Xuân"), ("  phường   PHÚ XUÂN ", "19753 Phường Phú Xuân"),
      ("P. Phú Xuân", "19753 Phường Phú Xuân"), ("p.phú xuân", "19753 Phường Phú Xuân"),
      ("phu xuan", "19753 Phường Phú Xuân"), ("Phu Xuan Ward", "19753 Phường Phú Xuân"),
      ("phuong phu xuan", "19753 Phường Phú Xuân"), ("19753", "19753 Phường Phú Xuân"),
      ("Phu\u{301} Xua\u{302}n", "19753 Phường Phú Xuân"), (" 19753 ", "19753 Phường Phú Xuân"),
      ("Phú Vinh", "19945 Xã Phú Vinh"), ("x. phu vinh", "19945 Xã Phú Vinh"),
      ("Thuận Hóa", "19789 Phường Thuận Hóa"), ("thuan hoa", "19789 Phường Thuận Hóa"),
      ("P. THUẬN HOÁ", "19789 Phường Thuận Hóa"), ("Thuỷ Xuân", "19813 Phường Thủy Xuân"),
    ])
  func `a name of today is the unit of today, with or without marks and kind`(
    typed: String, unit: String
  ) throws {
    #expect(try resolve(typed, on: today) == unit)
  }

  @Test func `two old names belong to other units now, and one more without its marks`() throws {
    func moved(_ name: (AdministrativeUnit) -> String) -> [String] {
      gazetteer.localUnits(on: before).filter { old in
        guard let now = try? gazetteer.resolve(name(old), on: today) else { return false }
        return now != gazetteer.unit(holding: old.id, on: today)
      }.map(\.name)
    }

    #expect(moved(\.bareName) == ["Xã Phú Xuân", "Xã Phú Vinh"])
    #expect(
      moved { SearchText.folded($0.bareName) } == [
        "Phường Thuận Hòa", "Xã Phú Xuân", "Xã Phú Vinh",
      ])
  }

  // MARK: Refusals

  @Test(
    arguments: [
      ("Hương Phong", ["20002 Phường Hương Phong", "20080 Xã Hương Phong"]),
      ("hương xuân", ["20017 Phường Hương Xuân", "20179 Xã Hương Xuân"]),
      ("huong phong", ["20002 Phường Hương Phong", "20080 Xã Hương Phong"]),
      ("huong van", ["20008 Phường Hương Vân", "20011 Phường Hương Văn"]),
    ])
  func `a name of two units is asked about, never guessed`(
    typed: String, among: [String]
  ) throws {
    guard case .ambiguous(let name, before, let units) = try refusal(typed, on: before) else {
      Issue.record("not ambiguous: \(typed)")
      return
    }

    #expect(name == typed)
    #expect(units.compactMap(named) == among)
  }

  @Test(
    arguments: [
      ("19750", ["19750 Phường Tây Lộc"], "19753 Phường Phú Xuân"),
      ("Phường Thuận Lộc", ["19753 Phường Thuận Lộc"], "19753 Phường Phú Xuân"),
      ("thuan loc", ["19753 Phường Thuận Lộc"], "19753 Phường Phú Xuân"),
      ("Xã Phú Xuân", ["19918 Xã Phú Xuân"], "19918 Xã Phú Hồ"),
      // Without its marks this is Phường Thuận Hóa of today, where its people are not.
      ("Thuận Hòa", ["19762 Phường Thuận Hòa"], "19753 Phường Phú Xuân"),
      ("Phường Thuận Hoà", ["19762 Phường Thuận Hòa"], "19753 Phường Phú Xuân"),
      ("thuận hoa\u{300}", ["19762 Phường Thuận Hòa"], "19753 Phường Phú Xuân"),
    ])
  func `a name or code of another time says where its people are now`(
    typed: String, then: [String], now: String
  ) throws {
    guard case .anotherTime(_, today, let units, let nowIn) = try refusal(typed, on: today) else {
      Issue.record("not of another time: \(typed)")
      return
    }

    #expect(units.compactMap(named) == then)
    #expect(named(nowIn) == now)
  }

  @Test func `a name of two former units shows them both`() throws {
    guard case .anotherTime(_, _, let units, let nowIn) = try refusal("Hương Phong", on: today)
    else {
      Issue.record("not of another time")
      return
    }

    #expect(units.compactMap(named) == ["20002 Phường Hương Phong", "20080 Xã Hương Phong"])
    #expect(named(nowIn) == "20014 Phường Hóa Châu")
  }

  @Test func `a name of today is of another time before the merger, and nobody is in it yet`()
    throws
  {
    guard case .anotherTime(_, before, let units, nil) = try refusal("Xã A Lưới 4", on: before)
    else {
      Issue.record("not of another time")
      return
    }

    #expect(units.compactMap(named) == ["20101 Xã A Lưới 4"])
  }

  @Test(arguments: ["46", "Huế", "hue", "Thành phố Huế", "TP. Huế", "Hue City"])
  func `the whole city is refused where a unit is wanted`(typed: String) throws {
    let city = try #require(gazetteer.city(on: today))

    #expect(try refusal(typed, on: today) == .wholeCity(city))
    #expect(try gazetteer.resolve(typed, on: today, includingCity: true) == city)
  }

  @Test(
    arguments: [
      ("Phú Xuâm", ["19753 Phường Phú Xuân"]), ("phường Kim Lon", ["19774 Phường Kim Long"]),
      ("A Luoi 9", ["20044 Xã A Lưới 2", "20050 Xã A Lưới 5", "20056 Xã A Lưới 1"]),
      ("Hà Nội", []), ("", []), ("99999", []),
    ])
  func `an unknown name is refused with the nearest ones`(
    typed: String, similar: [String]
  ) throws {
    guard case .unknown(typed, today, let units) = try refusal(typed, on: today) else {
      Issue.record("not unknown: \(typed)")
      return
    }

    #expect(units.compactMap(named) == similar)
  }

  @Test func `nothing stood before the city was founded`() throws {
    let earlier = try #require(CalendarDay("2024-12-31"))

    #expect(gazetteer.localUnits(on: earlier).isEmpty)
    #expect(gazetteer.city(on: earlier) == nil)
    guard case .beforeUnits(_, earlier, let firstDay, let units) = try refusal("19753", on: earlier)
    else {
      Issue.record("not of before the first units")
      return
    }
    #expect(firstDay == CalendarDay("2025-01-01"))
    #expect(Set(units.compactMap(named)) == ["19753 Phường Thuận Lộc", "19753 Phường Phú Xuân"])
    #expect(
      try refusal("Hà Nội", on: earlier) == .unknown("Hà Nội", on: earlier, similar: []))
  }
}
