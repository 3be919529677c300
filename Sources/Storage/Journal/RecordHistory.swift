import Domain
import GRDB

/// The events about one record, in order, and which of them still count.
struct RecordHistory {
  let subject: RecordID
  let events: [StoredEvent]
  /// Those that no void takes.
  let live: [StoredEvent]
  /// Whether a void names the record itself.
  let isVoid: Bool

  /// The same record with fewer events that still count.
  func limited(to live: [StoredEvent]) -> RecordHistory {
    RecordHistory(subject: subject, events: live, live: live, isVoid: isVoid)
  }

  private init(subject: RecordID, events: [StoredEvent], live: [StoredEvent], isVoid: Bool) {
    self.subject = subject
    self.events = events
    self.live = live
    self.isVoid = isVoid
  }

  /// Whether the first word about the record was said before the first about the other.
  func begins(before other: RecordHistory) -> Bool {
    guard let first = events.first, let second = other.events.first else { return false }
    return first.order < second.order
  }

  /// The one event of a record that nobody can have spoken of before.
  init(new event: StoredEvent) {
    subject = event.event.subject
    events = [event]
    live = events
    isVoid = false
  }

  /// Takes the events in any order.
  init(of subject: RecordID, events: [StoredEvent], voids: Voids) throws {
    self.subject = subject
    let events = events.count > 1 ? events.sorted { $0.order < $1.order } : events
    self.events = events
    live = try events.filter { try !voids.take($0.event) }
    isVoid = try voids.contain(subject)
  }

  /// Reads from the journal those events of `subject` whose kind is one of `kinds`.
  init(of subject: RecordID, kinds: Set<String>, in db: Database, voids: Voids) throws {
    let statement = try db.cachedStatement(
      sql: "SELECT \(StoredEvent.columns), event.kind FROM event WHERE subject = ?")
    var events: [StoredEvent] = []
    let rows = try Row.fetchCursor(statement, arguments: [subject])
    while let row = try rows.next() {
      if let kind = try row.decode(String?.self, atIndex: 5), kinds.contains(kind) {
        events.append(try StoredEvent(row: row))
      }
    }
    try self.init(of: subject, events: events, voids: voids)
  }
}
