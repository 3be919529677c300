/// The bytes of a Markdown file, and where its lines begin: what turns the parser's places into what
/// people see, and back into the source.
struct MarkdownText {
  /// Valid UTF-8, without a byte order mark.
  let bytes: [UInt8]
  /// Without their ends.
  let lines: [Range<Int>]

  init(bytes: [UInt8]) {
    self.bytes = bytes
    var lines: [Range<Int>] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else {
        index += 1
        continue
      }
      lines.append(start..<index)
      let isPair =
        byte == UInt8(ascii: "\r") && index + 1 < bytes.count
        && bytes[index + 1] == UInt8(ascii: "\n")
      index += isPair ? 2 : 1
      start = index
    }
    lines.append(start..<bytes.count)
    self.lines = lines
  }

  /// The bytes of a line counted from 1; none behind the last.
  func bytes(line: Int) -> ArraySlice<UInt8> {
    guard lines.indices.contains(line - 1) else { return [] }
    return bytes[lines[line - 1]]
  }

  func string(line: Int) -> String {
    String(decoding: bytes(line: line), as: UTF8.self)
  }

  /// The range of `words` in a line, from the place on where they stand there, else from its start.
  func range(of words: String, from place: SourcePlace) -> Range<SourcePlace>? {
    let line = bytes(line: place.line)
    let wanted = Array(words.utf8)
    guard !wanted.isEmpty else { return nil }
    let from = line.index(
      line.startIndex, offsetBy: max(0, place.byte - 1), limitedBy: line.endIndex)
    guard
      let found = from.flatMap({ line[$0...].firstRange(of: wanted) })
        ?? line.firstRange(of: wanted)
    else { return nil }
    let byte = found.lowerBound - line.startIndex + 1
    return SourcePlace(
      line: place.line, byte: byte)..<SourcePlace(line: place.line, byte: byte + wanted.count)
  }
}
