/// What a command gives out: records for programs, a table for people, and remarks beside them.
struct Listing: Sendable {
  /// What JSON holds: a list, or one object.
  let json: OutputValue
  /// False where the records of JSON have no key that tells invented people from real ones.
  var jsonTellsSynthetic = true
  /// What CSV holds, and its columns.
  let records: [OutputValue]
  let keys: [String]
  let table: Table
  /// Lines before and after the table.
  var heading: [String] = []
  var remarks: [String] = []
  /// What whoever is watching is told of a list that `--limit` has cut short, in whatever format.
  var cut: String?

  /// A list of records of one kind.
  init<Record>(_ records: [Record], as shape: Shape<Record>, table: Table) {
    let records = records.map(shape.record)
    self.init(json: .list(records), records: records, keys: shape.columns, table: table)
  }

  /// One record.
  init<Record>(_ record: Record, as shape: Shape<Record>, table: Table = Table([])) {
    let record = shape.record(record)
    self.init(json: record, records: [record], keys: shape.columns, table: table)
  }

  init(json: OutputValue, records: [OutputValue], keys: [String], table: Table) {
    self.json = json
    self.records = records
    self.keys = keys
    self.table = table
  }
}
