/// A Markdown file taken apart: what stands between the two lines `---`, and the body behind it.
struct FrontMatter {
  /// The YAML; nil where the file does not begin with `---`, or never ends it.
  let yaml: String?
  /// The whole file with every byte of the front matter blank, so that places stay what they are.
  let body: MarkdownText
  /// Lines before the body.
  let lineCount: Int
  /// The lines, from 1, that were to be `---` and of which a word processor made long dashes.
  let spoiledFences: [Int]
  /// Where it begins and never ends, the last line, from 1, that can belong to it.
  let lineWithoutEnd: Int?

  init(_ text: MarkdownText) {
    func isFence(_ index: Int) -> Bool {
      let line = text.bytes[text.lines[index]]
      return Self.isFence(line) || Self.isSpoiledFence(line)
    }
    guard let first = text.lines.indices.first, isFence(first),
      let end = text.lines.indices.dropFirst().first(where: isFence)
    else {
      (yaml, body, lineCount, spoiledFences) = (nil, text, 0, [])
      let hasBegun = text.lines.first.map { Self.isFence(text.bytes[$0]) } ?? false
      let keys = text.lines.dropFirst().prefix { Self.isOfYAML(text.bytes[$0]) }
      lineWithoutEnd = hasBegun ? 1 + keys.count : nil
      return
    }
    lineWithoutEnd = nil
    spoiledFences = [first, end].filter { Self.isSpoiledFence(text.bytes[text.lines[$0]]) }
      .map { $0 + 1 }
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

  /// A key with its value, or what goes on below it.
  private static func isOfYAML(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first else { return false }
    let key = line.prefix { !" \t".utf8.contains($0) }
    return " \t-".utf8.contains(first) || key.last == UInt8(ascii: ":")
  }

  private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
    line.starts(with: "---".utf8) && line.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  /// Whether a line is nothing but dashes, and long ones among them: `—-`, `–––`.
  static func isSpoiledFence(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= longestFence, line.first == 0xE2 || line.first == UInt8(ascii: "-") else {
      return false
    }
    var dashes = String(decoding: line, as: UTF8.self)[...]
    while dashes.last?.unicodeScalars.allSatisfy(PastedCharacters.isBlank) == true {
      dashes.removeLast()
    }
    let isLong = dashes.contains("—") || dashes.count > 1 && dashes.contains("–")
    return isLong && dashes.allSatisfy { "-–—".contains($0) }
  }

  private static let longestFence = 40

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
