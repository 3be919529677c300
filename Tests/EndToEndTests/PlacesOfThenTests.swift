import Foundation
import TestSupport
import Testing

/// What a leader tells of days before 1 July 2025, when some names meant other places.
@Suite struct PlacesOfThenTests {
  @Test func `a list of attendees reads units as of its session, and asks where a name has moved`()
    async throws
  {
    let (lantoa, _) = try await LantoaProcess.founded()
    let team = try await lantoa.must(
      "team", "form", "--unit", "19753@2025-01-01", "--name", "Tổ Thuận Lộc", "--since",
      "2022-05-01"
    ).line
    let log = [
      "session", "log", "--team", team, "--course", "safe-online", "--date", "2025-05-10",
      "--attendees", "list.csv",
    ]
    let header = "name,birth_year,sex,unit\nHồ Thị Lê,1961,f,Thuận Lộc\n"
    try lantoa.scratch.write(
      header + "Trần Văn An,1955,m,Phú Vinh\nLê Văn Bé,1950,m,Phú Xuân\n", to: "list.csv")
    let events = try await lantoa.journalLength()

    let asked = try await lantoa.run(log)

    #expect(asked.code == 1, "\(asked)")
    #expect(
      mentions(
        asked.stderr,
        [
          "line 3", "20074@2025-01-01", "19945@2025-07-01", "line 4", "19918@2025-01-01",
          "19753@2025-07-01",
        ]), "\(asked)")
    #expect(!asked.stderr.contains("--units-as-of"), "there is no such option here")
    #expect(try await lantoa.journalLength() == events)

    try lantoa.scratch.write(
      header
        + "Trần Văn An,1955,m,20074@2025-01-01\nLê Văn Bé,1950,m,19753@2025-07-01\n",
      to: "list.csv")
    let told = try await lantoa.run(log)
    #expect(told.code == 0, "\(told)")
    func unit(_ name: String) async throws -> String {
      let found = try await lantoa.json("learner", "find", name).elements
      let unit = try #require(found.first)["unit"]
      return "\(unit["code"].string ?? "")@\(unit["validFrom"].string ?? "")"
    }
    #expect(try await unit("ho thi le") == "19753@2025-01-01")
    #expect(try await unit("tran van an") == "20074@2025-01-01")
    #expect(try await unit("le van be") == "19753@2025-07-01")
  }

  @Test func `registering somebody as of an earlier day asks too`() async throws {
    let (lantoa, _) = try await LantoaProcess.founded()
    let register = [
      "learner", "register", "--name", "Trần Văn An", "--consent", "paper", "--unit", "Phú Vinh",
    ]

    let asked = try await lantoa.run(register + ["--on", "2025-05-10"])

    #expect(asked.code == 1, "\(asked)")
    #expect(mentions(asked.stderr, ["20074@2025-01-01", "19945@2025-07-01"]), "\(asked)")
    let later = try await lantoa.run(register + ["--on", "2025-07-10"])
    #expect(later.code == 0, "\(later)")
    let change = try await lantoa.run([
      "learner", "change", later.line, "--unit", "Phú Xuân", "--registered-on", "2025-05-10",
    ])
    #expect(change.code == 1 && change.stderr.contains("19918@2025-01-01"), "\(change)")
  }

  @Test func `a team older than its unit is led to the units of that time`() async throws {
    let (lantoa, _) = try await LantoaProcess.founded()
    let form = ["team", "form", "--name", "Tổ cũ", "--since", "2022-05-01", "--unit"]

    let refused = try await lantoa.run(form + ["Phú Xuân"])

    #expect(refused.code == 1, "\(refused)")
    #expect(mentions(refused.stderr, ["19753@2025-01-01 Phường Thuận Lộc"]), "\(refused)")
    let formed = try await lantoa.run(form + ["19753@2025-01-01"])
    #expect(formed.code == 0, "\(formed)")
    let report = try await lantoa.json("coverage", "report")
    #expect(report["teamPresence"]["units"] == 1)
  }

  @Test func `a move before the registration is recorded, with a word on what it counts for`()
    async throws
  {
    let (lantoa, _) = try await LantoaProcess.founded()
    let person = try await lantoa.must(
      "learner", "register", "--name", "Trần Văn An", "--consent", "paper", "--unit", "Phú Xuân"
    ).line
    let move = ["learner", "move", person, "--to", "A Lưới 1", "--from"]

    let early = try await lantoa.run(move + ["2026-03-01"])

    #expect(early.code == 0, "\(early)")
    #expect(mentions(early.stderr, ["until then", "--registered-on", person]), "\(early)")
    try await lantoa.must("learner", "change", person, "--registered-on", "2025-11-20")
    let shown = try await lantoa.json("learner", "show", person)
    #expect(shown["unit"]["name"] == "Xã A Lưới 1")
    let late = try await lantoa.run(
      ["learner", "move", person, "--to", "Kim Long", "--from", "2026-04-01"])
    #expect(late.code == 0 && !late.stderr.contains("until then"), "\(late)")
  }
}
