import ArgumentParser

/// A verb that goes on until it is stopped.
protocol LongVerb: AsyncParsableCommand {
  func run(in workspace: Workspace) async throws
}

extension LongVerb {
  mutating func run() async throws {
    try await run(in: Workspace.current)
  }
}
