/// A Markdown file taken apart: what stands between the two lines `---`, and the body behind it.
struct FrontMatter {
  /// The YAML; nil where the file does not begin with `---`, or never ends it.
  let yaml: String?
  /// The whole file with every byte of the front matter blank, so that places stay what they are.
  let body: MarkdownText
  /// Lines before the body.
  let lineCount: Int

  init(_ text: MarkdownText) {
    let fence = Array("---".utf8)
    func isFence(_ line: Range<Int>) -> Bool {
      text.bytes[line].starts(with: fence)
        && text.bytes[line].dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }
    guard let first = text.lines.first, isFence(first),
      let end = text.lines.indices.dropFirst().first(where: { isFence(text.lines[$0]) })
    else {
      (yaml, body, lineCount) = (nil, text, 0)
      return
    }
    let start = text.lines[1].lowerBound
    yaml = String(decoding: text.bytes[start..<text.lines[end].lowerBound], as: UTF8.self)
    var bytes = text.bytes
    for index in 0..<text.lines[end].upperBound
    where bytes[index] != UInt8(ascii: "\n") && bytes[index] != UInt8(ascii: "\r") {
      bytes[index] = UInt8(ascii: " ")
    }
    body = MarkdownText(bytes: bytes)
    lineCount = end + 1
  }

  /// Identifies the words of the body, in hexadecimal: FNV-1a of 64 bits, line ends aside.
  var revision: String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for line in body.lines.dropFirst(lineCount) {
      for byte in body.bytes[line] + [UInt8(ascii: "\n")] {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
      }
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
