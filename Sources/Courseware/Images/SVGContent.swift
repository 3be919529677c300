/// What an SVG file may hold beside a drawing.
enum SVGContent {
  /// Whether it would do something where a reader opens the file itself: run a script, or fetch from
  /// elsewhere.
  static func isActive(_ bytes: [UInt8]) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self).lowercased()
    return text.contains(#/<\s*([a-z0-9]+:)?(script|foreignobject|iframe|embed|object)[\s\/>]/#)
      // Handlers: onload="…".
      || text.contains(#/[\s"']on[a-z]+\s*=/#)
      || text.contains(#/[\s:"'](href|src)\s*=\s*["']\s*(?!#|data:image/)[^"'\s]/#)
      || text.contains(#/url\(\s*+["']?\s*+(?!#)[^)"'\s]/#)
      || ["@import", "<!entity", "<?xml-stylesheet"].contains(where: text.contains)
  }
}
