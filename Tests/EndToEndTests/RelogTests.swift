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

  @Test func `what a list says of registered people otherwise is said, not swallowed`()
    async throws
  {
    let (lantoa, team) = try await LantoaProcess.founded()
    let header = "person,name,birth_year,sex,unit,hamlet\n"
    let people = (1...7).map { "Người Thứ \($0),\(1950 + $0),f,Phú Xuân,tổ 1" }
    try lantoa.scratch.write(header + people.map { ",\($0)\n" }.joined(), to: "first.csv")
    let log = ["session", "log", "--team", team, "--course", "safe-online", "--attendees"]
    let first = try await lantoa.run(log + ["first.csv"])
    #expect(!first.stderr.contains("differ"), "\(first)")
    let again = try await lantoa.run(log + ["first.csv"])
    #expect(again.code == 0 && !again.stderr.contains("differ"), "\(again)")
    let one = try #require(
      try await lantoa.json("learner", "find", "nguoi thu 1").elements.first?["ref"].string)

    // Attached because they came to this team before: the unit of one, the hamlet of another.
    try lantoa.scratch.write(
      header + "\(one),Người Thứ Nhất,1951,m,Kim Long,\n"
        + ",Người Thứ 2,1952,f,Kim Long,tổ 1\n,Người Thứ 3,1953,f,,tổ 9\n,Người Thứ 4,1954,f,,\n",
      to: "second.csv")
    let second = try await lantoa.run(log + ["second.csv"])

    #expect(second.code == 0, "\(second)")
    #expect(
      mentions(
        second.stderr,
        [
          "3 registered people differ", "left as it is",
          "line 2: Người Thứ 1 (tổ 1, 1951): name “Người Thứ Nhất”, sex “m”, unit “Kim Long”;",
          "line 3: Người Thứ 2 (tổ 1, 1952): unit “Kim Long”;",
          "line 4: Người Thứ 3 (tổ 1, 1953): hamlet “tổ 9”)",
        ]), "\(second)")
    #expect(!second.stderr.contains("Người Thứ 4"))
    let homes = try await lantoa.json("learner", "find", "nguoi thu").elements
    #expect(homes.count == 7)
    #expect(homes.allSatisfy { $0["unit"]["name"] == "Phường Phú Xuân" && $0["hamlet"] == "tổ 1" })

    // Many: five are named, the rest are counted.
    try lantoa.scratch.write(
      header + people.map { ",\($0.replacing("tổ 1", with: "tổ 2"))\n" }.joined(), to: "third.csv")
    let third = try await lantoa.run(log + ["third.csv"], language: "vi")
    #expect(
      mentions(third.stderr, ["7 người đã có trong sổ mà tệp ghi khác", "và 2 dòng nữa"]),
      "\(third)")
  }
}
