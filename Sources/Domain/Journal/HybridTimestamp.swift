/// A reading of the hybrid logical clock: 48 bits of milliseconds since 1970, then a 16-bit counter,
/// in one signed 64-bit integer (Kulkarni et al. 2014, "Logical Physical Clocks").
package struct HybridTimestamp: RawRepresentable, Hashable, Comparable, Sendable {
  package let rawValue: Int64

  package init(rawValue: Int64) {
    self.rawValue = rawValue
  }

  package init(milliseconds: Int64, counter: UInt16 = 0) {
    rawValue = milliseconds << 16 | Int64(counter)
  }

  package var milliseconds: Int64 { rawValue >> 16 }

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// The next reading after `self` at wall time `milliseconds`: the wall time itself where it is
  /// ahead, else one count on, so that readings never fall.
  package func next(at milliseconds: Int64) -> Self {
    max(Self(rawValue: rawValue + 1), Self(milliseconds: milliseconds))
  }
}
