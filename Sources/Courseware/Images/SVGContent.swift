/// What an SVG file may hold beside a drawing.
enum SVGContent {
  /// Whether it would do something where a reader opens the file itself: run a script, or fetch from
  /// elsewhere.
  static func isActive(_ bytes: [UInt8]) -> Bool {
    // Patterns take a hundred times as long as a look for their words, which most drawings lack.
    guard mayBeActive(bytes) else { return false }
    let text = String(decoding: bytes, as: UTF8.self).lowercased()
    return text.contains(#/<\s*([a-z0-9]+:)?(script|foreignobject|iframe|embed|object)[\s\/>]/#)
      // Handlers: onload="…".
      || text.contains(#/[\s"']on[a-z]+\s*=/#)
      || text.contains(#/[\s:"'](href|src)\s*=\s*["']\s*(?!#|data:image/)[^"'\s]/#)
      || text.contains(#/url\(\s*+["']?\s*+(?!#)[^)"'\s]/#)
      || ["@import", "<!entity", "<?xml-stylesheet"].contains(where: text.contains)
  }

  private static let words = [
    "script", "object", "iframe", "embed", "href", "src", "url(", "@import", "<!entity",
    "stylesheet",
  ].map { Array($0.utf8) }
  private static let handler = Array("on".utf8)

  private static func mayBeActive(_ bytes: [UInt8]) -> Bool {
    let text = bytes.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
    return text.indices.contains { index in
      let rest = text[index...]
      if words.contains(where: rest.starts) { return true }
      guard rest.starts(with: handler) else { return false }
      let name = rest.dropFirst(handler.count)
      let behind = name.drop { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
      return behind.startIndex > name.startIndex
        && behind.first { (0x21..<0x80).contains($0) } == UInt8(ascii: "=")
    }
  }
}
