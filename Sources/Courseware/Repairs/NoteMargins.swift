/// Lines of notes for the team that begin without a `>` and belong to them only because nothing stands
/// between: what is mended there gets its `>`, for what it is could end the note.
struct NoteMargins {
  /// By line, what the line above it that has a `>` begins with.
  private var margins: [Int: String] = [:]

  init(of text: MarkdownText) {
    var (margin, lines) = ("", [Int: String]())
    for index in text.lines.indices {
      let line = text.bytes(line: index + 1)
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
        margin = ""
      } else if let own = line.quotationMargin {
        margin = own
      } else if !margin.isEmpty {
        lines[index + 1] = margin
      }
    }
    guard !lines.isEmpty, let standing = Standing(SourceFile(path: "", bytes: text.bytes)) else {
      return
    }
    margins = lines.filter { standing.isForTeam(line: $0.key) }
  }

  /// The changes of such lines, and of those that follow them, with their `>`. What is blank then, with
  /// nothing of the note behind it, needs none.
  func completing(_ edits: [Edit], in text: MarkdownText) -> [Edit] {
    if margins.isEmpty { return edits }
    let byLine = Dictionary(grouping: edits) { $0.line }
    var result = edits.filter { margins[$0.line] == nil }
    var (last, blank) = (-1, [Int]())
    for line in margins.keys.sorted() {
      if line != last + 1 {
        result += blank.flatMap { byLine[$0] ?? [] }
        blank = []
      }
      guard byLine[line] != nil || last == line - 1 else { continue }
      last = line
      if content(of: line, byLine[line] ?? [], in: text).isEmpty {
        blank.append(line)
      } else {
        result += (blank + [line]).flatMap { mended($0, byLine[$0] ?? [], in: text) }
        blank = []
      }
    }
    return result + blank.flatMap { byLine[$0] ?? [] }
  }

  private func mended(_ line: Int, _ edits: [Edit], in text: MarkdownText) -> [Edit] {
    let content = content(of: line, edits, in: text)
    guard let margin = margins[line], content.first != UInt8(ascii: ">") else { return edits }
    let whole = Array(margin.utf8) + (content.isEmpty ? [] : [0x20]) + content
    let rule = edits.first?.rule ?? .pastedFromWord
    return [Edit(text.lines[line - 1], whole, rule: rule, line: line)]
  }

  /// What a line is once it is mended, without the blanks in front.
  private func content(of line: Int, _ edits: [Edit], in text: MarkdownText) -> ArraySlice<UInt8> {
    let range = text.lines[line - 1]
    return edits.map { $0.moved(by: -range.lowerBound) }.applied(to: Array(text.bytes[range]))
      .drop { $0 == 0x20 || $0 == 0x09 }
  }
}

extension ArraySlice<UInt8> {
  /// What a line of a quotation begins with, its last `>` included; nil for other lines.
  var quotationMargin: String? {
    let signs = prefix { " \t>".utf8.contains($0) }
    guard let last = signs.lastIndex(of: UInt8(ascii: ">")) else { return nil }
    return String(decoding: signs[...last], as: UTF8.self)
  }
}
