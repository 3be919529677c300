/// The findings about one file, collected while it is read.
struct Findings {
  let path: String
  private(set) var diagnostics: [Diagnostic] = []

  init(path: String) {
    self.path = path
  }

  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  mutating func report(
    _ rule: Diagnostic.Rule, at position: SourcePosition, _ summary: Words, fix: Words
  ) {
    diagnostics.append(
      Diagnostic(path: path, position: position, rule: rule, summary: summary, fix: fix))
  }
}
