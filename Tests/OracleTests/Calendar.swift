/// Days since 1970-01-01, counted year by year and month by month.
enum Calendar {
  static func day(_ year: Int, _ month: Int, _ day: Int) -> Int {
    var days = 0
    for earlier in 1970..<year { days += isLeap(earlier) ? 366 : 365 }
    for earlier in 1..<month { days += length(year, earlier) }
    return days + day - 1
  }

  static func date(_ day: Int) -> (year: Int, month: Int, day: Int) {
    var (year, month, rest) = (1970, 1, day)
    while rest >= (isLeap(year) ? 366 : 365) {
      rest -= isLeap(year) ? 366 : 365
      year += 1
    }
    while rest >= length(year, month) {
      rest -= length(year, month)
      month += 1
    }
    return (year, month, rest + 1)
  }

  /// The same day of a month so many months before, or that month's last day.
  static func subtracting(months: Int, from day: Int) -> Int {
    let start = date(day)
    var (year, month) = (start.year, start.month)
    for _ in 0..<months {
      month -= 1
      if month == 0 { (year, month) = (year - 1, 12) }
    }
    return self.day(year, month, min(start.day, length(year, month)))
  }

  /// The first day that lies so many months after another.
  static func adding(months: Int, to day: Int) -> Int {
    var later = day + 28 * months
    while subtracting(months: months, from: later) < day { later += 1 }
    return later
  }

  static func lastOfMonth(_ day: Int) -> Int {
    let (year, month, _) = date(day)
    return self.day(year, month, length(year, month))
  }

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  private static func length(_ year: Int, _ month: Int) -> Int {
    if month == 2 { return isLeap(year) ? 29 : 28 }
    return [4, 6, 9, 11].contains(month) ? 30 : 31
  }
}
