package import Domain
import Tabular

/// A file of rejected rows without the people who are erased.
///
/// A row is theirs if a cell is a name of theirs, marks ignored, a telephone number or their reference, if
/// it has their key and names nobody else, or if a row that could not be divided well holds one of these
/// anywhere. Where only the comment on a row
/// names them, as a candidate for one, the comment goes and the row stays. Every other row stays as it
/// was, those that cannot be read among them.
package struct ErasedRows: Hashable, Sendable {
  /// The whole file anew, with the byte-order mark; nil where nothing in it has to go.
  package private(set) var text: String?
  /// How many rows went.
  package private(set) var gone = 0
  /// How many rows are left below the header.
  package private(set) var left = 0

  /// - Throws: `ListFileError` where the file cannot be read to its end: nothing may then be taken out
  ///   of it, for what follows would be lost.
  package init(
    of people: PersonTraces, from chunks: @escaping () throws -> [UInt8]?
  ) throws(ListFileError) {
    let writer = CSVWriter(spreadsheetSafe: true)
    var reader = CSVReader(chunks: chunks)
    var sought: Sought?
    var isChanged = false
    var lines = ""
    while let record = try reader.record() {
      var fields = record.fields.map(SpreadsheetText.unescaped)
      if let sought {
        guard !sought.areIn(record, of: fields) else {
          gone += 1
          continue
        }
        left += 1
        for position in sought.comments.intersection(fields.indices)
        where sought.areWithin(fields[position]) {
          fields[position] = ""
          isChanged = true
        }
      } else {
        sought = Sought(people, below: fields)
      }
      lines += writer.line(fields.map { .text($0) })
    }
    if gone > 0 || isChanged { text = "\u{FEFF}" + lines }
  }
}

/// The rows of one file in which people can be told by what is known of them.
private struct Sought {
  private let traces: PersonTraces
  /// The columns that only comment on a row.
  let comments: Set<Int>
  private let nameColumns: Set<Int>
  private let keyColumns: Set<Int>

  init(_ traces: PersonTraces, below header: [String]) {
    self.traces = traces
    let columns = header.map { ListColumn(header: $0, in: .learners) }
    func positions(_ isMeant: (ListColumn) -> Bool) -> Set<Int> {
      Set(columns.indices.filter { columns[$0].map(isMeant) ?? false })
    }
    comments = positions(\.isComment)
    nameColumns = positions { $0 == .name }
    keyColumns = positions { $0 == .externalKey }
  }

  func areIn(_ record: CSVRecord, of fields: [String]) -> Bool {
    switch record {
    case .row:
      fields.indices.contains { !comments.contains($0) && fill(fields[$0]) } || haveKey(in: fields)
    case .problem:
      fields.contains { fill($0) || areWithin($0) || Self.isTelling($0) && isKey($0) }
    }
  }

  private func fill(_ cell: String) -> Bool {
    if traces.names.contains(SearchText.folded(cell.tidied)) { return true }
    if traces.areCalled(in: cell) { return true }
    return Reference(typed: cell)
      .map { traces.references.contains(String($0.digits.suffix(Reference.shortest))) } ?? false
  }

  /// Keys of different lists may be alike: where the row names somebody with whom they share no word of
  /// a name, it is another's.
  private func haveKey(in fields: [String]) -> Bool {
    guard keyColumns.contains(where: { fields.indices.contains($0) && isKey(fields[$0]) })
    else { return false }
    let named = nameColumns.flatMap { fields.indices.contains($0) ? words(fields[$0]) : [] }
    return named.isEmpty || !Set(traces.names.flatMap(words)).isDisjoint(with: named)
  }

  private func words(_ name: String) -> [String] { SearchText.words(of: name) }

  private func isKey(_ cell: String) -> Bool {
    traces.keys.contains(SearchText.folded(cell.tidied))
  }

  /// Short keys, `12`, are in every row that could not be divided.
  private static func isTelling(_ key: String) -> Bool { key.tidied.count > 3 }

  /// True where a longer text names one of them.
  func areWithin(_ text: String) -> Bool {
    traces.areNamed(in: text) || traces.areCalled(in: text)
      || traces.references.contains {
        text.contains($0) || text.contains($0.prefix(4) + "-" + $0.suffix(4))
      }
  }
}
