/// A pipe table as it stands in a paragraph's lines.
struct TableSource {
  struct Cell {
    let text: String
    let place: SourcePlace
  }

  struct Row {
    let cells: [Cell]
    let place: SourcePlace
  }

  let alignments: [Table.Alignment]
  let header: Row
  let rows: [Row]
  let place: SourcePlace
  /// The running text of the lines that stand directly above.
  let linesBefore: [MarkdownTree]?

  /// Nil where the paragraph holds no header row with a delimiter row below it.
  init?(_ paragraph: MarkdownTree, in text: MarkdownText) {
    guard paragraph.endLine > paragraph.place.line else { return nil }
    let lines = (paragraph.place.line...paragraph.endLine).map { line in
      Line(line, of: text, from: line == paragraph.place.line ? paragraph.place.byte : nil)
    }
    guard
      let delimiter = lines.indices.dropFirst().first(where: {
        lines[$0].alignments != nil && lines[$0 - 1].bytes.contains(UInt8(ascii: "|"))
      }), let alignments = lines[delimiter].alignments
    else { return nil }
    self.alignments = alignments
    header = lines[delimiter - 1].row
    rows = lines[(delimiter + 1)...].map(\.row)
    place = lines[delimiter - 1].place
    let first = place.line
    linesBefore =
      delimiter == 1
      ? nil : paragraph.children.filter { $0.place.line > 0 && $0.place.line < first }
  }

  private struct Line {
    /// Without what quotes and indents it.
    let bytes: ArraySlice<UInt8>
    let place: SourcePlace

    init(_ number: Int, of text: MarkdownText, from byte: Int?) {
      let line = text.bytes(line: number)
      let rest =
        byte.map { line.dropFirst($0 - 1) }
        ?? line.drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
      bytes = rest
      place = SourcePlace(line: number, byte: rest.startIndex - line.startIndex + 1)
    }

    /// Between the pipes; one at either end is no cell's.
    var row: Row {
      var cells: [Cell] = []
      var cell: [UInt8] = []
      var start = bytes.startIndex
      var isEscaped = false
      func close(at index: Int) {
        let text = String(decoding: cell, as: UTF8.self)
        let indent = cell.prefix { $0 == 0x20 || $0 == 0x09 }.count
        let byte = place.byte + start - bytes.startIndex + indent
        cells.append(
          Cell(text: text.trimmingSpace, place: SourcePlace(line: place.line, byte: byte)))
      }
      for index in bytes.indices {
        let byte = bytes[index]
        if byte == UInt8(ascii: "|"), !isEscaped {
          close(at: index)
          cell = []
          start = index + 1
        } else {
          if byte == UInt8(ascii: "|") { cell.removeLast() }
          cell.append(byte)
        }
        isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
      }
      close(at: bytes.endIndex)
      if cells.first?.text.isEmpty == true { cells.removeFirst() }
      if cells.last?.text.isEmpty == true { cells.removeLast() }
      return Row(cells: cells, place: place)
    }

    /// What `|:--|--:|` says; nil for a line that is no delimiter row.
    var alignments: [Table.Alignment]? {
      guard bytes.contains(UInt8(ascii: "|")), bytes.contains(UInt8(ascii: "-")),
        bytes.allSatisfy({ "|:- \t".utf8.contains($0) })
      else { return nil }
      let cells = row.cells.map(\.text)
      var alignments: [Table.Alignment] = []
      for cell in cells {
        let dashes = cell.drop { $0 == ":" }
        let (left, right) = (cell.hasPrefix(":"), cell.hasSuffix(":"))
        guard cell.count - dashes.count <= 1,
          !dashes.isEmpty, dashes.dropLast(right ? 1 : 0).allSatisfy({ $0 == "-" }),
          dashes.first == "-"
        else { return nil }
        alignments.append(left && right ? .center : left ? .left : right ? .right : .natural)
      }
      return alignments.isEmpty ? nil : alignments
    }
  }
}
