/// Rows for reading on a terminal.
struct Table: Sendable {
  enum Alignment: Sendable { case left, right }

  struct Column: Sendable {
    let title: String
    let alignment: Alignment

    init(_ title: String, _ alignment: Alignment = .left) {
      self.title = title
      self.alignment = alignment
    }
  }

  let columns: [Column]
  private(set) var rows: [[String]]

  init(_ columns: [Column], rows: [[String]] = []) {
    self.columns = columns
    self.rows = rows
  }

  mutating func append(_ row: [String]) {
    rows.append(row)
  }

  var text: String {
    let cells = rows.map { $0.map(\.printable) }
    let widths = columns.indices.map { index in
      max(columns[index].title.count, cells.map { $0[index].count }.max() ?? 0)
    }
    func line(_ row: [String]) -> String {
      let padded = columns.indices.map { index in
        let space = String(repeating: " ", count: max(0, widths[index] - row[index].count))
        return columns[index].alignment == .left ? row[index] + space : space + row[index]
      }
      return padded.joined(separator: "  ").withoutBlanksAtEnd
    }
    let header = line(columns.map(\.title))
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
      .withoutBlanksAtEnd
    return ([header, rule] + cells.map(line)).joined(separator: "\n") + "\n"
  }
}

extension String {
  fileprivate var withoutBlanksAtEnd: String {
    String(reversed().drop { $0 == " " }.reversed())
  }
}
