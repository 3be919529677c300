/// The blocks of a GIF file behind its header, as far as the bytes reach.
struct GIFBlocks: Sequence, IteratorProtocol {
  struct Block {
    /// Of the byte that it begins with: 21 for an extension, 2C for a picture.
    let mark: UInt8
    /// Of an extension; what it begins with says more.
    let label: UInt8
    let range: Range<Int>
    let content: ArraySlice<UInt8>
  }

  private let bytes: [UInt8]
  /// Behind the last block.
  private(set) var index = 13

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.count >= index { index += Self.colours(bytes[10]) }
  }

  /// Nil at the end of the picture, and where it is cut off.
  mutating func next() -> Block? {
    let start = index
    guard start + 1 < bytes.count else { return nil }
    let head: Int
    switch bytes[start] {
    case 0x21: head = 2
    case 0x2C:
      guard start + 9 < bytes.count else { return nil }
      head = 11 + Self.colours(bytes[start + 9])
    default: return nil
    }
    var place = start + head
    while place < bytes.count, bytes[place] != 0 { place += 1 + Int(bytes[place]) }
    guard place < bytes.count else { return nil }
    index = place + 1
    return Block(
      mark: bytes[start], label: bytes[start + 1], range: start..<index,
      content: bytes[start + head..<index])
  }

  /// How many bytes the list of colours takes that follows these flags.
  private static func colours(_ flags: UInt8) -> Int {
    flags & 0x80 == 0 ? 0 : 3 << (Int(flags & 7) + 1)
  }
}

extension GIFBlocks {
  /// Whether a picture has notes, or something behind its end, as far as the bytes reach.
  static func hasNotes(_ bytes: [UInt8]) -> Bool {
    var blocks = GIFBlocks(bytes)
    while let block = blocks.next() {
      if block.isNote { return true }
    }
    return blocks.isAtEnd && blocks.index + 1 < bytes.count
  }

  /// Where notes stand, and what is behind the end; nil where the picture is cut off.
  static func notes(_ bytes: [UInt8]) -> [Range<Int>]? {
    var blocks = GIFBlocks(bytes)
    var notes: [Range<Int>] = []
    while let block = blocks.next() {
      if block.isNote { notes.append(block.range) }
    }
    guard blocks.isAtEnd else { return nil }
    let end = blocks.index + 1
    return end < bytes.count ? notes + [end..<bytes.count] : notes
  }

  private var isAtEnd: Bool { index < bytes.count && bytes[index] == 0x3B }
}

extension GIFBlocks.Block {
  /// Applications that say how often a film runs, or what its colours mean.
  private static let ofPicture = ["NETSCAPE2.0", "ANIMEXTS1.0", "ICCRGBG1012"].map {
    [11] + Array($0.utf8)
  }

  /// A comment, or what another application, such as XMP, keeps there.
  var isNote: Bool {
    switch (mark, label) {
    case (0x21, 0xFE): true
    case (0x21, 0xFF): !Self.ofPicture.contains { content.starts(with: $0) }
    default: false
    }
  }
}
