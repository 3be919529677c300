package import Domain
import Tabular

/// A file of rejected rows without the people who are erased.
///
/// A row is theirs if a cell is their reference, a telephone number or a name of theirs (as
/// `SpelledNames` has it), if it has their key and names nobody else, or if a row that could not be
/// divided well holds one of these anywhere. A name or key is somebody else's beside another birth year,
/// sex or number than they ever had; so is their number beside another name and another year or sex.
/// Where only the comment on a row names them, as a candidate for one, the comment goes and the row stays.
/// Every other row stays as it was, those that cannot be read among them.
package struct ErasedRows: Hashable, Sendable {
  /// The whole file anew, with the byte-order mark; nil where nothing in it has to go.
  package private(set) var text: String?
  /// How many rows went.
  package private(set) var gone = 0
  /// How many rows are left below the header.
  package private(set) var left = 0
  /// How many rows of these have a name, number or key of theirs, but are somebody else's by the rest, or
  /// have a name that is only perhaps theirs, or among other words.
  package private(set) var spared = 0

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
    while let record = try Self.record(of: &reader) {
      var fields = record.fields.map(SpreadsheetText.unescaped)
      if let sought {
        switch sought.verdict(on: record, of: fields) {
        case .theirs:
          gone += 1
          continue
        case .likeTheirs: spared += 1
        case .others: break
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

  private static func record(of reader: inout CSVReader) throws(ListFileError) -> CSVRecord? {
    do throws(ListFileError) {
      return try reader.record()
    } catch {
      guard error == .csv(.empty) else { throw error }
      return nil
    }
  }
}

/// The rows of one file in which people can be told by what is known of them.
private struct Sought {
  enum Verdict {
    case theirs, others
    /// Somebody else's with something of theirs.
    case likeTheirs
  }

  private let traces: PersonTraces
  private let names: SpelledNames
  /// Those of more than one word, which can be told within a longer text.
  private let fullNames: SpelledNames
  private let columns: [ListColumn?]
  /// The columns that only comment on a row.
  let comments: Set<Int>

  init(_ traces: PersonTraces, below header: [String]) {
    self.traces = traces
    names = SpelledNames(traces.spellings)
    fullNames = SpelledNames(traces.spellings.filter { SearchText.words(of: $0).count > 1 })
    let columns = header.map { ListColumn(header: $0, in: .learners) }
    self.columns = columns
    comments = Set(columns.indices.filter { columns[$0]?.isComment ?? false })
  }

  func verdict(on record: CSVRecord, of fields: [String]) -> Verdict {
    switch record {
    case .row:
      let cells = fields.indices.filter { !comments.contains($0) }.map { fields[$0] }
      if cells.contains(where: isReference) { return .theirs }
      let isOfAnother = contradicts(fields, .birthYear) || contradicts(fields, .sex)
      if cells.contains(where: traces.areCalled) {
        return isOfAnother && !mayBeNamed(in: fields) ? .likeTheirs : .theirs
      }
      let isAnothers = isOfAnother || contradicts(fields, .phone)
      if cells.contains(where: names.contain) || haveKey(in: fields) {
        return isAnothers ? .likeTheirs : .theirs
      }
      return cells.contains { fullNames.likeness(in: $0) != nil } ? .likeTheirs : .others
    case .problem(let problem):
      let isUnquoted = problem.kind == .textAfterQuote
      let isTheirs = fields.contains {
        isReference($0) || areWithin($0) || isUnquoted && names.areWithin(unquoted: $0)
          || Self.isTelling($0) && isKey($0)
      }
      return isTheirs ? .theirs : .others
    }
  }

  private func cells(_ column: ListColumn, of fields: [String]) -> [String] {
    zip(columns, fields).filter { $0.0 == column }.map(\.1)
  }

  private func isReference(_ cell: String) -> Bool {
    Reference(typed: cell)
      .map { traces.references.contains(String($0.digits.suffix(Reference.shortest))) } ?? false
  }

  /// Whether a cell says plainly what was never so of them. What was never said of them, or cannot be
  /// read, contradicts nothing.
  private func contradicts(_ fields: [String], _ column: ListColumn) -> Bool {
    cells(column, of: fields).contains { cell in
      switch column {
      case .birthYear:
        Self.isOther(try? Field.birthYear(cell, thisYear: Self.lastYear), than: traces.birthYears)
      case .sex: Self.isOther(try? Field.sex(cell), than: traces.sexes)
      case .phone: Self.isOther(try? Field.phone(cell), than: traces.phones)
      default: false
      }
    }
  }

  private static let lastYear = 2100

  private static func isOther<Value>(_ value: Value?, than known: Set<Value>) -> Bool {
    guard let value, !known.isEmpty else { return false }
    return !known.contains(value)
  }

  /// Keys of different lists may be alike: where the row names somebody with whom they share no word of
  /// a name, it is another's.
  private func haveKey(in fields: [String]) -> Bool {
    cells(.externalKey, of: fields).contains(where: isKey) && mayBeNamed(in: fields)
  }

  /// Whether a row names nobody, or somebody with whom they share a word of a name.
  private func mayBeNamed(in fields: [String]) -> Bool {
    let named = cells(.name, of: fields).flatMap(words)
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
    names.areWithin(text) || traces.areCalled(in: text)
      || traces.references.contains {
        text.contains($0) || text.contains($0.prefix(4) + "-" + $0.suffix(4))
      }
  }
}
