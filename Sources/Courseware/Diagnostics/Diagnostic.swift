/// A finding about a course file: what breaks which rule, where, and what mends it.
package struct Diagnostic: Hashable, Sendable {
  package enum Severity: String, Hashable, Sendable, CaseIterable {
    /// Stops publishing; a build leaves out what cannot be shown and shows the rest.
    case error
    /// The rest of the file is read as it stands.
    case warning
    /// Waits for a person and never fails a run: a look on the spot, a translation.
    case todo
  }

  package let path: String
  package let position: SourcePosition
  package let rule: Rule
  /// The rule, with what was found.
  package let summary: Words
  /// The next step, as a command to the author.
  package let fix: Words
  /// Nil where the finding is about no line of a text.
  package let excerpt: Excerpt?

  package init(
    path: String, position: SourcePosition, rule: Rule, summary: Words, fix: Words,
    excerpt: Excerpt? = nil
  ) {
    self.path = path
    self.position = position
    self.rule = rule
    self.summary = summary
    self.fix = fix
    self.excerpt = excerpt
  }

  package var severity: Severity { rule.severity }
  package var line: Int { position.line }
  package var column: Int { position.column }
  /// Behind the last character that the finding means.
  package var endColumn: Int { column + (excerpt?.length ?? 1) }

  /// `path:line:column: error: summary [rule]`, which editors and terminals make a link of; only
  /// the summary is translated.
  package func description(_ language: String) -> String {
    "\(path):\(line):\(column): \(severity.rawValue): \(summary[language]) [\(rule.rawValue)]"
  }

  /// The same, saying that the program can mend it.
  var offeringRepair: Diagnostic {
    Diagnostic(
      path: path, position: position, rule: rule, summary: summary, fix: fix.orByRepair,
      excerpt: excerpt)
  }

  /// The same, saying that nothing mends it by itself.
  var leftToAuthor: Diagnostic {
    Diagnostic(
      path: path, position: position, rule: rule, summary: summary, fix: fix.leftToAuthor,
      excerpt: excerpt)
  }

  func quoting(_ excerpt: Excerpt) -> Diagnostic {
    Diagnostic(
      path: path, position: position, rule: rule, summary: summary, fix: fix, excerpt: excerpt)
  }

  /// The same, that many lines further down.
  func shifted(lines: Int) -> Diagnostic {
    Diagnostic(
      path: path, position: SourcePosition(line: line + lines, column: column), rule: rule,
      summary: summary, fix: fix, excerpt: excerpt)
  }
}

extension Diagnostic: Comparable {
  /// By path, then by place; findings at one place by rule.
  package static func < (left: Self, right: Self) -> Bool {
    (left.path, left.position, left.rule.rawValue)
      < (right.path, right.position, right.rule.rawValue)
  }
}
