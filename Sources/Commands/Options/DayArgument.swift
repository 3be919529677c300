import ArgumentParser
import Domain

/// A day as typed, not yet read: `20/11` needs to know what day it is.
struct DayArgument: ExpressibleByArgument {
  let typed: String

  init(argument: String) {
    typed = argument
  }

  /// - Throws: `UsageError` naming what was typed.
  func day(
    today: CalendarDay, year: CalendarDay.YearMeant = .past
  ) throws -> CalendarDay {
    switch SearchText.folded(typed) {
    case "today", "hom nay": return today
    case "yesterday", "hom qua": return today.adding(days: -1)
    default: break
    }
    guard let day = CalendarDay(typed: typed, today: today, year: year) else {
      if let written = Self.withWholeYear(typed, today: today) {
        throw UsageError(
          vi: "“\(typed)” ghi năm hai chữ số. Ghi đủ: \(written).",
          en: "“\(typed)” has a year of two digits. Write all four: \(written).")
      }
      throw UsageError(
        vi: "“\(typed)” không phải là ngày có thật. Ghi như 20/11/2026 hoặc 2026-11-20.",
        en: "“\(typed)” is not a day of the calendar. Write it as 2026-11-20 or 20/11/2026.")
    }
    return day
  }

  /// `11/12/2026` for `11/12/26`; nil for what is no such day.
  private static func withWholeYear(_ typed: String, today: CalendarDay) -> String? {
    let parts = typed.split { "/-. ".contains($0) }
    guard parts.count == 3, parts[2].count == 2, parts.allSatisfy({ Int($0) != nil }) else {
      return nil
    }
    let written = "\(parts[0])/\(parts[1])/20\(parts[2])"
    return CalendarDay(typed: written, today: today, year: .past) == nil ? nil : written
  }
}
