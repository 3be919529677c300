import Tabular

extension OutputValue {
  /// Records as CSV with a header: nested objects become `unit_code`, lists of plain values are joined
  /// by a space, and of lists of objects their number is given. What would steer a terminal shows as `�`.
  static func csv(_ records: [OutputValue], keys: [String]) -> String {
    let writer = CSVWriter(spreadsheetSafe: true)
    return writer.text(
      [keys.map { .text($0) }]
        + records.map { record in
          let cells = Dictionary(record.flattened(under: "")) { _, last in last }
          return keys.map { cells[$0] ?? .empty }
        })
  }

  private func flattened(under key: String) -> [(String, CSVWriter.Cell)] {
    switch self {
    case .null: [(key, .empty)]
    case .boolean(let flag): [(key, .text(String(flag)))]
    case .integer(let number): [(key, .number(String(number)))]
    case .number(let number): [(key, .number(String(number)))]
    case .text(let text): [(key, .text(text.printable))]
    case .list(let elements): [(key, .text(elements.map(\.plain).joined(separator: " ").printable))]
    case .records(let elements): [(key, .number(String(elements.count)))]
    case .object(let members):
      members.flatMap { member in
        member.value.flattened(under: key.isEmpty ? member.key : "\(key)_\(member.key)")
      }
    }
  }

  /// An element of a list within a cell.
  private var plain: String {
    switch self {
    case .null: ""
    case .boolean(let flag): String(flag)
    case .integer(let number): String(number)
    case .number(let number): String(number)
    case .text(let text): text
    case .list, .records, .object:
      preconditionFailure("a list of lists or objects is given out as .records")
    }
  }
}
