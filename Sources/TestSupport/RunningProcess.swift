import Foundation

/// A program that was started, and what it says and does.
package final class RunningProcess: Sendable {
  /// What is left of a program that has ended.
  package struct Outcome: Sendable, CustomStringConvertible {
    package let stdout: String
    package let stderr: String
    /// The exit code; the number of the signal where one ended it.
    package let code: Int32
    package let wasKilled: Bool

    /// Without the line break at its end.
    package var line: String { stdout.trimmingCharacters(in: .newlines) }

    package var description: String {
      "\(wasKilled ? "signal" : "exit") \(code)\nstdout: \(stdout)\nstderr: \(stderr)"
    }
  }

  private let process = Process()
  private let ended: AsyncStream<Void>
  private let files: (stdout: String, stderr: String)
  private let input: Pipe?

  /// Starts a program; what it says goes to files, so that no full pipe holds it up.
  ///
  /// `takesInput`: whether `send` will be used; otherwise there is nothing to read.
  package init(
    _ program: String, _ arguments: [String], environment: [String: String],
    in scratch: ScratchFolder, folder: String? = nil, takesInput: Bool = false
  ) throws {
    let name = "\(scratch.path)/.said-\(UUID().uuidString)"
    files = (name + ".out", name + ".err")
    for file in [files.stdout, files.stderr] {
      guard FileManager.default.createFile(atPath: file, contents: nil) else {
        throw CocoaError(.fileWriteUnknown)
      }
    }
    input = takesInput ? Pipe() : nil
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.environment = environment
    process.currentDirectoryURL = URL(fileURLWithPath: folder ?? scratch.path)
    if let input {
      process.standardInput = input
    } else {
      process.standardInput = FileHandle.nullDevice
    }
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: files.stdout))
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: files.stderr))
    let (ended, continuation) = AsyncStream.makeStream(of: Void.self)
    self.ended = ended
    process.terminationHandler = { _ in continuation.finish() }
    try process.run()
  }

  /// SIGKILL: no handler runs, nothing is flushed.
  package func kill() {
    _ = Foundation.kill(process.processIdentifier, SIGKILL)
  }

  package func send(_ text: String) throws {
    try input?.fileHandleForWriting.write(contentsOf: Data(text.utf8))
  }

  /// Waits until the program has said `text` on stdout; false when it ended or took too long.
  package func says(_ text: String, within seconds: Double = 60) async throws -> Bool {
    try await line(within: seconds) { $0.contains(text) } != nil
  }

  /// Waits for a line on stdout that begins so; nil when the program ended or took too long.
  package func line(beginning start: String, within seconds: Double = 60) async throws -> String? {
    try await line(within: seconds) { $0.hasPrefix(start) }
  }

  private func line(
    within seconds: Double, _ isMeant: (Substring) -> Bool
  ) async throws -> String? {
    let deadline = Date().addingTimeInterval(seconds)
    while Date() < deadline {
      let lines = try Self.contents(of: files.stdout).split(separator: "\n")
      if let line = lines.first(where: isMeant) { return String(line) }
      guard process.isRunning else { return nil }
      try await Task.sleep(for: .milliseconds(10))
    }
    return nil
  }

  /// Closes its input, and waits for its end.
  package func outcome() async throws -> Outcome {
    try input?.fileHandleForWriting.close()
    for await _ in ended {}
    process.waitUntilExit()
    defer {
      for file in [files.stdout, files.stderr] { try? FileManager.default.removeItem(atPath: file) }
    }
    return Outcome(
      stdout: try Self.contents(of: files.stdout), stderr: try Self.contents(of: files.stderr),
      code: process.terminationStatus, wasKilled: process.terminationReason == .uncaughtSignal)
  }

  private static func contents(of file: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: file)), as: UTF8.self)
  }
}
