import Domain

/// `aliases` in the text of a lesson, as it stands there.
struct AliasList {
  private enum Room {
    /// There is no list, or nothing in it.
    case free
    /// Before the first name.
    case before(SourcePosition)
    /// Something else stands there, which is its author's to mend.
    case none
  }

  /// Of the key; of the title's where there is none.
  let place: SourcePosition
  let names: [String]
  /// Where each name stands, the last time that it does.
  let places: [String: SourcePosition]
  private let room: Room
  private let text: MarkdownText
  /// How many bytes stand before the text.
  private let mark: Int

  /// Nil where the front matter cannot be read.
  init?(_ bytes: [UInt8]) {
    guard bytes.count <= SourceFile.markdownLimit, String(validating: bytes, as: UTF8.self) != nil
    else { return nil }
    text = MarkdownText(bytes: bytes.withoutByteOrderMark)
    mark = bytes.count - text.bytes.count
    var findings = Findings(path: "")
    guard let yaml = FrontMatter(text).yaml,
      let tree = SourceTree(SourceText(yaml), findings: &findings),
      let front = Lesson.FrontMatter(tree, competences: nil, findings: &findings),
      case .mapping(let entries) = tree.content
    else { return nil }
    names = front.aliases
    let list = entries.first { $0.key == "aliases" }
    let key = list ?? entries.first { $0.key == "title" }
    place = (key?.position ?? .start).below
    places = list?.value.placesOfTexts ?? [:]
    room =
      switch list?.value.content {
      case nil, .nothing: .free
      case .list(let items): items.first.map { .before($0.position.below) } ?? .free
      case .text, .number, .truth, .mapping: .none
      }
  }

  /// What puts `name` before the others, every other byte staying; nil where it cannot be done for
  /// how the list is written.
  func edit(adding name: String) -> Edit? {
    let edit =
      switch room {
      case .free: setting(name)
      case .before(let position): insertion(of: name, at: position)
      case .none: nil as Edit?
      }
    guard let edit, AliasList([edit].applied(to: text.bytes))?.names == [name] + names else {
      return nil
    }
    return edit.moved(by: mark)
  }

  private func setting(_ name: String) -> Edit? {
    var lines = KeyLines(text, rule: .addressLost, line: place.line)
    lines.set("aliases", to: Self.yaml([name]))
    return lines.edits.first
  }

  /// A line of its own where each name has one, else only the name.
  private func insertion(of name: String, at position: SourcePosition) -> Edit? {
    guard text.lines.indices.contains(position.line - 1) else { return nil }
    let line = text.lines[position.line - 1]
    let before = text.string(line: position.line).prefix(position.column - 1)
    let hasOwnLine = before.filter { $0 != " " && $0 != "\t" } == "-"
    let start = line.lowerBound + (hasOwnLine ? 0 : before.utf8.count)
    let words =
      hasOwnLine
      ? Array((before + YAMLText.item(name)).utf8) + text.lineEnd(of: position.line)
      : Array("\(YAMLText.item(name)), ".utf8)
    return Edit(start..<start, words, rule: .addressLost, line: place.line)
  }

  /// `[safe-online/otp, safe-online/codes]`.
  static func yaml(_ names: [String]) -> String {
    "[\(names.map(YAMLText.item).joined(separator: ", "))]"
  }
}

extension SourceTree {
  /// Of the items of a list, by their texts as they are read.
  fileprivate var placesOfTexts: [String: SourcePosition] {
    guard case .list(let items) = content else { return [:] }
    return items.reduce(into: [:]) { places, item in
      if case .text(let text) = item.content {
        places[SearchText.composed(text)] = item.position.below
      }
    }
  }
}

extension SourcePosition {
  /// From the lines of the front matter to those of the file.
  fileprivate var below: SourcePosition { SourcePosition(line: line + 1, column: column) }
}
