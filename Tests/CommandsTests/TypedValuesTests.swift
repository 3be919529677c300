import TestSupport
import Testing

/// Values typed as options: what is taken, and by which name what is not is refused.
@Suite struct TypedValuesTests {
  private func session(_ bench: Bench, _ options: String...) async -> Bench.Outcome {
    await bench.run(
      ["session", "log", "--team", "Tổ 1", "--course", "zalo", "--unnamed", "3"] + options)
  }

  private func bench() async throws -> Bench {
    let bench = try Bench.founded()
    let team = await bench.run(
      "team", "form", "--unit", "101", "--name", "Tổ 1", "--since", "2026-01-01")
    try #require(team.code == 0, "\(team)")
    return bench
  }

  @Test func `a text that cannot be is refused by the name of its own option`() async throws {
    let bench = try await bench()
    let logged = await session(bench)
    let reference = logged.stdout.split(separator: "\n").map(String.init).last ?? ""
    try bench.scratch.write("name\nHồ Thị Lê\n", to: "people.csv")
    let bad = "Bell\u{7}"
    for (option, arguments) in [
      ("--venue", ["session", "change", reference, "--venue", bad]),
      ("--note", ["session", "change", reference, "--note", bad]),
      ("--words", ["session", "void", reference, "--reason", "other", "--words", bad]),
      ("--source", ["learner", "import", "people.csv", "--source", bad]),
      (
        "--document",
        [
          "target", "set", "--measure", "trained", "--unit", "101", "--percent", "80", "--by",
          "2026-12-31", "--document", bad,
        ]
      ),
      ("--name", ["team", "form", "--unit", "101", "--name", bad, "--since", "2026-01-01"]),
    ] {
      let outcome = await bench.run(arguments)
      #expect(outcome.code == 64, "\(arguments): \(outcome)")
      #expect(outcome.stderr.contains("Error: \(option) “Bell"), "\(arguments): \(outcome)")
    }
    let log = await session(bench, "--note", " ")
    #expect(log.code == 64 && log.stderr.contains("--note"), "\(log)")
  }

  @Test func `documents have numbers for names, and notes are as long as they must be`()
    async throws
  {
    let bench = try await bench()
    let target = await bench.run(
      "target", "set", "--measure", "trained", "--unit", "101", "--percent", "80", "--by",
      "2026-12-31", "--document", "123/2026")
    #expect(target.code == 0, "\(target)")
    let note = String(repeating: "mưa to ", count: 42) + "hết"
    let logged = await session(bench, "--venue", "12", "--note", note)
    #expect(logged.code == 0, "\(logged)")
    let shown = await bench.run(
      "session", "show", logged.stdout.split(separator: "\n").map(String.init).last ?? "")
    #expect(shown.stdout.contains(note))

    let long = await session(bench, "--note", String(repeating: "m", count: 501))
    #expect(long.code == 64 && long.stderr.contains("500"), "\(long)")
    for name in ["123/2026", String(repeating: "m", count: 101)] {
      let team = await bench.run(
        "team", "form", "--unit", "101", "--name", name, "--since", "2026-01-01")
      #expect(team.code == 64 && team.stderr.contains("--name"), "\(team)")
    }
  }

  @Test(arguments: [
    ("giấy", "paper"), ("lời nói", "spoken"), ("miệng", "spoken"), ("điện tử", "digital"),
    ("giám hộ", "guardian"), ("không", "none"), ("Paper", "paper"),
  ])
  func `consent is taken in the words that lists have for it`(word: String, code: String)
    async throws
  {
    let bench = try Bench.founded()
    let registered = await bench.run(
      "learner", "register", "--name", "Hồ Thị Lê", "--consent", word)
    #expect(registered.code == 0, "\(registered)")
    let journal = await bench.run(
      "journal", "list", "--kind", "learner.registered", "--format", "json")
    #expect(
      ParsedJSON(journal.stdout)?.elements.map { $0["body"]["consent"] } == [.text(code)])

    let withdrawn = await bench.run(
      "learner", "change", registered.stdout.split(separator: "\n").map(String.init).last ?? "",
      "--consent", "rút lại")
    #expect(withdrawn.code == 0, "\(withdrawn)")
    let unknown = await bench.run("learner", "register", "--name", "Ai Đó", "--consent", "vâng")
    #expect(unknown.code == 64 && unknown.stderr.contains("paper"), "\(unknown)")
  }
}
