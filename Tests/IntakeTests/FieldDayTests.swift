import Domain
import Intake
import Testing

@Suite struct FieldDayTests {
  @Test(arguments: [
    "2026-03-01", " 2026-03-01 ", "2026-3-1", "2026/03/01", "1/3/2026", "01/03/2026", "01-03-2026",
    "1.3.2026", "1-3/2026",
  ])
  func `the first of March is read year first or day first`(text: String) throws {
    #expect(try Field.day(text) == day(2026, 3, 1))
  }

  @Test func `what fits both ways is day first`() throws {
    #expect(try Field.day("11/12/2026") == day(2026, 12, 11))
    #expect(try Field.day("25/3/2026") == day(2026, 3, 25))
    #expect(try Field.day("29/2/2028") == day(2028, 2, 29))
  }

  @Test(
    arguments: [
      ("3/25/2026", .monthFirst), ("12-31-2026", .monthFirst), ("02.30.2026", .monthFirst),
      ("1/3/26", .twoDigitYear), ("3/25/26", .twoDigitYear), ("01-03-26", .twoDigitYear),
      ("45000", .serialNumber), ("45000.5", .serialNumber), (" 36526 ", .serialNumber),
      ("", .missing), ("1/3", .notADay), ("2026", .notADay), ("20260301", .notADay),
      ("4500", .notADay), ("31/4/2026", .notADay), ("29/2/2026", .notADay), ("0/3/2026", .notADay),
      ("1/0/2026", .notADay), ("13/13/2026", .notADay), ("3/32/2026", .notADay),
      ("2026-25-03", .notADay), ("2026-02-30", .notADay), ("001/3/2026", .notADay),
      ("1/3/12026", .notADay), ("1/3/2026/4", .notADay), ("1//2026", .notADay),
      ("-1/3/2026", .notADay), ("+1/3/2026", .notADay), ("1/3/2026 8:00", .notADay),
      ("hôm qua", .notADay), ("１/３/２０２６", .notADay), ("45000.", .notADay),
      ("1/3/1899", .outside(1900...2100)), ("2101-01-01", .outside(1900...2100)),
      ("0026-03-01", .outside(1900...2100)),
    ] as [(String, FieldProblem)])
  func `another day is refused with its reason`(text: String, problem: FieldProblem) {
    #expect(throws: problem) { try Field.day(text) }
  }

  @Test func `every day there is reads back, written either way`() throws {
    for ordinal in stride(from: -25_000, through: 47_000, by: 37) {
      let day = CalendarDay(ordinal: ordinal)

      #expect(try Field.day(day.description) == day)
      #expect(try Field.day(day.dayFirst) == day)
    }
  }
}
