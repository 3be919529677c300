package import Domain

extension Field {
  /// Years that a day in a list may have.
  private static let years = 1900...2100

  /// A day with its four-digit year: `2026-03-01`, or day first as in Vietnam: `1/3/2026`,
  /// `01-03-2026`, `1.3.2026`.
  ///
  /// What fits both ways is read day first. It may lie in the future.
  package static func day(_ text: String) throws(FieldProblem) -> CalendarDay {
    let text = try tidied(text)
    if let iso = CalendarDay(text), years.contains(iso.year) { return iso }
    guard !isSerialNumber(text) else { throw .serialNumber }
    let parts = text.utf8.split(omittingEmptySubsequences: false) { "/-.".utf8.contains($0) }
      .map(Substring.init)
    guard parts.count == 3, parts.allSatisfy(\.isDigits),
      let first = Int(parts[0]), let second = Int(parts[1]), let third = Int(parts[2])
    else { throw .notADay }

    switch (parts[0].utf8.count, parts[1].utf8.count, parts[2].utf8.count) {
    case (4, 1...2, 1...2): return try day(year: first, month: second, day: third)
    case (1...2, 1...2, 2): throw .twoDigitYear
    case (1...2, 1...2, 4):
      // Which months have that day does not matter: no month has the number 13.
      if second > 12, (1...12).contains(first), second <= 31 { throw .monthFirst }
      return try day(year: third, month: second, day: first)
    default: throw .notADay
    }
  }

  private static func day(
    year: Int, month: Int, day: Int
  ) throws(FieldProblem) -> CalendarDay {
    guard let day = CalendarDay(year: year, month: month, day: day) else { throw .notADay }
    guard years.contains(year) else { throw .outside(years) }
    return day
  }

  /// Five digits, the days since 1900 that a spreadsheet counts, perhaps with a time of day behind.
  private static func isSerialNumber(_ text: String) -> Bool {
    guard text.prefix(5).utf8.count == 5, text.prefix(5).isDigits else { return false }
    let rest = text.dropFirst(5)
    return rest.isEmpty || rest.first == "." && rest.dropFirst().isDigits
  }
}
