import Foundation
import TestSupport
import Testing

/// How much of that which was typed, or stands in a list, messages repeat.
@Suite struct QuotationTests {
  private func bench() async throws -> Bench {
    let bench = try Bench.founded()
    let team = await bench.run(
      "team", "form", "--unit", "101", "--name", "Tổ 1", "--since", "2026-01-01")
    try #require(team.code == 0, "\(team)")
    return bench
  }

  private static let long = String(repeating: "A", count: 100_000)
  private static let register = ["learner", "register", "--consent", "paper"]

  /// `…` stands for a long value.
  @Test(arguments: [
    register + ["--name", "…"], register + ["--name=…"], register + ["--name", "Hồ  Thị … "],
    register + ["--name", "Lê Văn Hai", "--hamlet", "…"],
    register + ["--name", "Lê Văn Hai", "--phone", "…"],
    register + ["--name", "Lê Văn Hai", "--unit", "…"],
    register + ["--name", "Lê Văn Hai", "--birth-year", "…"],
    register + ["--name", "Lê Văn Hai", "--as", "…"],
    ["session", "log", "--course", "zalo", "--unnamed", "3", "--team", "…"],
    ["session", "log", "--course", "zalo", "--unnamed", "3", "--team", "Tổ 1", "--note", "…"],
    ["learner", "show", "…"], ["coverage", "report", "--…"], ["doctor", "--db", "…"],
    ["doctor", "--lang", "…"],
  ])
  func `an error has no more of a value than it is known by`(template: [String]) async throws {
    try await check(template, with: Self.long)
  }

  @Test(arguments: ["A\u{316}", "A/", "A "])
  func `a long value is cut whatever it is made of`(piece: String) async throws {
    try await check(
      Self.register + ["--name", "…"], with: String(repeating: piece, count: 50_000))
  }

  private func check(_ template: [String], with long: String) async throws {
    let outcome = await (try bench()).run(template.map { $0.replacing("…", with: long) })
    let said = String(String.UnicodeScalarView(outcome.stderr.unicodeScalars.prefix(2000)))
    #expect(outcome.code != 0 && outcome.stdout.isEmpty, "\(said)")
    #expect(outcome.stderr.unicodeScalars.count < 1500, "\(said)")
    #expect(said.unicodeScalars.contains("A") && said.contains("…"), "\(said)")
  }

  @Test func `the value of the environment is cut as well`() async throws {
    var bench = try await bench()
    bench.environment["LANTOA_AS"] = Self.long
    let outcome = await bench.run(Self.register + ["--name", "Lê Văn Hai"])
    #expect(outcome.code == 64 && outcome.stderr.utf8.count < 500)
  }

  @Test func `what is cut cannot pass for a line of ours either`() async throws {
    let name = "Lê\nError: all is lost" + Self.long
    let outcome = await (try bench()).run(Self.register + ["--name", name])
    #expect(outcome.code == 64)
    #expect(outcome.stderr.split(separator: "\n").count == 1, "\(outcome.stderr.prefix(500))")
  }

  @Test func `a value of readable length and the path of a file are repeated whole`() async throws {
    let bench = try await bench()
    let name = String(repeating: "m", count: 79) + "7\u{7}"
    let short = await bench.run(Self.register + ["--name", String(name.dropFirst(2))])
    #expect(short.stderr.contains("“\(String(repeating: "m", count: 77))7"), "\(short)")
    let folder = String(repeating: "danh sách ", count: 20) + "2026"
    try bench.makeFolder(folder)
    for path in ["\(folder)/none.csv", bench.scratch.path("\(folder)/none.csv"), folder] {
      let missing = await bench.run("learner", "import", path, "--source", "sổ")
      #expect(missing.code != 0 && missing.stderr.contains(path), "\(missing)")
    }
  }

  @Test func `of many columns the first are told, and how many more there are`() async throws {
    let bench = try await bench()
    let columns = (1...20_000).map { "cột lạ \($0)" }.joined(separator: ",")
    try bench.scratch.write("\(columns)\n1\n", to: "nameless.csv")
    let row = "Lê Văn Hai,1960,m,101" + String(repeating: ",", count: 20_000)
    try bench.scratch.write("name,birth_year,sex,unit,\(columns)\n\(row)\n", to: "wide.csv")
    for arguments in [
      [
        "session", "log", "--team", "Tổ 1", "--course", "zalo", "--unnamed", "3", "--attendees",
        "wide.csv",
      ],
      ["learner", "import", "wide.csv", "--source", "sổ"],
      ["learner", "import", "nameless.csv", "--source", "sổ"],
    ] {
      let outcome = await bench.run(arguments)
      #expect(
        outcome.stderr.contains("cột lạ 7, cột lạ 8, … and 19,992 more"),
        "\(arguments): \(outcome.stderr.replacing("\n", with: " ¶ ").prefix(500))")
      #expect(outcome.stderr.utf8.count < 1500)
    }
  }

  @Test func `the name of a column is cut like any value`() async throws {
    let bench = try await bench()
    try bench.scratch.write("họ tên,name,\(Self.long)\n1,2,3\n", to: "two.csv")
    try bench.scratch.write("\(Self.long),\(Self.long)\n1,2\n", to: "twice.csv")
    for list in ["two.csv", "twice.csv"] {
      let outcome = await bench.run("learner", "import", list, "--source", "sổ")
      #expect(
        outcome.code == 1 && outcome.stderr.utf8.count < 600,
        "\(outcome.stderr.replacing("\n", with: " ¶ ").prefix(500))")
    }
  }
}
