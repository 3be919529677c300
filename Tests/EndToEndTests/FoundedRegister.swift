import Foundation
import TestSupport
import Testing

extension LantoaProcess {
  /// The bytes of a test register of the real city with one team, made once for all tests.
  private static let founding = Task {
    let lantoa = try LantoaProcess()
    try await lantoa.must("init", "--test", "--places", "content/data/hue", "--as", "Trần Thị Kiểm")
    let team = try await lantoa.must(
      "team", "form", "--unit", "19753", "--name", "Tổ CNSCĐ Phú Xuân 1", "--since", "2025-08-01")
    try await lantoa.must("journal", "verify")
    // Nothing may be left in the write-ahead log when only the file is copied.
    try await lantoa.sqlite("PRAGMA wal_checkpoint(TRUNCATE)")
    return (
      try Data(contentsOf: URL(fileURLWithPath: lantoa.scratch.path("lantoa.db"))), team.line
    )
  }

  /// A test register of its own: today is 2026-11-23, and there is one team in 19753.
  static func founded() async throws -> (lantoa: LantoaProcess, team: String) {
    let (bytes, team) = try await founding.value
    let lantoa = try LantoaProcess()
    try bytes.write(to: URL(fileURLWithPath: lantoa.scratch.path("lantoa.db")))
    try lantoa.scratch.setMode(0o600, of: "lantoa.db")
    return (lantoa, team)
  }

  /// Runs what has to succeed.
  @discardableResult
  func must(
    _ arguments: String..., now: String? = nil, language: String? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> Outcome {
    let outcome = try await run(arguments, now: now, language: language)
    try #require(
      outcome.code == 0 && !outcome.wasKilled, "lantoa \(arguments): \(outcome)",
      sourceLocation: sourceLocation)
    return outcome
  }

  /// What a command gives out as JSON.
  func json(
    _ arguments: String..., now: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> ParsedJSON {
    let outcome = try await run(arguments + ["--format", "json"], now: now)
    try #require(
      outcome.code == 0, "lantoa \(arguments): \(outcome)", sourceLocation: sourceLocation)
    return try #require(ParsedJSON(outcome.stdout), sourceLocation: sourceLocation)
  }

  /// How many events the journal holds.
  func journalLength() async throws -> Int {
    try await json("journal", "list", "--limit", "1000000").elements.count
  }

  /// A hash of everything in the register.
  func contentHash() async throws -> String {
    let outcome = try await sqlite(".sha3sum")
    try #require(outcome.code == 0, "\(outcome)")
    return outcome.line
  }
}

/// Whether `text` holds every one of the words, in any case.
func mentions(_ text: String, _ words: [String]) -> Bool {
  words.allSatisfy { text.localizedCaseInsensitiveContains($0) }
}
