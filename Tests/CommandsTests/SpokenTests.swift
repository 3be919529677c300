@testable import Commands
import TestSupport
import Testing

@Suite struct SpokenTests {
  @Test(arguments: [
    (0, "0", "0"), (999, "999", "999"), (1000, "1.000", "1,000"),
    (1_234_567, "1.234.567", "1,234,567"), (-1234, "−1.234", "−1,234"),
  ])
  func `numbers are grouped as each language does`(number: Int, vi: String, en: String) {
    let spoken = inBothLanguages { Spoken.count(number) }
    #expect(spoken.vi == vi)
    #expect(spoken.en == en)
  }

  @Test(arguments: [
    (66.6, "66,6%", "66.6%"), (66.649, "66,6%", "66.6%"), (100, "100,0%", "100.0%"),
    (1234.56, "1.234,6%", "1,234.6%"), (0.25, "0,25%", "0.25%"), (0.05, "0,05%", "0.05%"),
    (0.005, "0,01%", "0.01%"), (0.0049, "< 0,01%", "< 0.01%"), (0, "0,00%", "0.00%"),
  ])
  func `percentages have one decimal, two below one`(value: Double, vi: String, en: String) {
    let spoken = inBothLanguages { Spoken.percent(value) }
    #expect(spoken.vi == vi)
    #expect(spoken.en == en)
  }

  @Test func `days are day first in Vietnamese, ISO in English`() {
    let day = Sample.day("2026-11-20")
    let spoken = inBothLanguages { (Spoken.day(day), Spoken.dayWithWeekday(day)) }
    #expect(spoken.vi == ("20/11/2026", "thứ Sáu 20/11/2026"))
    #expect(spoken.en == ("2026-11-20", "Friday 2026-11-20"))
    let sunday = inBothLanguages { Spoken.dayWithWeekday(Sample.day("2026-02-01")) }
    #expect(sunday.vi == "Chủ nhật 01/02/2026")
    #expect(sunday.en == "Sunday 2026-02-01")
  }

  @Test(arguments: [
    ("20/11/2026", "2026-11-20"), ("2026-11-20", "2026-11-20"), ("20-11-2026", "2026-11-20"),
    ("20/11", "2026-11-20"), ("24/11", "2026-11-24"), ("today", "2026-11-23"),
    ("hôm nay", "2026-11-23"), ("hôm qua", "2026-11-22"),
  ])
  func `a day is understood as people type it`(typed: String, expected: String) throws {
    let day = try DayArgument(argument: typed).day(today: Sample.day("2026-11-23"))
    #expect(day == Sample.day(expected))
  }

  @Test(arguments: ["31/11/2026", "2026-02-30", "20/11/26", "11", "", "tomorrow", "2026-11-20x"])
  func `a day that is none is refused by name, in both languages`(typed: String) {
    let messages = inBothLanguages {
      do {
        _ = try DayArgument(argument: typed).day(today: Sample.day("2026-11-23"))
        return ""
      } catch {
        return (error as? UsageError)?.message ?? ""
      }
    }
    #expect(messages.vi != messages.en)
    #expect(messages.vi.contains("“\(typed)”") && messages.en.contains("“\(typed)”"))
  }
}
