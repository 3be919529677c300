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
      throw UsageError(
        vi: "“\(typed)” không phải là ngày có thật. Ghi như 20/11/2026 hoặc 2026-11-20.",
        en: "“\(typed)” is not a day of the calendar. Write it as 2026-11-20 or 20/11/2026.")
    }
    return day
  }
}
