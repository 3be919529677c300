import Foundation
import TestSupport
import Testing

/// A disk that fills up at any step of any work. A limit on the size of files stands in for it.
@Suite struct FullDiskTests {
  private static let work = [
    "log": ["session", "log", "--team", "TEAM", "--course", "safe-online", "--attendees", "a.csv"],
    "import": ["learner", "import", "people.csv", "--source", "sổ"],
    "rebuild": ["journal", "rebuild"],
    "erase": ["learner", "erase", "PERSON", "--yes"],
    "backup": ["backup", "copy.db"],
    "restore": ["restore", "first.db", "--db", "restored.db"],
  ]

  /// What the work makes beside the register: the disk that is full is that file's.
  private static let targets = ["backup": "copy.db", "restore": "restored.db"]

  @Test(arguments: work.keys.sorted())
  func `work on a full disk is done as a whole or not at all, and says so`(name: String)
    async throws
  {
    let (lantoa, team) = try await LantoaProcess.founded()
    try lantoa.scratch.write(
      "name,birth_year,sex,unit\n"
        + (1...30).map { "Người Thứ \($0),\(1940 + $0),f,Kim Long\n" }.joined(), to: "people.csv")
    try lantoa.scratch.write(
      "person,name,birth_year,sex,unit\n"
        + (1...30).map { "new,Khách Thứ \($0),\(1940 + $0),f,\n" }.joined(), to: "a.csv")
    let person = try await lantoa.must(
      "learner", "register", "--name", "Trần Mộng Xuyến", "--consent", "paper"
    ).line
    try await lantoa.must("backup", "first.db")
    let arguments = try #require(Self.work[name]).map { word in
      word == "TEAM" ? team : word == "PERSON" ? person : word
    }
    let events = try await lantoa.journalLength()
    var random = SystemRandomNumberGenerator()
    var (failures, done) = (0, false)
    let rounds = Torture.times(60)
    for round in 0..<rounds where !done {
      // From nothing, step by step, to more than the file has; the work is done where it first can be.
      let step = 1200 / rounds
      let kilobytes = round == 0 ? 1 : round * step + Int.random(in: 0..<step, using: &random)
      let outcome = try await lantoa.start(
        program: "/usr/bin/bash",
        ["-c", "ulimit -f \(kilobytes); exec \"$0\" \"$@\"", LantoaProcess.program] + arguments
      ).outcome()
      #expect(!outcome.wasKilled, "\(kilobytes) kB: \(outcome)")
      if outcome.code == 0 {
        done = true
      } else {
        failures += 1
        #expect(outcome.code == 1, "\(kilobytes) kB: \(outcome)")
        #expect(mentions(outcome.stderr, ["disk is full"]), "\(kilobytes) kB: \(outcome)")
        #expect(try await lantoa.journalLength() == events, "\(kilobytes) kB")
        if let target = Self.targets[name] {
          #expect(
            mentions(outcome.stderr, ["\(target)”", "nothing of it was left"])
              && !outcome.stderr.contains("while writing the register"),
            "\(kilobytes) kB: \(outcome)")
        }
        #expect(
          try lantoa.scratch.names.filter { $0.hasPrefix("copy.db") || $0.hasPrefix("restored.db") }
            == [], "\(kilobytes) kB")
      }
      let drafts = try lantoa.scratch.names.filter { $0.contains(".new-") }
      #expect(drafts == [], "\(kilobytes) kB")
      #expect(try await lantoa.run("journal", "verify").code == 0, "\(kilobytes) kB")
    }
    #expect(failures > 0)
    if !done { try await lantoa.must(first: arguments) }
    try await lantoa.must("journal", "verify")
    #expect(
      try await lantoa.json("doctor")["checks"].elements
        .first { $0["check"] == "erasure" }?["ok"] == true)
  }
}

extension LantoaProcess {
  /// Runs what has to succeed, given as a list.
  fileprivate func must(first arguments: [String]) async throws {
    let outcome = try await run(arguments)
    try #require(outcome.code == 0, "\(outcome)")
  }
}
