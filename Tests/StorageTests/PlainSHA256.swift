/// SHA-256 written down once more from FIPS 180-4, to check hashes by other code than made them.
enum PlainSHA256 {
  static func hash(_ message: [UInt8]) -> [UInt8] {
    var bytes = message + [0x80]
    while bytes.count % 64 != 56 { bytes.append(0) }
    let bits = UInt64(message.count) * 8
    bytes += (0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * UInt64($0))) }

    var state: [UInt32] = firstPrimes(8).map { fraction(Double($0).squareRoot()) }
    let constants = firstPrimes(64).map(cubeRootFraction)
    for start in stride(from: 0, to: bytes.count, by: 64) {
      var words = (0..<16).map { index in
        bytes[start + 4 * index..<start + 4 * index + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      }
      for index in 16..<64 {
        let (early, late) = (words[index - 15], words[index - 2])
        words.append(
          words[index - 16] &+ (rotated(early, 7) ^ rotated(early, 18) ^ early >> 3)
            &+ words[index - 7] &+ (rotated(late, 17) ^ rotated(late, 19) ^ late >> 10))
      }
      var s = state
      for index in 0..<64 {
        let first =
          s[7] &+ (rotated(s[4], 6) ^ rotated(s[4], 11) ^ rotated(s[4], 25))
          &+ (s[4] & s[5] ^ ~s[4] & s[6]) &+ constants[index] &+ words[index]
        let second =
          (rotated(s[0], 2) ^ rotated(s[0], 13) ^ rotated(s[0], 22))
          &+ (s[0] & s[1] ^ s[0] & s[2] ^ s[1] & s[2])
        s = [first &+ second, s[0], s[1], s[2], s[3] &+ first, s[4], s[5], s[6]]
      }
      state = zip(state, s).map { $0 &+ $1 }
    }
    return state.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * $0)) }
    }
  }

  private static func rotated(_ word: UInt32, _ places: UInt32) -> UInt32 {
    word >> places | word << (32 - places)
  }

  private static func firstPrimes(_ count: Int) -> [UInt64] {
    var primes: [UInt64] = []
    var candidate: UInt64 = 2
    while primes.count < count {
      if primes.allSatisfy({ candidate % $0 != 0 }) { primes.append(candidate) }
      candidate += 1
    }
    return primes
  }

  private static func fraction(_ root: Double) -> UInt32 {
    UInt32((root - root.rounded(.down)) * 4_294_967_296)
  }

  /// The first 32 bits behind the point, by search in whole numbers: the largest x with
  /// x³ ≤ prime · 2⁹⁶.
  private static func cubeRootFraction(_ prime: UInt64) -> UInt32 {
    var low: UInt64 = 0
    var high: UInt64 = 1 << 36
    while high - low > 1 {
      let middle = (low + high) / 2
      let square = middle.multipliedFullWidth(by: middle)
      let (cubeLow, carry) = (
        square.low.multipliedFullWidth(by: middle), square.high.multipliedFullWidth(by: middle)
      )
      let (top, overflow) = cubeLow.high.addingReportingOverflow(carry.low)
      let isAbove = overflow || carry.high > 0 || top >= prime << 32
      if isAbove && !(top == prime << 32 && cubeLow.low == 0 && !overflow) {
        high = middle
      } else {
        low = middle
      }
    }
    return UInt32(truncatingIfNeeded: low)
  }
}
