import Foundation
import TestSupport
import Testing

/// `coverage report --units-of` over the real places of Hue, as its users see it.
@Suite struct FormerUnitsReportTests {
  /// Made once for all tests, which only read it.
  private static let filling = Task { try await Self().fill() }

  private func filled() async throws -> Bench { try await Self.filling.value }

  /// One learner of each kind of residence who has finished a course, with teams and targets.
  private func fill() async throws -> Bench {
    let bench = try Bench()
    try await must(bench, "init", "--test")
    let homes = [
      // Three recorded in former units of Phú Xuân, two in Phú Xuân itself.
      "19753@2025-01-01", "19750@2025-01-01", "19750@2025-01-01", "19753", "Phú Xuân",
      // Dương Nỗ: the only unit that one former unit became.
      "19909@2025-01-01", "19909", "outside", nil,
    ]
    for (number, home) in homes.enumerated() {
      let learner = try await must(
        bench,
        ["learner", "register", "--name", "Người \(number)", "--consent", "paper", "--quiet"]
          + (home.map { ["--unit", $0] } ?? []))
      try await must(
        bench, "completion", "record", "--learner",
        learner.stdout.trimmingCharacters(in: .whitespacesAndNewlines), "--course", "safe-online",
        "--date", "2026-11-20", "--result", "completed", "--basis", "declared")
    }
    for (unit, since) in [
      ("19750@2025-01-01", "2025-03-01"), ("19753", "2025-08-01"), ("19909", "2025-08-01"),
    ] {
      try await must(
        bench, "team", "form", "--unit", unit, "--name", "Tổ \(unit)", "--since", since)
    }
    for unit in ["19753", "19909", "46"] {
      try await must(
        bench, "target", "set", "--unit", unit, "--percent", "50", "--by", "2026-12-31")
    }
    return bench
  }

  @discardableResult
  private func must(
    _ bench: Bench, _ arguments: String..., location: SourceLocation = #_sourceLocation
  ) async throws -> Bench.Outcome {
    try await must(bench, arguments, location: location)
  }

  @discardableResult
  private func must(
    _ bench: Bench, _ arguments: [String], language: String? = nil,
    location: SourceLocation = #_sourceLocation
  ) async throws -> Bench.Outcome {
    let outcome = await bench.run(arguments, language: language)
    try #require(outcome.code == 0, "\(arguments): \(outcome)", sourceLocation: location)
    return outcome
  }

  private func json(_ bench: Bench, _ arguments: String...) async throws -> ParsedJSON {
    let outcome = try await must(
      bench, ["coverage", "report", "--format", "json"] + arguments, language: "en")
    return try #require(ParsedJSON(outcome.stdout))
  }

  @Test func `133 former units and 39 rows of former unit not known make the same city`()
    async throws
  {
    let bench = try await filled()
    let former = try await json(bench, "--units-of", "2025-06-30")
    let present = try await json(bench)

    #expect(former.keys == present.keys)
    #expect(former["unitsOf"] == "2025-06-30")
    let units = former["units"].elements
    #expect(units.map { $0["kind"] }.prefix(133).allSatisfy { $0 == "unit" })
    #expect(units.map { $0["kind"] }.dropFirst(133).allSatisfy { $0 == "unknownFormer" })
    #expect(units.count == 133 + 39)
    for part in [units.prefix(133), units.dropFirst(133)] {
      let codes = part.compactMap { $0["code"].string }
      #expect(codes == codes.sorted())
    }
    #expect(units.allSatisfy { $0.keys == present["units"].elements[0].keys })
    #expect(present["units"].elements.allSatisfy { $0["kind"] == "unit" })

    func counts(_ report: ParsedJSON) -> [String: Int] {
      let counted = report["units"].elements.filter { $0["count"] != 0 }
      return Dictionary(
        uniqueKeysWithValues: counted.map {
          ("\($0["kind"].string ?? "") \($0["name"].string ?? "")", $0["count"].int ?? 0)
        })
    }
    #expect(
      counts(former) == [
        "unit Phường Thuận Lộc": 1, "unit Phường Tây Lộc": 2, "unit Phường Dương Nỗ": 2,
        "unknownFormer Phường Phú Xuân (chưa rõ đơn vị cũ)": 2,
      ])
    #expect(counts(present) == ["unit Phường Phú Xuân": 5, "unit Phường Dương Nỗ": 2])
    for report in [former, present] {
      #expect(report["total"]["count"] == 8)
      #expect(report["total"]["unallocated"] == 1)
      #expect(report["total"]["outside"] == 1)
    }
    #expect(former["total"]["unitsTotal"] == 133)
  }

  @Test func `former units have no population and no target of a unit of today`() async throws {
    let bench = try await filled()
    let former = try await json(bench, "--units-of", "2025-06-30")

    let units = former["units"].elements
    #expect(units.allSatisfy { $0["target"] == .null && $0["gap"] == .null })
    let withPopulation = units.filter { $0["population"] != .null }
    // The 31,692 of population.csv, for the same people under the same name.
    #expect(withPopulation.map { $0["name"] } == ["Phường Dương Nỗ"])
    #expect(withPopulation.first?["population"] == 31_692)
    #expect(withPopulation.first?["validFrom"] == "2025-01-01")
    for row in units where row["kind"] == "unknownFormer" {
      #expect(row["validFrom"] == "2025-07-01")
      #expect(row["quality"] == "missing")
      #expect([row["numerator"], row["population"], row["percent"]].allSatisfy { $0 == .null })
    }
    let total = former["total"]
    #expect([total["numerator"], total["population"], total["percent"]].allSatisfy { $0 == .null })
    #expect(total["unitsCounted"] == 0)
    #expect(former["warnings"].strings.contains("population-missing"))

    let cityOnly = try await json(
      bench, "--units-of", "2025-06-30", "--population", "qh15-175-2024")
    #expect(cityOnly["total"]["population"] == 1_236_393)
    #expect(cityOnly["total"]["numerator"] == 8)
    #expect(cityOnly["total"]["unitsCounted"] == 133)
  }

  @Test func `a team is in the former unit it was formed in, or one-to-one`() async throws {
    let bench = try await filled()
    let former = try await json(bench, "--units-of", "2025-06-30")
    let present = try await json(bench)

    #expect(former["teamPresence"]["units"] == 2)
    #expect(former["teamPresence"]["unitsTotal"] == 133)
    #expect(present["teamPresence"]["units"] == 2)
    #expect(present["teamPresence"]["unitsTotal"] == 40)
  }

  @Test func `the table says in plain words what former units cannot tell`() async throws {
    let bench = try await filled()
    let arguments = ["coverage", "report", "--units-of", "30/06/2025"]
    let vi = try await must(bench, arguments, language: "vi").stdout
    let en = try await must(bench, arguments, language: "en").stdout

    for words in [
      "Theo 133 xã, phường của ngày 30/06/2025.", "Phường Phú Xuân (chưa rõ đơn vị cũ)",
      "Chưa rõ đơn vị cũ: 2 người", "không có số dân theo đơn vị cũ (1/133)", "bỏ --units-of",
      "không tính được tỷ lệ", "2/133 xã, phường (1,5%); 1 tổ lập ở đơn vị mới không xếp được",
    ] {
      #expect(vi.contains(words), "\(words)")
    }
    for words in [
      "In the 133 units of 2025-06-30.", "Phường Phú Xuân (former unit not known)",
      "Former unit not known: 2 people recorded by the new unit",
      "has no population by former units (1 of 133)",
      "leave out --units-of", "no percentage can be given",
      "2/133 units (1.5%); left out: 1 team formed in units that came later.",
    ] {
      #expect(en.contains(words), "\(words)")
    }
    let today = try await must(bench, ["coverage", "report"], language: "en").stdout
    #expect(!today.contains("former"))
    #expect(!today.contains("units of"))
  }

  @Test func `CSV has a line for every row, named in Vietnamese`() async throws {
    let bench = try await filled()
    let csv = ParsedCSV(
      try await must(
        bench, ["coverage", "report", "--units-of", "2025-06-30", "--format", "csv"],
        language: "en"
      ).stdout)

    #expect(csv.header.count == 13)
    #expect(csv.rows.count == 172)
    #expect(
      csv.rows.first { $0[0] == "19753" && $0[2] == "unknownFormer" } == [
        "19753", "2025-07-01", "unknownFormer", "Phường Phú Xuân (chưa rõ đơn vị cũ)", "2", "", "",
        "", "", "", "missing", "population-missing", "true",
      ])
  }

  @Test func `a day without units is refused with the first that has some, one to come is not`()
    async throws
  {
    let bench = try await filled()
    for language in ["vi", "en"] {
      let outcome = await bench.run(
        "coverage", "report", "--units-of", "2024-12-31", language: language)
      #expect(outcome.code == 1)
      #expect(outcome.stdout == "")
      #expect(outcome.stderr.contains("--units-of 2025-01-01"), "\(outcome)")
    }
    #expect(try await json(bench, "--units-of", "2025-01-01")["units"].elements.count == 172)
    #expect(try await json(bench, "--units-of", "2025-07-01")["units"].elements.count == 40)
    #expect(try await json(bench, "--units-of", "2030-01-01")["units"].elements.count == 40)
    #expect(await bench.run("coverage", "report", "--units-of", "2025-06-31").code == 64)
  }

  // MARK: A code with its first day

  @Test func `a code with its first day names a former unit, but no team can begin there now`()
    async throws
  {
    let bench = try await filled()
    let shown = try await must(bench, "unit", "resolve", "19753@2025-01-01", "--format", "json")
    let unit = try #require(ParsedJSON(shown.stdout))
    #expect(unit["name"] == "Phường Thuận Lộc")
    #expect(unit["former"] == true)
    #expect(unit["now"]["name"] == "Phường Phú Xuân")

    let unknown = await bench.run("unit", "resolve", "19753@2025-08-01")
    #expect(unknown.code == 1)
    #expect(unknown.stderr.contains("19753@2025-01-01 Phường Thuận Lộc"), "\(unknown)")
    #expect(unknown.stderr.contains("19753@2025-07-01 Phường Phú Xuân"))

    let late = await bench.run(
      "team", "form", "--unit", "19753@2025-01-01", "--name", "Tổ mới", "--since", "2025-07-01")
    #expect(late.code == 1)
    #expect(late.stderr.contains("19753 Phường Phú Xuân"), "\(late)")
  }
}
