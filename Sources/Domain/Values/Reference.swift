/// The short handle that a person reads aloud or types: the last characters of an id in Crockford's
/// base 32, at least eight of them, in groups of four (`7K2M-9QXD`).
///
/// Eight characters are the last 40 bits, which are random in a version 7 UUID. Where two records of
/// one list share them, the list shows longer ends; a longer end is accepted everywhere.
package struct Reference: Hashable, Sendable, CustomStringConvertible {
  /// Upper-case Crockford digits without hyphens, eight to twenty-six.
  package let digits: String

  package static let shortest = 8

  package init<Subject>(_ id: Identifier<Subject>, length: Int = shortest) {
    let all = Self.allDigits(of: id)
    digits = String(decoding: all.suffix(max(Self.shortest, min(length, all.count))), as: UTF8.self)
  }

  /// Reads what a person typed: hyphens and spaces ignored, either case, `O` for 0 and `I` or `L`
  /// for 1. Nil when it is too short or holds another character.
  package init?(typed text: String) {
    var digits = ""
    for character in text.uppercased() where character != "-" && character != " " {
      switch character {
      case "O": digits.append("0")
      case "I", "L": digits.append("1")
      default:
        guard let byte = character.asciiValue, Self.alphabet.contains(byte) else { return nil }
        digits.append(character)
      }
    }
    guard (Self.shortest...26).contains(digits.count) else { return nil }
    self.digits = digits
  }

  package var description: String {
    var groups: [Substring] = []
    var rest = digits[...]
    while !rest.isEmpty {
      groups.insert(rest.suffix(4), at: 0)
      rest = rest.dropLast(4)
    }
    return groups.joined(separator: "-")
  }

  package func matches<Subject>(_ id: Identifier<Subject>) -> Bool {
    Self.allDigits(of: id).suffix(digits.utf8.count).elementsEqual(digits.utf8)
  }

  /// The last five bytes of every id that this reference can mean: what an index is searched by.
  package var lastFiveBytes: [UInt8] {
    var value: UInt64 = 0
    for digit in digits.utf8.suffix(Self.shortest) {
      value = value << 5 | UInt64(Self.alphabet.firstIndex(of: digit) ?? 0)
    }
    return stride(from: 32, through: 0, by: -8).map {
      UInt8(truncatingIfNeeded: value >> UInt64($0))
    }
  }

  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

  /// The id as 26 digits: 130 bits, the first two of them zero.
  private static func allDigits<Subject>(of id: Identifier<Subject>) -> [UInt8] {
    var digits = [UInt8](repeating: 0, count: 26)
    var (high, low) = (id.high, id.low)
    for position in stride(from: 25, through: 0, by: -1) {
      digits[position] = alphabet[Int(low & 31)]
      low = low >> 5 | high << 59
      high >>= 5
    }
    return digits
  }
}

extension Collection {
  /// A reference for every id of a list, as long as it takes for no two to look alike.
  package func references<Subject>() -> [Identifier<Subject>: Reference]
  where Element == Identifier<Subject> {
    let ids = Set(self)
    var length = Reference.shortest
    while true {
      let references = ids.map { ($0, Reference($0, length: length)) }
      if length >= 26 || Set(references.map(\.1)).count == ids.count {
        return Dictionary(uniqueKeysWithValues: references)
      }
      length += 4
    }
  }
}
