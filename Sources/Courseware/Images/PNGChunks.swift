/// The chunks of a PNG file, as far as the bytes reach.
struct PNGChunks: Sequence, IteratorProtocol {
  struct Chunk {
    /// Four letters.
    let type: String
    /// With length, type and checksum; where the bytes end early, up to there.
    let range: Range<Int>
    let content: ArraySlice<UInt8>
  }

  private let bytes: [UInt8]
  private(set) var index = 8

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func next() -> Chunk? {
    guard index + 8 <= bytes.count else { return nil }
    let length = bytes[index..<index + 4].reduce(0) { $0 << 8 | Int($1) }
    let type = String(decoding: bytes[index + 4..<index + 8], as: UTF8.self)
    let end = Swift.min(index + 12 + length, bytes.count)
    let content = bytes[index + 8..<Swift.max(index + 8, Swift.min(index + 8 + length, end))]
    let range = index..<end
    index += 12 + length
    return Chunk(type: type, range: range, content: content)
  }
}

extension PNGChunks {
  /// Whether a picture has notes, or something behind its end, as far as the bytes reach.
  static func hasNotes(_ bytes: [UInt8]) -> Bool {
    var chunks = PNGChunks(bytes)
    while let chunk = chunks.next() {
      if chunk.isCameraNotes { return true }
      if chunk.type == "IEND" { return chunks.index < bytes.count }
    }
    return false
  }

  static func hasEnd(_ bytes: [UInt8]) -> Bool {
    PNGChunks(bytes).contains { $0.type == "IEND" }
  }
}

extension PNGChunks.Chunk {
  /// EXIF, or a text: XMP, older profiles, and whatever a program wrote of a place or an author.
  var isCameraNotes: Bool { ["eXIf", "iTXt", "tEXt", "zTXt"].contains(type) }

  /// Whether the picture looks the same without it.
  var isDispensable: Bool { ["eXIf", "iTXt", "tEXt", "zTXt", "tIME"].contains(type) }
}
