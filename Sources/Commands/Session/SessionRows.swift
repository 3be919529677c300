import Intake
import Storage

/// The rows of a list of sessions, by the session they belong to; no more of them than must be held.
struct SessionRows {
  struct Row {
    let line: Int
    let cells: [String]
    /// Nil for a row that could not be read.
    let draft: SessionRowDraft?

    init(_ draft: SessionRowDraft, cells: [String]) {
      line = draft.line
      self.cells = cells
      self.draft = draft
    }

    init(_ line: Int, cells: [String]) {
      self.line = line
      self.cells = cells
      draft = nil
    }

    var name: String { draft?.attendee.person.name ?? "" }
  }

  struct Group {
    var rows: [Row]
    var first: Row { rows[0] }
  }

  private var groups: [String: Group] = [:]

  /// Takes a row, and gives back its whole session where `lastLines` says that no other follows.
  mutating func add(_ row: Row, lastLines: [String: Int]) -> Group? {
    guard let key = row.draft?.session else { return nil }
    groups[key, default: Group(rows: [])].rows.append(row)
    return lastLines[key] == row.line ? groups.removeValue(forKey: key) : nil
  }

  /// Those whose last rows could not be read, in the order in which each begins.
  var unfinished: [Group] { groups.values.sorted { $0.first.line < $1.first.line } }
}
