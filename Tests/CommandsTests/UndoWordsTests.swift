import Foundation
import TestSupport
import Testing

/// Whoever takes something back is told what it was: of whom, of which session and day.
@Suite struct UndoWordsTests {
  private func run(_ arguments: [String], in bench: Bench) async throws -> String {
    let outcome = await bench.run(arguments)
    try #require(outcome.code == 0, "\(arguments): \(outcome)")
    return outcome.stdout.trimmingCharacters(in: .newlines)
  }

  @Test func `each kind of act by its day, its session, its person, its team`() async throws {
    let bench = try Bench.founded()
    func run(_ arguments: String...) async throws -> String {
      try await self.run(arguments, in: bench)
    }
    _ = try await run("team", "form", "--unit", "101", "--name", "Tổ 1", "--since", "2026-01-01")
    let person = try await run(
      "learner", "register", "--name", "Hồ Thị Lê", "--birth-year", "1961", "--unit", "101",
      "--consent", "paper")
    let other = try await run(
      "learner", "register", "--name", "Ngô Ba", "--consent", "paper")
    let session = try await run(
      "session", "log", "--team", "Tổ 1", "--course", "zalo", "--date", "2026-11-20", "--attendee",
      person)
    let held = "the session of 2026-11-20, team “Tổ 1”, zalo"
    let acts: [(arguments: [String], words: String)] = [
      (
        ["session", "change", session, "--minutes", "60", "--note", "mưa"],
        "the correction (minutes, note) of \(held)"
      ),
      (
        ["session", "change", session, "--date", "2026-11-19"], "the correction (date) of \(held)"
      ),
      (
        ["session", "mark", session, person, "--result", "completed"],
        "the mark of Hồ Thị Lê (1961): completed, \(held)"
      ),
      (
        ["session", "void", session, "--reason", "wrong-date"], "the void of \(held), 1 person"
      ),
      (
        ["learner", "change", person, "--phone", "0905123456", "--clear", "sex"],
        "the correction (sex, phone) of Hồ Thị Lê (1961)"
      ),
      (
        ["learner", "move", person, "--to", "102", "--from", "2026-11-01"],
        "the move of Hồ Thị Lê (1961): Phường Núi from 2026-11-01"
      ),
      (
        ["learner", "died", person, "--on", "2026-11-21"],
        "the death of Hồ Thị Lê (1961) on 2026-11-21"
      ),
      (
        [
          "completion", "record", "--learner", person, "--course", "an-toan", "--date",
          "2026-11-18",
        ], "Hồ Thị Lê (1961): completed an-toan, 2026-11-18"
      ),
      (
        [
          "target", "set", "--measure", "trained", "--unit", "101", "--percent", "80", "--by",
          "2026-12-31",
        ], "the target trained 80% of 101 Phường Sông by 2026-12-31"
      ),
      (
        ["team", "form", "--unit", "103", "--name", "Tổ 2", "--since", "2026-01-01"],
        "the team “Tổ 2”, Xã Biển"
      ),
      (["population", "use", "city-series"], "the choice of the population city-series"),
    ]
    for (arguments, words) in acts {
      _ = try await self.run(arguments, in: bench)
      let undone = await bench.run("undo")
      #expect(undone.code == 0)
      #expect(
        undone.stderr.contains("Took back: \(words) (recorded on 2026-11-23)."),
        "\(arguments): \(undone.stderr)")
    }
    // A restoring, and what was parted, by what they are about.
    _ = try await run("session", "void", session, "--reason", "other")
    _ = try await run("session", "unvoid", session)
    let restored = await bench.run("undo")
    #expect(restored.stderr.contains("Took back: the restoring of \(held), 1 person"))
    _ = try await run("session", "unvoid", session)
    _ = try await run("learner", "link", person, other)
    _ = try await run("learner", "unlink", person, other, "--yes")
    // The smaller id stands first.
    let pairs = ["Hồ Thị Lê (1961) + Ngô Ba", "Ngô Ba + Hồ Thị Lê (1961)"]
    let parted = await bench.run("undo", language: "vi")
    #expect(
      pairs.contains { parted.stderr.contains("Đã bỏ: lần tách \($0) (ghi ngày 23/11/2026).") },
      "\(parted.stderr)")
    let linked = await bench.run("undo")
    #expect(
      pairs.contains { linked.stderr.contains("the link of \($0) (recorded on 2026-11-23).") },
      "\(linked.stderr)")
  }

  @Test func `a session that is taken back says its team, course and day in Vietnamese`()
    async throws
  {
    let bench = try Bench.founded(language: "vi")
    _ = try await run(
      ["team", "form", "--unit", "101", "--name", "Tổ 1", "--since", "2026-01-01"], in: bench)
    _ = try await run(
      [
        "session", "log", "--team", "Tổ 1", "--form", "home", "--date", "2026-11-20", "--unnamed",
        "2",
      ], in: bench)
    let undone = await bench.run("undo")
    #expect(
      undone.stderr.contains(
        "Đã bỏ: buổi 20/11/2026, tổ “Tổ 1”, tại nhà, 0 người (ghi ngày 23/11/2026)."),
      "\(undone.stderr)")
  }
}
