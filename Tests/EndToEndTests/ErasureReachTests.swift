import Foundation
import TestSupport
import Testing

/// What an erasure takes of others' records is said before and after it, and so is what it leaves.
@Suite struct ErasureReachTests {
  @Test func `texts and rows that go are listed before, counted after, and others stay`()
    async throws
  {
    let (lantoa, team) = try await LantoaProcess.founded()
    func register(_ name: String) async throws -> String {
      try await lantoa.must(
        "learner", "register", "--name", name, "--birth-year", "1958", "--sex", "f", "--consent",
        "paper", "--new"
      ).line
    }
    let (erased, other) = (try await register("Hồ Thị Ân"), try await register("Hồ Thị An"))
    func hold(_ day: String, note: String, venue: String, _ who: String) async throws -> String {
      try await lantoa.must(
        "session", "log", "--team", team, "--course", "safe-online", "--date", day, "--note", note,
        "--venue", venue, "--attendee", who
      ).line
    }
    let named = try await hold(
      "2026-11-20", note: "bà Hồ Thị Ân mệt", venue: "nhà văn hóa", erased)
    let marked = try await hold("2026-11-19", note: "Hồ Thị An giúp", venue: "đình làng", other)
    let short = try await hold("2026-11-18", note: "bà Ân quên kính", venue: "chợ", erased)
    try lantoa.scratch.write(
      "name,birth_year,sex\nHồ Thị Ân,1958,y\nHồ Thị An,1958,y\nHồ Thị Ân,1931,y\n", to: "a.csv")
    _ = try await lantoa.run(["learner", "import", "a.csv", "--source", "Sổ của Hồ Thị Ân"])
    try await lantoa.must(
      "team", "form", "--unit", "19753", "--name", "Tổ Hồ Thị Ân", "--since", "2025-08-01")

    let asked = try await lantoa.run(["learner", "erase", erased])
    #expect(asked.code == 1)
    func line(with word: String, in text: String) -> String {
      text.split(separator: "\n").first { $0.contains(word) }.map(String.init) ?? ""
    }
    #expect(
      mentions(
        line(with: named, in: asked.stderr),
        ["2026-11-20", "Tổ CNSCĐ Phú Xuân 1", "note", "venue"]), "\(asked)")
    #expect(
      mentions(asked.stderr, ["a.csv.errors.csv: 1 row\n", "Tổ Hồ Thị Ân", "Sổ của Hồ Thị Ân"]))
    for reference in [marked, short] { #expect(!asked.stderr.contains(reference), "\(asked)") }
    #expect(try await lantoa.json("session", "show", named)["note"] == "bà Hồ Thị Ân mệt")

    let done = try await lantoa.must("learner", "erase", erased, "--yes")
    #expect(
      mentions(
        done.stderr,
        [
          "note or venue was cleared: 1.", "errors.csv files: 1.", "Stays in", "Tổ Hồ Thị Ân",
          "lantoa session change REF --clear note", "\(short)  2026-11-18",
        ]), "\(done)")
    #expect(!done.stderr.contains(marked), "\(done)")
    #expect(try await lantoa.json("session", "show", named)["note"] == .null)
    #expect(try await lantoa.json("session", "show", marked)["note"] == "Hồ Thị An giúp")
    let rows = try lantoa.scratch.read("a.csv.errors.csv")
    #expect(rows.contains("Hồ Thị An,1958") && rows.contains("Hồ Thị Ân,1931"), "\(rows)")
    #expect(!rows.contains("Hồ Thị Ân,1958"), "\(rows)")
    try await lantoa.must("session", "change", short, "--clear", "note")
    #expect(try await lantoa.json("session", "show", short)["note"] == .null)
  }
}
