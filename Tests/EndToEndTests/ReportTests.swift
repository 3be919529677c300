import Foundation
import TestSupport
import Testing

/// The report as an officer of the city reads it off the screen.
@Suite struct ReportTests {
  /// Five trained people: two in Phú Xuân, two in Thủy Xuân (no population figure), one nobody knows where.
  private func city() async throws -> LantoaProcess {
    let (lantoa, team) = try await LantoaProcess.founded()
    try lantoa.scratch.write(
      "name,birth_year,sex,unit\nLê Thị A,1950,f,\nLê Thị B,1951,f,\nLê Thị C,1952,f,19813\n"
        + "Lê Thị D,1953,f,19813\n", to: "list.csv")
    try await lantoa.must(
      "session", "log", "--team", team, "--course", "safe-online", "--result", "completed",
      "--attendees", "list.csv")
    let lost = try await lantoa.must(
      "learner", "register", "--name", "Lê Thị E", "--consent", "spoken"
    ).line
    try await lantoa.must("completion", "record", "--learner", lost, "--course", "safe-online")
    return lantoa
  }

  /// The cells of the row that holds `word`.
  private func row(_ word: String, in table: String) -> [String] {
    let line = table.split(separator: "\n").first { $0.contains("  \(word)  ") } ?? ""
    return line.components(separatedBy: "  ").map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }
  }

  @Test func `what stands beside the percentage is what it was worked out from`() async throws {
    let lantoa = try await city()
    let table = try await lantoa.must("coverage", "report").stdout
    let total = try await lantoa.json("coverage", "report")["total"]
    try #require(total["numerator"] == 3 && total["count"] == 5)

    let cells = row("WHOLE CITY", in: table)
    try #require(cells.count >= 4, "\(table)")
    #expect(cells[1] == "3", "\(table)")
    let population = try #require(Double(cells[2].replacing(",", with: "")))
    #expect(population == total["population"].double)
    #expect(total["percent"].double == 100 * 3 / population)
    #expect(
      row("Where no population is known", in: table).starts(with: [
        "Where no population is known", "2", "–", "–",
      ]), "\(table)")
    #expect(table.contains("together 5 people"))
    let vi = try await lantoa.must("coverage", "report", language: "vi").stdout
    #expect(
      mentions(vi, ["Nơi chưa có số dân", "cộng lại 5 người", "(không chính thức)"]), "\(vi)")
    #expect(!vi.contains("unofficial"))
  }

  @Test func `a series for the city alone is spoken of as one`() async throws {
    let lantoa = try await city()
    for language in ["en", "vi"] {
      let table = try await lantoa.must(
        "coverage", "report", "--population", "tinbds", language: language
      ).stdout
      #expect(!table.contains(" 0 units") && !table.contains("ở 0 "), "\(table)")
      #expect(!table.contains(": ."), "\(table)")
      #expect(!table.contains(language == "vi" ? "chưa có số dân" : "no population"), "\(table)")
      let words =
        language == "vi"
        ? ["Số dân toàn thành phố của nguồn này bị nghi sai", "(đáng ngờ)"]
        : ["The city's population figure in this series is suspect", "(suspect)"]
      #expect(mentions(table, words), "\(table)")
      #expect(row(language == "vi" ? "TOÀN THÀNH PHỐ" : "WHOLE CITY", in: table)[1] == "5")
    }
  }

  @Test func `a target is shown as it was set, with the day by which it is to be met`()
    async throws
  {
    let lantoa = try await city()
    for (unit, percent, day) in [
      ("46", "66.55", "2026-12-31"), ("19753", "70", "2026-06-30"),
      ("Kim Long", "0,5", "2026-12-31"),
    ] {
      let set = try await lantoa.must(
        "target", "set", "--unit", unit, "--percent", percent, "--by", day)
      #expect(set.stderr.contains("has passed") == (day < "2026-11-23"), "\(set)")
      #expect(set.stdout == "")
    }
    let report = try await lantoa.must("coverage", "report").stdout
    for (list, isVietnamese) in [
      (try await lantoa.must("target", "list").stdout, false),
      (try await lantoa.must("target", "list", language: "vi").stdout, true), (report, false),
    ] {
      let shown = ["66.55%", "70%", "0.5%"].map {
        isVietnamese ? $0.replacing(".", with: ",") : $0
      }
      for percent in shown { #expect(list.contains("  \(percent)  "), "\(percent) in \(list)") }
    }
    #expect(
      report.contains("Targets are to be met by 2026-06-30 (has passed), 2026-12-31;"), "\(report)")
  }

  @Test func `one person is no people`() async throws {
    let (lantoa, _) = try await LantoaProcess.founded()
    for unit in [["--unit", "outside"], []] {
      let ref = try await lantoa.must(
        "learner", "register", "--name", "Lê Thị \(unit.count)", "--consent", "spoken",
        unit.isEmpty ? "--new" : unit[0], unit.isEmpty ? "--quiet" : unit[1]
      ).line
      try await lantoa.must("completion", "record", "--learner", ref, "--course", "safe-online")
    }
    let table = try await lantoa.must("coverage", "report").stdout
    #expect(
      mentions(table, ["1 person of unknown residence counts", "outside the city: 1 person,"]),
      "\(table)")
    #expect(!table.contains(" 1 people"))
  }
}
