import Foundation
import TestSupport
import Testing

/// A register under a second name: what is erased under one stays under the other.
@Suite struct HardLinkTests {
  private func founded() async throws -> (lantoa: LantoaProcess, person: String) {
    let (lantoa, _) = try await LantoaProcess.founded()
    let person = try await lantoa.must(
      "learner", "register", "--name", "Trần Mộng Xuyến", "--consent", "paper"
    ).line
    try await lantoa.sqlite("PRAGMA wal_checkpoint(TRUNCATE)")
    return (lantoa, person)
  }

  private func link(_ lantoa: LantoaProcess, to name: String) throws {
    try FileManager.default.linkItem(
      atPath: lantoa.scratch.path("lantoa.db"), toPath: lantoa.scratch.path(name))
  }

  private func bytes(_ lantoa: LantoaProcess, _ name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: lantoa.scratch.path(name)))
  }

  @Test func `nobody is erased while the register has a second name`() async throws {
    let (lantoa, person) = try await founded()
    try await lantoa.must("backup", "copy.db")
    try await lantoa.sqlite("PRAGMA wal_checkpoint(TRUNCATE)")
    try link(lantoa, to: "twin.db")
    let before = try bytes(lantoa, "twin.db")

    let refused = try await lantoa.run("learner", "erase", person, "--yes")

    #expect(refused.code == 1)
    #expect(mentions(refused.stderr, ["lantoa.db", "twin.db", "rm "]), "\(refused)")
    #expect(try await lantoa.json("learner", "show", person)["erased"] == false)
    #expect(try bytes(lantoa, "twin.db") == before)
    let doctor = try await lantoa.json("doctor")
    let check = doctor["checks"].elements.first { $0["check"] == "copies" }
    #expect(check?["ok"] == false)
    #expect(check?["detail"].string?.contains("twin.db") == true, "\(doctor)")

    try FileManager.default.removeItem(atPath: lantoa.scratch.path("twin.db"))
    try await lantoa.must("learner", "erase", person, "--yes")
    #expect(try bytes(lantoa, "lantoa.db").range(of: Data("Xuyến".utf8)) == nil)
  }

  @Test func `a name elsewhere is told of with how to find it`() async throws {
    let (lantoa, person) = try await founded()
    try FileManager.default.createDirectory(
      atPath: lantoa.scratch.path("desk"), withIntermediateDirectories: true)
    try link(lantoa, to: "desk/twin.db")
    for language in ["vi", "en"] {
      let refused = try await lantoa.run("learner", "erase", person, "--yes", language: language)
      #expect(refused.code == 1)
      #expect(mentions(refused.stderr, ["find ", "-samefile", "lantoa.db"]), "\(refused)")
      #expect(!refused.stderr.contains("desk"), "\(refused)")
    }
  }

  @Test func `nobody is erased while a file of rejected rows has them under a second name`()
    async throws
  {
    let (lantoa, person) = try await founded()
    try lantoa.scratch.write("name,birth_year\nTrần Mộng Xuyến,abc\nLê Thị Hoa,abc\n", to: "a.csv")
    _ = try await lantoa.run(["learner", "import", "a.csv"])
    let twin = lantoa.scratch.path("twin.csv")
    try FileManager.default.linkItem(
      atPath: lantoa.scratch.path("a.csv.errors.csv"), toPath: twin)

    for language in ["vi", "en"] {
      let refused = try await lantoa.run("learner", "erase", person, "--yes", language: language)
      #expect(refused.code == 1)
      #expect(mentions(refused.stderr, ["a.csv.errors.csv", "rm ", "twin.csv"]), "\(refused)")
    }
    #expect(try await lantoa.json("learner", "show", person)["erased"] == false)
    #expect(try lantoa.scratch.read("a.csv.errors.csv").contains("Xuyến"))

    try FileManager.default.removeItem(atPath: twin)
    try await lantoa.must("learner", "erase", person, "--yes")
    #expect(try !lantoa.scratch.read("a.csv.errors.csv").contains("Xuyến"))
  }
}
