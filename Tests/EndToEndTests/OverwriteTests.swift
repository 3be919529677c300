import Foundation
import TestSupport
import Testing

/// Nothing that holds records is written over by accident.
@Suite struct OverwriteTests {
  @Test func `a report is never written over a register`() async throws {
    let (lantoa, _) = try await LantoaProcess.founded()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: lantoa.scratch.path("lantoa.db")))

    let outcome = try await lantoa.run(["unit", "list", "--output", "lantoa.db"])

    #expect(outcome.code == 1)
    #expect(outcome.stderr.contains("never written over"))
    let after = try Data(contentsOf: URL(fileURLWithPath: lantoa.scratch.path("lantoa.db")))
    let isAsItWas = after == bytes
    #expect(isAsItWas)
  }

  @Test(arguments: [
    "link.db", "link-of-link", "lantoa.db-wal", "hard.db", "lantoa.db-shm", "lantoa.db-journal",
    "lantoa.db.erased",
  ])
  func `nor by way of a link, nor over what stands beside a register`(name: String) async throws {
    let (lantoa, team) = try await LantoaProcess.founded()
    let files = FileManager.default
    try files.createSymbolicLink(
      atPath: lantoa.scratch.path("link.db"), withDestinationPath: "lantoa.db")
    try files.createSymbolicLink(
      atPath: lantoa.scratch.path("link-of-link"), withDestinationPath: "link.db")
    try files.linkItem(
      atPath: lantoa.scratch.path("lantoa.db"), toPath: lantoa.scratch.path("hard.db"))
    // A log that another program has left behind is full of records.
    let reading = try lantoa.start(
      program: "/usr/bin/sqlite3", [lantoa.scratch.path("lantoa.db")], takesInput: true)
    defer { reading.kill() }
    try reading.send("BEGIN; SELECT 'reads' FROM event LIMIT 1;\n")
    #expect(try await reading.says("reads"))
    try await lantoa.must(
      "session", "log", "--team", team, "--course", "safe-online", "--unnamed", "3")
    let bytes = try ["lantoa.db", "lantoa.db-wal"].map {
      try Data(contentsOf: URL(fileURLWithPath: lantoa.scratch.path($0)))
    }
    #expect(bytes.allSatisfy { !$0.isEmpty })

    let outcome = try await lantoa.run(["unit", "list", "--output", name])

    #expect(outcome.code == 1, "\(outcome)")
    #expect(outcome.stderr.contains("never written over"), "\(outcome)")
    let after = try ["lantoa.db", "lantoa.db-wal"].map {
      try Data(contentsOf: URL(fileURLWithPath: lantoa.scratch.path($0)))
    }
    let isAsItWas = after == bytes
    #expect(isAsItWas)
    _ = try await reading.outcome()
    #expect(try await lantoa.run("journal", "verify").code == 0)
  }

  @Test func `a link to a file stays a link, and nothing of a longer file is left`() async throws {
    let (lantoa, _) = try await LantoaProcess.founded()
    let files = FileManager.default
    try files.createDirectory(
      atPath: lantoa.scratch.path("reports"), withIntermediateDirectories: false)
    try lantoa.scratch.write(String(repeating: "old\n", count: 10_000), to: "reports/units.csv")
    for (link, target) in [("units", "reports/units.csv"), ("new", "reports/new.csv")] {
      try files.createSymbolicLink(
        atPath: lantoa.scratch.path(link), withDestinationPath: target)
    }
    let shown = try await lantoa.must("unit", "list", "--format", "csv").stdout

    for (link, target) in [("units", "reports/units.csv"), ("new", "reports/new.csv")] {
      try await lantoa.must("unit", "list", "--format", "csv", "--output", link)
      #expect(try lantoa.scratch.read(target) == shown)
      #expect(try lantoa.scratch.mode(of: target) == 0o600)
      let path = lantoa.scratch.path(link)
      #expect(try files.destinationOfSymbolicLink(atPath: path) == target)
    }
    #expect(
      try files.contentsOfDirectory(atPath: lantoa.scratch.path("reports")).sorted()
        == ["new.csv", "units.csv"])
  }

  @Test func `devices and pipes take what is written, and an open file keeps what it has`()
    async throws
  {
    let (lantoa, _) = try await LantoaProcess.founded()
    let shown = try await lantoa.must("unit", "list", "--format", "csv").stdout
    func shell(_ line: String) async throws -> String {
      let outcome = try await lantoa.start(
        program: "/usr/bin/bash", ["-c", line, LantoaProcess.program]
      ).outcome()
      #expect(outcome.code == 0, "\(outcome)")
      return outcome.stdout
    }
    let list = "\"$0\" unit list --quiet --format csv --output"
    #expect(try await shell("\(list) /dev/stdout") == shown)
    #expect(try await shell("\(list) /dev/stdout | cat") == shown)
    #expect(try await shell("\(list) >(cat > piped); wait $!; cat piped") == shown)
    #expect(try await shell("\(list) /dev/null") == "")
    #expect(
      try await shell("echo before > log; \(list) /dev/stdout >> log; cat log") == "before\n"
        + shown)
    #expect(try await lantoa.run("unit", "list", "--output", "/dev/full").code == 1)
    let folder = try await lantoa.run("unit", "list", "--output", ".")
    #expect(folder.code == 1 && mentions(folder.stderr, ["folder", "--output"]), "\(folder)")
  }

  @Test func `a demo makes room for the next one only when that is made`() async throws {
    let lantoa = try LantoaProcess()
    _ = try await lantoa.must("demo", "--learners", "20", "--seed", "1", "--db", "demo.db")
    let first = try await lantoa.must("learner", "find", "nguyen", "--db", "demo.db").stdout

    let failed = try await lantoa.run(["demo", "--db", "demo.db", "--places", "nowhere"])
    #expect(failed.code == 1)
    let kept = try await lantoa.must("learner", "find", "nguyen", "--db", "demo.db").stdout
    #expect(kept == first)

    _ = try await lantoa.must("demo", "--learners", "30", "--seed", "2", "--db", "demo.db")
    let second = try await lantoa.must("learner", "find", "nguyen", "--db", "demo.db").stdout
    #expect(second != first)
  }

  @Test func `a demo is never made over a register of another sort`() async throws {
    let (lantoa, _) = try await LantoaProcess.founded()
    let outcome = try await lantoa.run(["demo", "--learners", "20"])
    #expect(outcome.code == 1)
    #expect(outcome.stderr.contains("never overwritten"))
  }

  @Test func `more heads than a city has are refused before anything is recorded`() async throws {
    let (lantoa, _) = try await LantoaProcess.founded()
    let outcome = try await lantoa.run([
      "session", "log", "--team", "x", "--form", "broadcast", "--unnamed", "9223372036854775807",
    ])
    #expect(outcome.code == 64)
    #expect(outcome.stderr.contains("--unnamed"))
  }
}
