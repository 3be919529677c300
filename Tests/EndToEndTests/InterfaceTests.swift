import TestSupport
import Testing

/// The shapes that other programs read: JSON and CSV, exact to the key.
@Suite struct InterfaceTests {
  private static let unit = ["code", "name", "validFrom"]
  private static let learner = [
    "birthYear", "demo", "erased", "hamlet", "id", "name", "ref", "registeredOn", "sex", "unit",
    "void",
  ]
  private static let session = [
    "course", "date", "demo", "form", "guests", "id", "lessons", "marks", "minutes", "note", "ref",
    "team", "unit", "unnamed", "venue", "void",
  ]
  private static let reportUnit = [
    "code", "count", "gap", "kind", "name", "numerator", "percent", "population", "quality",
    "target", "validFrom", "warnings",
  ]

  /// One learner with a hamlet, one session of two, one completion, one target.
  private func filled() async throws -> (lantoa: LantoaProcess, learner: String, session: String) {
    let (lantoa, team) = try await LantoaProcess.founded()
    let learner = try await lantoa.must(
      "learner", "register", "--name", "Hồ Thị Lê", "--birth-year", "1961", "--sex", "f", "--unit",
      "Phú Xuân", "--hamlet", "thôn 3, xóm \"Trên\"", "--consent", "paper"
    ).line
    try lantoa.scratch.write(
      "name,birth_year,sex,unit\nNguyễn Văn An,1950,m,Kim Long\n", to: "attendees.csv")
    let session = try await lantoa.must(
      "session", "log", "--team", team, "--course", "safe-online", "--lesson", "1", "--lesson",
      "otp-never-share", "--date", "2026-11-20", "--minutes", "90", "--attendee", learner,
      "--attendees", "attendees.csv"
    ).line
    try await lantoa.must(
      "completion", "record", "--learner", learner, "--course", "safe-online", "--date",
      "2026-11-21", "--result", "passed", "--basis", "tested")
    try await lantoa.must("target", "set", "--unit", "46", "--percent", "80", "--by", "2026-12-31")
    return (lantoa, learner, session)
  }

  @Test func `every list is an array of records with exactly the promised keys`() async throws {
    let (lantoa, learner, _) = try await filled()
    let lists: [(arguments: [String], keys: [String], length: Int?)] = [
      (
        ["unit", "list"],
        ["code", "demo", "district", "kind", "name", "nameEn", "validFrom", "validTo"], 40
      ),
      (["unit", "list", "--on", "2025-05-01"], [], 133),
      (
        ["population", "list"],
        [
          "basis", "counted", "default", "demo", "notes", "persons", "publisher", "series",
          "standing",
          "suspect", "titles", "units",
        ], 5
      ),
      (["team", "list"], ["demo", "id", "name", "ref", "since", "unit", "until", "void"], 1),
      (["learner", "find", "le"], Self.learner, 1),
      (["session", "list"], Self.session, 1),
      (
        ["completion", "list", "--learner", learner],
        ["basis", "course", "date", "demo", "id", "learner", "ref", "result", "void"], 1
      ),
      (["course", "list"], ["core", "demo", "slug", "titles", "version"], 8),
      (
        ["course", "list", "--lessons"],
        ["core", "demo", "lessons", "slug", "titles", "version"], 8
      ),
      (
        ["measure", "list"],
        [
          "basis", "counts", "courses", "demo", "programmeVersion", "rule", "slug", "titles",
          "validityMonths",
        ], 3
      ),
      (
        ["target", "list"],
        ["by", "demo", "document", "gap", "measure", "percent", "today", "unit"], 1
      ),
    ]
    for list in lists {
      let outcome = try await lantoa.run(list.arguments + ["--format", "json"])
      let value = try #require(ParsedJSON(outcome.stdout), "\(list.arguments): \(outcome)")
      #expect(value.isArray, "\(list.arguments)")
      #expect(value.isSorted, "\(list.arguments)")
      #expect(value.elements.count == list.length, "\(list.arguments)")
      for element in value.elements where !list.keys.isEmpty {
        #expect(element.keys == list.keys, "\(list.arguments)")
      }
      for element in value.elements { #expect(element["demo"] == true, "\(list.arguments)") }
      // CSV has every key, each where it stands alone or with what it holds.
      let csv = ParsedCSV(try await lantoa.run(list.arguments + ["--format", "csv"]).stdout)
      let columns = Set(csv.header.map { $0.split(separator: "_").first.map(String.init) ?? "" })
      #expect(columns == Set(value.elements[0].keys), "\(list.arguments)")
      #expect(Set(csv["demo"]) == ["true"], "\(list.arguments)")
      #expect(csv.rows.count == value.elements.count)
    }
  }

  @Test func `a session gives its venue and note, a unit the former ones it is made of`()
    async throws
  {
    let (lantoa, _, session) = try await filled()
    #expect(try await lantoa.json("session", "show", session)["venue"] == .null)
    try await lantoa.must(
      "session", "change", session, "--venue", "nhà văn hóa", "--note", "mưa to")
    let list = try await lantoa.json("session", "list").elements
    let shown = try await lantoa.json("session", "show", session)
    for held in list + [shown] {
      #expect(held["venue"] == "nhà văn hóa" && held["note"] == "mưa to")
    }

    let unit = try await lantoa.json("unit", "show", "19753")
    let former = unit["formerUnits"].elements
    #expect(former.contains { $0["name"] == "Phường Thuận Lộc" && $0["code"] == "19753" })
    #expect(former.allSatisfy { $0.keys == Self.unit && $0["validFrom"] == "2025-01-01" })
    let table = try await lantoa.must("unit", "show", "19753").stdout
    #expect(table.contains("Made of \(former.count) former units"))
    let whole = try await lantoa.json("unit", "show", "19753", "--on", "2025-05-01")
    #expect(whole["formerUnits"].elements.isEmpty)
  }

  @Test func `what has no reference prints nothing on standard output`() async throws {
    let (lantoa, learner, _) = try await filled()
    let other = try await lantoa.must("learner", "register", "--name", "Ai Đó", "--consent", "none")
      .line
    try lantoa.scratch.write("name\nVõ Thị Ba\n", to: "people.csv")
    try await lantoa.must("learner", "import", "people.csv")
    for arguments in [
      ["learner", "link", learner, other], ["learner", "unlink", learner, other, "--yes"],
      ["learner", "distinct", learner, other], ["import", "undo", "1"], ["import", "redo", "1"],
      ["population", "use", "sapnhap-2025"], ["journal", "rebuild"],
      ["target", "set", "--unit", "46", "--percent", "70", "--by", "2026-12-31"],
      ["learner", "erase", other, "--yes"],
    ] {
      let outcome = try await lantoa.run(arguments)
      #expect(outcome.code == 0 && outcome.stdout == "", "\(arguments): \(outcome)")
    }
  }

  @Test func `a list of sessions reads the marks of all at once, each where it belongs`()
    async throws
  {
    let (lantoa, learner, session) = try await filled()
    for number in 1...5 {
      try await lantoa.must(
        "session", "log", "--team", "Tổ CNSCĐ Phú Xuân 1", "--course", "safe-online", "--date",
        "2026-11-1\(number)", "--attendee", learner, "--result",
        number == 3 ? "passed" : "attended")
    }
    let sessions = try await lantoa.json("session", "list").elements
    #expect(sessions.map { $0["marks"].elements.count } == [2, 1, 1, 1, 1, 1])
    let passed = sessions.filter { $0["marks"].elements.contains { $0["result"] == "passed" } }
    #expect(passed.map { $0["date"].string } == ["2026-11-13"])
    #expect(sessions[0]["ref"].string == session)
    #expect(sessions.allSatisfy { $0["marks"].elements.contains { $0["name"] == "Hồ Thị Lê" } })

    var traced = lantoa
    traced.environment["SQL_TRACE"] = "1"
    let statements = try await traced.run("session", "list", "--format", "json").stderr
    let reads = statements.ranges(of: "FROM mark").count
    #expect(reads == 1, "\(reads) reads of marks for 6 sessions")
  }

  @Test func `a list within a record is counted in CSV, and a body is one cell of JSON`()
    async throws
  {
    let (lantoa, _, _) = try await filled()
    let sessions = ParsedCSV(try await lantoa.must("session", "list", "--format", "csv").stdout)
    #expect(sessions["marks"] == ["2"])
    try await lantoa.must(
      "session", "log", "--team", "Tổ CNSCĐ Phú Xuân 1", "--course", "safe-online", "--unnamed", "9"
    )
    let both = ParsedCSV(try await lantoa.must("session", "list", "--format", "csv").stdout)
    #expect(both["marks"] == ["0", "2"])

    let list = ["journal", "list", "--limit", "10"]
    let journal = ParsedCSV(try await lantoa.run(list + ["--format", "csv"]).stdout)
    let entries = try #require(
      ParsedJSON(try await lantoa.run(list + ["--format", "json"]).stdout))
    #expect(journal.rows.count == 10)
    let bodies = journal["body"].map { ParsedJSON($0) }
    #expect(bodies == entries.elements.map { $0["body"] })
    #expect(journal["body"].allSatisfy { !$0.contains("\n") && !$0.contains("\": ") })
    #expect(Set(journal["demo"]) == ["true"])
  }

  @Test func `what was taken back says who did it, when, why and in what words`() async throws {
    let (lantoa, learner, session) = try await filled()
    #expect(try await lantoa.json("session", "show", session)["voids"].elements == [])
    try await lantoa.must(
      "session", "void", session, "--reason", "logged-twice", "--words", "trùng với buổi sáng",
      "--as", "Võ Thị Ba")
    let shown = try await lantoa.json("session", "show", session)["voids"].elements
    #expect(
      shown.map { $0.keys } == [["by", "on", "reason", "words"]]
        && shown.first?["by"] == "Võ Thị Ba" && shown.first?["on"] == "2026-11-23"
        && shown.first?["reason"] == "logged-twice", "\(shown)")
    let table = try await lantoa.must("session", "show", session)
    #expect(
      table.stdout.contains(
        "Voided on 2026-11-23 by Võ Thị Ba: logged twice – “trùng với buổi sáng”"), "\(table)")
    let vi = try await lantoa.must("session", "show", session, language: "vi")
    #expect(vi.stdout.contains("Đã hủy ngày 23/11/2026, Võ Thị Ba: ghi hai lần – “"), "\(vi)")
    // What was had back is told no longer.
    try await lantoa.must("session", "unvoid", session)
    #expect(try await lantoa.json("session", "show", session)["voids"].elements == [])

    let last = try await lantoa.must("learner", "register", "--name", "Ai Đó", "--consent", "none")
      .line
    try await lantoa.must("undo")
    let person = try await lantoa.must("learner", "show", last).stdout
    #expect(
      person.contains("Voided on 2026-11-23 by Trần Thị Kiểm: taken back by lantoa undo"),
      "\(person)")
    #expect(try await lantoa.json("learner", "show", learner)["voids"].elements == [])
  }

  @Test func `a person's sessions and completions stand by date, in words`() async throws {
    let (lantoa, team) = try await LantoaProcess.founded()
    let learner = try await lantoa.must(
      "learner", "register", "--name", "Hồ Thị Lê", "--consent", "paper"
    ).line
    for day in ["2026-11-20", "2026-11-10"] {
      try await lantoa.must(
        "session", "log", "--team", team, "--course", "safe-online", "--date", day, "--attendee",
        learner)
    }
    for day in ["2026-11-15", "2026-11-05"] {
      try await lantoa.must(
        "completion", "record", "--learner", learner, "--course", "safe-online", "--date", day)
    }
    let shown = try await lantoa.must("learner", "show", learner).stdout.split(separator: "\n")
    let days = shown.map { $0.prefix(10) }.filter { $0.hasPrefix("2026-") }
    #expect(days == ["2026-11-05", "2026-11-10", "2026-11-15", "2026-11-20"], "\(shown)")
    let list = try await lantoa.must("completion", "list", "--learner", learner, language: "vi")
    #expect(
      list.stdout.contains("tổ trưởng xác nhận") && !list.stdout.contains("declared"), "\(list)")
    let one = try await lantoa.json("completion", "list", "--learner", learner, "--limit", "1")
    #expect(one.elements.count == 1)
  }

  @Test func `a former unit is shown by its name, or by its code and a day`() async throws {
    let (lantoa, _) = try await LantoaProcess.founded()
    for arguments in [["Thuận Lộc"], ["19753", "--on", "2025-05-01"]] {
      let shown = try await lantoa.run(["unit", "show"] + arguments)
      #expect(shown.stdout.contains("Former 19753 Phường Thuận Lộc"), "\(shown)")
      let json = try await lantoa.run(["unit", "show", "--format", "json"] + arguments)
      let unit = try #require(ParsedJSON(json.stdout))
      #expect(unit["former"] == true && unit["now"]["name"] == "Phường Phú Xuân")
    }
    #expect(try await lantoa.json("unit", "show", "19753")["name"] == "Phường Phú Xuân")
    let several = try await lantoa.run("unit", "show", "Hương Phong")
    #expect(several.code == 1)
    #expect(mentions(several.stderr, ["20002", "20080", "--on 2025-06-30"]), "\(several)")
    let before = try await lantoa.must("unit", "list", "--on", "2024-05-01").stdout
    #expect(mentions(before, ["0 units", "begin on 2025-01-01"]), "\(before)")
  }

  @Test func `a learner, a session and its marks are what was recorded`() async throws {
    let (lantoa, learner, session) = try await filled()

    let person = try #require(try await lantoa.json("learner", "find", learner).elements.first)
    #expect(person["ref"] == .text(learner))
    #expect(person["name"] == "Hồ Thị Lê")
    #expect(person["birthYear"] == 1961)
    #expect(person["sex"] == "f")
    #expect(person["hamlet"] == "thôn 3, xóm \"Trên\"")
    #expect(person["registeredOn"] == "2026-11-23")
    #expect(person["unit"].keys == Self.unit)
    #expect(person["unit"]["name"] == "Phường Phú Xuân")
    #expect(person["unit"]["validFrom"] == "2025-07-01")
    #expect(person["void"] == false)
    #expect(person["erased"] == false)
    #expect(person["demo"] == true)

    let held = try await lantoa.json("session", "show", session)
    #expect(held.keys == (Self.session + ["voids"]).sorted())
    let listed = try #require(try await lantoa.json("session", "list").elements.first)
    for key in Self.session { #expect(listed[key] == held[key], "\(key)") }
    #expect(held["lessons"].strings == ["strong-passwords", "otp-never-share"])
    #expect(held["team"].keys == ["id", "name", "ref"])
    #expect(held["date"] == "2026-11-20")
    #expect(held["minutes"] == 90)
    #expect(held["form"] == "class")
    #expect(held["marks"].elements.count == 2)
    for mark in held["marks"].elements {
      #expect(mark.keys == ["basis", "id", "name", "ref", "result", "score"])
      #expect(mark["result"] == "attended")
      #expect(mark["score"] == .null)
    }

    let shown = try await lantoa.json("learner", "show", learner)
    #expect(
      shown.keys
        == (Self.learner + [
          "cohort", "completions", "consent", "consentOn", "died", "homes", "keys", "linked",
          "phone", "sessions", "statements", "voids",
        ]).sorted()
    )
    #expect(shown["completions"].elements.map { $0["result"] } == ["passed"])
    #expect(shown["sessions"].elements.map { $0["ref"] } == [.text(session)])
  }

  @Test func `the report has the promised keys, null where nothing can be said`() async throws {
    let (lantoa, _, _) = try await filled()
    let outcome = try await lantoa.must(
      "coverage", "report", "--measure", "trained", "--as-of", "2026-11-22", "--format", "json")
    #expect(outcome.stderr.contains("TEST REGISTER"))
    let report = try #require(ParsedJSON(outcome.stdout))

    #expect(report.isSorted)
    #expect(
      report.keys == [
        "asOf", "demo", "measure", "population", "programmeVersion", "teamPresence", "total",
        "units", "unitsOf", "warnings",
      ])
    #expect(report["measure"] == "trained")
    #expect(report["asOf"] == "2026-11-22")
    #expect(report["unitsOf"] == "2026-11-23")
    #expect(report["population"].keys == ["basis", "date", "series", "standing"])
    #expect(report["population"]["series"] == "sapnhap-2025-corrected")
    #expect(report["population"]["date"] == .null)
    #expect(report["programmeVersion"] == 1)
    #expect(report["demo"] == true)
    #expect(report["teamPresence"].keys == ["units", "unitsTotal"])
    #expect(
      report["total"].keys == [
        "count", "numerator", "outside", "percent", "population", "unallocated", "unitsCounted",
        "unitsTotal",
      ])
    #expect(Set(report["warnings"].strings).isSuperset(of: ["population-missing"]))
    let units = report["units"].elements
    #expect(
      units.map { $0["code"].string ?? "" } == units.compactMap { $0["code"].string }.sorted())
    for unit in units {
      #expect(unit.keys == Self.reportUnit)
      #expect(unit["target"] == .null)
      #expect(unit["gap"] == .null)
      let hasPopulation = unit["population"] != .null
      #expect(hasPopulation == (unit["quality"] != "missing"))
      #expect(hasPopulation == (unit["numerator"] != .null))
      #expect(hasPopulation == (unit["percent"] != .null))
    }
    let missing = try #require(units.first { $0["code"] == "19813" })
    #expect(missing["count"] == 0)
    #expect(missing["quality"] == "missing")
    // Unrounded: 100 · 1 / 130,247.
    let phuXuan = try #require(units.first { $0["code"] == "19753" })
    #expect(phuXuan["percent"].double == 100.0 / 130_247)
  }

  @Test func `a journal entry is the envelope, with all its digits and nothing personal`()
    async throws
  {
    let (lantoa, _, _) = try await filled()
    let envelope: Set = [
      "actor", "base", "body", "clock", "device", "epoch", "id", "kind", "personalHash", "previous",
      "scope", "sequence", "subject", "version",
    ]

    let entries = try await lantoa.json("journal", "list", "--limit", "1000000").elements

    #expect(entries.allSatisfy { $0.isSorted })
    #expect(entries.allSatisfy { Set($0.keys).isSubset(of: envelope) })
    #expect(entries.map { $0["sequence"].int ?? 0 } == (1...entries.count).reversed())
    #expect(entries.last?["previous"] == .null)
    #expect(entries.dropLast().allSatisfy { $0["previous"].string?.count == 64 })
    let clocks = entries.compactMap { $0["clock"].int }
    #expect(clocks == clocks.sorted(by: >))
    #expect(clocks.allSatisfy { $0 > 1 << 53 })
    let registered = try #require(entries.first { $0["kind"] == "learner.registered" })
    #expect(registered["personalHash"].string?.count == 64)
    #expect(registered["body"]["cohort"] == 1950)
    let text = try await lantoa.must("journal", "list", "--limit", "1000000", "--format", "json")
    #expect(!text.stdout.contains("Hồ Thị Lê"))
    #expect(!text.stdout.contains("birthYear"))
  }

  @Test func `CSV has the keys of the JSON, quotes where it must, and no row of totals`()
    async throws
  {
    let (lantoa, _, _) = try await filled()

    let report = ParsedCSV(
      try await lantoa.must("coverage", "report", "--format", "csv").stdout)
    #expect(
      report.header == [
        "code", "validFrom", "kind", "name", "count", "numerator", "population", "percent",
        "target", "gap", "quality", "warnings", "demo",
      ])
    #expect(report.rows.count == 40)
    #expect(report.rows.allSatisfy { $0.count == 13 })
    #expect(report["code"] == report["code"].sorted())
    let missing = try #require(report.rows.first { $0[0] == "19813" })
    #expect(
      Array(missing[4...]) == ["0", "", "", "", "", "", "missing", "population-missing", "true"])

    let learners = ParsedCSV(
      try await lantoa.must("learner", "find", "ho thi le", "--format", "csv").stdout)
    #expect(
      learners.header == [
        "ref", "id", "name", "birthYear", "sex", "unit_code", "unit_validFrom", "unit_name",
        "hamlet", "registeredOn", "void", "erased", "demo",
      ])
    #expect(learners["hamlet"] == ["thôn 3, xóm \"Trên\""])
    #expect(learners["unit_code"] == ["19753"])

    let sessions = ParsedCSV(try await lantoa.must("session", "list", "--format", "csv").stdout)
    #expect(sessions["lessons"] == ["strong-passwords otp-never-share"])
    #expect(sessions["date"] == ["2026-11-20"])
    #expect(sessions.rows.allSatisfy { $0.count == sessions.header.count })
  }

  @Test(arguments: [
    ["team", "list", "--unit", "Kim Long"], ["learner", "find", "nobody"], ["session", "list"],
    ["target", "list"], ["journal", "list", "--kind", "learner.erased"],
    ["unit", "list", "--on", "2024-05-01"],
  ])
  func `an empty list is an empty array, and CSV with its header`(list: [String]) async throws {
    let (lantoa, _) = try await LantoaProcess.founded()
    let json = try await lantoa.run(list + ["--format", "json"])
    #expect(json.code == 0)
    #expect(ParsedJSON(json.stdout) == .array([]))
    let csv = try await lantoa.run(list + ["--format", "csv"])
    #expect(csv.code == 0)
    let header = ParsedCSV(csv.stdout).header
    #expect(header.count > 5, "\(csv)")
    #expect(ParsedCSV(csv.stdout).rows == [])
  }

  @Test func `a filled list and an empty one have the same CSV columns`() async throws {
    let (lantoa, learner, _) = try await filled()
    let (bare, _) = try await LantoaProcess.founded()
    try await bare.must(
      "learner", "register", "--name", "Ai Đó", "--consent", "none")
    let nobody = try #require(
      try await bare.json("learner", "find", "ai do").elements.first?["ref"].string)
    let lists: [(filled: [String], empty: [String])] = [
      (["session", "list"], ["session", "list"]),
      (["target", "list"], ["target", "list"]),
      (["learner", "find", "an"], ["learner", "find", "zz"]),
      (["completion", "list", "--learner", learner], ["completion", "list", "--learner", nobody]),
    ]
    for list in lists {
      let filled = try await lantoa.run(list.filled + ["--format", "csv"])
      let empty = try await bare.run(list.empty + ["--format", "csv"])
      #expect(ParsedCSV(filled.stdout).header == ParsedCSV(empty.stdout).header, "\(list.filled)")
    }
  }

  @Test func `a limit cuts a list, and the table says how much there is`() async throws {
    let (lantoa, team) = try await LantoaProcess.founded()
    for number in 2...4 {
      try await lantoa.must(
        "team", "form", "--unit", "19753", "--name", "Tổ \(number)", "--since", "2026-01-01")
      try await lantoa.must(
        "session", "log", "--team", team, "--form", "broadcast", "--unnamed", "\(number)", "--date",
        "2026-11-1\(number)")
    }
    #expect(try await lantoa.json("team", "list", "--limit", "2").elements.count == 2)
    #expect(
      try await lantoa.json("session", "list", "--limit", "2").elements.map { $0["date"].string }
        == ["2026-11-14", "2026-11-13"])
    #expect(try await lantoa.json("journal", "list").elements.count == 50)
    #expect(try await lantoa.json("journal", "list", "--limit", "7").elements.count == 7)
    #expect(
      try await lantoa.must("team", "list", "--limit", "2").stderr
        .contains("2 of 4 are shown. To see all: add --limit 4"))
    #expect(try await lantoa.run("team", "list", "--limit", "0").code == 64)
  }

  @Test func `a search that is cut short says that there are more, not that these are all`()
    async throws
  {
    let (lantoa, team) = try await LantoaProcess.founded()
    try lantoa.scratch.write(
      "name,birth_year,sex,unit\n" + (1...5).map { "Hồ Thị \($0),195\($0),f,\n" }.joined(),
      to: "list.csv")
    try await lantoa.must(
      "session", "log", "--team", team, "--course", "safe-online", "--attendees", "list.csv")
    for limit in ["5", "6"] {
      let found = try await lantoa.must("learner", "find", "ho thi", "--limit", limit)
      #expect(found.stdout.hasSuffix("\n5 found.\n") && !found.stderr.contains("shown"), "\(found)")
    }
    for format in ["table", "json", "csv"] {
      let found = try await lantoa.must(
        "learner", "find", "ho thi", "--limit", "4", "--format", format)
      #expect(
        found.stderr.contains("Only the first 4 are shown, there are more. Add words, or --limit"),
        "\(found)")
      #expect(!found.stdout.contains("found."))
    }
    #expect(try await lantoa.json("learner", "find", "ho thi", "--limit", "4").elements.count == 4)
    let vi = try await lantoa.must("learner", "find", "ho", "--limit", "1", language: "vi").stderr
    #expect(vi.contains("1 người đầu, còn nữa"), "\(vi)")
  }

  @Test(arguments: ["table", "json", "csv"])
  func `output goes to a file that only its owner reads`(format: String) async throws {
    let (lantoa, _) = try await LantoaProcess.founded()
    let arguments = ["coverage", "report", "--format", format]
    let shown = try await lantoa.run(arguments)

    let written = try await lantoa.run(arguments + ["--output", "report.out"])

    #expect(written.code == 0)
    #expect(written.stdout == "")
    #expect(written.stderr.contains("report.out"))
    #expect(try lantoa.scratch.read("report.out") == shown.stdout)
    #expect(try lantoa.scratch.mode(of: "report.out") == 0o600)
  }

  @Test func `a file that others could read is private once personal data lie in it`() async throws
  {
    let (lantoa, _, _) = try await filled()
    try lantoa.scratch.write("old", to: "people.json")
    try lantoa.scratch.setMode(0o644, of: "people.json")

    try await lantoa.must(
      "learner", "find", "le", "--format", "json", "--output", "people.json")

    #expect(try lantoa.scratch.read("people.json").contains("Hồ Thị Lê"))
    #expect(try lantoa.scratch.mode(of: "people.json") == 0o600)
  }

  @Test func `an output that cannot be written is an error that names it`() async throws {
    let (lantoa, _) = try await LantoaProcess.founded()
    let outcome = try await lantoa.run("unit", "list", "--output", "no/such/folder/units.csv")
    #expect(outcome.code == 1)
    #expect(mentions(outcome.stderr, ["no/such/folder/units.csv", "--output"]))
  }
}
