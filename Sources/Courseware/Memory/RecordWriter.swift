/// Values one after the other as bytes, for a file that only the same program reads again.
package struct RecordWriter {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func add(_ number: Int) {
    withUnsafeBytes(of: Int64(number).littleEndian) { bytes.append(contentsOf: $0) }
  }

  package mutating func add(_ flag: Bool) {
    bytes.append(flag ? 1 : 0)
  }

  package mutating func add(_ other: [UInt8]) {
    add(other.count)
    bytes += other
  }

  /// Without their number.
  package mutating func append(_ other: [UInt8]) {
    bytes += other
  }

  package mutating func add(_ text: String) {
    add(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  package mutating func add<Value>(
    _ value: Value?, _ write: (inout RecordWriter, Value) -> Void
  ) {
    add(value != nil)
    if let value { write(&self, value) }
  }

  package mutating func add<Values: Collection>(
    _ values: Values, _ write: (inout RecordWriter, Values.Element) -> Void
  ) {
    add(values.count)
    for value in values { write(&self, value) }
  }
}
