/// A file as it is, and as it becomes when everything mechanical in it is mended.
package struct Repair: Sendable {
  package let path: String
  package let before: [UInt8]
  package private(set) var after: [UInt8]
  /// How many places were mended, by rule.
  package private(set) var counts: [Diagnostic.Rule: Int] = [:]
  /// The findings that are gone then, by the lines of the file as it is.
  private(set) var mended: Set<Finding> = []
  /// Those that stay, because mending them would do harm.
  private(set) var left: Set<Finding> = []

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
      let finding = Finding(path: path, rule: edit.rule, line: edit.line)
      mended.insert(finding)
      left.remove(finding)
    }
  }

  /// Says of the findings of these changes that they stay.
  mutating func leave(_ edits: [Edit], linesMoved: Bool) {
    if linesMoved { return }
    left.formUnion(edits.map { Finding(path: path, rule: $0.rule, line: $0.line) })
  }
}

extension [Diagnostic] {
  /// The same, those that `repairs` mend saying so.
  func offering(_ repairs: [Repair]) -> [Diagnostic] {
    let mended = repairs.reduce(into: Set<Repair.Finding>()) { $0.formUnion($1.mended) }
    let left = repairs.reduce(into: Set<Repair.Finding>()) { $0.formUnion($1.left) }
    if mended.isEmpty, left.isEmpty { return self }
    return map { diagnostic in
      let finding = Repair.Finding(
        path: diagnostic.path, rule: diagnostic.rule, line: diagnostic.line)
      if left.contains(finding) { return diagnostic.leftToAuthor }
      return mended.contains(finding) ? diagnostic.offeringRepair : diagnostic
    }
  }
}

extension Words {
  /// With why the program leaves it as it is.
  var leftToAuthor: Words {
    Words(
      vi:
        "\(vi) Máy không tự sửa chỗ này: sửa xong thì lời cho tổ có thể hiện ra cho bà con, hoặc một "
        + "danh sách bị tách rời. Hãy tự sửa rồi xem lại trang.",
      en:
        "\(en) It is not done for you: learners might then be shown what is for the team, or a list "
        + "might fall apart. Mend it yourself, then look at the page.")
  }

  /// With the command that does it.
  var orByRepair: Words {
    Words(
      vi: "\(vi) Máy sửa giúp: lantoa site check --fix.",
      en: "\(en) Or let it be done: lantoa site check --fix.")
  }
}
