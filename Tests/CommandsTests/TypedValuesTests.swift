import Domain
import Storage
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

  @Test func `a target is set for a unit that stands, or the city`() async throws {
    let bench = try Bench.founded()
    func set(_ unit: String) async -> Bench.Outcome {
      await bench.run("target", "set", "--unit", unit, "--percent", "80", "--by", "2026-12-31")
    }
    let former = await set("111@2025-01-01")
    #expect(former.code == 1, "\(former)")
    #expect(former.stderr.contains("It is now part of 101 Phường Sông: use 101."), "\(former)")
    for unit in ["101@2025-07-01", "101", "46"] { #expect((await set(unit)).code == 0) }
  }

  @Test func `a lesson is named by its number, slug or title in any language`() async throws {
    let bench = try Bench()
    try bench.found("lantoa.db") { recorder in
      try recorder.publish(
        CoursePublished(
          slug: "rao-vat", courseVersion: 1, titles: ["vi": "Rao vặt"],
          lessons: [
            ("hoi", ["vi": "Mua, bán: hỏi trước", "en": "Buying and selling"] as Titles),
            ("mua-hang", ["vi": "Mua"]), ("tra-gia", ["vi": "Trả giá"]),
            ("tra-gia-2", ["vi": "Trả Giá"]),
          ].map { PublishedLesson(slug: $0, titles: $1, minutes: 25, competences: []) }))
    }
    await bench.run("team", "form", "--unit", "101", "--name", "Tổ 1", "--since", "2026-01-01")
    func lessons(_ typed: String...) async -> [String] {
      let logged = await bench.run(
        ["session", "log", "--team", "Tổ 1", "--course", "rao-vat", "--unnamed", "3"]
          + typed.flatMap { ["--lesson", $0] })
      guard logged.code == 0 else { return [logged.stderr] }
      let reference = logged.stdout.split(separator: "\n").map(String.init).last ?? ""
      let shown = await bench.run("session", "show", reference, "--format", "json")
      return ParsedJSON(shown.stdout)?["lessons"].strings ?? []
    }
    #expect(await lessons("mua, ban: hoi truoc") == ["hoi"])
    #expect(await lessons("BUYING  and selling", "2") == ["hoi", "mua-hang"])
    #expect(await lessons("Mua,Mua, bán hỏi trước") == ["mua-hang", "hoi"])
    #expect(await lessons("tra-gia-2,1") == ["tra-gia-2", "hoi"])
    for (typed, told) in [("trả giá", "“trả giá”"), (" Mua  đồ ", "“Mua đồ”"), ("5", "“5”")] {
      let refused = await lessons(typed)
      #expect(refused.first?.contains("There is no lesson \(told)") == true, "\(refused)")
    }

    try bench.scratch.write(
      "session,date,course,team,name,lesson\n"
        + "B1,2026-11-22,rao-vat,Tổ 1,Hồ Thị Lê,\"Mua, bán: hỏi trước; tra-gia\"\n", to: "list.csv")
    let taken = await bench.run("session", "import", "list.csv", "--source", "sổ")
    #expect(taken.code == 0, "\(taken)")
    let list = await bench.run("session", "list", "--format", "json", "--to", "2026-11-22")
    #expect(ParsedJSON(list.stdout)?.elements.first?["lessons"].strings == ["hoi", "tra-gia"])
    let help = await bench.run("session", "log", "--help")
    #expect(help.stdout.contains("number, title or slug"), "\(help)")
  }

  @Test func `people from outside can be asked about as duplicates`() async throws {
    let bench = try Bench.founded()
    for unit in ["outside", "outside", "101", "101"] {
      await bench.run(
        "learner", "register", "--name", "Hồ Thị Lê \(unit == "101" ? "An" : "Ba")",
        "--birth-year", "1961", "--sex", "f", "--unit", unit, "--new", "--consent", "paper")
    }
    for unit in ["outside", "ngoài thành phố"] {
      let pairs = await bench.run("learner", "duplicates", "--unit", unit, "--format", "json")
      let found = ParsedJSON(pairs.stdout)?.elements ?? []
      #expect(found.map { $0["a"]["name"] } == ["Hồ Thị Lê Ba"], "\(pairs)")
    }
  }

  @Test func `a name with its tone on the other vowel is the same name`() async throws {
    let bench = try Bench.founded()
    func register(_ name: String) async -> Bench.Outcome {
      await bench.run(
        "learner", "register", "--name", name, "--birth-year", "1961", "--sex", "f", "--unit",
        "101",
        "--consent", "paper")
    }
    #expect((await register("Nguyễn Thị Hòa")).code == 0)
    let again = await register("Nguyễn Thị Hoà")
    #expect(again.code == 1 && again.stderr.contains("Nguyễn Thị Hòa (1961)"), "\(again)")
    #expect((await register("Nguyễn Thị Hóa")).code == 0, "another tone is another name")
    for words in ["Hòa", "hoà", "HOÀ", "nguyễn thị hoa\u{300}"] {
      let found = await bench.run("learner", "find", words, "--format", "json")
      #expect(
        ParsedJSON(found.stdout)?.elements.first?["name"] == "Nguyễn Thị Hòa",
        "\(words): \(found)")
    }
  }
}
