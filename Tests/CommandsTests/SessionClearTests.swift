import Foundation
import TestSupport
import Testing

/// What was said of a session by mistake can be taken out again.
@Suite struct SessionClearTests {
  private func bench(form: String) async throws -> (bench: Bench, session: String) {
    let bench = try Bench.founded()
    let team = await bench.run(
      "team", "form", "--unit", "101", "--name", "Tổ 1", "--since", "2026-01-01")
    try #require(team.code == 0, "\(team)")
    let logged = await bench.run(
      "session", "log", "--team", "Tổ 1", "--course", "zalo", "--form", form, "--lessons", "1,2",
      "--minutes", "60", "--venue", "chợ", "--note", "mưa", "--unnamed", "3")
    try #require(logged.code == 0, "\(logged)")
    return (bench, logged.stdout.trimmingCharacters(in: .newlines))
  }

  private func shown(_ session: String, in bench: Bench) async throws -> ParsedJSON {
    let outcome = await bench.run("session", "show", session, "--format", "json")
    return try #require(ParsedJSON(outcome.stdout), "\(outcome)")
  }

  @Test func `lessons, minutes, venue and note are emptied, and undo has them back`() async throws {
    let (bench, session) = try await bench(form: "class")
    let before = try await shown(session, in: bench)
    let cleared = await bench.run(
      "session", "change", session, "--clear", "venue", "--clear", "note", "--clear", "minutes",
      "--clear", "lessons")
    #expect(cleared.code == 0, "\(cleared)")
    let after = try await shown(session, in: bench)
    #expect(after["venue"] == .null && after["note"] == .null && after["minutes"] == .null)
    #expect(after["lessons"].elements.isEmpty)
    #expect(after["course"] == "zalo" && after["unnamed"] == 3)

    let again = await bench.run("session", "change", session, "--clear", "venue")
    #expect(again.code == 1 && again.stderr.contains("lantoa session show \(session)"), "\(again)")
    let undone = await bench.run("undo")
    #expect(
      undone.stderr.contains("the correction (lessons, minutes, venue, note) of the session of"),
      "\(undone.stderr)")
    #expect(try await shown(session, in: bench) == before)
    #expect(await bench.run("journal", "verify").code == 0)
  }

  @Test func `a course goes with its lessons, but not from a class`() async throws {
    let (bench, session) = try await bench(form: "home")
    let cleared = await bench.run("session", "change", session, "--clear", "course")
    #expect(cleared.code == 0, "\(cleared)")
    let after = try await shown(session, in: bench)
    #expect(after["course"] == .null && after["lessons"].elements.isEmpty)

    let (other, held) = try await self.bench(form: "class")
    let refused = await other.run("session", "change", held, "--clear", "course")
    #expect(refused.code == 1 && refused.stderr.contains("--course"), "\(refused)")
    #expect(try await shown(held, in: other)["course"] == "zalo")
  }

  @Test func `another course takes the lessons away, and says which`() async throws {
    let (bench, session) = try await bench(form: "class")
    let changed = await bench.run("session", "change", session, "--course", "an-toan")
    #expect(changed.code == 0 && changed.stderr.contains("bai-1, bai-2"), "\(changed)")
    #expect(try await shown(session, in: bench)["lessons"].elements.isEmpty)
    let again = await bench.run(
      "session", "change", session, "--course", "zalo", "--lessons", "3")
    #expect(again.code == 0 && !again.stderr.contains("are gone"), "\(again)")
  }

  @Test func `a correction does not leave a session without anybody`() async throws {
    let (bench, session) = try await bench(form: "class")
    let refused = await bench.run("session", "change", session, "--unnamed", "0")
    #expect(refused.code == 1 && refused.stderr.contains("Nobody is in this session"), "\(refused)")
    #expect(try await shown(session, in: bench)["unnamed"] == 3)
  }

  @Test func `a field is emptied or filled, not both`() async throws {
    let (bench, session) = try await bench(form: "class")
    for options in [
      ["--venue", "đình"], ["--note", "nắng"], ["--minutes", "90"], ["--lessons", "3"],
      ["--course", "an-toan"],
    ] {
      let field = String(options[0].dropFirst(2))
      let outcome = await bench.run(["session", "change", session] + options + ["--clear", field])
      #expect(outcome.code == 64)
      #expect(outcome.stderr.contains("Choose --\(field) or --clear \(field)"), "\(outcome)")
    }
    let unknown = await bench.run("session", "change", session, "--clear", "team")
    #expect(unknown.code == 64 && unknown.stderr.contains("venue"), "\(unknown)")
  }
}
