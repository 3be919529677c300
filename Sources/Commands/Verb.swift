import ArgumentParser

/// A command that does one thing in the workspace it is given.
protocol Verb: ParsableCommand {
  func run(in workspace: Workspace) throws
}

extension Verb {
  mutating func run() throws {
    try run(in: Workspace.current)
  }

  /// The abstract, and worked examples below it.
  static func describe(
    _ name: String, _ abstract: String, examples: [String] = [], discussion: String = ""
  ) -> CommandConfiguration {
    let shown = examples.map { "  \($0)" }.joined(separator: "\n")
    let heading = say(vi: "Ví dụ:", en: "Examples:")
    let parts = [discussion, examples.isEmpty ? "" : "\(heading)\n\(shown)"]
    return CommandConfiguration(
      commandName: name, abstract: abstract,
      discussion: parts.filter { !$0.isEmpty }.joined(separator: "\n\n"))
  }
}
