/// The invented city of the founding, restated: its units, who took over whose people, and what
/// each population series says.
enum City {
  static let former = Calendar.day(2025, 1, 1)
  static let today = Calendar.day(2025, 7, 1)

  /// The units of today, which are the rows of every report.
  static let codes = ["101", "102", "103"]

  static let successors: [Place: String] = [
    Place(code: "101", since: former): "101", Place(code: "111", since: former): "101",
    Place(code: "102", since: former): "102", Place(code: "112", since: former): "103",
    Place(code: "103", since: former): "103",
  ]

  static let places: [Place] =
    codes.map { Place(code: $0, since: today) } + successors.keys.sorted { $0.code < $1.code }

  static let courses = ["an-toan", "dien-thoai", "zalo"]
  static let lessons = ["bai-1", "bai-2", "bai-3"]

  struct Series {
    let slug: String
    let basis: String
    /// By code, with the day for which they hold; a nil day is every day.
    let values: [String: [(day: Int?, persons: Int)]]
    var city: Int?
  }

  static let series = [
    Series(
      slug: "ward-series", basis: "all", values: ["101": [(nil, 1000)], "102": [(nil, 500)]]),
    Series(slug: "city-series", basis: "all", values: [:], city: 2000),
    Series(
      slug: "adult-series", basis: "adults", values: ["101": [(nil, 700)], "102": [(nil, 400)]]),
    Series(
      slug: "dated-series", basis: "all",
      values: [
        "101": [(Calendar.day(2026, 1, 1), 900), (Calendar.day(2026, 6, 1), 950)],
        "102": [(Calendar.day(2026, 6, 1), 450)],
      ]),
  ]

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
