/// What somebody types once into a phone to see a preview.
package enum AccessCode {
  /// Without what looks like something else: 0 and o, 1 and l.
  private static let letters = Array("abcdefghijkmnpqrstuvwxyz23456789")

  /// Eight letters and digits, about forty bits.
  package static func draw(using random: inout some RandomNumberGenerator) -> String {
    String((0..<8).map { _ in letters[Int(random.next(upperBound: UInt(letters.count)))] })
  }
}
