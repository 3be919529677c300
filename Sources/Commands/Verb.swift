import ArgumentParser

/// A command that does one thing in the workspace it is given.
protocol Verb: ParsableCommand {
  func run(in workspace: Workspace) throws
}

extension Verb {
  mutating func run() throws {
    try run(in: Workspace.current)
  }
}

extension ParsableCommand {
  /// The abstract, and worked examples below it.
  static func describe(
    _ name: String, _ abstract: String, examples: [String] = [], discussion: String = ""
  ) -> CommandConfiguration {
    let shown = examples.map(Example.folded).joined(separator: "\n")
    let heading = say(vi: "Ví dụ:", en: "Examples:")
    let parts = [discussion, examples.isEmpty ? "" : "\(heading)\n\(shown)"]
    return CommandConfiguration(
      commandName: name, abstract: abstract,
      discussion: parts.filter { !$0.isEmpty }.joined(separator: "\n\n"))
  }
}

/// A command line shown in help.
enum Example {
  /// An example in lines of a terminal's width, each but the last ending in a backslash, so that it can
  /// be copied as it stands.
  static func folded(_ example: String) -> String {
    // An option and its value stay together, and so do quoted words.
    var clumps: [String] = []
    var isQuoted = false
    for word in example.split(separator: " ", omittingEmptySubsequences: false) {
      if let last = clumps.last, isQuoted || !word.hasPrefix("--") {
        clumps[clumps.count - 1] = "\(last) \(word)"
      } else {
        clumps.append(String(word))
      }
      if !word.count(where: { $0 == "\"" }).isMultiple(of: 2) { isQuoted.toggle() }
    }
    var lines: [String] = []
    for clump in clumps {
      if let last = lines.last, last.count + clump.count < 70 {
        lines[lines.count - 1] = "\(last) \(clump)"
      } else {
        lines.append(clump)
      }
    }
    return "  " + lines.joined(separator: " \\\n    ")
  }
}
