package import Domain
package import Storage

/// A small invented city: three units of today out of five of before, three courses of which two are
/// core, and the three measures of the real programme.
package enum Sample {
  package static let founded = day("2026-01-05")

  package static func day(_ text: String) -> CalendarDay {
    guard let day = CalendarDay(text) else { preconditionFailure("no such day: \(text)") }
    return day
  }

  /// Wall time at eight in the morning (+07:00) of a day.
  package static func morning(of day: CalendarDay) -> Int64 {
    Int64(day.ordinal) * 86_400_000 + 3_600_000
  }

  package static func author(on day: CalendarDay, seed: UInt64 = 1) -> Author {
    Author(now: morning(of: day), random: .seeded(SplitMix64(seed: seed)), checksClock: false)
  }

  /// A register in memory, founded with these places, ``courses`` and ``programme``.
  package static func register(
    seed: UInt64 = 1, on day: CalendarDay = founded, places: FoundingPlaces = places
  ) throws -> Register {
    var random = SplitMix64(seed: seed)
    let register = try Register.inMemory(
      device: .timeOrdered(milliseconds: morning(of: day), using: &random))
    try register.record(as: author(on: day, seed: seed)) { recorder in
      try found(&recorder, places: places)
    }
    return register
  }

  package static func found(
    _ recorder: inout Recorder, places: FoundingPlaces = places
  ) throws {
    try recorder.introduce("Trần Thị Kiểm", isDefault: true)
    try recorder.define(places)
    for course in courses { try recorder.publish(course) }
    try recorder.publish(programme)
    try recorder.set(.synthetic, to: "test")
  }

  package static let places = FoundingPlaces(
    units: [
      unit("46", nil, .city, "Thành phố Mẫu", from: "2025-01-01"),
      unit("101", "46", .ward, "Phường Sông", from: "2025-07-01"),
      unit("102", "46", .ward, "Phường Núi", from: "2025-07-01"),
      unit("103", "46", .commune, "Xã Biển", from: "2025-07-01"),
      unit("101", "46", .ward, "Phường Cầu", from: "2025-01-01", to: "2025-06-30"),
      unit("111", "46", .ward, "Phường Chợ", from: "2025-01-01", to: "2025-06-30"),
      unit("102", "46", .ward, "Phường Núi", from: "2025-01-01", to: "2025-06-30"),
      unit("112", "46", .commune, "Xã Sông", from: "2025-01-01", to: "2025-06-30"),
      unit("103", "46", .commune, "Xã Biển", from: "2025-01-01", to: "2025-06-30"),
    ],
    successions: [("101", "101"), ("111", "101"), ("102", "102"), ("112", "103"), ("103", "103")]
      .map { old, new in
        FoundingPlaces.Succession(
          old: key(old, "2025-01-01"), new: key(new, "2025-07-01"), date: day("2025-07-01"),
          weight: 1_000_000, resolution: nil)
      },
    series: [
      series("ward-series", basis: "all"), series("city-series", basis: "all"),
      series("adult-series", basis: "adults"), series("dated-series", basis: "all"),
    ],
    values: [
      value("ward-series", "101", 1000), value("ward-series", "102", 500, quality: .suspect),
      value("ward-series", "103", nil), value("city-series", "46", 2000, from: "2025-01-01"),
      value("adult-series", "101", 700), value("adult-series", "102", 400),
      value("dated-series", "101", 900, on: "2026-01-01"),
      value("dated-series", "101", 950, on: "2026-06-01"),
      value("dated-series", "102", 450, on: "2026-06-01"),
    ],
    defaultSeries: "ward-series")

  package static let courses = ["an-toan", "dien-thoai", "zalo"].map { slug in
    CoursePublished(
      slug: slug, courseVersion: 1, titles: ["vi": slug, "en": slug],
      lessons: (1...3).map {
        PublishedLesson(
          slug: "bai-\($0)", titles: ["vi": "Bài \($0)"], minutes: 25, competences: ["4.\($0)"])
      })
  }

  package static let programme = Programme(
    version: 1, core: ["an-toan", "dien-thoai"],
    measures: [
      Measure(
        slug: "reached", titles: ["vi": "Đã tiếp cận"], counts: .attended,
        rule: .atLeast(1, of: nil), basis: "all"),
      Measure(
        slug: "trained", titles: ["vi": "Đã học xong"], counts: .completed,
        rule: .atLeast(1, of: ["an-toan", "dien-thoai"]), basis: "all"),
      Measure(
        slug: "skilled", titles: ["vi": "Thành thạo"], counts: .passed,
        rule: .all(of: ["an-toan", "dien-thoai"]), basis: "all"),
    ])

  private static func key(_ code: String, _ from: String) -> FoundingPlaces.UnitKey {
    FoundingPlaces.UnitKey(code: code, validFrom: day(from))
  }

  private static func unit(
    _ code: String, _ parent: String?, _ kind: AdministrativeUnit.Kind, _ name: String,
    from: String, to: String? = nil
  ) -> FoundingPlaces.Unit {
    FoundingPlaces.Unit(
      key: key(code, from), parentCode: parent,
      fact: UnitDefined(
        code: code, unitKind: kind, names: ["vi": name], validFrom: day(from),
        validTo: to.map(day)))
  }

  private static func series(_ slug: String, basis: String) -> SeriesDefined {
    SeriesDefined(
      slug: slug, titles: ["vi": slug], publisher: "test", basis: basis, standing: "unofficial",
      notes: nil)
  }

  private static func value(
    _ series: String, _ code: String, _ persons: Int?, quality: PopulationQuality = .ok,
    from: String = "2025-07-01", on date: String? = nil
  ) -> FoundingPlaces.Value {
    FoundingPlaces.Value(
      series: series, unit: key(code, from), date: date.map(day), persons: persons,
      quality: persons == nil ? .missing : quality, note: nil)
  }
}
