/// HTML while it is written. Markup can only come from the program's own text; whatever else goes in is
/// escaped.
struct HTML {
  private var bytes: [UInt8] = []

  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func markup(_ markup: StaticString) {
    markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Text as a reader sees it; the same escapes serve within quoted attributes.
  mutating func text(_ text: String) {
    var text = text
    text.withUTF8 { buffer in
      var start = 0
      for (index, byte) in buffer.enumerated() {
        guard let replacement = Self.replacement(for: byte) else { continue }
        bytes.append(contentsOf: buffer[start..<index])
        markup(replacement)
        start = index + 1
      }
      bytes.append(contentsOf: buffer[start...])
    }
  }

  /// Text as it stands between tags or in a quoted attribute.
  static func escaped(_ text: String) -> String {
    if text.utf8.allSatisfy({ replacement(for: $0) == nil }) { return text }
    var html = HTML()
    html.text(text)
    return html.text
  }

  private static func replacement(for byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    // No page may hold them.
    case 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0x7F: "\u{FFFD}"
    default: nil
    }
  }

  /// ` name="value"`, within an open tag.
  mutating func attribute(_ name: StaticString, _ value: String) {
    markup(" ")
    markup(name)
    markup("=\"")
    text(value)
    markup("\"")
  }

  mutating func append(_ other: HTML) {
    bytes += other.bytes
  }
}
