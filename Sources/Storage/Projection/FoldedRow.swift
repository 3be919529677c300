import Domain
import GRDB

/// The tables that hold a row or more for each person and session: the others are few.
enum LargeTable: Int, CaseIterable {
  case learner, session, nameToken, move, learnerKey, sessionKey, mark, completion, contribution
  case tally, caused

  var name: String { "\(self)" }

  /// The order in which a row's values stand.
  var columns: [String] {
    switch self {
    case .learner:
      [
        "id", "known", "void", "erased", "registeredIn", "residence", "registeredOn", "died", "sex",
        "cohort", "consent", "name", "birthYear", "phone", "hamlet", "likeness",
      ]
    case .session:
      [
        "id", "known", "void", "team", "unit", "course", "lessons", "date", "form", "minutes",
        "unnamed", "guests", "venue", "note",
      ]
    case .nameToken: ["token", "birthYear", "learner"]
    case .move: ["learner", "start", "residence"]
    case .learnerKey: ["externalKey", "import", "learner"]
    case .sessionKey: ["externalKey", "import", "session"]
    case .mark: ["learner", "session", "result", "basis", "score"]
    case .completion: ["event", "learner", "course", "date", "result", "basis", "void"]
    case .contribution: ["person", "measure", "start", "end", "residence"]
    case .tally: ["measure", "residence", "day", "delta"]
    case .caused: ["import", "record"]
    }
  }

  /// Whether other tables know its rows by an integer key.
  var hasKey: Bool { self == .learner || self == .session }
}

/// What a fold says of one column.
enum FoldedValue {
  case null
  case integer(Int64)
  /// Without a NUL: ``text(_:)`` makes it.
  case string(String)
  case id(RecordID)
  /// A key that is local to one file, and the record that it stands for.
  case key(Int64, RecordID)
  /// The same of a measure.
  case measure(Int64, String)
}

extension FoldedValue {
  static func integer(_ number: Int?) -> Self { number.map { .integer(Int64($0)) } ?? .null }

  static func flag(_ isSet: Bool) -> Self { .integer(isSet ? 1 : 0) }

  static func day(_ day: CalendarDay?) -> Self { .integer(day?.ordinal) }

  static func text(_ text: String?) -> Self { text.map { .string($0.asStored) } ?? .null }

  static func local<Subject>(_ key: Int64, _ id: Identifier<Subject>) -> Self {
    .key(key, RecordID(id))
  }

  /// As it is stored.
  var databaseValue: DatabaseValue {
    switch self {
    case .null: .null
    case .integer(let number), .key(let number, _), .measure(let number, _): number.databaseValue
    case .string(let text): text.databaseValue
    case .id(let id): id.databaseValue
    }
  }
}

extension String {
  /// What comes back when it has been stored: a text of SQLite's ends at a NUL.
  var asStored: String {
    utf8.contains(0) ? String(String.UnicodeScalarView(unicodeScalars.prefix { $0 != "\0" })) : self
  }
}

/// Where the rows of large tables go as they are folded.
protocol FoldedRows {
  /// Whether it pays to keep rows until they can be given in the order of their table.
  static var areOrdered: Bool { get }

  /// Takes a row; `key` is its own, where its table has keys.
  mutating func put(_ values: [FoldedValue], as key: Int64?, in table: LargeTable) throws

  /// Takes a row that stands only because others refer to it.
  mutating func putWaiting(_ values: [FoldedValue], as key: Int64, in table: LargeTable) throws
}

/// Writes rows into empty tables.
struct RowInsertion: FoldedRows {
  static let areOrdered = true

  private let statements: [PlainStatement]

  init(into db: Database) throws {
    statements = try LargeTable.allCases.map { table in
      let columns = table.columns + (table.hasKey ? ["key"] : [])
      let places = Array(repeating: "?", count: columns.count)
      return try PlainStatement(
        db,
        sql: """
          INSERT INTO \(table.name) (\(columns.joined(separator: ", ")))
          VALUES (\(places.joined(separator: ", ")))
          """)
    }
  }

  mutating func put(_ values: [FoldedValue], as key: Int64?, in table: LargeTable) throws {
    let statement = statements[table.rawValue]
    for (offset, value) in values.enumerated() {
      switch value {
      case .null: statement.bindNull(at: offset + 1)
      case .integer(let number), .key(let number, _), .measure(let number, _):
        statement.bind(number, at: offset + 1)
      case .string(let text): statement.bind(text, at: offset + 1)
      case .id(let id): statement.bind(id, at: offset + 1)
      }
    }
    if let key { statement.bind(key, at: values.count + 1) }
    try statement.run()
  }

  mutating func putWaiting(_ values: [FoldedValue], as key: Int64, in table: LargeTable) throws {
    try put(values, as: key, in: table)
  }
}
