import Foundation

/// The built `lantoa`, run in a folder of its own, with nothing of the tester's environment.
package struct LantoaProcess: Sendable {
  package typealias Outcome = RunningProcess.Outcome

  package let scratch: ScratchFolder
  /// What every run gets; a run may say otherwise.
  package var environment: [String: String]

  /// `today`: what `LANTOA_NOW` says, heeded by test registers only; nil for the clock.
  package init(
    today: String? = "2026-11-23", language: String? = "en", scratch: ScratchFolder? = nil
  ) throws {
    let scratch = try scratch ?? ScratchFolder()
    self.scratch = scratch
    environment = [
      "HOME": scratch.path, "LANTOA_SHARE": Self.checkout, "PATH": "/usr/bin:/bin",
      "USER": "tester",
    ]
    environment["LANTOA_LANG"] = language
    environment["LANTOA_NOW"] = today
    for name in ["LD_LIBRARY_PATH", "LLVM_PROFILE_FILE"] {
      environment[name] = ProcessInfo.processInfo.environment[name]
    }
  }

  /// The folder that holds `courses` and `content`.
  package static let checkout = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// The program, which is built beside the tests.
  package static let program: String = {
    let tests = Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
    return tests.deletingLastPathComponent().appendingPathComponent("lantoa").path
  }()

  @discardableResult
  package func run(
    _ arguments: String..., now: String? = nil, language: String? = nil
  ) async throws -> Outcome {
    try await run(arguments, now: now, language: language)
  }

  @discardableResult
  package func run(
    _ arguments: [String], now: String? = nil, language: String? = nil
  ) async throws -> Outcome {
    try await start(arguments, now: now, language: language).outcome()
  }

  package func start(
    _ arguments: [String], now: String? = nil, language: String? = nil
  ) throws -> RunningProcess {
    try start(program: Self.program, arguments, now: now, language: language)
  }

  /// Starts another program in the same folder and environment.
  package func start(
    program: String, _ arguments: [String], now: String? = nil, language: String? = nil,
    takesInput: Bool = false
  ) throws -> RunningProcess {
    var environment = environment
    if let now { environment["LANTOA_NOW"] = now }
    if let language { environment["LANTOA_LANG"] = language }
    return try RunningProcess(
      program, arguments, environment: environment, in: scratch, takesInput: takesInput)
  }

  /// Runs statements on the register behind lantoa's back.
  @discardableResult
  package func sqlite(_ statements: String, on name: String = "lantoa.db") async throws -> Outcome {
    try await start(program: "/usr/bin/sqlite3", ["-bail", scratch.path(name), statements])
      .outcome()
  }
}
