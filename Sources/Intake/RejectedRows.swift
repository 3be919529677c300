import Tabular

/// The file of the rows of a list that were not taken, to be corrected and imported as it is.
///
/// It has the columns of the list, each in its place; after them `person`, unless the list has it, and
/// what `ListReader` passes over: `line`, `reason`, `candidates` and `extra_cells`.
/// Columns of the list that already bear these names, as those of an earlier such file do, are
/// written once and anew. Commas, UTF-8 with a byte-order mark, and no formulas, whatever the list
/// had.
package struct RejectedRows: Hashable, Sendable {
  private let header: ListHeader
  /// The positions of the list's own columns.
  private let kept: [Int]
  private let addsPerson: Bool

  package init(header: ListHeader) {
    self.header = header
    kept = header.columns.indices.filter { header.columns[$0]?.isOfRejectedRows != true }
    addsPerson = !header.has(.person)
  }

  /// The first line, with the byte-order mark that spreadsheets need.
  package var headerLine: String {
    let added: [ListColumn] =
      (addsPerson ? [.person] : []) + [.line, .reason, .candidates, .extraCells]
    let names = kept.map { header.cells[$0] } + added.map(\.rawValue)
    return "\u{FEFF}" + Self.writer.line(names.map { .text($0) })
  }

  /// A row that began on line `number`, with words for whoever corrects it.
  ///
  /// A row of an earlier such file keeps the line of the list it first stood in.
  /// A ragged row loses nothing: missing cells are empty, and what no column can be trusted to mean
  /// goes to `extra_cells`, divided by commas. A row is not taken again before that cell is empty.
  package func line(
    _ number: Int, cells: [String], reason: String, candidates: String = ""
  ) -> String {
    var row: [CSVWriter.Cell] = kept.map { $0 < cells.count ? .text(cells[$0]) : .empty }
    if addsPerson { row.append(.empty) }
    row += [
      .number(String(line(of: cells) ?? number)), .text(reason), .text(candidates),
      .text(extra(of: cells)),
    ]
    return Self.writer.line(row)
  }

  private static let writer = CSVWriter(spreadsheetSafe: true)

  private func line(of cells: [String]) -> Int? {
    guard cells.count == header.cells.count, let position = header.position(of: .line) else {
      return nil
    }
    return Int(cells[position])
  }

  private func extra(of cells: [String]) -> String {
    if cells.count == header.cells.count {
      return header.position(of: .extraCells).map { cells[$0] } ?? ""
    }
    // The cells have shifted, so those in the places of our own columns may be anything.
    let kept = Set(kept)
    let left = cells.indices.filter { !kept.contains($0) }.map { cells[$0] }
    if left.allSatisfy(\.isBlank) { return "" }
    let line = CSVWriter(spreadsheetSafe: false).line(left.map { .text($0) })
    return String(line.dropLast())
  }
}
