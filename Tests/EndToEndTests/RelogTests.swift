import Foundation
import TestSupport
import Testing

/// The commonest correction of all: take a session back, and log it again from the same list.
@Suite struct RelogTests {
  @Test func `after undo the same list is logged again without a question`() async throws {
    let (lantoa, team) = try await LantoaProcess.founded()
    try lantoa.scratch.write(
      "name,birth_year,sex,unit\nHồ Thị Lê,1961,f,Phú Xuân\nTrần Văn An,1955,m,Kim Long\n",
      to: "list.csv")
    let log = [
      "session", "log", "--team", team, "--course", "safe-online", "--attendees", "list.csv",
    ]
    let first = try await lantoa.run(log)
    #expect(first.code == 0, "\(first)")
    _ = try await lantoa.must("undo")

    let again = try await lantoa.run(log)

    #expect(again.code == 0, "\(again)")
    let sessions = try await lantoa.json("session", "list").elements
    #expect(sessions.map { $0["void"] == true }.sorted { !$0 && $1 } == [false, true])
    let people = try await lantoa.json("learner", "find", "ho thi le").elements
    #expect(people.count == 1)
  }

  @Test func `every row that stands in the way is named in one go, by line`() async throws {
    let (lantoa, team) = try await LantoaProcess.founded()
    try lantoa.scratch.write(
      "name,birth_year,sex,unit\nHồ Thị Lê,19x,f,Phú Xuân\nTrần Văn An,1955,m,Nơi Nào\n",
      to: "list.csv")

    let outcome = try await lantoa.run([
      "session", "log", "--team", team, "--course", "safe-online", "--attendees", "list.csv",
    ])

    #expect(outcome.code == 1)
    #expect(outcome.stderr.contains("line 2"))
    #expect(outcome.stderr.contains("line 3"))
  }
}
