import Domain
import Intake

/// A whole list read in one chunk.
func scan(_ kind: ListKind, _ text: String) throws(ListFileError) -> ListScan {
  try ListScan(kind, chunks: chunks([Array(text.utf8)]))
}

func rows<Draft: ListDraft>(
  _ text: String, of draft: Draft.Type = Draft.self
) throws(ListFileError) -> [ListRow<Draft>] {
  try rows(in: [Array(text.utf8)])
}

func rows<Draft: ListDraft>(
  in pieces: [[UInt8]], of draft: Draft.Type = Draft.self
) throws(ListFileError) -> [ListRow<Draft>] {
  var reader = try ListReader<Draft>(thisYear: 2026, chunks: chunks(pieces))
  var rows: [ListRow<Draft>] = []
  while let row = try reader.next() { rows.append(row) }
  return rows
}

func header(_ kind: ListKind, _ line: String) throws(ListFileError) -> ListHeader {
  try scan(kind, line).header
}

func error(
  _ line: Int, _ field: ListColumn, _ value: String, _ problem: FieldProblem
) -> RowError {
  RowError(line: line, field: field, value: value, problem: .field(problem))
}

func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDay? {
  CalendarDay(year: year, month: month, day: day)
}

extension ListRow {
  var draft: Draft? {
    switch content {
    case .draft(let draft): draft
    case .errors: nil
    }
  }

  var errors: [RowError] {
    switch content {
    case .draft: []
    case .errors(let errors): errors
    }
  }
}

private func chunks(_ pieces: [[UInt8]]) -> () -> [UInt8]? {
  var rest = pieces[...]
  return { rest.popFirst() }
}
