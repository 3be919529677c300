import Tabular

/// The header row of a list, understood.
package struct ListHeader: Hashable, Sendable {
  package let kind: ListKind
  /// As they stand in the file, without the apostrophe that keeps a spreadsheet from running them.
  package let cells: [String]
  /// What each column means, in the order of the file.
  ///
  /// Nil where it means nothing here.
  package let columns: [ListColumn?]
  /// The headers that mean nothing here, in the order of the file.
  ///
  /// Columns without a name are not told.
  package let ignored: [String]
  private let names: [String]
  private let positions: [ListColumn: Int]

  init(_ row: CSVRow, in kind: ListKind) throws(ListFileError) {
    let cells = row.fields.map(SpreadsheetText.unescaped)
    let names = cells.map(\.tidied)
    if let column = names.first(where: CitizenNumber.isNamed) {
      throw .citizenNumbers(column: column)
    }
    let columns = names.map { ListColumn(header: $0, in: kind) }

    var positions: [ListColumn: Int] = [:]
    for (position, column) in columns.enumerated() {
      guard let column else { continue }
      if let other = positions.updateValue(position, forKey: column) {
        throw .ambiguousColumn(column, headers: [names[other], names[position]])
      }
    }
    if let part = names.first(where: ListColumn.isPartOfName) { throw .dividedName(header: part) }
    let missing = kind.requiredColumns.filter { column in
      let isReplaced = column == .name && kind != .attendees && positions[.person] != nil
      return positions[column] == nil && !isReplaced
    }
    guard missing.isEmpty else {
      throw .missingColumns(missing, of: kind, found: names.filter { !$0.isEmpty })
    }

    self.kind = kind
    self.cells = cells
    self.columns = columns
    self.names = names
    self.positions = positions
    ignored = zip(names, columns).compactMap { $1 == nil && !$0.isEmpty ? $0 : nil }
  }

  package func has(_ column: ListColumn) -> Bool { positions[column] != nil }

  /// Where the column stands, counted from 0.
  package func position(of column: ListColumn) -> Int? { positions[column] }

  /// What the file calls the column; nil where it has none.
  package func name(of column: ListColumn) -> String? { positions[column].map(name) }

  /// The header without the spaces around it.
  func name(at position: Int) -> String { names[position] }

  /// True where a row says nothing: spreadsheets leave such rows behind.
  ///
  /// What only comments on a row says nothing.
  func isBlank(_ cells: [String]) -> Bool {
    let isRagged = cells.count != columns.count
    return cells.indices.allSatisfy {
      !isRagged && columns[$0]?.isComment == true || cells[$0].isBlank
    }
  }
}
