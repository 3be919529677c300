import Coverage
import Domain
import TestSupport
import Testing

@Suite struct ContributionTests {
  private static let here = Residence.unit(.init(high: 0, low: 1))
  private static let there = Residence.unit(.init(high: 0, low: 2))

  /// The intervals of one person under one rule, as `from..until` (until is not in).
  private func days(
    _ rule: Measure.Rule = .atLeast(1, of: nil), counts: LearningResult = .attended,
    months: Int? = nil,
    spells: [(Residence, String)] = [(here, "2024-01-01")],
    achieved: [(String?, String, LearningResult)], died: String? = nil
  ) -> [String] {
    let person = PersonHistory(
      spells: spells.map { .init(residence: $0.0, from: Sample.day($0.1)) },
      achievements: achieved.map { .init(course: $0.0, day: Sample.day($0.1), result: $0.2) },
      died: died.map(Sample.day))
    let measure = Measure(
      slug: "m", titles: [:], counts: counts, rule: rule, basis: "all", validityMonths: months)
    return Programme(version: 1, core: [], measures: [measure]).contributions(of: person)
      .sorted { $0.days.from < $1.days.from }
      .map { contribution in
        let place =
          switch contribution.residence {
          case Self.here: "here"
          case Self.there: "there"
          case .outside: "outside"
          default: "unallocated"
          }
        let until = contribution.days.until.map { $0.adding(days: -1).description } ?? ""
        return "\(place) \(contribution.days.from)…\(until)"
      }
  }

  @Test func `somebody counts from the day itself, for ever`() {
    #expect(days(achieved: [("a", "2026-02-03", .attended)]) == ["here 2026-02-03…"])
    #expect(days(achieved: [(nil, "2026-02-03", .attended)]) == ["here 2026-02-03…"])
    #expect(days(achieved: []) == [])
  }

  @Test(
    arguments: [
      // Of indicators 4.6: with 24 months, 2024-11-30 is out on 2026-11-30 and 2024-12-01 is in.
      ("2024-11-30", 24, "2026-11-29"), ("2024-12-01", 24, "2026-11-30"),
      // 2025-02-28 less a year is 2024-02-28: the leap day is still in on that day.
      ("2024-02-29", 12, "2025-02-28"), ("2024-02-28", 12, "2025-02-27"),
      // 30 September less a month is 30 August, so the last of August lasts until then.
      ("2026-08-31", 1, "2026-09-30"), ("2026-08-30", 1, "2026-09-29"),
      ("2026-01-31", 1, "2026-02-28"), ("2026-01-29", 1, "2026-02-28"),
      ("2026-01-28", 1, "2026-02-27"),
    ])
  func `a result lasts as many months as the measure says`(
    achieved: String, months: Int, last: String
  ) {
    #expect(
      days(months: months, achieved: [("a", achieved, .attended)]) == ["here \(achieved)…\(last)"])
  }

  @Test func `a course taken again before it runs out is one stretch, later it is two`() {
    #expect(
      days(
        months: 1,
        achieved: [
          ("a", "2026-03-10", .attended), ("a", "2026-01-10", .attended),
          ("b", "2026-02-10", .attended), ("a", "2026-06-01", .attended),
        ]) == ["here 2026-01-10…2026-04-09", "here 2026-06-01…2026-06-30"])
  }

  @Test func `a better result counts as the lesser ones, and a lesser one never as a better`() {
    let achieved: [(String?, String, LearningResult)] = [
      ("a", "2026-01-10", .attended), ("a", "2026-02-10", .completed), ("a", "2026-03-10", .passed),
    ]

    #expect(days(counts: .attended, achieved: achieved) == ["here 2026-01-10…"])
    #expect(days(counts: .completed, achieved: achieved) == ["here 2026-02-10…"])
    #expect(days(counts: .passed, achieved: achieved) == ["here 2026-03-10…"])
    for least in LearningResult.allCases {
      #expect(days(counts: least, achieved: [achieved[2]]) == ["here 2026-03-10…"])
    }
    #expect(days(counts: .completed, achieved: [achieved[0]]) == [])
    #expect(days(counts: .passed, achieved: [achieved[0], achieved[1]]) == [])
  }

  @Test func `a rule over named courses counts each of them once and no other`() {
    let achieved: [(String?, String, LearningResult)] = [
      ("a", "2026-01-10", .passed), ("a", "2026-02-10", .passed), (nil, "2026-02-20", .passed),
      ("x", "2026-02-25", .passed), ("b", "2026-03-10", .passed), ("c", "2026-04-10", .passed),
    ]

    #expect(days(.atLeast(1, of: ["b", "c"]), achieved: achieved) == ["here 2026-03-10…"])
    #expect(days(.atLeast(2, of: ["a", "b", "c"]), achieved: achieved) == ["here 2026-03-10…"])
    #expect(days(.all(of: ["a", "b", "c"]), achieved: achieved) == ["here 2026-04-10…"])
    #expect(days(.all(of: ["a", "b", "b"]), achieved: achieved) == ["here 2026-03-10…"])
    #expect(days(.all(of: ["a", "d"]), achieved: achieved) == [])
    #expect(
      days(.eachArea(["1": ["a", "x"], "2": ["c", "b"]]), achieved: achieved) == [
        "here 2026-03-10…"
      ])
    #expect(days(.eachArea(["1": ["a"], "2": []]), achieved: achieved) == [])
    #expect(
      days(.eachArea(["1": ["a", "b"], "2": ["b"]]), achieved: achieved) == ["here 2026-03-10…"])
  }

  @Test func `no rule over nothing is ever met`() {
    let achieved: [(String?, String, LearningResult)] = [("a", "2026-01-10", .passed)]

    #expect(days(.all(of: []), achieved: achieved) == [])
    #expect(days(.eachArea([:]), achieved: achieved) == [])
    #expect(days(.atLeast(1, of: []), achieved: achieved) == [])
  }

  @Test func `somebody who moves counts in the new home from that day`() {
    #expect(
      days(
        spells: [(Self.there, "2026-03-01"), (Self.here, "2026-01-01"), (.outside, "2026-05-01")],
        achieved: [("a", "2026-02-03", .attended)]) == [
          "here 2026-02-03…2026-02-28", "there 2026-03-01…2026-04-30", "outside 2026-05-01…",
        ])
  }

  @Test func `the first home reaches back without limit`() {
    #expect(
      days(
        spells: [(Self.here, "2026-03-01"), (Self.there, "2026-04-01")],
        achieved: [("a", "1999-02-03", .attended)]) == [
          "here 1999-02-03…2026-03-31", "there 2026-04-01…",
        ])
    #expect(
      days(spells: [(.unallocated, "2026-03-01")], achieved: [("a", "2026-01-01", .attended)])
        == ["unallocated 2026-01-01…"])
  }

  @Test func `of two homes from one day the later in the list holds, before that day too`() {
    #expect(
      days(
        spells: [(Self.here, "2026-03-01"), (Self.there, "2026-03-01")],
        achieved: [("a", "2026-01-01", .attended)]) == ["there 2026-01-01…"])
  }

  @Test func `moving within one unit changes nothing`() {
    #expect(
      days(
        spells: [
          (Self.here, "2026-01-01"), (Self.here, "2026-03-01"), (Self.there, "2026-04-01"),
          (Self.here, "2026-04-01"),
        ],
        achieved: [("a", "2026-02-01", .attended)]) == ["here 2026-02-01…"])
  }

  @Test func `the dead count until the day before`() {
    let achieved: [(String?, String, LearningResult)] = [("a", "2026-02-03", .attended)]

    #expect(days(achieved: achieved, died: "2026-06-01") == ["here 2026-02-03…2026-05-31"])
    #expect(days(achieved: achieved, died: "2026-02-04") == ["here 2026-02-03…2026-02-03"])
    #expect(days(achieved: achieved, died: "2026-02-03") == [])
    #expect(days(achieved: achieved, died: "2020-01-01") == [])
    #expect(
      days(
        spells: [(Self.here, "2024-01-01"), (Self.there, "2026-05-01")], achieved: achieved,
        died: "2026-04-01") == ["here 2026-02-03…2026-03-31"])
  }

  @Test func `every measure of the programme is answered by its own name`() {
    let person = PersonHistory(
      spells: [.init(residence: Self.here, from: Sample.day("2026-01-01"))],
      achievements: [
        .init(course: "zalo", day: Sample.day("2026-01-10"), result: .passed),
        .init(course: "an-toan", day: Sample.day("2026-02-10"), result: .completed),
      ])

    let contributions = Sample.programme.contributions(of: person)

    #expect(
      contributions.map { "\($0.measure) \($0.days.from)" } == [
        "reached 2026-01-10", "trained 2026-02-10",
      ])
  }
}
