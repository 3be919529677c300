import Foundation
package import Storage

/// Everything a command takes from the world around it, as a value: tests make their own.
package struct Workspace: Sendable {
  /// Where relative paths begin.
  package var currentFolder: String
  package var environment: [String: String]
  /// Where the program itself lies; decides where its courses and places are looked for.
  package var program: String
  /// Milliseconds since 1970, by the wall clock.
  package var now: @Sendable () -> Int64
  package var random: RandomSource
  /// Data.
  package var output: @Sendable (String) -> Void
  /// Talk.
  package var errorOutput: @Sendable (String) -> Void
  /// Asks a question and reads one line; nil where nobody can answer.
  package var ask: (@Sendable (String) -> String?)?
  /// Whether `--quiet` was asked for: errors are said all the same.
  var isQuiet = false

  package init(
    currentFolder: String, environment: [String: String], program: String,
    now: @escaping @Sendable () -> Int64, random: RandomSource,
    output: @escaping @Sendable (String) -> Void,
    errorOutput: @escaping @Sendable (String) -> Void,
    ask: (@Sendable (String) -> String?)?
  ) {
    self.currentFolder = currentFolder
    self.environment = environment
    self.program = program
    self.now = now
    self.random = random
    self.output = output
    self.errorOutput = errorOutput
    self.ask = ask
  }

  /// The workspace of the command that runs.
  @TaskLocal package static var current: Workspace = .live

  package static var live: Workspace {
    let isInteractive = isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1
    let ask: @Sendable (String) -> String? = { question in
      FileHandle.standardError.write(Data(question.utf8))
      return readLine()
    }
    return Workspace(
      currentFolder: FileManager.default.currentDirectoryPath,
      environment: ProcessInfo.processInfo.environment,
      program: (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
        ?? CommandLine.arguments[0],
      now: { Int64(Date().timeIntervalSince1970 * 1000) },
      random: .system,
      output: output,
      errorOutput: { try? FileHandle.standardError.write(contentsOf: Data($0.utf8)) },
      ask: isInteractive ? ask : nil)
  }

  /// Data that cannot be given out end the program; what was recorded before stays recorded.
  private static func output(_ text: String) {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    } catch {
      let message = say(
        vi: "Lỗi: không in được kết quả (đĩa đầy?). Những gì đã ghi vào sổ vẫn còn.\n",
        en: "Error: the result cannot be written (a full disk?). What was recorded stays.\n")
      try? FileHandle.standardError.write(contentsOf: Data(message.utf8))
      exit(1)
    }
  }

  func path(_ typed: String) -> String {
    typed.hasPrefix("/") ? typed : (currentFolder as NSString).appendingPathComponent(typed)
  }

  /// One line that `--quiet` leaves out.
  func remark(_ line: String) {
    if !isQuiet { tell(line.printable) }
  }

  /// Lines to whoever is watching.
  func tell(_ lines: String) {
    errorOutput(lines.printableLines + "\n")
  }

  /// What somebody answers to a question; nil where nobody can.
  func answer(to question: String) -> String? {
    ask?(question.printableLines)
  }
}
