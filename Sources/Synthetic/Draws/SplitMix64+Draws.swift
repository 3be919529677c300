import Domain

/// What a stream of random numbers decides.
///
/// The raw values are part of the output: changing one changes the city of every seed.
enum Stream: UInt64 {
  case places = 1
  case team, group, person, temper, attendance, session, visitor, correction, absence, completion,
    duplicate
}

/// Draws that do not lean on the standard library's, whose algorithms may change between releases.
extension SplitMix64 {
  /// The numbers that decide one thing of one record, independent of every other record's, so that
  /// each record can be drawn alone and in any order.
  init(seed: UInt64, _ stream: Stream, _ index: Int) {
    var ofStream = SplitMix64(seed: seed ^ stream.rawValue &* 0xD1B5_4A32_D192_ED03)
    var ofRecord = SplitMix64(
      seed: ofStream.next() &+ UInt64(truncatingIfNeeded: index) &* 0xBF58_476D_1CE4_E5B9)
    self.init(seed: ofRecord.next())
  }

  /// From 0 up to, but not including, 1.
  mutating func fraction() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  mutating func chance(_ probability: Double) -> Bool {
    fraction() < probability
  }

  mutating func number(in range: ClosedRange<Int>) -> Int {
    let width = UInt64(range.upperBound - range.lowerBound + 1)
    return range.lowerBound + Int(next().multipliedFullWidth(by: width).high)
  }

  mutating func element(of range: Range<Int>) -> Int {
    number(in: range.lowerBound...range.upperBound - 1)
  }
}
