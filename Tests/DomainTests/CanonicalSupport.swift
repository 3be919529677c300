import Domain
import Testing

func canonical(_ text: String) throws -> CanonicalObject {
  try CanonicalObject(canonical: text.utf8)
}

func text(_ object: CanonicalObject) -> String {
  String(decoding: object.canonicalBytes, as: UTF8.self)
}

/// Random values whose every string is composed, as everything that was read from a journal is.
struct RandomCanonical {
  private var random: SplitMix64
  private static let pieces = [
    "a", "b", "Z", "_", "0", " ", "\"", "\\", "/", "\u{0}", "\u{8}", "\n", "\u{1F}", "\u{7F}", "Hồ",
    "Lệ", "đ", "é", "\u{FFEE}", "😀",
  ]

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
  }

  mutating func object(depth: Int = 4) -> CanonicalObject {
    var object = CanonicalObject()
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      object[string()] = value(depth: depth)
    }
    return object
  }

  private mutating func value(depth: Int) -> CanonicalValue {
    switch Int.random(in: 0..<(depth > 0 ? 6 : 4), using: &random) {
    case 0: .string(string())
    case 1: .integer(Int64.random(in: .min ... .max, using: &random))
    case 2: .integer(Int64.random(in: -10...10, using: &random))
    case 3: .boolean(Bool.random(using: &random))
    case 4: .object(object(depth: depth - 1))
    default:
      .array((0..<Int.random(in: 0...3, using: &random)).map { _ in value(depth: depth - 1) })
    }
  }

  private mutating func string() -> String {
    (0..<Int.random(in: 0...5, using: &random))
      .map { _ in Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)] }.joined()
  }

  /// One to three bytes replaced, removed, put in or repeated, or the end cut off.
  mutating func mutated(_ bytes: [UInt8]) -> [UInt8] {
    let likely = Array("{}[]\",:\\u0019aftn-.eE \t/é\u{301}".utf8) + [0x00, 0x1F, 0x80, 0xED, 0xFF]
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
      let position = Int.random(in: 0..<bytes.count, using: &random)
      let byte = likely[Int.random(in: 0..<likely.count, using: &random)]
      switch Int.random(in: 0..<16, using: &random) {
      case 0..<6: bytes[position] = byte
      case 6..<10: bytes.insert(byte, at: position)
      case 10..<13: bytes.remove(at: position)
      case 13..<15: bytes.insert(bytes[position], at: position)
      default: bytes.removeLast(bytes.count - position)
      }
    }
    return bytes
  }
}
