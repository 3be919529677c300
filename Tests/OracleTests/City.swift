/// The invented city of the founding, restated: its units, who took over whose people, and what
/// each population series says.
enum City {
  static let former = Calendar.day(2025, 1, 1)
  static let today = Calendar.day(2025, 7, 1)

  /// The units of today, by code.
  static let codes = ["101", "102", "103"]
  static let units = codes.map { Place(code: $0, since: today) }
  static let formerUnits = successors.keys.sorted { $0.code < $1.code }

  private static let successors: [Place: String] = [
    Place(code: "101", since: former): "101", Place(code: "111", since: former): "101",
    Place(code: "102", since: former): "102", Place(code: "112", since: former): "103",
    Place(code: "103", since: former): "103",
  ]

  static let places = units + formerUnits

  /// The unit of today that holds a place's people.
  static func present(_ place: Place) -> Place {
    successors[place].map { Place(code: $0, since: today) } ?? place
  }

  /// The former units whose people a unit of today took over.
  static func parts(of unit: Place) -> [Place] {
    formerUnits.filter { $0 != unit && present($0) == unit }
  }

  /// A unit that has taken over the people of the other is no other place.
  static func isSame(_ home: Home, _ later: Home) -> Bool {
    guard case .place(let place) = home, case .place(let other) = later else {
      return home == later
    }
    return place == other || present(place) == other
  }

  static let courses = ["an-toan", "dien-thoai", "zalo"]
  static let lessons = ["bai-1", "bai-2", "bai-3"]

  struct Series {
    let slug: String
    let basis: String
    /// With the day for which they hold; a nil day is every day.
    let values: [Place: [(day: Int?, persons: Int)]]
    var city: Int?
  }

  static let series = [
    Series(
      slug: "ward-series", basis: "all", values: [units[0]: [(nil, 1000)], units[1]: [(nil, 500)]]),
    Series(slug: "city-series", basis: "all", values: [:], city: 2000),
    Series(
      slug: "adult-series", basis: "adults",
      values: [units[0]: [(nil, 700)], units[1]: [(nil, 400)]]),
    Series(
      slug: "dated-series", basis: "all",
      values: [
        units[0]: [(Calendar.day(2026, 1, 1), 900), (Calendar.day(2026, 6, 1), 950)],
        units[1]: [(Calendar.day(2026, 6, 1), 450)],
      ]),
    formerSeries,
  ]

  /// Of the former units; one of those that became 103 is missing.
  static let formerSeries = Series(
    slug: "former-series", basis: "all",
    values: [
      Place(code: "101", since: former): [(nil, 600)],
      Place(code: "102", since: former): [(nil, 550)],
      Place(code: "103", since: former): [(nil, 300)],
      Place(code: "111", since: former): [(nil, 250)],
    ])

  /// What the founding publishes.
  static let plan = Plan(
    version: 1, core: ["an-toan", "dien-thoai"],
    yardsticks: [
      Yardstick(
        slug: "reached", least: .attended, rule: .atLeast(1, of: nil), months: nil, basis: "all"),
      Yardstick(
        slug: "trained", least: .completed, rule: .atLeast(1, of: ["an-toan", "dien-thoai"]),
        months: nil, basis: "all"),
      Yardstick(
        slug: "skilled", least: .passed, rule: .all(["an-toan", "dien-thoai"]), months: nil,
        basis: "all"),
    ])
}
