/// The people of one session as brought in a CSV file: what can be taken, and all that cannot.
package struct AttendeeFile: Hashable, Sendable {
  /// The rows without any error, in the order of the file.
  package let drafts: [AttendeeDraft]
  /// Every error of every row, by line, then in the order of `ListColumn`.
  package let errors: [RowError]
  package let header: ListHeader

  /// Rows whose cells are all blank are skipped: spreadsheets leave them behind.
  package init(csv bytes: [UInt8], thisYear: Int) throws(ListFileError) {
    _ = try ListScan(.attendees, chunks: Self.chunks(of: bytes))
    var reader = try ListReader<AttendeeDraft>(
      thisYear: thisYear, chunks: Self.chunks(of: bytes))
    var drafts: [AttendeeDraft] = []
    var errors: [RowError] = []
    while let row = try reader.next() {
      switch row.content {
      case .draft(let draft): drafts.append(draft)
      case .errors(let found): errors += found
      }
    }
    self.drafts = drafts
    self.errors = errors
    header = reader.header
  }

  private static func chunks(of bytes: [UInt8]) -> () -> [UInt8]? {
    var rest: [UInt8]? = bytes
    return {
      defer { rest = nil }
      return rest
    }
  }
}
