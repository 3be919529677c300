import Domain

/// Numbers and days as people read them: `1.234.567`, `66,6 %`, `20/11/2026` in Vietnamese,
/// `1,234,567`, `66.6%`, `2026-11-20` in English.
enum Spoken {
  static func count(_ number: Int) -> String {
    let digits = String(number.magnitude)
    var grouped = ""
    for (offset, digit) in digits.enumerated() {
      if offset > 0, (digits.count - offset).isMultiple(of: 3) {
        grouped += Language.current == .vi ? "." : ","
      }
      grouped.append(digit)
    }
    return (number < 0 ? "−" : "") + grouped
  }

  /// A number with its noun, for English: `1 person`, `1,234 people`.
  static func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(count(number)) \(number == 1 ? one : many)"
  }

  /// A target as it was set: `80%`, `66.5%`, `66.55%`.
  static func target(basisPoints: Int) -> String {
    let hundredths = basisPoints % 100
    var fraction = hundredths < 10 ? "0\(hundredths)" : String(hundredths)
    while fraction.hasSuffix("0") { fraction.removeLast() }
    let point = Language.current == .vi ? "," : "."
    return count(basisPoints / 100) + (fraction.isEmpty ? "" : point + fraction) + "%"
  }

  /// One decimal, two below one percent; rounded half up, for reading only. What is short of 100 never
  /// reads as 100.
  static func percent(_ value: Double) -> String {
    if value > 0, value < 0.005 { return "< 0\(Language.current == .vi ? "," : ".")01%" }
    let decimals = value < 0.995 ? 100 : 10
    let rounded = Int((value * Double(decimals)).rounded())
    let scaled = value < 100 ? min(rounded, 100 * decimals - 1) : rounded
    let fraction = String(scaled % decimals)
    let padded =
      String(repeating: "0", count: (decimals == 100 ? 2 : 1) - fraction.count) + fraction
    return count(scaled / decimals) + (Language.current == .vi ? "," : ".") + padded + "%"
  }

  static func day(_ day: CalendarDay) -> String {
    Language.current == .vi ? day.dayFirst : day.description
  }

  /// A day and a time of it at +07:00, from milliseconds since 1970.
  static func moment(_ milliseconds: Int64) -> String {
    let minutes = (milliseconds + 7 * 3_600_000) / 60_000 % 1440
    let time = [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
      .joined(separator: ":")
    let day = day(CalendarDay(milliseconds: milliseconds))
    return say(vi: "\(time) ngày \(day)", en: "\(day) \(time)")
  }

  /// With the day of the week, so that a wrong date is noticed.
  static func dayWithWeekday(_ day: CalendarDay) -> String {
    let vi = ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"]
    let en = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    return "\(say(vi: vi[day.weekday], en: en[day.weekday])) \(Self.day(day))"
  }
}
