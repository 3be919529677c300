extension MarkdownText {
  /// The most bytes between two blank lines; what some ill-made texts cost grows with the square of it.
  static let stretchLimit = 1 << 14
  /// The most bytes of a link definition, which every link to it repeats.
  static let definitionLimit = 1 << 9

  /// The first place where the text could cost more to parse than its length, and why; nil for every
  /// text that people write.
  var excess: (place: SourcePlace, rule: Diagnostic.Rule)? {
    var stretch = (line: 0, bytes: 0)
    for (index, range) in lines.enumerated() {
      let place = SourcePlace(line: index + 1)
      let line = bytes[range]
      let content = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      if content.isEmpty {
        stretch = (index + 1, 0)
        continue
      }
      stretch.bytes += range.count
      if stretch.bytes > Self.stretchLimit {
        return (SourcePlace(line: stretch.line + 1), .paragraphTooLong)
      }
      if Self.containers(of: line) > MarkdownTree.depthLimit { return (place, .nestedTooDeep) }
      if content.first == UInt8(ascii: "["), line.count > Self.definitionLimit,
        line.firstRange(of: Array("]:".utf8)) != nil
      {
        return (place, .paragraphTooLong)
      }
    }
    return nil
  }

  /// How many quotes and lists a line opens at most.
  private static func containers(of line: ArraySlice<UInt8>) -> Int {
    var count = 0
    var rest = line
    while let byte = rest.first {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"): break
      case UInt8(ascii: ">"): count += 1
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "."),
        UInt8(ascii: ")"):
        guard rest.dropFirst().first.map({ $0 == 0x20 || $0 == 0x09 }) ?? true else { return count }
        count += 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"): break
      default: return count
      }
      rest.removeFirst()
    }
    return count
  }
}
