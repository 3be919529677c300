/// A file as it is, and as it becomes when everything mechanical in it is mended.
package struct Repair: Sendable {
  package let path: String
  package let before: [UInt8]
  package private(set) var after: [UInt8]
  /// How many places were mended, by rule.
  package private(set) var counts: [Diagnostic.Rule: Int] = [:]
  /// The findings that are gone then, by the lines of the file as it is.
  private(set) var mended: Set<Finding> = []

  struct Finding: Hashable {
    let path: String
    let rule: Diagnostic.Rule
    let line: Int
  }

  init(_ file: SourceFile) {
    path = file.path
    before = file.bytes
    after = file.bytes
  }

  package var changesAnything: Bool { before != after }

  /// Makes changes of what the file has become so far; `linesMoved` where its lines are no longer
  /// those of the findings.
  mutating func make(_ edits: [Edit], linesMoved: Bool = false) {
    after = edits.applied(to: after)
    for edit in edits {
      counts[edit.rule, default: 0] += 1
      if linesMoved { continue }
      mended.insert(Finding(path: path, rule: edit.rule, line: edit.line))
    }
  }
}

extension [Diagnostic] {
  /// The same, those that `repairs` mend saying so.
  func offering(_ repairs: [Repair]) -> [Diagnostic] {
    let mended = repairs.reduce(into: Set<Repair.Finding>()) { $0.formUnion($1.mended) }
    if mended.isEmpty { return self }
    return map { diagnostic in
      let finding = Repair.Finding(
        path: diagnostic.path, rule: diagnostic.rule, line: diagnostic.line)
      return mended.contains(finding) ? diagnostic.offeringRepair : diagnostic
    }
  }
}

extension Words {
  /// With the command that does it.
  var orByRepair: Words {
    Words(
      vi: "\(vi) Máy sửa giúp: lantoa site check --fix.",
      en: "\(en) Or let it be done: lantoa site check --fix.")
  }
}
