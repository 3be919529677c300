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

  /// The names of the checks that are not well, but for the version of this machine's SQLite.
  private func warnings(_ json: ParsedJSON) -> [String] {
    json["checks"].elements.filter { $0["ok"] == false }.compactMap { $0["check"].string }
      .filter { $0 != "sqlite" }
  }

  /// A founded register that has been backed up.
  private func founded() async throws -> (lantoa: LantoaProcess, team: String) {
    let (lantoa, team) = try await LantoaProcess.founded()
    try await lantoa.must("backup", "copy.db")
    return (lantoa, team)
  }

  @Test func `a register without a backup, or an old one, is a warning; so is an old SQLite`()
    async throws
  {
    let (lantoa, _) = try await LantoaProcess.founded()
    let (table, before) = try await doctor(lantoa)
    #expect(warnings(before) == ["backup"])
    #expect(mentions(table, ["WARNING", "lantoa backup"]), "\(table)")
    try await lantoa.must("backup", "copy.db")
    #expect(warnings(try await doctor(lantoa).json) == [])

    let version = try #require(before["sqlite"].string).split(separator: ".").compactMap { Int($0) }
    let check = before["checks"].elements.first { $0["check"] == "sqlite" }
    #expect(check?["ok"] == .boolean(!version.lexicographicallyPrecedes([3, 51, 3])))
  }

  @Test func `a register that is well says so, and counts what stands`() async throws {
    let (lantoa, team) = try await founded()
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
    #expect(json["synchronous"] == 2 && json["demo"] == true)
    #expect(json["newest"] == "2026-11-23")
    #expect(json["checks"].elements.allSatisfy { $0.keys == ["check", "detail", "ok"] })
    #expect(warnings(json) == [])
    #expect(mentions(table, ["1 learner,", "23"]), "\(table)")
    let vi = try await lantoa.must("doctor", language: "vi").stdout
    #expect(mentions(vi, ["1 người học", "thứ Hai 23/11/2026"]), "\(vi)")
    #expect(!vi.contains("2026-11-23"))
  }

  @Test func `a clock that cannot be right is a warning, until somebody says that it is`()
    async throws
  {
    let (lantoa, _) = try await LantoaProcess.founded()
    for now in ["2026-09-20", "2027-09-20"] {
      let length = try await lantoa.journalLength()
      let (table, json) = try await doctor(lantoa, now: now)
      #expect(warnings(json) == ["clock", "backup"], "\(json)")
      #expect(json["well"] == false)
      #expect(
        mentions(
          table, ["WARNING", now, "2026-11-23", "lantoa doctor --clock-is-right", "warnings:"]),
        "\(table)")
      #expect(try await lantoa.journalLength() == length)
    }
    try await lantoa.must("doctor", "--clock-is-right", now: "2026-09-20")
    #expect(warnings(try await doctor(lantoa, now: "2026-09-21").json) == ["backup"])
  }

  @Test func `a backup that is noted for a time to come is a warning`() async throws {
    let (lantoa, _) = try await founded()
    for (time, day) in [("4102444800000", "2100"), ("9223372036854775807", "WARNING")] {
      try await lantoa.sqlite("UPDATE local SET value = '\(time)' WHERE key = 'lastBackup'")
      let (table, json) = try await doctor(lantoa)
      #expect(warnings(json) == ["backup"], "\(json)")
      #expect(mentions(table, [day, "to come", "lantoa backup"]), "\(table)")
    }
    try await lantoa.must("backup", "again.db")
    #expect(warnings(try await doctor(lantoa).json) == [])
  }

  @Test func `a file that others can read is a warning`() async throws {
    let (lantoa, _) = try await founded()
    try lantoa.scratch.setMode(0o644, of: "lantoa.db")
    let (table, json) = try await doctor(lantoa)
    #expect(warnings(json) == ["privacy"])
    #expect(mentions(table, ["WARNING", "chmod 600", "lantoa.db"]), "\(table)")
  }
}
