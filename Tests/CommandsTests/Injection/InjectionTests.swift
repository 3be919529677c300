import Foundation
import TestSupport
import Testing

/// Two hundred harmful texts, in every field that takes text and in every output of the command line: no
/// terminal is steered, no spreadsheet runs anything, no statement is changed, and names stay names.
@Suite struct InjectionTests {
  @Test func `there are two hundred of them, each unlike the others`() {
    #expect(Payload.all.count >= 200)
    #expect(Set(Payload.all.map(\.text)).count == Payload.all.count)
  }

  // MARK: Lists

  @Test func `people of a list are shown as they are named, in every output`() async throws {
    let bench = try Bench.founded()
    let cells = Payload.all.map {
      "\(quoted($0.name)),1960,f,101,\(quoted($0.text)),\(quoted($0.name))\n"
    }
    try bench.scratch.write(
      "name,birth_year,sex,unit,hamlet,external_id\n" + cells.joined(), to: "p.csv")
    let imported = await bench.run(
      "learner", "import", "p.csv", "--source", "sổ", "--format", "json")
    expectClean(imported)
    let result = try #require(ParsedJSON(imported.stdout), "\(imported)")
    let (created, rejected) = (
      try #require(result["created"].int), try #require(result["rejected"].int)
    )
    #expect(created + rejected == Payload.all.count && created > 80 && rejected > 80)

    let names = try await self.names(in: bench, of: "learner", "find", "thi", "--format", "json")
    #expect(names.count == created)
    // One apostrophe before a formula is taken for that of a spreadsheet.
    let written = Payload.all.map(\.name)
    #expect(names.isSubset(of: Set((written + written.map(withoutApostrophe)).map(tidied))))
    let rows = ParsedCSV(await bench.run("learner", "export").stdout)
    #expect(Set(rows["name"].map(withoutApostrophe)) == names)
    for payload in Payload.statements where names.contains(tidied(payload.name)) {
      let found = await bench.run("learner", "find", "--format", "json", "--", payload.name)
      #expect(
        ParsedJSON(found.stdout)?.elements.first?["name"].string == tidied(payload.name),
        "\(payload.testDescription)")
    }
    try await expectEveryOutputClean(of: bench)

    let errors = try bench.scratch.read("p.csv.errors.csv")
    #expect(OutputFaults.first(inCSV: errors) == nil)
    #expect(ParsedCSV(errors).rows.count == rejected)
    let again = await bench.run(
      "learner", "import", "p.csv.errors.csv", "--source", "sổ", "--format", "json")
    expectClean(again)
    #expect(ParsedJSON(again.stdout)?["rejected"].int == rejected)
  }

  @Test func `sessions of a list are shown as they are named, in every output`() async throws {
    let bench = try Bench.founded()
    await bench.run("team", "form", "--unit", "101", "--name", "Tổ 1", "--since", "2026-01-01")
    let rows = Payload.all.map {
      "\(quoted($0.text)),2026-10-01,an-toan,Tổ 1,60,\(quoted($0.name)),1960,f\n"
    }
    let header = "session,date,course,team,minutes,name,birth_year,sex\n"
    try bench.scratch.write(header + rows.joined(), to: "s.csv")
    let imported = await bench.run("session", "import", "s.csv", "--source", "sổ")
    expectClean(imported)
    for field in ["course", "team", "lesson", "form", "result", "person", "unit", "date"] {
      let columns = ["session", "date", "course", "team", "name", field].reduce(into: [String]()) {
        if !$0.contains($1) { $0.append($1) }
      }
      let values = [
        "session": "b", "date": "2026-10-01", "course": "an-toan", "team": "Tổ 1", "name": "Lê",
      ]
      let rows = Payload.all.map { payload in
        columns.map { $0 == field ? quoted(payload.text) : values[$0] ?? "" }.joined(separator: ",")
          + "\n"
      }
      try bench.scratch.write(columns.joined(separator: ",") + "\n" + rows.joined(), to: "f.csv")
      expectClean(await bench.run("session", "import", "f.csv", "--source", "thử", "--dry-run"))
    }
    try await expectEveryOutputClean(of: bench)
  }

  // MARK: Options

  @Test func `what is typed as a team, a venue, a note, a reason or an account stays text`()
    async throws
  {
    let bench = try Bench.founded()
    let team = await bench.run(
      "team", "form", "--unit", "101", "--name", "Tổ 1", "--since", "2026-01-01")
    #expect(team.code == 0, "\(team)")
    var kept: Set<String> = []
    for payload in Payload.all {
      let formed = await bench.run(
        "team", "form", "--unit", "101", "--name", payload.name, "--since", "2026-01-01")
      let logged = await bench.run(
        "session", "log", "--team", "Tổ 1", "--course", "zalo", "--unnamed", "3", "--venue",
        payload.text, "--note=\(payload.text)", "--as", payload.name)
      let aimed = await bench.run(
        "target", "set", "--measure", "trained", "--unit", "101", "--percent", "50", "--by",
        "2026-12-31", "--document=\(payload.text)")
      for outcome in [formed, logged, aimed] { expectClean(outcome) }
      if formed.code == 0 { kept.insert(tidied(payload.name)) }
      if logged.code == 0 {
        expectClean(
          await bench.run(
            "session", "void", logged.stdout.trimmingCharacters(in: .newlines), "--reason", "other",
            "--words=\(payload.text)"))
      }
    }
    #expect(kept.count > 80)
    let teams = try await names(in: bench, of: "team", "list", "--format", "json")
    #expect(teams == kept.union(["Tổ 1"]))
    try await expectEveryOutputClean(of: bench)
  }

  @Test func `what is typed where something else is meant is quoted harmlessly`() async throws {
    let bench = try Bench.founded()
    let commands = [
      ["unit", "resolve", "?"], ["learner", "find", "?"], ["learner", "show", "?"],
      ["session", "show", "?"], ["coverage", "report", "--measure=?"],
      ["coverage", "report", "--as-of=?"], ["learner", "register", "--consent=?", "--name", "Lê"],
      ["session", "log", "--team=?", "--unnamed", "3"], ["learner", "find", "le", "--limit=?"],
      ["?"], ["learner", "?"], ["unit", "list", "--?"], ["unit", "list", "--lang=?"],
    ]
    // Every command meets a third of them.
    for payload in Payload.all {
      for (place, command) in commands.enumerated() where (payload.number + place) % 3 == 0 {
        let arguments = command.map { $0.replacing("?", with: payload.text) }
        expectClean(await bench.run(arguments), "\(arguments)")
      }
    }
    let verified = await bench.run("journal", "verify")
    #expect(verified.code == 0, "\(verified)")
  }

  @Test func `the name of a file is text too`() async throws {
    let bench = try Bench.founded()
    for payload in Payload.all where !payload.text.contains("/") {
      let name = payload.text + ".csv"
      try? bench.scratch.write("name\nLê Thị \(payload.number)\n", to: name)
      let imported = await bench.run("learner", "import", "./" + name)
      let written = await bench.run("unit", "list", "--output", "./" + name)
      for outcome in [imported, written] { expectClean(outcome, "\(name.debugDescription)") }
      let opened =
        switch payload.number % 3 {
        case 0: await bench.run("unit", "list", "--db", "./" + name)
        case 1: await bench.run("demo", "--learners", "9", "--share", "./" + name)
        default: await bench.run("restore", "./" + name, "--db", "new.db")
        }
      expectClean(opened, "\(name.debugDescription)")
    }
    try await expectEveryOutputClean(of: bench)
  }

  // MARK: -

  /// Every command that shows something, in each of its forms, is clean; and the journal is sound.
  private func expectEveryOutputClean(
    of bench: Bench, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let lists = [
      ["learner", "find", "thi"], ["learner", "duplicates"], ["team", "list"], ["session", "list"],
      ["import", "list"], ["target", "list"], ["journal", "list"], ["completion", "list"],
      ["coverage", "report", "--measure", "reached"], ["unit", "list"], ["course", "list"],
      ["doctor"],
    ]
    for list in lists {
      let limit =
        ["coverage", "doctor", "target", "completion"].contains(list[0]) ? [] : ["--limit", "999"]
      for format in ["table", "json", "csv"] {
        let outcome = await bench.run(list + limit + ["--format", format])
        expectClean(outcome, isCSV: format == "csv", sourceLocation: sourceLocation)
      }
    }
    for (noun, list) in [("learner", ["find", "thi"]), ("session", ["list"])] {
      let records = ParsedJSON(
        await bench.run([noun] + list + ["--limit", "60", "--format", "json"]).stdout)
      for record in records?.elements ?? [] {
        expectClean(
          await bench.run(noun, "show", record["ref"].string ?? ""), sourceLocation: sourceLocation)
      }
    }
    let verified = await bench.run("journal", "verify")
    #expect(verified.code == 0, "\(verified)", sourceLocation: sourceLocation)
  }

  private func expectClean(
    _ outcome: Bench.Outcome, _ what: String = "", isCSV: Bool = false,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let fault =
      OutputFaults.first(inText: outcome.stderr)
      ?? OutputFaults.first(inText: outcome.stdout)
      ?? (isCSV ? OutputFaults.first(inCSV: outcome.stdout) : nil)
    #expect(fault == nil, "\(what)", sourceLocation: sourceLocation)
  }

  private func names(in bench: Bench, of command: String...) async throws -> Set<String> {
    let outcome = await bench.run(
      command + ["--limit", "999"])
    let records = try #require(ParsedJSON(outcome.stdout), "\(outcome)")
    return Set(records.elements.compactMap { $0["name"].string })
  }

  private func quoted(_ text: String) -> String {
    "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  /// In NFC, with one space for every stretch of white space.
  private func tidied(_ text: String) -> String {
    text.precomposedStringWithCanonicalMapping.unicodeScalars
      .split { $0.properties.isWhitespace }.map(String.init).joined(separator: " ")
  }

  /// The text of a cell whose formula was disarmed.
  private func withoutApostrophe(_ cell: String) -> String {
    let rest = cell.unicodeScalars.drop { $0 == "'" }.drop { $0.properties.isWhitespace }
    guard cell.hasPrefix("'") || cell.unicodeScalars.first == "'", let first = rest.first,
      "=+-@\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains(first)
    else { return cell }
    return String(String.UnicodeScalarView(cell.unicodeScalars.dropFirst()))
  }
}
