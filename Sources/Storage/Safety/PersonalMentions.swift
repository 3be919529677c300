import Domain
import Foundation
import GRDB

/// Free text about something else that names a person: notes and venues of sessions, reasons of voids.
struct PersonalMentions {
  /// What was looked through, told apart by how surely it is about them.
  struct Found {
    /// Events whose text has a full name or a number.
    fileprivate(set) var naming: [Event.ID] = []
    /// What the events are about that have a name of one word, or one that is only perhaps theirs.
    fileprivate(set) var perhaps: [RecordID] = []
  }

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

  func events() throws -> [Event.ID] { try found().naming }

  func found() throws -> Found {
    var found = Found()
    guard !names.isEmpty || !traces.phones.isEmpty else { return found }
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, subject, CAST(personal AS BLOB) FROM event
        WHERE personal IS NOT NULL AND kind IN (?, ?, ?)
        """, arguments: [SessionLogged.kind, SessionChanged.kind, Voided.kind])
    while let row = try rows.next() {
      // What is no text of ours is told by a check of the journal, and stops nobody from going.
      guard let personal = try? CanonicalObject(canonical: row.decode(Data.self, atIndex: 2)) else {
        continue
      }
      let texts = ["note", "venue", "words"].compactMap { try? personal.string($0) }
      let likenesses = texts.map(likeness)
      if likenesses.contains(.meant) {
        found.naming.append(try row.decode(atIndex: 0))
      } else if likenesses.contains(.perhapsMeant) {
        found.perhaps.append(try row.decode(atIndex: 1))
      }
    }
    return found
  }

  private func likeness(of text: String) -> SpelledNames.Likeness? {
    traces.areCalled(in: text) ? .meant : names.likeness(in: text)
  }
}
