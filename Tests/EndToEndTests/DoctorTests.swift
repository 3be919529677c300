import Foundation
import TestSupport
import Testing

/// A verdict for each thing that can be wrong, in plain words, with the next step.
@Suite struct DoctorTests {
  private func doctor(
    _ lantoa: LantoaProcess, now: String? = nil
  ) async throws -> (table: String, json: ParsedJSON) {
    let table = try await lantoa.must("doctor", now: now)
    return (table.stdout, try await lantoa.json("doctor", now: now))
  }

  /// The names of the checks that are not well.
  private func warnings(_ json: ParsedJSON) -> [String] {
    json["checks"].elements.filter { $0["ok"] == false }.compactMap { $0["check"].string }
  }

  @Test func `a register that is well says so, and counts what stands`() async throws {
    let (lantoa, team) = try await LantoaProcess.founded()
    for minutes in ["30", "40"] {
      try await lantoa.must(
        "session", "log", "--team", team, "--course", "safe-online", "--minutes", minutes,
        "--unnamed", "3")
    }
    try await lantoa.must("undo")
    try await lantoa.must("learner", "register", "--name", "Lê Thị A", "--consent", "none")
    try await lantoa.must("learner", "register", "--name", "Lê Thị B", "--consent", "none")
    try await lantoa.must("undo")

    let (table, json) = try await doctor(lantoa)

    #expect(
      json.keys == [
        "checks", "demo", "events", "journalMode", "learners", "newest", "path", "sessions",
        "sqlite", "synchronous", "today", "well",
      ])
    #expect(json["learners"] == 1 && json["sessions"] == 1, "\(json)")
    #expect(json["events"].int == (try await lantoa.journalLength()))
    #expect(json["synchronous"] == 2 && json["well"] == true && json["demo"] == true)
    #expect(json["newest"] == "2026-11-23")
    #expect(json["checks"].elements.allSatisfy { $0.keys == ["check", "detail", "ok"] })
    #expect(warnings(json) == [])
    #expect(mentions(table, ["All is well", "lantoa journal verify", "1 learner,"]), "\(table)")
    #expect(!table.contains("WARNING"))
    let vi = try await lantoa.must("doctor", language: "vi").stdout
    #expect(mentions(vi, ["Mọi thứ đều ổn", "thứ Hai 23/11/2026"]), "\(vi)")
    #expect(!vi.contains("2026-11-23"))
  }

  @Test func `a clock that cannot be right is a warning, until somebody says that it is`()
    async throws
  {
    let (lantoa, _) = try await LantoaProcess.founded()
    for now in ["2026-09-20", "2027-09-20"] {
      let length = try await lantoa.journalLength()
      let (table, json) = try await doctor(lantoa, now: now)
      #expect(warnings(json) == ["clock"], "\(json)")
      #expect(json["well"] == false)
      #expect(
        mentions(
          table, ["WARNING", now, "2026-11-23", "lantoa doctor --clock-is-right", "1 warning:"]),
        "\(table)")
      #expect(try await lantoa.journalLength() == length)
    }
    try await lantoa.must("doctor", "--clock-is-right", now: "2026-09-20")
    #expect(try await doctor(lantoa, now: "2026-09-21").json["well"] == true)
  }

  @Test func `a file that others can read is a warning`() async throws {
    let (lantoa, _) = try await LantoaProcess.founded()
    try lantoa.scratch.setMode(0o644, of: "lantoa.db")
    let (table, json) = try await doctor(lantoa)
    #expect(warnings(json) == ["privacy"])
    #expect(mentions(table, ["WARNING", "chmod 600", "lantoa.db"]), "\(table)")
  }
}
