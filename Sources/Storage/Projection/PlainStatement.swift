import Domain
import GRDB
import GRDBSQLite

/// A prepared statement without a value made for each column: for millions of rows.
///
/// What it gives of texts and blobs are the bytes that lie in the file, whatever they spell.
final class PlainStatement {
  private let db: Database
  private let statement: Statement
  private let handle: OpaquePointer

  init(_ db: Database, sql: String) throws {
    self.db = db
    statement = try db.makeStatement(sql: sql)
    handle = statement.sqliteStatement
  }

  var columnCount: Int { statement.columnCount }

  /// Goes on to the next row; false after the last.
  func step() throws -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code:
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code),
        message: db.sqliteConnection.map { String(cString: sqlite3_errmsg($0)) })
    }
  }

  /// Runs a statement that gives no rows.
  func run() throws {
    defer { sqlite3_reset(handle) }
    _ = try step()
  }

  // MARK: The columns of a row

  func isNull(_ column: Int) -> Bool { sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL }

  func integer(_ column: Int) -> Int64 { sqlite3_column_int64(handle, Int32(column)) }

  /// Nil for a value of another type.
  func exactInteger(_ column: Int) -> Int64? {
    sqlite3_column_type(handle, Int32(column)) == SQLITE_INTEGER ? integer(column) : nil
  }

  /// The bytes of a text or a blob, valid until the next step; none for another type.
  func withBytes<Value>(
    _ column: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Value
  ) rethrows -> Value {
    let type = sqlite3_column_type(handle, Int32(column))
    guard type == SQLITE_TEXT || type == SQLITE_BLOB,
      let start = sqlite3_column_blob(handle, Int32(column))
    else { return try body(UnsafeBufferPointer(start: nil, count: 0)) }
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    return try UnsafeRawBufferPointer(start: start, count: count)
      .withMemoryRebound(to: UInt8.self, body)
  }

  /// Nil unless there are sixteen bytes.
  func identifier<Subject>(_ column: Int) -> Identifier<Subject>? {
    withBytes(column) { bytes in
      guard bytes.count == 16 else { return nil }
      let raw = UnsafeRawBufferPointer(bytes)
      return Identifier<Subject>(
        high: UInt64(bigEndian: raw.loadUnaligned(as: UInt64.self)),
        low: UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
    }
  }

  func value(_ column: Int) -> StoredValue {
    switch sqlite3_column_type(handle, Int32(column)) {
    case SQLITE_INTEGER: .integer(integer(column))
    case SQLITE_FLOAT: .fraction(sqlite3_column_double(handle, Int32(column)))
    case SQLITE_TEXT: .text
    case SQLITE_BLOB: .blob
    default: .null
    }
  }

  // MARK: Parameters, from 1 on

  func bind(_ number: Int64, at index: Int) { sqlite3_bind_int64(handle, Int32(index), number) }

  func bindNull(at index: Int) { sqlite3_bind_null(handle, Int32(index)) }

  func bind(_ text: String, at index: Int) {
    sqlite3_bind_text(handle, Int32(index), text, -1, Self.copied)
  }

  func bind(_ id: RecordID, at index: Int) {
    withUnsafeBytes(of: (id.high.bigEndian, id.low.bigEndian)) { bytes in
      _ = sqlite3_bind_blob(handle, Int32(index), bytes.baseAddress, 16, Self.copied)
    }
  }

  /// Says that SQLite is to copy what it is given (`SQLITE_TRANSIENT`).
  private static var copied: sqlite3_destructor_type {
    unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }
}

/// The type of a column's value, with the value where it is a number.
enum StoredValue {
  case null
  case integer(Int64)
  case fraction(Double)
  case text, blob
}
