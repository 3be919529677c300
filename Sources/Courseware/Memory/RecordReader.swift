/// Reads what `RecordWriter` wrote, in the same order.
package struct RecordReader {
  /// The bytes are not what was written, or not all of it.
  package struct Damage: Error {
    package init() {}
  }

  private let bytes: [UInt8]
  private var place = 0

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  package var isAtEnd: Bool { place == bytes.count }

  private mutating func take(_ count: Int) throws(Damage) -> Range<Int> {
    guard count >= 0, count <= bytes.count - place else { throw Damage() }
    defer { place += count }
    return place..<place + count
  }

  package mutating func number() throws(Damage) -> Int {
    let range = try take(8)
    let number = bytes.withUnsafeBytes {
      $0.loadUnaligned(fromByteOffset: range.lowerBound, as: Int64.self)
    }
    return Int(Int64(littleEndian: number))
  }

  package mutating func flag() throws(Damage) -> Bool {
    bytes[try take(1).lowerBound] == 1
  }

  package mutating func rawBytes() throws(Damage) -> [UInt8] {
    Array(bytes[try take(try number())])
  }

  package mutating func text() throws(Damage) -> String {
    let range = try take(try number())
    return String(decoding: bytes[range], as: UTF8.self)
  }

  package mutating func optional<Value>(
    _ read: (inout RecordReader) throws(Damage) -> Value
  ) throws(Damage) -> Value? {
    try flag() ? try read(&self) : nil
  }

  package mutating func list<Value>(
    _ read: (inout RecordReader) throws(Damage) -> Value
  ) throws(Damage) -> [Value] {
    let count = try number()
    // Each takes a byte at least.
    guard count >= 0, count <= bytes.count - place else { throw Damage() }
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try read(&self)) }
    return values
  }

  /// One of the values that a type has.
  package mutating func value<Value: RawRepresentable<String>>(
    _ type: Value.Type = Value.self
  ) throws(Damage) -> Value {
    guard let value = Value(rawValue: try text()) else { throw Damage() }
    return value
  }
}
