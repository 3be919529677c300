/// A finding about a course file: what breaks which rule, where, and what mends it.
package struct Diagnostic: Hashable, Sendable {
  package enum Severity: String, Hashable, Sendable {
    /// What the file describes is left out.
    case error
    /// The rest of the file is read as it stands.
    case warning
  }

  package let path: String
  package let position: SourcePosition
  package let rule: Rule
  /// The rule, with what was found.
  package let summary: Words
  /// The next step, as a command to the author.
  package let fix: Words

  package init(path: String, position: SourcePosition, rule: Rule, summary: Words, fix: Words) {
    self.path = path
    self.position = position
    self.rule = rule
    self.summary = summary
    self.fix = fix
  }

  package var severity: Severity { rule.severity }
  package var line: Int { position.line }
  package var column: Int { position.column }

  /// `path:line:column: error: summary [rule]`, which editors and terminals make a link of; only
  /// the summary is translated.
  package func description(_ language: String) -> String {
    "\(path):\(line):\(column): \(severity.rawValue): \(summary[language]) [\(rule.rawValue)]"
  }
}

extension Diagnostic: Comparable {
  /// By path, then by place; findings at one place by rule.
  package static func < (left: Self, right: Self) -> Bool {
    (left.path, left.position, left.rule.rawValue)
      < (right.path, right.position, right.rule.rawValue)
  }
}
