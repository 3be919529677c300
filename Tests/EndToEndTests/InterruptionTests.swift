import Foundation
import TestSupport
import Testing

/// What was acknowledged is there, whatever happens to the process after, before or beside.
@Suite(.serialized) struct InterruptionTests {
  /// Five newcomers: a session and its people are one transaction, so all six are there or none.
  private func writeAttendees(_ lantoa: LantoaProcess) throws {
    try lantoa.scratch.write(
      "person,name,birth_year,sex,unit\n"
        + (1...5).map { "new,Người Thứ \($0),\(1950 + $0),f,Kim Long\n" }.joined(),
      to: "attendees.csv")
  }

  /// A list of sixty newcomers, which is in the register as a whole or not at all.
  private func writeList(_ lantoa: LantoaProcess, _ number: Int) throws -> String {
    let name = "list-\(number).csv"
    try lantoa.scratch.write(
      "name,birth_year,sex,unit,external_id\n"
        + (1...60).map { "Người Theo Sổ,\(1930 + $0),f,Kim Long,\(number)-\($0)\n" }.joined(),
      to: name)
    return name
  }

  @Test
  func `however many kills, nothing that was acknowledged is lost, and nothing is half there`()
    async throws
  {
    let (lantoa, team) = try await LantoaProcess.founded()
    try writeAttendees(lantoa)
    var random = SystemRandomNumberGenerator()
    var acknowledged: (sessions: [String], people: [String], lists: Int) = ([], [], 0)
    var usual = 0.1
    var (killed, spared, number) = (0, 0, 0)
    let wanted = Torture.times(1000)

    while killed < wanted, number < 8 * wanted {
      defer { number += 1 }
      if number % 10 == 5 {
        let list = try writeList(lantoa, number)
        let process = try lantoa.start(["learner", "import", list, "--source", "sổ", "--quiet"])
        try await Task.sleep(for: .seconds(Double.random(in: 0...(2 * usual), using: &random)))
        process.kill()
        let outcome = try await process.outcome()
        if outcome.wasKilled { killed += 1 }
        if outcome.stdout.hasSuffix("\n") { acknowledged.lists += 1 }
        continue
      }
      let isSession = !number.isMultiple(of: 3)
      let arguments =
        isSession
        ? [
          "session", "log", "--team", team, "--course", "safe-online", "--date", "2026-11-20",
          "--result", "completed", "--attendees", "attendees.csv",
        ]
        : [
          "learner", "register", "--name", "Người Lẻ \(number)", "--birth-year", "1960", "--sex",
          "m", "--unit", "19753", "--consent", "spoken", "--new",
        ]
      let start = ContinuousClock.now
      let process = try lantoa.start(arguments)
      // The first and every tenth run to their end, and tell how long that takes just now.
      let isSpared = number.isMultiple(of: 10)
      if !isSpared {
        try await Task.sleep(for: .seconds(Double.random(in: 0...usual, using: &random)))
        process.kill()
      }
      let outcome = try await process.outcome()
      if isSpared {
        usual = Double((ContinuousClock.now - start) / .milliseconds(1)) / 1000
        spared += 1
      }
      if outcome.wasKilled { killed += 1 }

      // A whole line on stdout is an acknowledgement, even if the process was killed after it.
      if outcome.stdout.hasSuffix("\n") {
        if isSession {
          acknowledged.sessions.append(outcome.line)
        } else {
          acknowledged.people.append(outcome.line)
        }
      } else {
        #expect(outcome.wasKilled, "\(outcome)")
      }
    }

    #expect(killed >= wanted)
    let lists = try await lantoa.json("import", "list").elements
    #expect(lists.count >= acknowledged.lists)
    #expect(lists.allSatisfy { $0["created"] == 60 })
    let listed = try await lantoa.sqlite(
      "SELECT count(*) FROM learner WHERE name = 'Người Theo Sổ' AND known")
    #expect(listed.line == String(60 * lists.count))
    #expect(spared >= 5 && acknowledged.sessions.count + acknowledged.people.count >= spared)
    let sessions = try await lantoa.json("session", "list", "--limit", "100000").elements
    #expect(Set(sessions.compactMap { $0["ref"].string }).isSuperset(of: acknowledged.sessions))
    for session in sessions { #expect(session["marks"].elements.count == 5) }
    let people = try await lantoa.json("learner", "find", "nguoi le", "--limit", "100000").elements
    #expect(Set(people.compactMap { $0["ref"].string }).isSuperset(of: acknowledged.people))
    try await expectWhole(lantoa)
  }

  @Test func `a killed init leaves a whole register or none`() async throws {
    var random = SystemRandomNumberGenerator()
    var outcomes: Set<Bool> = []
    for delay in [0.01, 0.1, 0.2, 0.3, Double.random(in: 0...0.5, using: &random), 5] {
      let lantoa = try LantoaProcess()
      let process = try lantoa.start(["init", "--test"])
      if delay < 5 {
        try await Task.sleep(for: .seconds(delay))
        process.kill()
      }
      _ = try await process.outcome()

      let isThere = lantoa.scratch.has("lantoa.db")
      outcomes.insert(isThere)
      if isThere {
        #expect(try await lantoa.json("unit", "list").elements.count == 40)
      } else {
        #expect(try await lantoa.run("init", "--test").code == 0)
      }
      #expect(try await lantoa.run("journal", "verify").code == 0)
    }
    #expect(outcomes == [true, false])
  }

  @Test func `two writers at once both get their turn`() async throws {
    let (lantoa, team) = try await LantoaProcess.founded()
    try writeAttendees(lantoa)
    let turns = Torture.times(100)
    let outcomes = try await withThrowingTaskGroup(of: [LantoaProcess.Outcome].self) { group in
      for writer in 0..<2 {
        group.addTask {
          var outcomes: [LantoaProcess.Outcome] = []
          for minutes in 1...turns {
            outcomes.append(
              try await lantoa.run(
                "session", "log", "--team", team, "--course", "safe-online", "--minutes",
                "\(writer * turns + minutes)", "--attendees", "attendees.csv"))
          }
          return outcomes
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }

    #expect(outcomes.count == 2 * turns)
    let (logged, refused) = (
      outcomes.filter { $0.code == 0 }, outcomes.filter { $0.code != 0 }
    )
    #expect(refused.allSatisfy { $0.code == 1 && $0.stderr.contains("Another program") })
    #expect(Set(logged.map(\.line)).count == logged.count)
    let sessions = try await lantoa.json("session", "list", "--limit", "100000").elements
    #expect(Set(sessions.compactMap { $0["ref"].string }) == Set(logged.map(\.line)))
    #expect(Set(sessions.compactMap { $0["minutes"].int }).count == logged.count)
    try await expectWhole(lantoa)
  }

  /// The journal is sound, sessions and newcomers go together, and a new fold gives the same figures.
  private func expectWhole(_ lantoa: LantoaProcess) async throws {
    let verified = try await lantoa.run("journal", "verify")
    #expect(verified.code == 0, "\(verified)")
    let counts = try await lantoa.sqlite(
      """
      SELECT kind, count(*) FROM event
      WHERE kind IN ('learner.registered', 'session.logged') GROUP BY kind ORDER BY kind
      """)
    let lone = try await lantoa.json("learner", "find", "nguoi le", "--limit", "100000")
    let logged = try await lantoa.json("session", "list", "--limit", "100000")
    let lists = try await lantoa.json("import", "list").elements.count
    let newcomers = 5 * logged.elements.count + 60 * lists
    #expect(
      counts.stdout == """
        learner.registered|\(newcomers + lone.elements.count)
        session.logged|\(logged.elements.count)

        """)
    let before = try await lantoa.must("coverage", "report", "--format", "json").stdout
    try await lantoa.must("journal", "rebuild")
    #expect(try await lantoa.must("coverage", "report", "--format", "json").stdout == before)
  }
}
