import Domain
import GRDB

/// An event whose columns, by which it is found, are not those of its envelope.
enum MisplacedEvent {
  /// The first of them by its row in the journal. The envelopes are searched, not read: it is for a register
  /// of a city, and `journal verify` reads them.
  static func first(in db: Database) throws -> Int64? {
    let row = try PlainStatement(
      db, sql: "SELECT key, id, subject, kind, envelope FROM event NOT INDEXED")
    while try row.step() {
      let isRight = row.withBytes(4) { bytes in
        let envelope = EnvelopeText(bytes)
        return envelope.identifier(of: .id) == row.identifier(1)
          && envelope.identifier(of: .subject) == row.identifier(2)
          && row.withBytes(3) { envelope.text(of: .kind, is: $0) }
      }
      if !isRight { return row.integer(0) }
    }
    return nil
  }
}
