/// The XML that a word processor leaves between the words: `<o:p>`, `<w:…>`, `<!--[if …]>`.
enum WordDebris {
  /// Where it stands, in order, as bytes of the text. What stands between `<!--[if` and `<![endif]-->`
  /// belongs to it; a line end never does.
  static func ranges(in text: MarkdownText) -> [Range<Int>] {
    let bytes = text.bytes
    var found: [Range<Int>] = []
    var index = 0
    while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      guard let end = end(of: bytes[start...]) else {
        index = start + 1
        continue
      }
      found += lines(of: start..<end, in: bytes)
      index = end
    }
    return found
  }

  static func edits(in text: MarkdownText) -> [Edit] {
    ranges(in: text).map { Edit($0, [], rule: .pastedFromWord, line: text.line(of: $0.lowerBound)) }
  }

  private static let prefixes = ["o:", "w:", "m:", "v:", "st1:"].map { Array($0.utf8) }
  private static let longestTag = 1 << 10
  private static let longestComment = 1 << 14

  /// The index behind the debris that `bytes` begin with; nil where they begin with none.
  private static func end(of bytes: ArraySlice<UInt8>) -> Int? {
    if bytes.starts(with: "<!--[if".utf8) {
      return bytes.prefix(longestComment).firstRange(of: Array("<![endif]-->".utf8))?.upperBound
    }
    let isCondition = ["<![if", "<![endif]"].contains { bytes.starts(with: $0.utf8) }
    let name = bytes.dropFirst(bytes.dropFirst().first == UInt8(ascii: "/") ? 2 : 1)
    guard isCondition || prefixes.contains(where: { name.starts(with: $0) }) else { return nil }
    let tag = bytes.prefix(longestTag).prefix { $0 != 0x0A && $0 != 0x0D }
    return tag.firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
  }

  private static func lines(of range: Range<Int>, in bytes: [UInt8]) -> [Range<Int>] {
    bytes[range].split { $0 == 0x0A || $0 == 0x0D }.map { $0.startIndex..<$0.endIndex }
  }
}

extension MarkdownText {
  /// The line, from 1, that the byte at `index` stands in.
  func line(of index: Int) -> Int {
    var (low, high) = (0, lines.count)
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].upperBound < index { low = middle + 1 } else { high = middle }
    }
    return low + 1
  }
}
