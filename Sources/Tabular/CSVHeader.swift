/// The names of the columns, without the spaces around them.
package struct CSVHeader: Hashable, Sendable {
  /// In the order of the file.
  ///
  /// A column without a name has an empty one, and cannot be asked for.
  package let names: [String]
  private let positions: [String: Int]

  /// - Throws: `CSVError.duplicateHeader` where two columns have one name.
  package init(_ row: CSVRow) throws(CSVError) {
    names = row.fields.map(\.trimmed)
    var positions: [String: Int] = [:]
    for (position, name) in names.enumerated() where !name.isEmpty {
      guard positions.updateValue(position, forKey: name) == nil else {
        throw .duplicateHeader(line: row.line, name: name)
      }
    }
    self.positions = positions
  }

  /// Where the column of exactly this name stands.
  package func position(of name: String) -> Int? { positions[name] }
}

extension String {
  fileprivate var trimmed: String {
    var scalars = unicodeScalars[...]
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars)
  }
}
