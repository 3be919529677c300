import Domain
import TestSupport
import Testing

@Suite struct CalendarDayTests {
  /// Ordinals and weekdays of Python's `datetime.date`.
  @Test(
    arguments: [
      ("0001-01-01", -719_162, 0), ("1600-01-01", -135_140, 5), ("1900-02-28", -25_509, 2),
      ("1900-03-01", -25_508, 3), ("1969-12-31", -1, 2), ("1970-01-01", 0, 3),
      ("2000-02-29", 11_016, 1), ("2000-03-01", 11_017, 2), ("2024-02-29", 19_782, 3),
      ("2025-07-01", 20_270, 1), ("2026-11-20", 20_777, 4), ("2100-02-28", 47_540, 6),
      ("2100-03-01", 47_541, 0), ("9999-12-31", 2_932_896, 4),
    ])
  func `known days`(text: String, ordinal: Int, weekday: Int) throws {
    let day = try #require(CalendarDay(text))

    #expect(day.ordinal == ordinal)
    #expect(day.weekday == weekday)
    #expect(CalendarDay(ordinal: ordinal).description == text)
  }

  @Test func `the days that can be written are those of the years 1 to 9999`() {
    #expect(CalendarDay("0001-01-01")?.ordinal == CalendarDay.ordinals.lowerBound)
    #expect(CalendarDay("9999-12-31")?.ordinal == CalendarDay.ordinals.upperBound)
  }

  @Test func `every day from 1600 to 2400 follows the one before and reads back`() {
    var (year, month, date) = (1600, 1, 1)
    var wrong: [String] = []
    var count = 0
    for ordinal in -135_140...157_419 {
      let day = CalendarDay(ordinal: ordinal)
      let made = CalendarDay(year: year, month: month, day: date)
      let text = "\(year)-\(month < 10 ? "0" : "")\(month)-\(date < 10 ? "0" : "")\(date)"
      if day.components != (year, month, date) || made != day || CalendarDay(text) != day
        || day.weekday != (ordinal + 135_140 + 5) % 7
      {
        wrong.append(text)
      }
      count += 1

      let isLeap = year % 400 == 0 || year % 4 == 0 && year % 100 != 0
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      date += 1
      if date > lengths[month - 1] { (month, date) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
    }

    #expect(wrong.isEmpty)
    #expect(count == 292_560)
    #expect((year, month, date) == (2401, 1, 1))
  }

  @Test(
    arguments: [
      "1900-02-29", "2023-02-29", "2100-02-29", "2026-04-31", "2026-00-10", "2026-13-01",
      "2026-01-00", "2026-01-32", "0000-01-01", "2026-1-05", "26-01-05", "2026/01/05", "20260105",
      "2026-01-05 ", "+026-01-05", "２026-01-05", "2026-01-0٥", "", "2026-01-05T00:00",
    ])
  func `no other text is a day`(text: String) {
    #expect(CalendarDay(text) == nil)
  }

  @Test(
    arguments: [
      (0, "1970-01-01"), (-25_200_000, "1970-01-01"), (-25_200_001, "1969-12-31"),
      (-25_200_000 - 86_400_000, "1969-12-31"), (-25_200_001 - 86_400_000, "1969-12-30"),
      // 2026-11-20T16:59:59.999Z is the last millisecond of that day at +07:00.
      (1_795_193_999_999, "2026-11-20"), (1_795_194_000_000, "2026-11-21"),
      (1_795_194_000_000 + 25_200_000, "2026-11-21"),
    ] as [(Int64, String)])
  func `a day begins at midnight in Vietnam, seven hours before UTC's`(
    milliseconds: Int64, day: String
  ) {
    #expect(CalendarDay(milliseconds: milliseconds).description == day)
  }

  @Test(arguments: [(Int64.max, 106751991167), (.min, -106751991168)])
  func `a clock that is out of order has a day too`(milliseconds: Int64, ordinal: Int) {
    #expect(CalendarDay(milliseconds: milliseconds).ordinal == ordinal)
  }

  @Test(
    arguments: [
      ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"),
      ("2024-02-29", 12, "2025-02-28"), ("2024-02-29", -12, "2023-02-28"),
      ("2024-02-29", 48, "2028-02-29"), ("2026-03-31", -1, "2026-02-28"),
      ("2026-11-30", -24, "2024-11-30"), ("2026-12-15", 1, "2027-01-15"),
      ("2026-01-15", -1, "2025-12-15"), ("2026-01-15", -13, "2024-12-15"),
      ("2026-05-31", 0, "2026-05-31"), ("1999-12-31", 2, "2000-02-29"),
      ("2099-12-31", 2, "2100-02-28"),
    ])
  func `months are added by calendar and end on their last day`(
    day: String, months: Int, expected: String
  ) {
    #expect(Sample.day(day).adding(months: months) == Sample.day(expected))
  }

  @Test func `days are added across the ends of months and years`() {
    #expect(Sample.day("2026-12-31").adding(days: 1) == Sample.day("2027-01-01"))
    #expect(Sample.day("2024-03-01").adding(days: -1) == Sample.day("2024-02-29"))
    #expect(Sample.day("2026-01-01") < Sample.day("2026-01-02"))
    #expect(Sample.day("2026-11-05").dayFirst == "05/11/2026")
  }

  @Test(
    arguments: [
      ("2026-11-20", "2026-11-20"), ("20/11/2026", "2026-11-20"), ("20-11-2026", "2026-11-20"),
      ("20.11.2026", "2026-11-20"), ("5/1/2027", "2027-01-05"), ("05/01/2024", "2024-01-05"),
      ("20/11", "2025-11-20"), ("1/3", "2026-03-01"), ("01.03", "2026-03-01"),
      ("2/3", "2026-03-02"), ("30/4", "2026-04-30"), ("1/5", "2025-05-01"),
      ("28/2", "2026-02-28"), ("31/12", "2025-12-31"), ("29/2", "2024-02-29"),
    ])
  func `a typed day is day-first, and without a year lies in the past, or soon to be a slip`(
    typed: String, expected: String
  ) {
    #expect(
      CalendarDay(typed: typed, today: Sample.day("2026-03-01")) == Sample.day(expected))
  }

  @Test
  func `a deadline without a year is the next such day, and a day to count at is this year's`() {
    let today = Sample.day("2026-11-25")
    #expect(CalendarDay(typed: "31/12", today: today, year: .coming) == Sample.day("2026-12-31"))
    #expect(CalendarDay(typed: "24/11", today: today, year: .coming) == Sample.day("2027-11-24"))
    #expect(CalendarDay(typed: "31/12", today: today, year: .present) == Sample.day("2026-12-31"))
    #expect(CalendarDay(typed: "1/1", today: today, year: .present) == Sample.day("2026-01-01"))
  }

  @Test(
    arguments: [
      "31/4/2026", "29/2/2026", "0/1/2026", "1/0/2026", "1/13/2026", "11/20/2026", "31/11", "0/5",
      "20/11/26", "20/11/02026", "020/11/2026", "2026-2-1", "2026/11/20", "20//2026", "/11", "20/",
      "20", "", "hôm nay", "20/11/2026/1", "20 / 11", "-1/2/2026", "2O/11/2026",
    ])
  func `an impossible typed day is refused`(typed: String) {
    #expect(CalendarDay(typed: typed, today: Sample.day("2026-03-01")) == nil)
  }

  @Test func `a leap day without a year is the last one, where the past year had it`() {
    #expect(
      CalendarDay(typed: "29/2", today: Sample.day("2025-02-28")) == Sample.day("2024-02-29"))
    #expect(
      CalendarDay(typed: "29/2", today: Sample.day("2024-02-29")) == Sample.day("2024-02-29"))
  }
}
