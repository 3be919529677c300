/// Mints version 7 UUIDs each after the one before, also within one millisecond: whatever keeps them in
/// order then grows at its end (RFC 9562, 6.2, method 2).
///
/// Each adds a random step of 44 bits to the 74 random bits of the last, so that the ends of ids, which
/// people type as references, stay as unlike each other as if they were drawn anew.
package struct AscendingIdentifiers: Sendable {
  private var milliseconds: Int64?
  /// The random bits of the last: 12, then 62.
  private var high: UInt64 = 0
  private var low: UInt64 = 0

  package init() {}

  package mutating func next<Subject>(
    milliseconds now: Int64, using generator: inout some RandomNumberGenerator
  ) -> Identifier<Subject> {
    guard let last = milliseconds, last >= now else { return begin(at: now, using: &generator) }
    low += (generator.next() >> 20) + 1
    guard low > Self.lowMask else { return identifier(at: last) }
    low &= Self.lowMask
    high += 1
    guard high > Self.highMask else { return identifier(at: last) }
    return begin(at: last + 1, using: &generator)
  }

  private mutating func begin<Subject>(
    at now: Int64, using generator: inout some RandomNumberGenerator
  ) -> Identifier<Subject> {
    milliseconds = now
    // The upper half stays free, so that there is always room to ascend.
    high = generator.next() & Self.highMask >> 1
    low = generator.next() & Self.lowMask
    return identifier(at: now)
  }

  private func identifier<Subject>(at now: Int64) -> Identifier<Subject> {
    Identifier(
      high: UInt64(bitPattern: now) << 16 | 0x7000 | high, low: 0x8000_0000_0000_0000 | low)
  }

  private static let highMask: UInt64 = 0x0FFF
  private static let lowMask: UInt64 = 0x3FFF_FFFF_FFFF_FFFF
}
