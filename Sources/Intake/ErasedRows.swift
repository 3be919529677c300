package import Domain
import Tabular

/// A file of rejected rows without the people who are erased.
///
/// A row is theirs if a cell is their name, marks ignored, their telephone number or their reference, or
/// if a row that could not be divided well holds one of these anywhere. Where only the comment on a row
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
    of people: [Learner], from chunks: @escaping () throws -> [UInt8]?
  ) throws(ListFileError) {
    let traces = Traces(of: people)
    let writer = CSVWriter(spreadsheetSafe: true)
    var reader = CSVReader(chunks: chunks)
    var comments: Set<Int> = []
    var isChanged = false
    var lines = ""
    while let record = try reader.record() {
      var fields = record.fields.map(SpreadsheetText.unescaped)
      if lines.isEmpty {
        comments = Set(
          fields.indices.filter { ListColumn(header: fields[$0], in: .learners)?.isComment == true }
        )
      } else if traces.areIn(record, of: fields, besides: comments) {
        gone += 1
        continue
      } else {
        left += 1
        for position in comments.intersection(fields.indices)
        where traces.areWithin(fields[position]) {
          fields[position] = ""
          isChanged = true
        }
      }
      lines += writer.line(fields.map { .text($0) })
    }
    if gone > 0 || isChanged { text = "\u{FEFF}" + lines }
  }
}

/// What people can be told by in a list.
private struct Traces {
  let names: Set<String>
  let phones: Set<String>
  let references: Set<String>

  init(of people: [Learner]) {
    names = Set(people.compactMap { $0.person.name.map(SearchText.folded) })
    phones = Set(people.compactMap(\.person.phone))
    references = Set(people.map { Reference($0.id).digits })
  }

  func areIn(_ record: CSVRecord, of fields: [String], besides comments: Set<Int>) -> Bool {
    switch record {
    case .row: fields.indices.contains { !comments.contains($0) && fill(fields[$0]) }
    case .problem: fields.contains { fill($0) || areWithin($0) }
    }
  }

  private func fill(_ cell: String) -> Bool {
    if names.contains(SearchText.folded(cell.tidied)) { return true }
    if let phone = try? Field.phone(cell), phones.contains(phone) { return true }
    return Reference(typed: cell).map { references.contains(String($0.digits.suffix(8))) } ?? false
  }

  /// True where a longer text names one of them.
  func areWithin(_ text: String) -> Bool {
    let folded = SearchText.folded(text)
    let digits = text.filter(\.isNumber)
    return names.contains(where: folded.contains) || phones.contains(where: digits.contains)
      || references.contains {
        text.contains($0) || text.contains($0.prefix(4) + "-" + $0.suffix(4))
      }
  }
}
