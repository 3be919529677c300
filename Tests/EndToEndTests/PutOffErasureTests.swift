import Foundation
import TestSupport
import Testing

/// An erasure whose last steps had to wait: `doctor` says what they wait for, and when they are done.
@Suite struct PutOffErasureTests {
  /// A register in which somebody was erased while another program had it open.
  private struct PutOff {
    let lantoa: LantoaProcess
    let holder: RunningProcess
    let person: String
    /// Of the erasing.
    let outcome: LantoaProcess.Outcome
  }

  private func erased() async throws -> PutOff {
    let (lantoa, _) = try await LantoaProcess.founded()
    let person = try await lantoa.must(
      "learner", "register", "--name", "Trần Mộng Xuyến", "--consent", "paper"
    ).line
    let holder = try lantoa.start(
      program: "/usr/bin/sqlite3", [lantoa.scratch.path("lantoa.db")], takesInput: true)
    try holder.send("BEGIN;\nSELECT 'held', count(*) FROM event;\n")
    try #require(try await holder.says("held"))
    let outcome = try await lantoa.run("learner", "erase", person, "--yes")
    #expect(outcome.code == 0, "\(outcome)")
    return PutOff(lantoa: lantoa, holder: holder, person: person, outcome: outcome)
  }

  private func founded() async throws -> (lantoa: LantoaProcess, holder: RunningProcess) {
    let putOff = try await erased()
    return (putOff.lantoa, putOff.holder)
  }

  private func letGo(_ holder: RunningProcess) async throws {
    try holder.send("COMMIT;\n.quit\n")
    _ = try await holder.outcome()
  }

  private func erasure(_ json: String) throws -> (isWell: Bool, detail: String) {
    let check = try #require(
      ParsedJSON(json)?["checks"].elements.first { $0["check"] == "erasure" })
    return (check["ok"] == true, try #require(check["detail"].string))
  }

  private func doctor(_ lantoa: LantoaProcess) async throws -> (isWell: Bool, detail: String) {
    try erasure(try await lantoa.must("doctor", "--format", "json").stdout)
  }

  /// What is said of a file that waits, whatever it waits for.
  private func expectWaiting(_ found: (isWell: Bool, detail: String), for cause: [String]) {
    #expect(!found.isWell)
    #expect(mentions(found.detail, ["old bytes", "run this again"] + cause), "\(found)")
    #expect(!found.detail.contains("nobody was erased"), "\(found)")
  }

  @Test func `an erasure whose file cannot be written anew yet is told as one that was recorded`()
    async throws
  {
    let putOff = try await erased()
    let (lantoa, outcome) = (putOff.lantoa, putOff.outcome)
    #expect(
      mentions(
        outcome.stderr,
        [
          "erased for good", "another program has it open", "fuser", "lantoa.db",
          "next lantoa command",
          "lantoa doctor",
        ]), "\(outcome)")
    for untrue in ["nothing was recorded", "try again", "was not done"] {
      #expect(!outcome.stderr.contains(untrue), "\(outcome)")
    }
    #expect(try await lantoa.json("learner", "show", putOff.person)["erased"] == true)
    try await letGo(putOff.holder)
    // Any command does what was put off.
    try await lantoa.must("team", "list")
    let done = try await lantoa.json("doctor")["checks"].elements
      .first { $0["check"] == "erasure" }
    #expect(done?["ok"] == true)
    #expect(try await lantoa.run("journal", "verify").code == 0)
  }

  @Test func `a program that has the register open is named as the cause`() async throws {
    let (lantoa, holder) = try await founded()
    expectWaiting(try await doctor(lantoa), for: ["another program", "fuser"])
    try await letGo(holder)

    let done = try await doctor(lantoa)
    #expect(done.isWell && mentions(done.detail, ["done now", "written anew"]), "\(done)")
    let again = try await doctor(lantoa)
    #expect(again.isWell && again.detail.isEmpty, "\(again)")
  }

  @Test func `a second name is named as the cause, and nobody is said not to be erased`()
    async throws
  {
    let (lantoa, holder) = try await founded()
    try await letGo(holder)
    let twin = lantoa.scratch.path("twin.db")
    try FileManager.default.linkItem(atPath: lantoa.scratch.path("lantoa.db"), toPath: twin)

    let found = try await doctor(lantoa)
    expectWaiting(found, for: ["another name", "rm \(twin)"])
    #expect(!found.detail.contains("another program"), "\(found)")
    #expect(try await !lantoa.must("doctor").stdout.contains("nobody was erased"))
    let vi = try await lantoa.must("doctor", language: "vi").stdout
    #expect(mentions(vi, ["chữ cũ", "tên khác", "rm \(twin)"]) && !vi.contains("chưa xóa ai"))

    try FileManager.default.removeItem(atPath: twin)
    #expect(try await doctor(lantoa).detail.contains("Done now"))
  }

  @Test func `a full disk is named as the cause`() async throws {
    let (lantoa, holder) = try await founded()
    try await letGo(holder)
    let size = try Data(contentsOf: URL(fileURLWithPath: lantoa.scratch.path("lantoa.db"))).count
    let outcome = try await lantoa.start(
      program: "/usr/bin/bash",
      [
        "-c", "ulimit -f \(size / 2048); exec \"$0\" \"$@\"", LantoaProcess.program, "doctor",
        "--format", "json",
      ]
    ).outcome()
    try #require(outcome.code == 0, "\(outcome)")
    let found = try erasure(outcome.stdout)
    expectWaiting(found, for: ["full", "make room"])
    #expect(!found.detail.contains("another program"), "\(found)")
  }

  @Test func `a list of erased people that was gone is said to be there again`() async throws {
    let (lantoa, holder) = try await founded()
    try await letGo(holder)
    try await lantoa.must("team", "list")
    let list = lantoa.scratch.path("lantoa.db.erased")
    try FileManager.default.removeItem(atPath: list)

    let found = try await doctor(lantoa)
    #expect(found.isWell && mentions(found.detail, ["done now", list, "(1)"]), "\(found)")
    #expect(lantoa.scratch.has("lantoa.db.erased"))
    #expect(try await doctor(lantoa).detail.isEmpty)
  }
}
