import Domain
import GRDB

/// The events about records, or which are these, and the voids of such, that have a personal part.
///
/// Found by reading the whole journal, for an index may be damaged; and by what the envelopes say, which
/// cannot be changed unseen, as well as by the columns.
struct FullEvents {
  /// Rows of the journal, in order.
  let rows: [Int64]

  init(about targets: Set<RecordID>, in db: Database) throws {
    guard !targets.isEmpty else {
      rows = []
      return
    }
    var full: [Int64] = []
    var named: Set<RecordID> = []
    var voids: [(row: Int64, subject: RecordID)] = []
    let row = try PlainStatement(
      db,
      sql: """
        SELECT key, id, subject, kind = '\(Voided.kind)', personal IS NULL AND nonce IS NULL, envelope
        FROM event NOT INDEXED
        """)
    while try row.step() {
      let (id, isEmpty): (RecordID?, Bool) = (row.identifier(1), row.integer(4) != 0)
      let stated = isEmpty ? nil : row.withBytes(5) { EnvelopeText($0).identifier(of: .subject) }
      let subjects = [row.identifier(2), stated].compactMap(\.self)
      if id.map(targets.contains) ?? false || subjects.contains(where: targets.contains) {
        if let id { named.insert(id) }
        if !isEmpty { full.append(row.integer(0)) }
      } else if row.integer(3) != 0, !isEmpty {
        voids += subjects.map { (row.integer(0), $0) }
      }
    }
    full += voids.filter { named.contains($0.subject) }.map(\.row)
    rows = Set(full).sorted()
  }
}
