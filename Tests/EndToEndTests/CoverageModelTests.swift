import Foundation
import TestSupport
import Testing

/// `scripts/coverage-model` knows the journal from its page only: what it counts from an exported one
/// is what the program reports.
@Suite struct CoverageModelTests {
  @Test func `an independent model of the exported journal agrees with every report`() async throws
  {
    let lantoa = try LantoaProcess()
    try await lantoa.must("demo", "--learners", "300", "--seed", "20261123")
    try await correct(lantoa)
    #expect(try await lantoa.json("journal", "verify")["sound"] == true)
    let kinds = try await export(lantoa)
    for kind in [
      "voided", "restored", "session.changed", "mark.set", "completion.recorded",
      "learner.changed", "learner.moved", "learner.died", "learner.linked", "learner.unlinked",
      "learner.distinct", "imported",
    ] { #expect(kinds.contains(kind)) }

    let reports = try await report(lantoa)
    let agreed = try await model(lantoa, of: "journal.json", against: reports)

    #expect(agreed.code == 0, "\(agreed)")
    #expect(agreed.stdout == "the model agrees with \(reports.count) reports\n")

    // The model is no yes-man: a journal in which nothing was taken back is another one.
    let journal = try lantoa.scratch.read("journal.json")
    try lantoa.scratch.write(
      journal.replacing("\"voided\"", with: "\"unheard-of\""), to: "other.json")
    let differing = try await model(lantoa, of: "other.json", against: reports)
    #expect(differing.code == 1)
    #expect(mentions(differing.stderr, [".json", "the model has", "the report"]), "\(differing)")
  }

  // MARK: What happens to the register

  /// Everything that can be said after the fact, with the real commands.
  private func correct(_ lantoa: LantoaProcess) async throws {
    let sessions = try await lantoa.json("session", "list", "--limit", "1000").elements
      .filter { $0["void"] == false && $0["marks"].elements.count > 2 }
    try #require(sessions.count > 20)
    let people = sessions.flatMap { $0["marks"].elements.compactMap { $0["ref"].string } }
    var seen: Set<String> = []
    var strangers = people.filter { seen.insert($0).inserted }[...]
    try #require(strangers.count > 60)
    func next() -> String { strangers.removeFirst() }
    func reference(_ index: Int) throws -> String { try #require(sessions[index]["ref"].string) }

    try await correct(lantoa, session: reference(0), reference(1), reference(2), reference(3))
    try await move(lantoa, next)
    try await link(lantoa, next)
    try await importLists(lantoa, team: sessions[4]["team"]["ref"].string, next)

    try await lantoa.must("learner", "died", next(), "--on", "2026-03-01")
    let alive = next()
    try await lantoa.must("learner", "died", alive, "--on", "2026-03-01")
    try await lantoa.must("learner", "died", alive, "--retract")
    try await lantoa.must("learner", "died", next(), "--on", "2026-08-01")
    try await lantoa.must("undo")
    try await lantoa.must("learner", "died", next(), "--on", "2026-09-01")
    try await lantoa.must("undo")
    try await lantoa.must("undo", "--back")
    try await lantoa.must(
      "target", "set", "--unit", "Phú Xuân", "--percent", "66,5", "--by", "2027-12-31")
  }

  private func correct(
    _ lantoa: LantoaProcess, session taken: String, _ restored: String, _ early: String,
    _ marked: String
  ) async throws {
    try await lantoa.must("session", "void", taken, "--reason", "wrong-date")
    try await lantoa.must("session", "void", restored, "--reason", "logged-twice")
    try await lantoa.must("session", "unvoid", restored)
    try await lantoa.must("session", "change", early, "--date", "2025-12-30")
    let marks = try await lantoa.json("session", "show", marked)["marks"].elements
      .compactMap { $0["ref"].string }
    try await lantoa.must("session", "mark", marked, marks[0], "--result", "absent")
    try await lantoa.must(
      "session", "mark", marked, marks[1], "--result", "passed", "--score", "91")
    for course in [
      "smartphone-first-steps", "internet-and-search", "safe-online", "vneid-and-health-card",
      "public-services-and-hue-s",
    ] {
      try await lantoa.must(
        "completion", "record", "--learner", marks[2], "--course", course, "--date", "2026-05-05",
        "--result", "passed", "--basis", "tested")
    }
    let late = try await lantoa.must(
      "completion", "record", "--learner", marks[0], "--course", "safe-online", "--date",
      "2026-05-05"
    ).line
    try await lantoa.must("completion", "void", late, "--reason", "wrong-person")
  }

  private func move(_ lantoa: LantoaProcess, _ next: () -> String) async throws {
    try await lantoa.must("learner", "move", next(), "--to", "A Lưới 1", "--from", "2026-03-01")
    try await lantoa.must("learner", "move", next(), "--to", "outside", "--from", "2025-11-01")
    try await lantoa.must(
      "learner", "move", next(), "--to", "phường Thuận Lộc", "--from", "2025-05-01")
    let restless = next()
    for (unit, day) in [("Kim Long", "2026-01-10"), ("Dương Nỗ", "2026-07-01")] {
      try await lantoa.must("learner", "move", restless, "--to", unit, "--from", day)
    }
    try await lantoa.must(
      "learner", "move", restless, "--to", "Phong Điền", "--from", "2026-07-01")
    try await lantoa.must("learner", "change", next(), "--unit", "Thủy Xuân")
  }

  private func link(_ lantoa: LantoaProcess, _ next: () -> String) async throws {
    let chain = [next(), next(), next()]
    try await lantoa.must("learner", "link", chain[0], chain[1])
    try await lantoa.must("learner", "link", chain[1], chain[2])
    // Two records of one person that move on one day: of these the smaller record holds.
    for (record, unit) in zip(chain, ["Kim Long", "Hương An", "Vỹ Dạ"]) {
      try await lantoa.must("learner", "move", record, "--to", unit, "--from", "2026-04-01")
    }
    let parted = [next(), next()]
    try await lantoa.must("learner", "link", parted[0], parted[1])
    try await lantoa.must("learner", "unlink", parted[0], parted[1], "--yes")
    try await lantoa.must("learner", "distinct", parted[0], parted[1])
    let dead = [next(), next()]
    try await lantoa.must("learner", "link", dead[0], dead[1])
    try await lantoa.must("learner", "died", dead[1], "--on", "2026-06-01")
    for pair in try await lantoa.json("learner", "duplicates").elements.prefix(3) {
      try await lantoa.must(
        "learner", "link", pair["a"]["ref"].string ?? "", pair["b"]["ref"].string ?? "")
    }
  }

  private func importLists(
    _ lantoa: LantoaProcess, team: String?, _ next: () -> String
  ) async throws {
    func list(_ name: String, _ rows: String) throws {
      try lantoa.scratch.write(rows, to: "\(name).csv")
    }
    // 1: people of former units; 2: people of today, one of unknown residence.
    try list(
      "former",
      """
      name,birth_year,sex,unit,registered_on,external_id
      Hồ Văn Xưa,1950,m,phường Thuận Lộc,2025-05-01,F-1
      Hồ Thị Cũ,1951,f,phường Tây Lộc,2025-05-01,F-2
      Hồ Thị Nỗ,1952,f,Dương Nỗ,2025-05-01,F-3

      """)
    try await lantoa.must(
      "learner", "import", "former.csv", "--source", "sổ cũ", "--units-as-of", "2025-06-30")
    let people = """
      name,birth_year,sex,unit,registered_on,external_id
      Ngô Văn Một,1961,m,Phú Xuân,2026-01-05,N-1
      Ngô Thị Hai,1962,f,Kim Long,2026-01-05,N-2
      Ngô Thị Ba,1963,f,,2026-01-05,N-3
      Ngô Thị Tư,1964,f,outside,2026-01-05,N-4

      """
    try list("people", people)
    try await lantoa.must("learner", "import", "people.csv", "--source", "sổ mới")
    // 3: their sessions, and somebody new.
    let team = try #require(team)
    let unit =
      try await lantoa.json("team", "list", "--limit", "5000").elements
      .first { $0["ref"].string == team }.map { $0["unit"]["code"].string ?? "" } ?? ""
    let name =
      try await lantoa.json("team", "list", "--limit", "5000").elements
      .first { $0["ref"].string == team }?["name"].string ?? ""
    let head = "session,date,course,team,minutes,name,birth_year,sex,unit,result,external_id\n"
    func row(_ session: String, _ date: String, _ rest: String) -> String {
      "\(session),\(date),safe-online,\(unit)/\(name),90,\(rest)\n"
    }
    try list(
      "sessions",
      head
        + [
          "Ngô Văn Một,1961,m,Phú Xuân,completed,N-1", "Ngô Thị Ba,1963,f,,completed,N-3",
          "Ngô Thị Tư,1964,f,outside,passed,N-4", "Ngô Thị Năm,1965,f,,completed,N-5",
        ].map {
          row("B1", "2026-02-01", $0)
        }.joined()
        + row("B2", "2026-08-01", "Ngô Thị Hai,1962,f,Kim Long,completed,N-2"))
    try await lantoa.must("session", "import", "sessions.csv", "--source", "sổ mới")
    // 4: the same people again, corrected, moved, and one with a new key.
    try list(
      "again",
      "name,birth_year,sex,unit,registered_on,external_id,moved_on\n"
        + "Ngô Văn Một,1961,m,Vỹ Dạ,2026-01-05,N-1,\nNgô Thị Hai,1962,f,A Lưới 1,,N-2,2026-09-01\n"
        + "Ngô Thị Sáu,1966,f,Phú Xuân,2026-01-05,N-6,\n")
    try await lantoa.must("learner", "import", "again.csv", "--source", "sổ mới")
    // 5: a list that was a mistake.
    try list("mistake", "name,birth_year,sex,unit\nVõ Văn Nhầm,1970,m,Phú Xuân\n")
    try await lantoa.must("learner", "import", "mistake.csv", "--source", "nhầm")
    let wrong = try await reference(lantoa, "vo van nham")
    for person in [try await reference(lantoa, "ho thi cu"), wrong] {
      try await lantoa.must(
        "completion", "record", "--learner", person, "--course", "safe-online", "--date",
        "2026-05-01")
    }
    // A link through a record that is void still joins.
    try await lantoa.must("learner", "link", next(), wrong)
    try await lantoa.must("learner", "link", wrong, next())
    try await lantoa.must("import", "undo", "5", "--all")
    try await lantoa.must("import", "undo", "4")
    try await lantoa.must("import", "redo", "4")
    try await lantoa.must("import", "undo", "3")
    try await lantoa.must("import", "redo", "3")
    try await lantoa.must("import", "undo", "4")
    try await lantoa.must("import", "undo", "2", "--keep-used")
    try await lantoa.must("import", "undo", "1", "--keep-used")
  }

  private func reference(_ lantoa: LantoaProcess, _ name: String) async throws -> String {
    try #require(
      try await lantoa.json("learner", "find", name).elements.first?["ref"].string)
  }

  // MARK: What is compared

  /// Writes the journal, and returns the kinds in it.
  private func export(_ lantoa: LantoaProcess) async throws -> Set<String> {
    try await lantoa.must(
      "journal", "list", "--format", "json", "--limit", "1000000", "--output", "journal.json")
    let events = try #require(ParsedJSON(try lantoa.scratch.read("journal.json"))).elements
    return Set(events.compactMap { $0["kind"].string })
  }

  private func report(_ lantoa: LantoaProcess) async throws -> [String] {
    var files: [String] = []
    func write(_ options: String...) async throws {
      let file = "report-\(files.count).json"
      let outcome = try await lantoa.run(
        ["coverage", "report", "--format", "json", "--output", file] + options)
      try #require(outcome.code == 0, "\(outcome)")
      files.append(file)
    }
    for units in ["2025-06-30", "2026-11-23"] {
      for measure in ["reached", "trained", "skilled"] {
        for day in ["2025-10-01", "2026-04-01", "2026-11-23"] {
          try await write("--measure", measure, "--as-of", day, "--units-of", units)
        }
      }
      for series in ["sapnhap-2025", "qh15-175-2024"] {
        try await write("--population", series, "--units-of", units)
      }
    }
    return files
  }

  private func model(
    _ lantoa: LantoaProcess, of journal: String, against reports: [String]
  ) async throws -> LantoaProcess.Outcome {
    try await lantoa.start(
      program: "/usr/bin/env",
      ["python3", "\(LantoaProcess.checkout)/scripts/coverage-model", journal, "--check"] + reports
    ).outcome()
  }
}
