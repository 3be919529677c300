import Intake
import Storage

/// The rows of a list of sessions, by the session they belong to.
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

    /// - Throws: `RecordError.otherSession` where the row says otherwise of its session than the first.
    func requireSameSession(as first: Row, under header: ListHeader) throws {
      guard let mine = draft, let firsts = first.draft else { return }
      let differs: ListColumn? =
        if mine.date != firsts.date {
          .date
        } else if mine.team != firsts.team {
          .team
        } else if mine.course != firsts.course {
          .course
        } else if mine.form != firsts.form {
          .form
        } else if mine.minutes != firsts.minutes {
          .minutes
        } else if mine.lessons != firsts.lessons {
          .lesson
        } else {
          nil
        }
      if let differs {
        let field = header.name(of: differs) ?? differs.spoken
        throw RecordError.otherSession(field: field, line: first.line)
      }
    }
  }

  struct Group {
    var rows: [Row]
    var first: Row { rows[0] }
  }

  private var groups: [String: Group] = [:]
  private var keys: [String] = []

  mutating func add(_ row: Row) {
    guard let key = row.draft?.session else { return }
    if groups[key] == nil { keys.append(key) }
    groups[key, default: Group(rows: [])].rows.append(row)
  }

  /// In the order in which each begins.
  var inOrder: [Group] { keys.compactMap { groups[$0] } }
}
