/// How large a picture is, in pixels, so that a page can leave room before it arrives.
struct PictureSize: Hashable {
  let width: Int
  let height: Int

  /// Nil for bytes that are no picture of a kind we know, or none with a sensible size.
  init?(of bytes: [UInt8]) {
    guard
      let (width, height) = Self.png(bytes) ?? Self.jpeg(bytes) ?? Self.webp(bytes)
        ?? Self.svg(bytes),
      (1...100_000).contains(width), (1...100_000).contains(height)
    else { return nil }
    self.width = width
    self.height = height
  }

  private typealias Sides = (width: Int, height: Int)

  private static func number(
    _ bytes: [UInt8], at start: Int, count: Int, isLittleEndian: Bool = false
  ) -> Int? {
    guard start + count <= bytes.count else { return nil }
    let digits = bytes[start..<start + count]
    return (isLittleEndian ? Array(digits.reversed()) : Array(digits))
      .reduce(0) { $0 << 8 | Int($1) }
  }

  private static func png(_ bytes: [UInt8]) -> Sides? {
    guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
      let width = number(bytes, at: 16, count: 4), let height = number(bytes, at: 20, count: 4)
    else { return nil }
    return (width, height)
  }

  /// From segment to segment, until the one that begins the frame.
  private static func jpeg(_ bytes: [UInt8]) -> Sides? {
    guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
    var place = 2
    while let marker = number(bytes, at: place, count: 2), marker >> 8 == 0xFF {
      switch marker & 0xFF {
      case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
        guard let height = number(bytes, at: place + 5, count: 2),
          let width = number(bytes, at: place + 7, count: 2)
        else { return nil }
        return (width, height)
      case 0xFF: place += 1
      default:
        guard let length = number(bytes, at: place + 2, count: 2) else { return nil }
        place += 2 + max(2, length)
      }
    }
    return nil
  }

  private static func webp(_ bytes: [UInt8]) -> Sides? {
    guard bytes.count > 30, bytes.starts(with: "RIFF".utf8),
      bytes[8..<12].elementsEqual("WEBP".utf8)
    else { return nil }
    func side(at place: Int, count: Int) -> Int {
      number(bytes, at: place, count: count, isLittleEndian: true) ?? 0
    }
    switch String(decoding: bytes[12..<16], as: UTF8.self) {
    case "VP8 ": return (side(at: 26, count: 2) & 0x3FFF, side(at: 28, count: 2) & 0x3FFF)
    case "VP8L":
      let bits = side(at: 21, count: 4)
      return (bits & 0x3FFF + 1, bits >> 14 & 0x3FFF + 1)
    case "VP8X": return (side(at: 24, count: 3) + 1, side(at: 27, count: 3) + 1)
    default: return nil
    }
  }

  /// From `width` and `height` of the first tag, else from its `viewBox`.
  private static func svg(_ bytes: [UInt8]) -> Sides? {
    let text = String(decoding: bytes.prefix(2048), as: UTF8.self)
    guard let start = text.firstRange(of: "<svg") else { return nil }
    let tag = text[start.upperBound...].prefix { $0 != ">" }
    func value(_ name: String) -> Substring? {
      guard let range = tag.firstRange(of: " \(name)=\"") else { return nil }
      return tag[range.upperBound...].prefix { $0 != "\"" }
    }
    func side(_ text: Substring?) -> Int? {
      text.flatMap { Double($0.hasSuffix("px") ? $0.dropLast(2) : $0) }
        .flatMap { Int(exactly: $0.rounded()) }
    }
    if let width = side(value("width")), let height = side(value("height")) {
      return (width, height)
    }
    let box = value("viewBox")?.split { " ,".contains($0) } ?? []
    guard box.count == 4, let width = side(box[2]), let height = side(box[3]) else { return nil }
    return (width, height)
  }
}
