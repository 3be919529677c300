/// What a command gives out: records for programs, a table for people, and remarks beside them.
struct Listing: Sendable {
  /// What JSON holds: a list, or one object.
  let json: OutputValue
  /// What CSV holds, and its columns.
  let records: [OutputValue]
  let keys: [String]
  let table: Table
  /// Lines before and after the table.
  var heading: [String] = []
  var remarks: [String] = []

  /// A list of records of one kind; `keys` are its CSV columns where there are no records to tell.
  init(_ records: [OutputValue], keys: [String], table: Table) {
    json = .list(records)
    self.records = records
    self.keys = keys
    self.table = table
  }

  init(json: OutputValue, records: [OutputValue], keys: [String], table: Table) {
    self.json = json
    self.records = records
    self.keys = keys
    self.table = table
  }
}
