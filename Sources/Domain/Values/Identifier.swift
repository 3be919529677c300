/// Sixteen bytes that name one record for ever: a UUID, tagged with what it names.
///
/// People, teams and sessions get version 7 (time-ordered), reference data version 5 (the same on
/// every laptop). Order is the order of the bytes, which is also the order of the text.
package struct Identifier<Subject>: Hashable, Comparable, Sendable {
  package let high: UInt64
  package let low: UInt64

  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// The same sixteen bytes, said to name another kind of thing.
  package init<Other>(_ other: Identifier<Other>) {
    self.init(high: other.high, low: other.low)
  }

  /// Reads sixteen bytes, big-endian; nil for any other count.
  package init?(bytes: some Collection<UInt8>) {
    guard bytes.count == 16 else { return nil }
    func word(_ bytes: some Sequence<UInt8>) -> UInt64 {
      bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }
    self.init(high: word(bytes.prefix(8)), low: word(bytes.suffix(8)))
  }

  package var bytes: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(16)
    for word in [high, low] {
      for shift in stride(from: 56, through: 0, by: -8) {
        result.append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
      }
    }
    return result
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }
}

/// Any record an event can write: the tag of `Event.subject`.
package enum AnyRecord {}

package typealias RecordID = Identifier<AnyRecord>

extension Identifier: LosslessStringConvertible {
  /// Reads the canonical text only: lower case, hyphens at 8-4-4-4-12.
  package init?(_ text: String) {
    var text = text
    let parsed: (UInt64, UInt64)? = text.withUTF8 { utf8 in
      guard utf8.count == 36 else { return nil }
      var words: (UInt64, UInt64) = (0, 0)
      var digits = 0
      for offset in 0..<36 {
        let byte = utf8[offset]
        if Self.isHyphen(offset) {
          guard byte == UInt8(ascii: "-") else { return nil }
          continue
        }
        guard let digit = Hexadecimal.value(ofLowerCase: byte) else { return nil }
        if digits < 16 {
          words.0 = words.0 << 4 | UInt64(digit)
        } else {
          words.1 = words.1 << 4 | UInt64(digit)
        }
        digits += 1
      }
      return words
    }
    guard let parsed else { return nil }
    self.init(high: parsed.0, low: parsed.1)
  }

  package var description: String {
    String(unsafeUninitializedCapacity: 36) { buffer in
      var position = 0
      for nibble in 0..<32 {
        if Self.isHyphen(position) {
          buffer[position] = UInt8(ascii: "-")
          position += 1
        }
        let word = nibble < 16 ? high : low
        let shift = UInt64(60 - 4 * (nibble % 16))
        buffer[position] = Hexadecimal.lowerCaseDigit(UInt8(truncatingIfNeeded: word >> shift & 15))
        position += 1
      }
      return 36
    }
  }

  private static func isHyphen(_ offset: Int) -> Bool {
    offset == 8 || offset == 13 || offset == 18 || offset == 23
  }
}

extension Identifier {
  /// A version 7 UUID: 48 bits of milliseconds since 1970, then 74 random bits.
  package static func timeOrdered(
    milliseconds: Int64, using generator: inout some RandomNumberGenerator
  ) -> Self {
    let time = UInt64(bitPattern: milliseconds) & 0xFFFF_FFFF_FFFF
    let random: (UInt64, UInt64) = (generator.next(), generator.next())
    return Self(
      high: time << 16 | 0x7000 | random.0 & 0x0FFF,
      low: 0x8000_0000_0000_0000 | random.1 & 0x3FFF_FFFF_FFFF_FFFF)
  }
}
