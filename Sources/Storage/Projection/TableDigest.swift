import Crypto
import Domain
import GRDB

/// A number that two tables share if they hold the same rows, in whatever order: how many there are,
/// and the sum of their SHA-256 hashes, each as four words.
struct TableDigest: Equatable {
  private var rows = 0
  private var sum: SIMD4<UInt64> = .zero

  mutating func add(_ row: RowBytes) {
    var hash = SHA256()
    row.bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
    let words = hash.finalize().withUnsafeBytes { $0.loadUnaligned(as: SIMD4<UInt64>.self) }
    rows += 1
    sum &+= words
  }

  init() {}

  /// Reads the rows of a query whose columns hold no key that is local to the file.
  init(of query: String, in db: Database) throws {
    let statement = try PlainStatement(db, sql: query)
    let columns = 0..<statement.columnCount
    var row = RowBytes()
    while try statement.step() {
      row.clear()
      for column in columns {
        switch statement.value(column) {
        case .null: row.appendNull()
        case .integer(let number): row.append(number)
        case .fraction(let number): row.append(number)
        case .text: statement.withBytes(column) { row.append(text: $0) }
        case .blob: statement.withBytes(column) { row.append(blob: $0) }
        }
      }
      add(row)
    }
  }
}

/// The values of one row as bytes, of which each says its type and length.
struct RowBytes {
  private(set) var bytes: [UInt8] = []

  mutating func clear() { bytes.removeAll(keepingCapacity: true) }

  mutating func appendNull() { bytes.append(0) }

  mutating func append(_ number: Int64) {
    bytes.append(1)
    append(word: UInt64(bitPattern: number))
  }

  mutating func append(_ number: Double) {
    bytes.append(2)
    append(word: number.bitPattern)
  }

  mutating func append(text: some Collection<UInt8>) {
    bytes.append(3)
    append(word: UInt64(text.count))
    bytes.append(contentsOf: text)
  }

  mutating func append(blob: some Collection<UInt8>) {
    bytes.append(4)
    append(word: UInt64(blob.count))
    bytes.append(contentsOf: blob)
  }

  mutating func append(_ id: RecordID) {
    bytes.append(4)
    append(word: 16)
    append(word: id.high.byteSwapped)
    append(word: id.low.byteSwapped)
  }

  private mutating func append(word: UInt64) {
    withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
  }
}

/// Sums up rows as they are folded, and keeps none.
struct RowDigests: FoldedRows {
  static let areOrdered = false

  private var digests = Array(repeating: TableDigest(), count: LargeTable.allCases.count)
  private var row = RowBytes()

  subscript(table: LargeTable) -> TableDigest { digests[table.rawValue] }

  mutating func put(_ values: [FoldedValue], as key: Int64?, in table: LargeTable) {
    row.clear()
    for value in values {
      switch value {
      case .null: row.appendNull()
      case .integer(let number): row.append(number)
      case .string(let text), .measure(_, let text): row.append(text: text.utf8)
      case .id(let id), .key(_, let id): row.append(id)
      }
    }
    digests[table.rawValue].add(row)
  }

  /// What only waits is no part of what tables are compared by.
  mutating func putWaiting(_ values: [FoldedValue], as key: Int64, in table: LargeTable) {}
}
