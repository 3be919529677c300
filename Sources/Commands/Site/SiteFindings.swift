import Courseware

/// Findings as an author reads them: where, what, the line, the next step.
struct SiteFindings {
  /// The author's files first; without to-dos.
  private let findings: [Diagnostic]
  private let todos: Int
  private let changed: Set<String>
  private let workspace: Workspace

  init(_ diagnostics: [Diagnostic], changed: Set<String>, in workspace: Workspace) {
    let own = diagnostics.filter { changed.contains($0.path) }
    let others = diagnostics.filter { !changed.contains($0.path) }
    findings = (own + others).filter { $0.severity != .todo }
    todos = diagnostics.count { $0.severity == .todo }
    all = diagnostics
    self.changed = changed
    self.workspace = workspace
  }

  /// Sorted by path and place, for programs.
  private let all: [Diagnostic]

  var listing: Listing {
    var listing = Listing(all, as: Self.shape(in: workspace), table: Table([]))
    listing.heading = findings.flatMap(lines)
    listing.remarks = workspace.isQuiet ? [] : summary
    return listing
  }

  static func shape(in workspace: Workspace) -> Shape<Diagnostic> {
    let language = Language.current.rawValue
    return Shape([
      .init("file") { .text(workspace.shown($0.path)) }, .init("line") { .integer($0.line) },
      .init("column") { .integer($0.column) }, .init("endColumn") { .integer($0.endColumn) },
      .init("severity") { .text($0.severity.rawValue) },
      .init("rule") { .text($0.rule.rawValue) },
      .init("message") { .text($0.summary[language]) }, .init("fix") { .text($0.fix[language]) },
    ])
  }

  private func lines(_ finding: Diagnostic) -> [String] {
    let language = Language.current.rawValue
    let path = workspace.shown(finding.path)
    var lines = [
      "\(path):\(finding.line):\(finding.column): \(finding.severity.rawValue): "
        + "\(finding.summary[language]) [\(finding.rule.rawValue)]"
    ]
    if let excerpt = finding.excerpt {
      let number = String(finding.line)
      let margin = String(repeating: " ", count: max(0, 5 - number.count)) + number
      lines.append("\(margin) | \(excerpt.text)")
      lines.append(
        "      | " + String(repeating: " ", count: excerpt.indent)
          + String(repeating: "^", count: excerpt.length))
    }
    return lines + ["  fix: \(finding.fix[language])"]
  }

  private var summary: [String] {
    let own = findings.filter { changed.contains($0.path) }
    let others = findings.filter { !changed.contains($0.path) }
    var parts: [String] = []
    if changed.isEmpty {
      parts.append(say(vi: "Tất cả: ", en: "All files: ") + Self.spoken(others))
    } else {
      let count = Spoken.count(changed.count, "file", "files")
      parts.append(
        say(vi: "Bài của bạn (\(changed.count) tệp): ", en: "Yours (\(count)): ")
          + Self.spoken(own))
      parts.append(say(vi: "Các bài khác: ", en: "Others: ") + Self.spoken(others))
    }
    if todos > 0 {
      parts.append(
        say(
          vi: "Việc chờ người: \(Spoken.count(todos)) → lantoa site todo",
          en: "Waiting for a person: \(Spoken.count(todos)) → lantoa site todo"))
    }
    return [parts.joined(separator: "  ")]
  }

  private static func spoken(_ findings: [Diagnostic]) -> String {
    let errors = findings.count { $0.severity == .error }
    let warnings = findings.count - errors
    if findings.isEmpty { return say(vi: "không có gì hỏng.", en: "nothing is broken.") }
    return say(
      vi: "\(Spoken.count(errors)) lỗi, \(Spoken.count(warnings)) nhắc.",
      en: Spoken.count(errors, "error", "errors") + ", "
        + Spoken.count(warnings, "warning", "warnings") + ".")
  }
}
