/// A day of the civil (Gregorian) calendar, as lived in Vietnam: no time, no zone.
package struct CalendarDay: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01, which is day 0.
  package let ordinal: Int

  /// Those of the years 1 to 9999, the only ones that can be written.
  package static let ordinals = -719_162...2_932_896

  package init(ordinal: Int) {
    self.ordinal = ordinal
  }

  /// Nil when there is no such day, or the year is outside 1 to 9999.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    // Days from civil, counted from 1 March so that the leap day comes last
    // (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms").
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    ordinal = era * 146_097 + dayOfEra - 719_468
  }

  /// The day at +07:00 of an instant in milliseconds since 1970.
  package init(milliseconds: Int64) {
    // Divided before anything is added, so that no reading of a clock is too large.
    let day = milliseconds.quotientAndRemainder(dividingBy: 86_400_000)
    let time = day.remainder + 7 * 3_600_000
    ordinal = Int(day.quotient) + (time < 0 ? -1 : time >= 86_400_000 ? 1 : 0)
  }

  package var components: (year: Int, month: Int, day: Int) {
    let shifted = ordinal + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  package var year: Int { components.year }

  package func adding(days: Int) -> Self { Self(ordinal: ordinal + days) }

  /// The same day of another month; the last day of that month where it is shorter.
  package func adding(months: Int) -> Self {
    let (year, month, day) = components
    let index = year * 12 + month - 1 + months
    let (targetYear, targetMonth) = (index / 12, index % 12 + 1)
    let lastDay = Self.length(ofMonth: targetMonth, year: targetYear)
    return Self(year: targetYear, month: targetMonth, day: min(day, lastDay)) ?? self
  }

  /// 0 is Monday, 6 is Sunday.
  package var weekday: Int { ((ordinal + 3) % 7 + 7) % 7 }

  package static func < (left: Self, right: Self) -> Bool { left.ordinal < right.ordinal }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2:
      year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    default: 31
    }
  }
}

extension CalendarDay: LosslessStringConvertible {
  /// Reads `YYYY-MM-DD`, the only spelling in files and in the journal.
  package init?(_ description: String) {
    let parts = Array(description.utf8)
    guard parts.count == 10, parts[4] == UInt8(ascii: "-"), parts[7] == UInt8(ascii: "-"),
      let year = Self.number(parts[0..<4]), let month = Self.number(parts[5..<7]),
      let day = Self.number(parts[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Which year is meant by a day that is typed without one.
  package enum YearMeant: Sendable {
    /// Of something that was done: the latest such day that is not after today. A day that is to come
    /// within two months is this year's all the same, so that a slip is noticed and does not become a
    /// day of last year.
    case past
    /// Of a deadline: the first such day from today on.
    case coming
    /// Of a day that may be before or after today.
    case present
  }

  /// Reads what a person typed: `2026-11-20`, or day first as in Vietnam: `20/11/2026`, `20-11-2026`,
  /// `20.11.2026`, and `20/11`, whose year follows from `year`.
  package init?(typed text: String, today: CalendarDay, year: YearMeant = .past) {
    if let iso = CalendarDay(text) {
      self = iso
      return
    }
    let fields = text.split(omittingEmptySubsequences: false) { "/-.".contains($0) }
    let numbers = fields.compactMap { field in Self.number(Array(field.utf8)[...]) }
    guard numbers.count == fields.count, (2...3).contains(fields.count),
      fields[0].count <= 2, fields[1].count <= 2
    else { return nil }
    if fields.count == 3 {
      guard fields[2].count == 4 else { return nil }
      self.init(year: numbers[2], month: numbers[1], day: numbers[0])
      return
    }
    // Within eight years there is a 29 February.
    let candidates = (-8...8).compactMap {
      CalendarDay(year: today.year + $0, month: numbers[1], day: numbers[0])
    }
    let meant =
      switch year {
      case .past: candidates.last { $0 <= today.adding(days: Self.daysAhead) }
      case .coming: candidates.first { $0 >= today }
      case .present: candidates.last { $0.year <= today.year }
      }
    guard let meant else { return nil }
    self = meant
  }

  /// How far ahead a day without a year is taken for a slip, not for one of last year.
  private static let daysAhead = 60

  package var description: String {
    let (year, month, day) = components
    return "\(Self.padded(year, to: 4))-\(Self.padded(month, to: 2))-\(Self.padded(day, to: 2))"
  }

  /// Day first: `20/11/2026`.
  package var dayFirst: String {
    let (year, month, day) = components
    return "\(Self.padded(day, to: 2))/\(Self.padded(month, to: 2))/\(Self.padded(year, to: 4))"
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.count <= 4 else { return nil }
    var value = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return value
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
