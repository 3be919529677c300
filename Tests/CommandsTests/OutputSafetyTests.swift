@testable import Commands
import Domain
import Storage
import TestSupport
import Testing

/// What came in from elsewhere may not steer a terminal or a spreadsheet.
@Suite struct OutputSafetyTests {
  private static let evil = "\u{1B}[2J\u{1B}]0;title\u{7}Lê\u{202E}\n\u{9B}31m\u{2028}Thị"

  /// A person whose name no command would take, as another laptop's journal may bring it.
  private func bench(name: String, hamlet: String? = nil) throws -> Bench {
    let bench = try Bench()
    try bench.found("lantoa.db") { recorder in
      let learner = try recorder.register(
        PersonDescription(
          person: PersonalDetails(name: name, birthYear: 1961, hamlet: hamlet), sex: .female,
          residence: .unallocated), on: Sample.day("2026-11-20"), consent: .paper, scope: .city)
      let unit = try recorder.reader.gazetteer().place("101", on: Sample.day("2026-11-20"))
      let team = try recorder.formTeam(named: name, in: unit, since: Sample.day("2026-01-01"))
      _ = try recorder.logSession(
        SessionDetails(
          date: Sample.day("2026-11-20"), form: .class, team: team.id, course: "zalo"),
        attendees: [(learner.id, Mark(result: .attended, basis: .declared))])
    }
    return bench
  }

  private func steers(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      scalar != "\n"
        && (scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
          || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
          || scalar.value == 0x2028)
    }
  }

  @Test func `terminal escapes in a name are neutralised in tables and messages`() async throws {
    let bench = try bench(name: Self.evil)
    let found = await bench.run("learner", "find", "thi", "--format", "json")
    let person = try #require(ParsedJSON(found.stdout)?.elements.first)
    let sessions = await bench.run("session", "list", "--format", "json")
    let session = try #require(ParsedJSON(sessions.stdout)?.elements.first)
    let (learner, held) = (person["ref"].string ?? "", session["ref"].string ?? "")
    #expect(person["name"].string == Self.evil, "JSON keeps what was recorded")

    let lineCount = await bench.run("learner", "find", "thi").stdout.split(separator: "\n").count
    #expect(lineCount == 5, "notice, header, rule, one row, and how many")
    for arguments in [
      ["learner", "find", "thi"], ["learner", "show", learner], ["team", "list"],
      ["session", "list"], ["session", "show", held],
      ["session", "void", held, "--reason", "other"],
      ["session", "unvoid", held], ["session", "mark", held, learner, "--result", "completed"],
      ["completion", "record", "--learner", learner, "--course", "zalo"],
      ["unit", "resolve", Self.evil], ["session", "list", "--team", Self.evil + "x"],
    ] {
      let outcome = await bench.run(arguments)
      #expect(!steers(outcome.stdout), "\(arguments)")
      #expect(!steers(outcome.stderr), "\(arguments)")
      let namesNobody = ["void", "unvoid"].contains(arguments[1])
      #expect((outcome.stdout + outcome.stderr).contains("\u{FFFD}") != namesNobody)
    }
  }

  @Test func `CSV shows the same in place of what would steer, at a terminal and in a file`()
    async throws
  {
    let bench = try bench(name: Self.evil, hamlet: "\u{1B}[31m thôn")
    for (name, arguments) in [
      ("people", ["learner", "find", "thi"]), ("teams", ["team", "list"]),
      ("sessions", ["session", "list"]), ("units", ["unit", "list"]),
    ] {
      let outcome = await bench.run(arguments + ["--format", "csv"])
      #expect(outcome.code == 0 && !steers(outcome.stdout), "\(name): \(outcome)")
      await bench.run(arguments + ["--format", "csv", "--output", name])
      #expect(try bench.scratch.read(name) == outcome.stdout)
    }
    let people = ParsedCSV(try bench.scratch.read("people"))
    #expect(
      people["name"] == [
        "\u{FFFD}[2J\u{FFFD}]0;title\u{FFFD}Lê\u{FFFD}\u{FFFD}\u{FFFD}31m\u{FFFD}Thị"
      ])
    #expect(people["hamlet"] == ["\u{FFFD}[31m thôn"])
    let exported = await bench.run("learner", "export").stdout
    #expect(!steers(exported) && exported.contains("\u{FFFD}[31m"), "\(exported)")
  }

  @Test func `what the parser quotes back is neutralised too`() async throws {
    let bench = try Bench.founded()
    for arguments in [[Self.evil], ["unit", "list", "--\(Self.evil)"]] {
      let outcome = await bench.run(arguments)
      #expect(outcome.code == 64)
      #expect(!steers(outcome.stderr), "\(outcome.stderr)")
    }
  }

  @Test(arguments: ["=HYPERLINK(1)", "+84 Lê", "-Lê", "@Lê", "  =Lê"])
  func `a cell that a spreadsheet would run gets an apostrophe, in CSV only`(name: String)
    async throws
  {
    let bench = try bench(name: name, hamlet: "=1+1")
    let found = await bench.run("learner", "find", "1961", "le", "hyperlink", "--format", "csv")
    let csv =
      found.stdout.isEmpty || ParsedCSV(found.stdout).rows.isEmpty
      ? await bench.run("team", "list", "--format", "csv").stdout : found.stdout
    #expect(ParsedCSV(csv)["name"] == ["'" + name])

    let json = await bench.run("team", "list", "--format", "json")
    #expect(ParsedJSON(json.stdout)?.elements.map { $0["name"] } == [.text(name)])
  }

  @Test func `numbers are not taken for formulas`() {
    let csv = OutputValue.csv(
      [["n": .integer(-7), "x": .number(-0.5), "t": .text("-7")]], keys: ["n", "x", "t"])
    #expect(csv == "n,x,t\n-7,-0.5,'-7\n")
  }

  @Test func `no line of a table ends in blanks, even where a last column is all empty`() {
    let table = Table(
      [.init("Name"), .init("N", .right), .init("")], rows: [["Ba", "7", ""], ["Tư", "8", ""]])
    #expect(table.text == "Name  N\n────  ─\nBa    7\nTư    8\n")
  }

  @Test func `a table lines up, numbers to the right, without blanks at the end`() {
    let table = Table(
      [.init("Name"), .init("N", .right), .init("")],
      rows: [["Lê Thị Ánh", "7", ""], ["Ba", "1,234", "void"]])
    #expect(
      table.text == """
        Name            N
        ──────────  ─────  ────
        Lê Thị Ánh      7
        Ba          1,234  void

        """)
  }
}
