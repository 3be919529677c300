import Foundation
import TestSupport
import Testing

/// A page of the file is damaged outside the journal: nothing that was recorded is lost, and the way on is told.
@Suite struct DamagedPageTests {
  /// A register of one person and one session; the first page of what is called `object` is overwritten.
  private func damaged(_ object: String) async throws -> (LantoaProcess, person: String) {
    let (lantoa, team) = try await LantoaProcess.founded()
    try await lantoa.must("session", "log", "--team", team, "--form", "desk", "--unnamed", "4")
    let person = try await lantoa.must(
      "learner", "register", "--name", "Trần Mộng Xuyến", "--consent", "paper"
    ).line
    let start = try await lantoa.sqlite(
      """
      SELECT (rootpage - 1) * (SELECT page_size FROM pragma_page_size) FROM sqlite_schema
      WHERE name = '\(object)'
      """)
    var bytes = try file(lantoa)
    bytes[try #require(Int(start.line))] = 0
    try bytes.write(to: URL(fileURLWithPath: lantoa.scratch.path("lantoa.db")))
    return (lantoa, person)
  }

  private func file(_ lantoa: LantoaProcess) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: lantoa.scratch.path("lantoa.db")))
  }

  @Test(arguments: ["session", "sessionDate", "learner", "setting", "erasure", "unit"])
  func `a rebuild makes a sound file of it, as the check says it does`(object: String) async throws
  {
    let (lantoa, person) = try await damaged(object)
    let check = try await lantoa.run("journal", "verify")
    #expect(check.code == 1)
    #expect("\(check.stdout)\(check.stderr)".contains("lantoa journal rebuild"), "\(check)")

    try await lantoa.must("journal", "rebuild")

    try await lantoa.must("journal", "verify")
    #expect(try await lantoa.json("learner", "show", person)["name"] == "Trần Mộng Xuyến")
  }

  @Test func `a backup of it can be brought back, and tells to rebuild`() async throws {
    let (lantoa, person) = try await damaged("session")
    let made = try await lantoa.must("backup", "copy.db")
    #expect(made.stdout.contains("lantoa journal rebuild"), "\(made)")

    try await lantoa.must("restore", "copy.db", "--db", "again.db")

    let shown = try await lantoa.json("learner", "show", person, "--db", "again.db")
    #expect(shown["name"] == "Trần Mộng Xuyến")
  }

  @Test func `an erasure from it leaves no byte`() async throws {
    let (lantoa, person) = try await damaged("sessionDate")

    try await lantoa.must("learner", "erase", person, "--yes")

    #expect(try file(lantoa).range(of: Data("Mộng Xuyến".utf8)) == nil)
    try await lantoa.must("journal", "verify")
  }
}
