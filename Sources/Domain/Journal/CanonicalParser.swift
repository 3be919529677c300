/// Where and why bytes are not canonical JSON.
package struct CanonicalError: Error, Hashable, Sendable {
  package enum Reason: String, Sendable {
    case unexpectedByte, unexpectedEnd, trailingBytes, tooDeep
    case nullOrFraction, numberSpelling, numberOutOfRange
    case nameOrder, escapeSpelling, invalidUTF8, notComposed
  }

  /// Bytes from the start.
  package let offset: Int
  package let reason: Reason
}

extension CanonicalObject {
  /// Reads exactly what ``canonicalBytes`` writes: whatever this accepts, it would write the same way.
  ///
  /// - Throws: `CanonicalError`, for any other spelling of the same value too.
  package init(canonical bytes: some Sequence<UInt8>) throws(CanonicalError) {
    self = try ContiguousArray(bytes).withUnsafeBufferPointer { bytes throws(CanonicalError) in
      try CanonicalObject(canonical: bytes)
    }
  }

  /// The same of bytes that lie where nothing moves them meanwhile.
  package init(canonical bytes: UnsafeBufferPointer<UInt8>) throws(CanonicalError) {
    var parser = CanonicalParser(bytes: bytes)
    self = try parser.document()
  }
}

private struct CanonicalParser {
  let bytes: UnsafeBufferPointer<UInt8>
  var position = 0

  private static let deepest = 32

  init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  mutating func document() throws(CanonicalError) -> CanonicalObject {
    let result = try object(depth: 0)
    guard position == bytes.count else { throw failure(.trailingBytes) }
    return result
  }

  private mutating func value(depth: Int) throws(CanonicalError) -> CanonicalValue {
    guard depth <= Self.deepest else { throw failure(.tooDeep) }
    switch try peek() {
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "{"): return .object(try object(depth: depth))
    case UInt8(ascii: "["): return .array(try array(depth: depth))
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .integer(try integer())
    case UInt8(ascii: "t"):
      try expect("true")
      return .boolean(true)
    case UInt8(ascii: "f"):
      try expect("false")
      return .boolean(false)
    case UInt8(ascii: "n"): throw failure(.nullOrFraction)
    default: throw failure(.unexpectedByte)
    }
  }

  private mutating func object(depth: Int) throws(CanonicalError) -> CanonicalObject {
    var result = CanonicalObject()
    try expect(UInt8(ascii: "{"))
    if try skip(UInt8(ascii: "}")) { return result }
    repeat {
      let start = position
      let name = try string()
      try expect(UInt8(ascii: ":"))
      guard result.append(name, try value(depth: depth + 1)) else {
        throw CanonicalError(offset: start, reason: .nameOrder)
      }
    } while try skip(UInt8(ascii: ","))
    try expect(UInt8(ascii: "}"))
    return result
  }

  private mutating func array(depth: Int) throws(CanonicalError) -> [CanonicalValue] {
    var result: [CanonicalValue] = []
    try expect(UInt8(ascii: "["))
    if try skip(UInt8(ascii: "]")) { return result }
    repeat {
      result.append(try value(depth: depth + 1))
    } while try skip(UInt8(ascii: ","))
    try expect(UInt8(ascii: "]"))
    return result
  }

  private mutating func integer() throws(CanonicalError) -> Int64 {
    let start = position
    if bytes[position] == UInt8(ascii: "-") { position += 1 }
    let firstDigit = position
    while position < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position])
    {
      position += 1
    }
    if position < bytes.count,
      [UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E")].contains(bytes[position])
    {
      throw failure(.nullOrFraction)
    }
    let digits = bytes[firstDigit..<position]
    let isZero = digits.elementsEqual([UInt8(ascii: "0")])
    guard let first = digits.first, first != UInt8(ascii: "0") || (isZero && firstDigit == start)
    else {
      throw CanonicalError(offset: start, reason: .numberSpelling)
    }
    guard let number = Int64(String(decoding: bytes[start..<position], as: UTF8.self)) else {
      throw CanonicalError(offset: start, reason: .numberOutOfRange)
    }
    return number
  }

  private mutating func string() throws(CanonicalError) -> String {
    let start = position
    try expect(UInt8(ascii: "\""))
    let contentStart = position
    var unescaped: ContiguousArray<UInt8>?
    var isASCII = true
    while true {
      let byte = try peek()
      switch byte {
      case UInt8(ascii: "\""):
        let content = UnsafeBufferPointer(rebasing: bytes[contentStart..<position])
        position += 1
        // What is ASCII throughout is composed UTF-8.
        if unescaped == nil, isASCII { return String(decoding: content, as: UTF8.self) }
        let text = unescaped.map { Self.text($0) } ?? Self.text(content)
        guard let text else { throw CanonicalError(offset: start, reason: .invalidUTF8) }
        guard SearchText.isComposed(text) else {
          throw CanonicalError(offset: start, reason: .notComposed)
        }
        return text
      case UInt8(ascii: "\\"):
        if unescaped == nil { unescaped = ContiguousArray(bytes[contentStart..<position]) }
        unescaped?.append(try escape())
      case 0..<0x20: throw failure(.escapeSpelling)
      default:
        if byte >= 0x80 { isASCII = false }
        if unescaped != nil { unescaped?.append(byte) }
        position += 1
      }
    }
  }

  private static func text(_ bytes: some Collection<UInt8>) -> String? {
    String(validating: bytes, as: UTF8.self)
  }

  /// Only the escapes that the writer uses: anything else has another, canonical spelling.
  private mutating func escape() throws(CanonicalError) -> UInt8 {
    let start = position
    position += 1
    let letter = try peek()
    position += 1
    if letter == UInt8(ascii: "\"") || letter == UInt8(ascii: "\\") { return letter }
    if let control = CanonicalEscape.control(for: letter) { return control }
    guard letter == UInt8(ascii: "u"), position + 4 <= bytes.count,
      bytes[position] == UInt8(ascii: "0"), bytes[position + 1] == UInt8(ascii: "0"),
      let high = Hexadecimal.value(ofLowerCase: bytes[position + 2]),
      let low = Hexadecimal.value(ofLowerCase: bytes[position + 3]),
      high < 2, CanonicalEscape.letter(for: high << 4 | low) == nil
    else { throw CanonicalError(offset: start, reason: .escapeSpelling) }
    position += 4
    return high << 4 | low
  }

  private func peek() throws(CanonicalError) -> UInt8 {
    guard position < bytes.count else { throw failure(.unexpectedEnd) }
    return bytes[position]
  }

  private mutating func skip(_ byte: UInt8) throws(CanonicalError) -> Bool {
    guard try peek() == byte else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ byte: UInt8) throws(CanonicalError) {
    guard try peek() == byte else { throw failure(.unexpectedByte) }
    position += 1
  }

  private mutating func expect(_ literal: StaticString) throws(CanonicalError) {
    for offset in 0..<literal.utf8CodeUnitCount {
      guard try peek() == literal.utf8Start[offset] else { throw failure(.unexpectedByte) }
      position += 1
    }
  }

  private func failure(_ reason: CanonicalError.Reason) -> CanonicalError {
    CanonicalError(offset: position, reason: reason)
  }
}
