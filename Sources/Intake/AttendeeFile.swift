package import Tabular

/// Why no row of an attendee file was looked at.
package enum AttendeeFileError: Error, Hashable, Sendable {
  case csv(CSVError)
  /// In the order of `AttendeeColumn`.
  case missingColumns([AttendeeColumn])
  /// Two headers that mean the same, as they stand in the file.
  case ambiguousColumn(AttendeeColumn, headers: [String])
  /// The column holds citizen numbers, which lantoa never keeps.
  case citizenNumbers(column: String)
}

/// The people of one session as brought in a CSV file: what can be taken, and all that cannot.
package struct AttendeeFile: Hashable, Sendable {
  /// The rows without any error, in the order of the file.
  package let drafts: [AttendeeDraft]
  /// Every error of every row, by line, then in the order of `AttendeeColumn`.
  package let errors: [RowError]
  /// The headers that mean nothing here, in the order of the file.
  package let ignoredColumns: [String]

  /// Rows whose cells are all blank are skipped: spreadsheets leave them behind.
  package init(csv bytes: [UInt8], thisYear: Int) throws(AttendeeFileError) {
    let table: CSVTable
    do {
      table = try CSVTable(bytes)
    } catch {
      throw .csv(error)
    }
    try Self.refuseCitizenNumbers(in: table)
    let columns = try AttendeeColumns(table.header)

    var drafts: [AttendeeDraft] = []
    var errors = table.problems.map {
      RowError(line: $0.line, field: nil, value: "", problem: .row($0.kind))
    }
    for row in table.rows where !row.fields.allSatisfy(\.tidied.isEmpty) {
      var reading = AttendeeReading(row, columns: columns, thisYear: thisYear)
      let draft = reading.draft()
      if reading.errors.isEmpty { drafts.append(draft) }
      errors += reading.errors
    }
    self.drafts = drafts
    self.errors = errors.sorted { $0.line < $1.line }
    ignoredColumns = columns.ignored
  }

  /// Phone numbers have nine digits too where a spreadsheet took their 0, so that column may.
  private static func refuseCitizenNumbers(in table: CSVTable) throws(AttendeeFileError) {
    for (position, header) in table.header.names.enumerated() {
      let isPhone = AttendeeColumn(header: header) == .phone
      if CitizenNumber.isNamed(by: header)
        || !isPhone && CitizenNumber.fill(table.rows.lazy.map { $0.fields[position] })
      {
        throw .citizenNumbers(column: header)
      }
    }
  }
}
