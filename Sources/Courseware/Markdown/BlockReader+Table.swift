extension BlockReader {
  /// Rows are made as long as the header, what is too much or too little reported.
  mutating func table(_ source: TableSource, caption: [Inline]?) -> Table {
    let width = source.header.cells.count
    if width != source.alignments.count {
      findings.report(
        .tableHeaderMismatch, at: source.header.place,
        Words(
          vi: "dòng tiêu đề có \(width) ô, dòng gạch bên dưới có \(source.alignments.count)",
          en: "the header row has \(width) cells, the row of dashes \(source.alignments.count)"),
        fix: Words(
          vi: "Viết ở dòng gạch một nhóm --- cho mỗi ô.",
          en: "Write one --- for each cell of the header row."))
    }
    let rows = source.rows.map { row -> [[Inline]] in
      if row.cells.count != width {
        findings.report(
          .tableRagged, at: row.place,
          Words(
            vi: "dòng này có \(row.cells.count) ô, dòng tiêu đề có \(width)",
            en: "this row has \(row.cells.count) cells, the header row \(width)"),
          fix: Words(
            vi: "Thêm hoặc bớt ô cho đủ \(width); dấu | trong chữ viết là \\|.",
            en: "Make it \(width) cells; a | that belongs to the text is written \\|."))
      }
      let cells = row.cells.prefix(width).map { cell($0) }
      return cells + Array(repeating: [], count: width - cells.count)
    }
    let alignments = source.alignments.prefix(width)
    return Table(
      caption: caption,
      alignments: alignments + Array(repeating: .natural, count: width - alignments.count),
      header: source.header.cells.map { cell($0) }, rows: rows, place: source.place)
  }

  /// Lines with a bar at either end that make no table, for the row of dashes is missing below the first
  /// or stands elsewhere: two or more, or of a table those above its header.
  mutating func reportRowsWithoutDashes(in paragraph: MarkdownTree, above header: Int? = nil) {
    let lines = paragraph.place.line...(header.map { $0 - 1 } ?? paragraph.endLine)
    let rows = lines.filter { line in
      let row = text.bytes(line: line).drop { " \t>".utf8.contains($0) }
      let last = row.last { !" \t".utf8.contains($0) }
      return row.count > 2 && row.first == UInt8(ascii: "|") && last == UInt8(ascii: "|")
    }
    guard let first = rows.first, header != nil || rows.count > 1 else { return }
    let indent = text.bytes(line: first).prefix { $0 != UInt8(ascii: "|") }.count
    findings.report(
      .tableDashesMissing, at: SourcePlace(line: first, byte: indent + 1),
      Words(
        vi: "các dòng có dấu | này không thành bảng, vì dưới dòng tiêu đề không có dòng gạch",
        en: "these lines make no table, for there is no row of dashes below the header"),
      fix: Words(
        vi: "Dưới dòng tiêu đề viết một dòng |---|---|, mỗi ô một nhóm ---.",
        en: "Below the header row write a row |---|---|, one --- for each cell."))
  }

  /// A cell is a text of its own to the parser, so that nothing runs on into the next, and always
  /// running text: a point in front makes a paragraph of what would begin a list or heading.
  private mutating func cell(_ cell: TableSource.Cell) -> [Inline] {
    if cell.text.isEmpty { return [] }
    let tree = MarkdownTree.parse(Array(".\(cell.text)".utf8)).tree.moved(to: cell.place)
    guard let paragraph = tree.children.first, let first = paragraph.children.first,
      case .text(let text) = first.kind, text.hasPrefix(".")
    else { return [.text(cell.text)] }
    let rest = MarkdownTree(
      kind: .text(String(text.dropFirst())), place: cell.place, endLine: first.endLine)
    return inlines((text.count > 1 ? [rest] : []) + paragraph.children.dropFirst())
  }
}

extension MarkdownTree {
  /// The tree of a piece of text behind a point, as the tree of where that piece stands.
  fileprivate func moved(to start: SourcePlace) -> MarkdownTree {
    MarkdownTree(
      kind: kind, place: SourcePlace(line: start.line, byte: start.byte + max(0, place.byte - 2)),
      endLine: start.line, children: children.map { $0.moved(to: start) })
  }
}
