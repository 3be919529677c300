import Foundation
import TestSupport
import Testing

/// Who can be marked in a session, and what is said about those who can hardly have come.
@Suite struct SeatingTests {
  private let lantoa: LantoaProcess
  private let team: String
  private let one: String
  private let other: String

  /// One person with two records that are linked.
  init() async throws {
    (lantoa, team) = try await LantoaProcess.founded()
    let register = [
      "learner", "register", "--name", "Hồ Thị Lê", "--birth-year", "1961", "--sex", "f", "--unit",
      "Phú Xuân", "--consent", "paper", "--new",
    ]
    one = try await lantoa.run(register).line
    other = try await lantoa.run(register).line
    try await lantoa.must("learner", "link", one, other)
  }

  private var log: [String] {
    ["session", "log", "--team", team, "--course", "safe-online"]
  }

  @Test func `two records of one person are one seat`() async throws {
    let events = try await lantoa.journalLength()
    try lantoa.scratch.write(
      "person,name,birth_year,sex,unit\n\(one),Hồ Thị Lê,1961,f,\n\(other),Hồ Thị Lê,1961,f,\n",
      to: "list.csv")
    try lantoa.scratch.write(
      "session,date,course,team,name,person\nb1,2026-11-20,safe-online,\(team),Hồ Thị Lê,\(one)\n"
        + "b1,2026-11-20,safe-online,\(team),Hồ Thị Lê,\(other)\n", to: "sessions.csv")

    let typed = try await lantoa.run(log + ["--attendee", one, "--attendee", other])
    let listed = try await lantoa.run(log + ["--attendees", "list.csv"])
    let mixed = try await lantoa.run(log + ["--attendee", one, "--attendees", "list.csv"])
    let imported = try await lantoa.run([
      "session", "import", "sessions.csv", "--source", "sổ", "--all-or-nothing",
    ])

    for outcome in [typed, listed, mixed, imported] { #expect(outcome.code == 1, "\(outcome)") }
    #expect(mentions(listed.stderr, ["line 3", "line 2"]), "\(listed)")
    #expect(mentions(imported.stderr, ["line 3", "earlier row"]), "\(imported)")
    #expect(try await lantoa.journalLength() == events)

    let session = try await lantoa.run(log + ["--attendee", one]).line
    let marked = try await lantoa.run(["session", "mark", session, other, "--result", "completed"])
    #expect(marked.code == 1 && marked.stderr.contains(one), "\(marked)")
  }

  @Test func `a second session of one team, course and day is asked about`() async throws {
    let once = try await lantoa.run(log + ["--attendee", one])
    #expect(once.code == 0 && !once.stderr.contains("logged-twice"), "\(once)")
    let twice = try await lantoa.run(log + ["--unnamed", "4"])
    #expect(mentions(twice.stderr, [once.line, "logged-twice", twice.line]), "\(twice)")
    try await lantoa.must("session", "void", once.line, "--reason", "logged-twice")
    try await lantoa.must("session", "void", twice.line, "--reason", "logged-twice")
    let anew = try await lantoa.run(log + ["--unnamed", "4"])
    #expect(!anew.stderr.contains("logged-twice"), "\(anew)")
  }

  @Test func `who has withdrawn their consent is not seated without a word`() async throws {
    let session = try await lantoa.run(log + ["--attendee", one]).line
    try await lantoa.must("learner", "change", other, "--consent", "withdrawn")
    let marked = try await lantoa.run(["learner", "unlink", one, other, "--yes"])
    #expect(marked.code == 0)
    let seated = try await lantoa.run(["session", "mark", session, other, "--result", "attended"])
    let logged = try await lantoa.run(log + ["--attendee", other])
    let willing = try await lantoa.run(log + ["--attendee", one])
    try lantoa.scratch.write(
      "session,date,course,team,name,person\nb9,2026-11-20,safe-online,\(team),Hồ Thị Lê,\(other)\n",
      to: "sessions.csv")
    let listed = try await lantoa.run(["session", "import", "sessions.csv", "--source", "sổ"])
    let completed = try await lantoa.run([
      "completion", "record", "--learner", other, "--course", "safe-online", "--result", "passed",
    ])
    for outcome in [seated, logged, listed, completed] {
      #expect(outcome.code == 0, "\(outcome)")
      #expect(mentions(outcome.stderr, ["withdrawn", "Hồ Thị Lê", "learner erase"]), "\(outcome)")
    }
    #expect(!willing.stderr.contains("withdrawn"), "\(willing)")
  }

  @Test func `a list that sat both before they were linked changes nothing when it comes again`()
    async throws
  {
    try await lantoa.must("learner", "unlink", one, other, "--yes")
    func list(_ note: String) -> String {
      "session,date,course,team,name,person,\(note)\n"
        + [one, other].map { "b1,2026-11-20,safe-online,\(team),Hồ Thị Lê,\($0),\n" }.joined()
    }
    try lantoa.scratch.write(list("a"), to: "sessions.csv")
    try await lantoa.must("session", "import", "sessions.csv", "--source", "sổ")
    try await lantoa.must("learner", "link", one, other)

    try lantoa.scratch.write(list("b"), to: "sessions.csv")
    let again = try await lantoa.json("session", "import", "sessions.csv", "--source", "sổ")

    #expect(again["unchanged"] == 1 && again["rejected"] == 0)
  }

  @Test func `the dead are recorded, with a word`() async throws {
    try await lantoa.must("learner", "died", one, "--on", "2026-10-03")
    try lantoa.scratch.write(
      "session,date,course,team,name,person\nb1,2026-11-20,safe-online,\(team),Hồ Thị Lê,\(one)\n",
      to: "sessions.csv")

    let logged = try await lantoa.run(log + ["--attendee", one])
    let before = try await lantoa.run(log + ["--attendee", one, "--date", "2026-10-02"])
    let imported = try await lantoa.run(["session", "import", "sessions.csv", "--source", "sổ"])

    #expect(logged.code == 0 && mentions(logged.stderr, ["Dead", "2026-10-03", "--retract"]))
    #expect(before.code == 0 && !before.stderr.contains("Dead"), "\(before)")
    #expect(imported.code == 0 && imported.stderr.contains("Dead"), "\(imported)")
  }

  @Test func `a death told of one record is told of the others too`() async throws {
    try await lantoa.must(
      "session", "log", "--team", team, "--course", "safe-online", "--attendee", one)

    let died = try await lantoa.must("learner", "died", other, "--on", "2026-10-03")
    let day = try await lantoa.json("session", "list").elements.first?["ref"].string ?? ""
    let marked = try await lantoa.must("session", "mark", day, one, "--result", "completed")
    let logged = try await lantoa.run(log + ["--attendee", one, "--lesson", "2"])
    let completed = try await lantoa.must(
      "completion", "record", "--learner", one, "--course", "safe-online")
    let shown = try await lantoa.must("learner", "show", one)

    #expect(mentions(died.stderr, ["1 time", "2026-11-"]), "\(died)")
    for outcome in [marked, logged, completed] {
      #expect(mentions(outcome.stderr, ["Dead", "2026-10-03"]), "\(outcome)")
    }
    #expect(shown.stdout.contains("Died on 2026-10-03"), "\(shown)")
    try await lantoa.must("learner", "unlink", one, other, "--yes")
    let apart = try await lantoa.must("learner", "show", one)
    #expect(!apart.stdout.contains("Died"), "\(apart)")
  }

  @Test func `where a linked record has moved to is told of the others too`() async throws {
    try await lantoa.must("learner", "move", other, "--to", "outside", "--from", "today")
    let shown = try await lantoa.must("learner", "show", one)
    #expect(shown.stdout.contains("lives now in"), "\(shown)")
    let moved = try await lantoa.must("learner", "show", other)
    #expect(!moved.stdout.contains("lives now in"), "\(moved)")
  }

  @Test func `of newcomers nothing is claimed that nobody asked`() async throws {
    try lantoa.scratch.write(
      "name,birth_year,sex,unit\nTrần Văn An,1955,m,\n", to: "list.csv")

    let logged = try await lantoa.run(log + ["--attendees", "list.csv"])

    #expect(logged.code == 0 && mentions(logged.stderr, ["no consent", "--consent"]), "\(logged)")
    let event = try await lantoa.json("journal", "list", "--limit", "2").elements
      .first { $0["kind"] == "learner.registered" }
    #expect(event?["body"]["consent"] == "none", "\(String(describing: event))")
    let withdrawn = try await lantoa.run(log + ["--unnamed", "3", "--consent", "withdrawn"])
    #expect(withdrawn.code == 64, "\(withdrawn)")
  }

  @Test(arguments: ["80.-5", "1.+5", "8%0", "80.", ".5", "-1", "0", "100.01", "٨٠", "8 0", "+5"])
  func `a share that is no number is not a target`(typed: String) async throws {
    let outcome = try await lantoa.run([
      "target", "set", "--unit", "46", "--by", "2026-12-31", "--percent=\(typed)",
    ])
    #expect(outcome.code == 64, "\(outcome)")
  }

  @Test func `numbers at the end of what a machine can hold are refused, not fatal`() async throws {
    let found = try await lantoa.run(["learner", "find", "le", "--limit", "9223372036854775807"])
    #expect(found.code == 64 && found.stderr.contains("--limit"), "\(found)")
    try lantoa.scratch.write(
      "session,date,course,team,name,lesson\n"
        + "b1,2026-11-20,safe-online,\(team),Trần Văn An,-9223372036854775808\n", to: "s.csv")
    let imported = try await lantoa.run(["session", "import", "s.csv", "--source", "sổ"])
    let logged = try await lantoa.run(
      log + ["--unnamed", "3", "--lesson=-9223372036854775808"])
    for outcome in [imported, logged] {
      #expect(outcome.code == 1 && !outcome.wasKilled, "\(outcome)")
      #expect(outcome.stderr.contains("-9223372036854775808"), "\(outcome)")
    }
  }
}
