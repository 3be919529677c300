import Domain
import Foundation
import GRDB

/// Free text about something else that names a person: notes and venues of sessions, reasons of voids.
struct PersonalMentions {
  private let db: Database
  private let traces: PersonTraces
  private let names: SpelledNames

  /// Looks for every name and number that was ever recorded of these.
  init(of learners: [Learner.ID], in db: Database) throws {
    self.db = db
    traces = try RegisterReader(db: db).traces(of: learners)
    // One word alone is the name of half a village.
    names = SpelledNames(traces.spellings, shortest: 2)
  }

  func events() throws -> [Event.ID] {
    guard !names.isEmpty || !traces.phones.isEmpty else { return [] }
    var found: [Event.ID] = []
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, CAST(personal AS BLOB) FROM event
        WHERE personal IS NOT NULL AND kind IN (?, ?, ?)
        """, arguments: [SessionLogged.kind, SessionChanged.kind, Voided.kind])
    while let row = try rows.next() {
      let personal = try CanonicalObject(canonical: row.decode(Data.self, atIndex: 1))
      let texts = ["note", "venue", "words"].compactMap { try? personal.string($0) }
      if texts.contains(where: isNaming) { found.append(try row.decode(atIndex: 0)) }
    }
    return found
  }

  private func isNaming(_ text: String) -> Bool {
    names.areWithin(text) || traces.areCalled(in: text)
  }
}
