import Foundation
import TestSupport
import Testing

/// Nothing that holds records is written over by accident.
@Suite struct OverwriteTests {
  @Test func `a report is never written over a register`() async throws {
    let (lantoa, _) = try await LantoaProcess.founded()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: lantoa.scratch.path("lantoa.db")))

    let outcome = try await lantoa.run(["unit", "list", "--output", "lantoa.db"])

    #expect(outcome.code == 1)
    #expect(outcome.stderr.contains("never written over"))
    let after = try Data(contentsOf: URL(fileURLWithPath: lantoa.scratch.path("lantoa.db")))
    #expect(after == bytes)
  }

  @Test func `a demo makes room for the next one only when that is made`() async throws {
    let lantoa = try LantoaProcess()
    _ = try await lantoa.must("demo", "--learners", "20", "--seed", "1", "--db", "demo.db")
    let first = try await lantoa.must("learner", "find", "nguyen", "--db", "demo.db").stdout

    let failed = try await lantoa.run(["demo", "--db", "demo.db", "--places", "nowhere"])
    #expect(failed.code == 1)
    let kept = try await lantoa.must("learner", "find", "nguyen", "--db", "demo.db").stdout
    #expect(kept == first)

    _ = try await lantoa.must("demo", "--learners", "30", "--seed", "2", "--db", "demo.db")
    let second = try await lantoa.must("learner", "find", "nguyen", "--db", "demo.db").stdout
    #expect(second != first)
  }

  @Test func `a demo is never made over a register of another sort`() async throws {
    let (lantoa, _) = try await LantoaProcess.founded()
    let outcome = try await lantoa.run(["demo", "--learners", "20"])
    #expect(outcome.code == 1)
    #expect(outcome.stderr.contains("never overwritten"))
  }

  @Test func `more heads than a city has are refused before anything is recorded`() async throws {
    let (lantoa, _) = try await LantoaProcess.founded()
    let outcome = try await lantoa.run([
      "session", "log", "--team", "x", "--form", "broadcast", "--unnamed", "9223372036854775807",
    ])
    #expect(outcome.code == 64)
    #expect(outcome.stderr.contains("--unnamed"))
  }
}
