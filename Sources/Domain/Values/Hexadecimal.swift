/// Lower-case hexadecimal, the only spelling that the journal knows.
package enum Hexadecimal {
  package static func lowerCaseDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  package static func value(ofLowerCase digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }

  package static func text(of bytes: some Collection<UInt8>) -> String {
    String(unsafeUninitializedCapacity: bytes.count * 2) { buffer in
      for (offset, byte) in bytes.enumerated() {
        buffer[offset * 2] = lowerCaseDigit(byte >> 4)
        buffer[offset * 2 + 1] = lowerCaseDigit(byte & 15)
      }
      return bytes.count * 2
    }
  }

  /// The bytes that `text` spells; nil when a character is not a lower-case digit or one is left over.
  package static func bytes(of text: String) -> [UInt8]? {
    let digits = Array(text.utf8)
    guard digits.count.isMultiple(of: 2) else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(digits.count / 2)
    for offset in stride(from: 0, to: digits.count, by: 2) {
      guard let high = value(ofLowerCase: digits[offset]),
        let low = value(ofLowerCase: digits[offset + 1])
      else { return nil }
      result.append(high << 4 | low)
    }
    return result
  }
}
