import Tabular

/// Where each column of one attendee file stands.
struct AttendeeColumns {
  let positions: [AttendeeColumn: Int]
  /// Headers that mean nothing here.
  let ignored: [String]

  init(_ header: CSVHeader) throws(AttendeeFileError) {
    var positions: [AttendeeColumn: Int] = [:]
    var ignored: [String] = []
    for (position, name) in header.names.enumerated() where !name.isEmpty {
      guard let column = AttendeeColumn(header: name) else {
        ignored.append(name)
        continue
      }
      if let other = positions.updateValue(position, forKey: column) {
        throw .ambiguousColumn(column, headers: [header.names[other], name])
      }
    }
    let missing = AttendeeColumn.allCases.filter { $0.isRequired && positions[$0] == nil }
    guard missing.isEmpty else { throw .missingColumns(missing) }
    self.positions = positions
    self.ignored = ignored
  }
}
