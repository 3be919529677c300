import Foundation
import TestSupport
import Testing

/// A register that cannot be used as it should: a clear message, and nothing half-written.
@Suite struct TroubledRegisterTests {
  private func log(_ team: String) -> [String] {
    ["session", "log", "--team", team, "--course", "safe-online", "--unnamed", "3"]
  }

  @Test func `a register that another program holds is waited for, then named`() async throws {
    let (lantoa, team) = try await LantoaProcess.founded()
    let length = try await lantoa.journalLength()
    let holder = try lantoa.start(
      program: "/usr/bin/sqlite3", [lantoa.scratch.path("lantoa.db")], takesInput: true)
    try holder.send("BEGIN IMMEDIATE;\n.print held\n")
    try #require(try await holder.says("held"))

    // Readers go on beside the writer.
    #expect(try await lantoa.journalLength() == length)
    let outcome = try await lantoa.run(log(team))
    try holder.send("COMMIT;\n.quit\n")
    _ = try await holder.outcome()

    #expect(outcome.code == 1)
    #expect(outcome.stdout == "")
    #expect(mentions(outcome.stderr, ["lantoa.db", "another program", "try again"]), "\(outcome)")
    #expect(try await lantoa.journalLength() == length)
    #expect(try await lantoa.run(log(team)).code == 0)
    #expect(try await lantoa.run("journal", "verify").code == 0)
  }

  @Test func `a register written by a newer program is left alone`() async throws {
    let (lantoa, team) = try await LantoaProcess.founded()
    try await lantoa.sqlite("INSERT INTO grdb_migrations VALUES ('999-of-the-future')")
    let content = try await lantoa.contentHash()
    for arguments in [log(team), ["coverage", "report"], ["journal", "verify"]] {
      let outcome = try await lantoa.run(arguments)
      #expect(outcome.code == 1)
      #expect(mentions(outcome.stderr, ["lantoa.db", "newer", "update"]), "\(outcome)")
    }
    #expect(try await lantoa.contentHash() == content)
  }

  @Test(arguments: ["text", "empty", "other database", "other application", "missing", "folder"])
  func `what is no register is refused and not touched`(kind: String) async throws {
    let lantoa = try LantoaProcess()
    switch kind {
    case "text": try lantoa.scratch.write("Danh sách người học\n", to: "lantoa.db")
    case "empty": try lantoa.scratch.write("", to: "lantoa.db")
    case "other database": try await lantoa.sqlite("CREATE TABLE note (text)")
    case "other application":
      try await lantoa.sqlite("PRAGMA application_id = 7; CREATE TABLE note (text)")
    case "folder":
      try FileManager.default.createDirectory(
        atPath: lantoa.scratch.path("lantoa.db"), withIntermediateDirectories: false)
    default: break
    }
    let isFile = kind != "missing" && kind != "folder"
    let bytes = isFile ? try Data(contentsOf: url("lantoa.db", lantoa)) : nil

    for arguments in [log("TEAM"), ["unit", "list"], ["journal", "rebuild"], ["doctor"]] {
      let outcome = try await lantoa.run(
        arguments + ["--db", lantoa.scratch.path("lantoa.db")])
      #expect(outcome.code == 1, "\(outcome)")
      let step = kind == "missing" ? "lantoa init" : kind == "folder" ? "" : "--db"
      #expect(mentions(outcome.stderr, ["Error: ", "lantoa.db"]), "\(outcome)")
      #expect(step.isEmpty || outcome.stderr.contains(step), "\(outcome)")
    }
    if isFile { #expect(try Data(contentsOf: url("lantoa.db", lantoa)) == bytes) }
    if kind == "missing" { #expect(!lantoa.scratch.has("lantoa.db")) }
  }

  @Test func `a pipe is refused before anybody waits for it, by whatever opens a register`()
    async throws
  {
    let (lantoa, _) = try await LantoaProcess.founded()
    let pipe = lantoa.scratch.path("pipe.db")
    try #require(mkfifo(pipe, 0o600) == 0)
    for arguments in [
      ["doctor", "--db", pipe], ["journal", "verify", "--db", pipe],
      ["unit", "list", "--db", pipe],
      ["restore", "pipe.db", "--db", "new.db"], ["backup", "copy.db", "--db", pipe],
      ["init", "--test", "--db", pipe], ["demo", "--learners", "10", "--db", pipe],
      ["restore", "pipe.db", "--db", "new.db", "--ignore-manifest"],
      ["doctor", "--db", "/dev/tty"],
    ] {
      let outcome = try await lantoa.start(
        program: "/usr/bin/timeout", ["120", LantoaProcess.program] + arguments
      ).outcome()
      #expect(outcome.code == 1 && !outcome.wasKilled, "\(arguments): \(outcome)")
      #expect(outcome.stderr.contains(arguments.contains("/dev/tty") ? "/dev/tty" : "pipe.db"))
    }
    #expect(!lantoa.scratch.has("new.db") && !lantoa.scratch.has("copy.db"))
  }

  @Test func `init never overwrites, and leaves nothing where it fails`() async throws {
    let (lantoa, _) = try await LantoaProcess.founded()
    let content = try await lantoa.contentHash()
    let again = try await lantoa.run("init", "--places", "content/data/hue")
    #expect(again.code == 1)
    #expect(mentions(again.stderr, ["lantoa.db", "--db", "overwritten"]), "\(again)")
    #expect(try await lantoa.contentHash() == content)

    let nowhere = try await lantoa.run("init", "--places", "no/places", "--db", "other.db")
    #expect(nowhere.code == 1)
    #expect(mentions(nowhere.stderr, ["no/places", "--places"]), "\(nowhere)")
    let noFolder = try await lantoa.run("init", "--db", "no/folder/other.db")
    #expect(noFolder.code == 1)
    #expect(mentions(noFolder.stderr, ["no/folder/other.db"]), "\(noFolder)")
    try lantoa.scratch.write("precious", to: "notes.db")
    #expect(try await lantoa.run("init", "--db", "notes.db").code == 1)
    #expect(try lantoa.scratch.read("notes.db") == "precious")
    #expect(try lantoa.scratch.names.filter { $0.hasPrefix("other.db") } == [])
  }

  @Test func `a register that does not read back is called damaged`() async throws {
    let (lantoa, team) = try await LantoaProcess.founded()
    let file = try FileHandle(forUpdating: url("lantoa.db", lantoa))
    let size = try file.seekToEnd()
    for offset in stride(from: UInt64(4096), to: size, by: 8192) {
      try file.seek(toOffset: offset)
      try file.write(contentsOf: Data(repeating: 0xA5, count: 4096))
    }
    try file.close()
    for arguments in [log(team), ["coverage", "report"], ["journal", "verify"]] {
      let outcome = try await lantoa.run(arguments)
      #expect(outcome.code == 1)
      #expect(mentions(outcome.stderr, ["lantoa.db", "copy the file"]), "\(outcome)")
    }
  }

  @Test(arguments: ["NULL", "'yesterday'", "9223372036854775807", "x'ff'"])
  func `a table that somebody has edited by hand is named damaged, and made anew`(
    value: String
  ) async throws {
    let (lantoa, team) = try await LantoaProcess.founded()
    let teams = try await lantoa.run("team", "list")
    try await lantoa.sqlite(
      """
      PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET sql = replace(sql, ') STRICT', ')') WHERE name = 'team';
      PRAGMA writable_schema = RESET;
      UPDATE team SET since = \(value);
      """)

    for arguments in [["team", "list"], ["coverage", "report"], log(team)] {
      let outcome = try await lantoa.run(arguments)
      #expect(outcome.code == 1)
      #expect(mentions(outcome.stderr, ["lantoa.db", "lantoa journal verify"]), "\(outcome)")
    }
    let verification = try await lantoa.run("journal", "verify")
    #expect(verification.code == 1)
    #expect(
      mentions(verification.stdout + verification.stderr, ["lantoa journal rebuild"]),
      "\(verification)")
    #expect(try await lantoa.run("journal", "rebuild").code == 0)
    #expect(try await lantoa.run("team", "list").stdout == teams.stdout)
  }

  @Test func `a register that may only be read is read, and says so when written`() async throws {
    let (lantoa, team) = try await LantoaProcess.founded()
    try lantoa.scratch.setMode(0o444, of: "lantoa.db")
    try lantoa.scratch.setMode(0o555, of: ".")
    let content = try await lantoa.contentHash()
    guard let nobody = try await Unprivileged(lantoa) else { return }

    let read = try await nobody.run(["coverage", "report", "--format", "json"])
    let outcome = try await nobody.run(log(team))
    try lantoa.scratch.setMode(0o755, of: ".")

    #expect(read.code == 0, "\(read)")
    #expect(ParsedJSON(read.stdout)?["total"]["count"] == 0)
    #expect(outcome.code == 1)
    #expect(outcome.stdout == "")
    #expect(mentions(outcome.stderr, ["lantoa.db", "read-only", "chmod"]), "\(outcome)")
    #expect(try await lantoa.contentHash() == content)
    try lantoa.scratch.setMode(0o600, of: "lantoa.db")
    #expect(try await lantoa.run(log(team)).code == 0)
  }

  @Test func `a register that was read while it was read-only is written again after chmod`()
    async throws
  {
    let (lantoa, team) = try await LantoaProcess.founded()
    guard let nobody = try await Unprivileged(lantoa) else { return }
    try nobody.own(".", "lantoa.db")
    try lantoa.scratch.setMode(0o400, of: "lantoa.db")
    #expect(try await nobody.run(["coverage", "report"]).code == 0)
    try lantoa.scratch.setMode(0o600, of: "lantoa.db")
    let logged = try await nobody.run(log(team))
    #expect(logged.code == 0, "\(logged)")
  }

  /// A limit on the size of files stands in for a disk that fills up at different moments.
  @Test func `a full disk is named, and nothing is half-written`() async throws {
    let (lantoa, team) = try await LantoaProcess.founded()
    try lantoa.scratch.write(
      "person,name,birth_year,sex,unit\n"
        + (1...40).map { "new,Người Thứ \($0),\(1940 + $0),f,\n" }.joined(), to: "attendees.csv")
    let content = try await lantoa.contentHash()
    var failures = 0
    for kilobytes in [1, 4, 32, 40, 64, 96, 128, 192, 100_000] {
      let outcome = try await lantoa.start(
        program: "/usr/bin/bash",
        [
          "-c", "ulimit -f \(kilobytes); exec \"$0\" \"$@\"", LantoaProcess.program, "session",
          "log", "--team", team, "--course", "safe-online", "--attendees", "attendees.csv",
        ]
      ).outcome()
      if outcome.code == 0 && !outcome.wasKilled {
        #expect(try await lantoa.contentHash() != content)
        break
      }
      failures += 1
      #expect(!outcome.wasKilled && outcome.code == 1, "\(kilobytes) kB: \(outcome)")
      #expect(outcome.stdout == "", "\(kilobytes) kB")
      #expect(
        mentions(outcome.stderr, ["disk is full", "lantoa.db", "try again"]),
        "\(kilobytes) kB: \(outcome)")
      #expect(try await lantoa.contentHash() == content, "\(kilobytes) kB")
    }
    #expect(failures >= 3)

    #expect(try await lantoa.run(log(team)).code == 0)
    #expect(try await lantoa.run("journal", "verify").code == 0)
    #expect(try await lantoa.json("session", "list").elements.count == 2)
  }

  @Test func `an init on a full disk leaves no file`() async throws {
    let lantoa = try LantoaProcess()
    for kilobytes in [4, 64, 300] {
      let outcome = try await lantoa.start(
        program: "/usr/bin/bash",
        ["-c", "ulimit -f \(kilobytes); exec \"$0\" \"$@\"", LantoaProcess.program, "init"]
      ).outcome()
      #expect(outcome.code == 1 && !outcome.wasKilled, "\(kilobytes) kB: \(outcome)")
      #expect(
        mentions(outcome.stderr, ["disk is full", "lantoa.db"]), "\(kilobytes) kB: \(outcome)")
      #expect(try lantoa.scratch.names == [], "\(kilobytes) kB")
    }
    #expect(try await lantoa.run("init").code == 0)
  }

  @Test func `a clock that went backwards is asked about once`() async throws {
    let (lantoa, team) = try await LantoaProcess.founded()
    try await lantoa.must(
      "session", "log", "--team", team, "--course", "safe-online", "--unnamed", "3")
    let length = try await lantoa.journalLength()

    let behind = try await lantoa.run(log(team), now: "2026-11-20")
    #expect(behind.code == 1)
    #expect(
      mentions(
        behind.stderr, ["2026-11-20", "2026-11-23", "clock", "lantoa doctor --clock-is-right"]),
      "\(behind)")
    #expect(try await lantoa.journalLength() == length)
    // Reading needs no clock, and an hour or so behind is no matter.
    #expect(try await lantoa.run("coverage", "report", now: "2026-11-20").code == 0)
    try await lantoa.must(
      "session", "log", "--team", team, "--course", "safe-online", "--unnamed", "3",
      now: "2026-11-23T08:00:00+07:00")

    try await lantoa.must("doctor", "--clock-is-right", now: "2026-11-20")
    let session = try await lantoa.run(log(team), now: "2026-11-20")
    #expect(session.code == 0, "\(session)")
    #expect(try await lantoa.json("session", "show", session.line)["date"] == "2026-11-20")
    #expect(try await lantoa.run(log(team), now: "2026-11-21").code == 0)
    #expect(try await lantoa.json("journal", "verify")["sound"] == true)
  }

  @Test func `a clock far ahead is asked about too`() async throws {
    let (lantoa, team) = try await LantoaProcess.founded()
    let length = try await lantoa.journalLength()

    let ahead = try await lantoa.run(log(team), now: "2027-11-20")
    #expect(ahead.code == 1)
    #expect(mentions(ahead.stderr, ["2027-11-20", "lantoa doctor --clock-is-right"]), "\(ahead)")
    #expect(try await lantoa.journalLength() == length)

    try await lantoa.must("doctor", "--clock-is-right", now: "2027-11-20")
    #expect(try await lantoa.run(log(team), now: "2027-11-20").code == 0)
  }

  @Test func `data that cannot be given out end the program, with the reason`() async throws {
    let (lantoa, _) = try await LantoaProcess.founded()
    let outcome = try await lantoa.start(
      program: "/usr/bin/bash",
      ["-c", "exec \"$0\" \"$@\" > /dev/full", LantoaProcess.program, "unit", "list"]
    ).outcome()
    #expect(outcome.code == 1 && !outcome.wasKilled, "\(outcome)")
    #expect(outcome.stderr.contains("cannot be written"), "\(outcome)")
    // Nobody can be told on a full stderr: the exit code still says it.
    let silent = try await lantoa.start(
      program: "/usr/bin/bash",
      ["-c", "exec \"$0\" \"$@\" 2> /dev/full", LantoaProcess.program, "unit", "show", "zzz"]
    ).outcome()
    #expect(silent.code == 1 && !silent.wasKilled, "\(silent)")
  }

  private func url(_ name: String, _ lantoa: LantoaProcess) -> URL {
    URL(fileURLWithPath: lantoa.scratch.path(name))
  }
}

/// Somebody whom the modes of files bind: whoever runs the tests, or nobody where that is root.
private struct Unprivileged {
  private static let user = 65534
  private let lantoa: LantoaProcess

  /// Nil where nobody may not even run the program: then there is nothing to test.
  init?(_ lantoa: LantoaProcess) async throws {
    self.lantoa = lantoa
    guard geteuid() == 0 else { return }
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv"),
      try await run(["--version"]).code == 0
    else { return nil }
  }

  func run(_ arguments: [String]) async throws -> LantoaProcess.Outcome {
    guard geteuid() == 0 else { return try await lantoa.run(arguments) }
    return try await lantoa.start(
      program: "/usr/bin/setpriv",
      ["--reuid=\(Self.user)", "--regid=\(Self.user)", "--clear-groups", "--"]
        + [LantoaProcess.program] + arguments
    ).outcome()
  }

  /// Makes the files theirs.
  func own(_ names: String...) throws {
    guard geteuid() == 0 else { return }
    for name in names {
      try FileManager.default.setAttributes(
        [.ownerAccountID: Self.user, .groupOwnerAccountID: Self.user],
        ofItemAtPath: lantoa.scratch.path(name))
    }
  }
}
