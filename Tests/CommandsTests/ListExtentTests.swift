import TestSupport
import Testing

/// A list that is cut short says so, to whoever is watching, in every format.
@Suite struct ListExtentTests {
  private func bench() async throws -> Bench {
    let bench = try Bench.founded()
    try bench.scratch.write(
      "name,birth_year\n" + (1...3).map { "Hồ Thị \($0),195\($0)\n" }.joined(), to: "people.csv")
    for arguments in [
      ["team", "form", "--unit", "101", "--name", "Tổ 1", "--since", "2026-01-01"],
      ["team", "form", "--unit", "102", "--name", "Tổ 2", "--since", "2026-01-01"],
      ["learner", "import", "people.csv"],
      ["session", "log", "--team", "Tổ 1", "--course", "zalo", "--unnamed", "1"],
      ["session", "log", "--team", "Tổ 1", "--course", "zalo", "--unnamed", "2"],
      ["session", "log", "--team", "Tổ 2", "--course", "zalo", "--unnamed", "3"],
      [
        "target", "set", "--measure", "trained", "--unit", "101", "--percent", "80", "--by",
        "2026-12-31",
      ],
      [
        "target", "set", "--measure", "trained", "--unit", "102", "--percent", "80", "--by",
        "2026-12-31",
      ],
    ] {
      let outcome = await bench.run(arguments)
      try #require(outcome.code == 0, "\(outcome)")
    }
    return bench
  }

  @Test func `how many of how many, and the limit that shows all`() async throws {
    let bench = try await bench()
    let lists: [(arguments: [String], all: Int)] = [
      (["session", "list"], 3), (["session", "list", "--team", "Tổ 1"], 2), (["team", "list"], 2),
      (["unit", "list"], 3), (["course", "list"], 3), (["measure", "list"], 3),
      (["population", "list"], 4), (["target", "list"], 2),
    ]
    for (arguments, all) in lists {
      for format in ["table", "json", "csv"] {
        let cut = await bench.run(arguments + ["--format", format, "--limit", "1"])
        #expect(cut.code == 0)
        #expect(
          cut.stderr.contains("Only 1 of \(all) is shown. To see all: add --limit \(all)"),
          "\(arguments): \(cut)")
        let whole = await bench.run(arguments + ["--format", format, "--limit", "\(all)"])
        #expect(!whole.stderr.contains("shown"), "\(arguments): \(whole)")
        let quiet = await bench.run(arguments + ["--format", format, "--limit", "1", "-q"])
        #expect(quiet.stderr == "", "\(arguments): \(quiet)")
      }
    }
    let vi = await bench.run("session", "list", "--limit", "1", language: "vi")
    #expect(vi.stderr.contains("Chỉ hiện 1 trong 3 dòng. Xem hết: thêm --limit 3"), "\(vi)")
  }

  @Test func `the people of an import too, in the table that shows them`() async throws {
    let bench = try await bench()
    let cut = await bench.run("import", "show", "1", "--limit", "2")
    #expect(cut.stderr.contains("Only 2 of 3 are shown"), "\(cut)")
    #expect(!(await bench.run("import", "show", "1")).stderr.contains("shown"))
    let json = await bench.run("import", "show", "1", "--limit", "2", "--format", "json")
    #expect(!json.stderr.contains("shown"), "JSON shows none of them")
  }

  @Test func `the journal too, of all kinds or of one`() async throws {
    let bench = try await bench()
    let all = await bench.run("journal", "list", "--limit", "100000", "--format", "json")
    let count = try #require(ParsedJSON(all.stdout)?.elements.count)
    #expect(!all.stderr.contains("shown"))
    let cut = await bench.run("journal", "list", "--limit", "5")
    #expect(cut.stderr.contains("Only 5 of \(count) are shown"), "\(cut)")
    let kind = ["journal", "list", "--kind", "session.logged", "--limit"]
    #expect((await bench.run(kind + ["2"])).stderr.contains("Only the first 2 are shown"))
    #expect((await bench.run(kind + ["1"])).stderr.contains("Only the first is shown"))
    let found = await bench.run("learner", "find", "ho thi", "--limit", "1")
    #expect(found.stderr.contains("Only the first is shown, there are more."), "\(found)")
    #expect(!(await bench.run(kind + ["3"])).stderr.contains("shown"))
    #expect(
      !(await bench.run("journal", "list", "--limit", "\(Int.max)")).stderr.contains("shown"))
  }

  @Test func `a list without a row says that there is nothing yet`() async throws {
    let bench = try Bench.founded()
    for (arguments, vi, en) in [
      (["session", "list"], "Chưa ghi buổi nào.", "No session has been recorded yet."),
      (
        ["session", "list", "--from", "2026-11-01"], "Không có buổi nào như vậy.",
        "There is no such session."
      ),
      (["target", "list"], "Chưa đặt mục tiêu nào.", "No target has been set yet."),
    ] {
      #expect((await bench.run(arguments, language: "vi")).stdout.contains(vi))
      #expect((await bench.run(arguments)).stdout.contains(en))
      let json = await bench.run(arguments + ["--format", "json"])
      #expect(ParsedJSON(json.stdout)?.elements.isEmpty == true, "\(json)")
    }
  }

  @Test func `an invented city tells records from people`() async throws {
    let bench = try Bench()
    let made = await bench.run("demo", "--learners", "400", "--db", "demo.db")
    let counted = try await LantoaProcess(scratch: bench.scratch).sqlite(
      "SELECT count(*) FROM learner", on: "demo.db")
    let records = try #require(Int(counted.stdout.split(separator: "\n").first ?? ""))
    try #require(records > 401)
    #expect(
      made.stderr.contains(
        "\(records) records of 400 people (\(records - 400) are second records of the same people), "
      ),
      "\(made)")
  }

  @Test func `a kind that is none is refused with those that are`() async throws {
    let bench = try Bench.founded()
    let outcome = await bench.run("journal", "list", "--kind", "session.loged")
    #expect(outcome.code == 64)
    #expect(outcome.stdout == "")
    #expect(outcome.stderr.contains("“session.loged”"), "\(outcome)")
    for kind in ["session.logged", "learner.registered", "voided"] {
      #expect(outcome.stderr.contains(kind))
      // A kind of which nothing is recorded yet is no mistake.
      #expect(await bench.run("journal", "list", "--kind", kind).code == 0)
    }
  }
}
