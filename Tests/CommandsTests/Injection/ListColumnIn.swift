import Domain
import Storage
import Tabular
import TestSupport
import Testing

/// A column of a list that somebody brings, with a payload in every row.
struct ListColumnIn: Sendable, CustomTestStringConvertible {
  enum Asks: Equatable, Sendable {
    case name, text
    /// A day, a number, a unit, one of a few words: no payload is one.
    case something
    /// Nothing: the column means nothing here.
    case nothing
  }

  let kind: Kind
  let column: String
  let asks: Asks

  enum Kind: String, Sendable { case learner, session }

  var testDescription: String { "\(kind.rawValue) import: \(column)" }

  static let all =
    [
      ("name", .name), ("hamlet", .text), ("external_id", .text), ("ghi chú", .nothing),
      ("birth_year", .something), ("sex", .something), ("unit", .something), ("phone", .something),
      ("registered_on", .something), ("consent", .something), ("moved_on", .something),
      ("person", .something),
    ].map { ListColumnIn(kind: .learner, column: $0, asks: $1) }
    + [
      ("session", .text), ("name", .name), ("hamlet", .text), ("date", .something),
      ("course", .something), ("team", .something), ("minutes", .something),
      ("lesson", .something), ("form", .something), ("result", .something), ("score", .something),
    ].map { ListColumnIn(kind: .session, column: $0, asks: $1) }

  /// Those of which no two would be one key.
  static let payloads: [Payload] = {
    var seen: Set<[UInt8]> = []
    return Payload.all.filter { seen.insert($0.kept.bytes).inserted }
  }()

  var taken: [Payload] { Self.payloads.filter(takes) }
  var refused: [Payload] { Self.payloads.filter { !takes($0) } }

  private func takes(_ payload: Payload) -> Bool {
    switch asks {
    case .name: payload.isTaken(asName: true)
    case .text: payload.isTaken(asName: false)
    case .something: false
    case .nothing: true
    }
  }

  /// What the other columns say, as in any list.
  private var others: [(column: String, cell: (Int) -> String)] {
    let shared: [(column: String, cell: (Int) -> String)] = [
      ("name", { "Lan \($0)" }), ("unit", { _ in "101" }), ("person", { _ in "new" }),
    ]
    return switch kind {
    case .learner: shared + [("external_id", { "HK-\($0)" })]
    case .session:
      shared + [
        ("session", { "B\($0)" }), ("date", { _ in "2026-11-20" }), ("course", { _ in "zalo" }),
        ("team", { _ in "Tổ Máy" }),
      ]
    }
  }

  /// A list with one row a payload, as a spreadsheet would save it.
  func text(of payloads: [Payload]) -> String {
    let others = others.filter { $0.column != column }
    let header = [column] + others.map(\.column)
    let rows = payloads.enumerated().map { number, payload in
      [payload.text] + others.map { $0.cell(number) }
    }
    return ([header] + rows).map { $0.map(\.cell).joined(separator: ",") + "\n" }.joined()
  }

  /// What the journal holds of the column.
  func kept(in bench: Bench) throws -> [String] {
    let people = try bench.facts(LearnerRegistered.self).map(\.person)
    return switch column {
    case "name": people.compactMap(\.name)
    case "hamlet": people.compactMap(\.hamlet)
    case "external_id": people.compactMap(\.externalKey)
    case "session": try bench.facts(SessionLogged.self).compactMap(\.details.externalKey)
    default: []
    }
  }
}

extension String {
  /// As a cell of CSV, with the apostrophe by which a spreadsheet keeps text from running: lists are
  /// read without it.
  var cell: String {
    let text = SpreadsheetText.escaped(self)
    return "\"" + text.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
  }
}
