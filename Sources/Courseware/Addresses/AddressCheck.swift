/// Holds the lessons to their addresses: one that was published once may not vanish, nor be hidden
/// without a word.
package struct AddressCheck: Sendable {
  /// Those of the library, of lost addresses and of lessons withdrawn, sorted by path and place.
  package let diagnostics: [Diagnostic]
  /// Those of the library, with the lost addresses of a lesson written into its `aliases`.
  package let repairs: [Repair]

  /// `read` gives a file's bytes by its path, nil where it cannot be read.
  package init(_ library: Library, since former: FormerLessons, read: (String) -> [UInt8]?) {
    let lost = LostAddress.all(in: library, since: former)
    var repairs = Dictionary(
      library.repairs.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    var found: [Diagnostic] = []
    for (path, addresses) in Self.bySuccessor(lost) {
      let file = SourceFile(path: path, bytes: read(path) ?? [])
      found += addresses.map { Diagnostic.lost($0, among: addresses, takenBy: file) }
        .quoting(file.bytes)
      var repair = repairs[path] ?? Repair(file)
      guard repair.before == file.bytes else { continue }
      for address in addresses.reversed() { repair.add(alias: address) }
      if repair.changesAnything { repairs[path] = repair }
    }
    found += lost.filter(\.successors.isEmpty).map { lost in
      Diagnostic.lost(
        lost.address, at: library.curriculum.paths[lost.address.course] ?? lost.former)
    }
    for (path, withdrawn) in Dictionary(
      grouping: WithdrawnLesson.all(in: library, since: former), by: \.path)
    {
      let bytes = read(path) ?? []
      found += withdrawn.map { $0.diagnostic(in: bytes) }.quoting(bytes)
    }
    self.repairs = repairs.values.sorted { $0.path < $1.path }
    diagnostics = (library.diagnostics + found.offering(self.repairs)).sorted()
  }

  private static func bySuccessor(_ lost: [LostAddress]) -> [String: [LessonAddress]] {
    lost.reduce(into: [:]) { addresses, lost in
      for path in lost.successors { addresses[path, default: []].append(lost.address) }
    }
  }
}

extension Repair {
  /// Leaves a lesson as it is where its front matter does not take the name.
  fileprivate mutating func add(alias: LessonAddress) {
    guard let edit = AliasList(after)?.edit(adding: alias.text) else { return }
    make([edit])
  }
}

extension Diagnostic {
  /// About the lesson that most likely took the place of the one at `address`, and of `all`.
  fileprivate static func lost(
    _ address: LessonAddress, among all: [LessonAddress], takenBy file: SourceFile
  ) -> Diagnostic {
    let list = AliasList(file.bytes)
    let line = "aliases: \(AliasList.yaml(all.map(\.text) + (list?.names ?? [])))"
    return Diagnostic(
      path: file.path, position: list?.place ?? .start, rule: .addressLost,
      summary: summary(of: address),
      fix: Words(
        vi: "Nếu bài này thay bài cũ, ghi vào đầu bài: \(line).",
        en: "If this lesson took its place, write at its top: \(line)."))
  }

  /// About an address that no lesson seems to take over.
  fileprivate static func lost(_ address: LessonAddress, at path: String) -> Diagnostic {
    let line = "aliases: \(AliasList.yaml([address.text]))"
    return Diagnostic(
      path: path, position: .start, rule: .addressLost, summary: summary(of: address),
      fix: Words(
        vi: "Ghi vào đầu bài thay nó: \(line). Nếu thật muốn bỏ, công bố với --losing.",
        en: "Write at the top of the lesson that takes its place: \(line). If it is to go, publish "
          + "with --losing."))
  }

  private static func summary(of address: LessonAddress) -> Words {
    Words(
      vi: "địa chỉ '\(address.text)' đã công bố mà nay không dẫn đến bài nào",
      en: "the address '\(address.text)' was published, and leads to no lesson now")
  }
}
