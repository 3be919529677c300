/// Running text byte by byte, each with its place in the source: where signs are looked for that the
/// parser made nothing of. Code, HTML, pictures and what a backslash or `&…;` stands for hold no sign; of
/// each there is a 0.
struct RunningText {
  private(set) var bytes: [UInt8] = []
  private(set) var places: [SourcePlace] = []

  init(_ trees: [MarkdownTree], in text: MarkdownText) {
    for tree in trees { add(tree, in: text) }
  }

  /// The words of a range.
  func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  static let lineEnd = UInt8(ascii: "\n")

  private mutating func add(_ tree: MarkdownTree, in text: MarkdownText) {
    switch tree.kind {
    case .text(let literal): add(Array(literal.utf8), at: tree.place, in: text)
    case .softBreak, .lineBreak: add(Self.lineEnd, at: tree.place)
    case .emphasis, .strong: for child in tree.children { add(child, in: text) }
    case .link:
      add(0, at: tree.place)
      for child in tree.children { add(child, in: text) }
      add(0, at: tree.place)
    default: add(0, at: tree.place)
    }
  }

  private mutating func add(_ byte: UInt8, at place: SourcePlace) {
    bytes.append(byte)
    places.append(place)
  }

  /// Text that is not found in its line holds no sign.
  private mutating func add(_ literal: [UInt8], at place: SourcePlace, in text: MarkdownText) {
    let line = text.bytes(line: place.line)
    let written =
      Self.written(literal, in: line, from: line.startIndex + place.byte - 1)
      // The parser's place can be some bytes off.
      ?? line.firstRange(of: literal.prefix(16)).flatMap {
        Self.written(literal, in: line, from: $0.lowerBound)
      }
    guard let written else {
      add(0, at: place)
      return
    }
    for (byte, index) in written {
      add(byte, at: SourcePlace(line: place.line, byte: index - line.startIndex + 1))
    }
  }

  /// The bytes of `literal` with where each is written in `line`, from `start` on; nil where it is not.
  private static func written(
    _ literal: [UInt8], in line: ArraySlice<UInt8>, from start: Int
  ) -> [(byte: UInt8, index: Int)]? {
    var written: [(byte: UInt8, index: Int)] = []
    written.reserveCapacity(literal.count)
    var (read, index) = (0, start)
    while read < literal.count {
      guard line.indices.contains(index) else { return nil }
      let next = index + 1 < line.endIndex ? line[index + 1] : 0
      if line[index] == UInt8(ascii: "\\"), next.isPunctuation {
        guard literal[read] == next else { return nil }
        written.append((0, index + 1))
        (read, index) = (read + 1, index + 2)
      } else if let end = Self.end(ofReferenceAt: index, in: line),
        !literal[read...].starts(with: line[index..<end])
      {
        repeat {
          written.append((0, index))
          read += 1
        } while read < literal.count && end < line.endIndex && literal[read] != line[end]
        index = end
      } else {
        // The parser reads a NUL as a blank.
        guard literal[read] == line[index] || line[index] == 0 else { return nil }
        written.append((literal[read], index))
        (read, index) = (read + 1, index + 1)
      }
    }
    return written
  }

  /// Behind an `&…;` that may stand for a character; nil for none.
  private static func end(ofReferenceAt index: Int, in line: ArraySlice<UInt8>) -> Int? {
    let longest = 34
    guard line[index] == UInt8(ascii: "&") else { return nil }
    return line[index...].prefix(longest).firstIndex(of: UInt8(ascii: ";")).map { $0 + 1 }
  }
}

extension UInt8 {
  /// What a backslash takes its meaning from.
  fileprivate var isPunctuation: Bool {
    switch self {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}
