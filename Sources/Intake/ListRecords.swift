import Tabular

/// The rows of a list below its header that are not blank, with every cell as its author typed it.
struct ListRecords {
  let header: ListHeader
  private var reader: CSVReader

  init(_ kind: ListKind, chunks: @escaping () throws -> [UInt8]?) throws(ListFileError) {
    reader = CSVReader(chunks: chunks)
    guard case .row(let first) = try reader.record() else { throw .csv(.empty) }
    header = try ListHeader(first, in: kind)
  }

  mutating func next() throws(ListFileError) -> CSVRecord? {
    while let record = try reader.record() {
      let record = record.unescaped
      if !header.isBlank(record.fields) { return record }
    }
    return nil
  }
}

extension CSVReader {
  mutating func record() throws(ListFileError) -> CSVRecord? {
    do {
      return try next()
    } catch {
      throw .csv(error)
    }
  }
}

extension CSVRecord {
  /// The cells of a row, or those of one that could not be divided well.
  var fields: [String] {
    switch self {
    case .row(let row): row.fields
    case .problem(let problem): problem.fields
    }
  }

  /// Without the apostrophes that keep a spreadsheet from running cells.
  fileprivate var unescaped: Self {
    // Most rows have none, and a copy of every row takes its time.
    guard fields.contains(where: { $0.utf8.first == UInt8(ascii: "'") }) else { return self }
    return switch self {
    case .row(let row):
      .row(CSVRow(line: row.line, fields: row.fields.map(SpreadsheetText.unescaped)))
    case .problem(let problem):
      .problem(
        CSVProblem(
          line: problem.line, kind: problem.kind,
          fields: problem.fields.map(SpreadsheetText.unescaped)))
    }
  }
}
