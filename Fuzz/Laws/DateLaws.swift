import Domain
import Intake

/// Days as people type them: refused, or the day that is printed again.
enum DateLaws {
  private static let todays = ["2026-11-25", "2024-02-29", "0001-01-01", "9999-12-31"]
    .compactMap { CalendarDay($0) }

  static func check(_ bytes: [UInt8]) throws {
    let text = String(decoding: bytes, as: UTF8.self)
    if let day = CalendarDay(text) {
      try requireSame(day.description, text, "a day is printed as it was written")
      try check(day)
    }
    for today in todays {
      for year in [CalendarDay.YearMeant.past, .coming, .present] {
        guard let day = CalendarDay(typed: text, today: today, year: year) else { continue }
        try check(day)
        try require(
          CalendarDay(typed: day.dayFirst, today: today, year: year) == day,
          "a day shown day first is typed again as itself: \(text)")
      }
    }
    if let day = try? Field.day(text) {
      try check(day)
      try require((1900...2100).contains(day.year), "a day of a list lies in its years: \(text)")
      try require((try? Field.day(day.dayFirst)) == day, "a list's day reads back: \(text)")
    }
    try checkInstant(bytes)
  }

  private static func check(_ day: CalendarDay) throws {
    try require(CalendarDay(day.description) == day, "a printed day reads back: \(day)")
    let (year, month, date) = day.components
    try require(
      CalendarDay(year: year, month: month, day: date) == day, "a day is its parts: \(day)")
    try require((0...6).contains(day.weekday), "a week has seven days: \(day)")
    for months in [-12, -1, 1, 13] {
      let moved = day.adding(months: months).components
      try require((1...12).contains(moved.month), "a year has twelve months: \(day)")
    }
  }

  /// Eight bytes as an instant, as a clock that is out of order might give it.
  private static func checkInstant(_ bytes: [UInt8]) throws {
    let milliseconds = bytes.prefix(8).reduce(Int64(0)) { $0 << 8 | Int64($1) }
    let day = CalendarDay(milliseconds: milliseconds)
    let (_, month, date) = day.components
    try require(
      (1...12).contains(month) && (1...31).contains(date), "an instant has its day: \(milliseconds)"
    )
  }
}
