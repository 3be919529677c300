/// The chunks of a WebP file, as far as the bytes reach and no further than the file says it goes.
struct WebPChunks: Sequence, IteratorProtocol {
  struct Chunk {
    /// Four letters.
    let type: String
    /// With type, length and what makes it even.
    let range: Range<Int>
    let content: ArraySlice<UInt8>
  }

  private let bytes: [UInt8]
  private(set) var index = 12
  /// Where the file says that it ends; its bytes may reach less far, or further.
  let end: Int

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    end = 8 + Self.length(at: 4, in: bytes)
  }

  mutating func next() -> Chunk? {
    let last = Swift.min(end, bytes.count)
    guard index + 8 <= last else { return nil }
    let length = Self.length(at: index + 4, in: bytes)
    let start = index
    index += 8 + length + length % 2
    return Chunk(
      type: String(decoding: bytes[start..<start + 4], as: UTF8.self),
      range: start..<Swift.min(index, last),
      content: bytes[start + 8..<Swift.min(start + 8 + length, last)])
  }

  /// Four bytes, the smallest first; 0 where there are fewer.
  private static func length(at index: Int, in bytes: [UInt8]) -> Int {
    guard index + 4 <= bytes.count else { return 0 }
    return bytes[index..<index + 4].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}

extension WebPChunks {
  /// Whether a picture has notes, or something behind its end, as far as the bytes reach.
  static func hasNotes(_ bytes: [UInt8]) -> Bool {
    let chunks = WebPChunks(bytes)
    return chunks.contains { !$0.isPicture } || chunks.end < bytes.count
  }

  /// The picture alone; nil where it is cut off.
  static func withoutNotes(_ bytes: [UInt8]) -> [UInt8]? {
    var chunks = WebPChunks(bytes)
    guard chunks.end <= bytes.count else { return nil }
    var kept = Array(bytes.prefix(12))
    while let chunk = chunks.next() {
      guard chunks.index <= chunks.end else { return nil }
      guard chunk.isPicture else { continue }
      let start = kept.count
      kept += bytes[chunk.range]
      if chunk.type == "VP8X", !chunk.content.isEmpty { kept[start + 8] &= ~0b1100 }
    }
    guard chunks.index == chunks.end else { return nil }
    let length = UInt32(kept.count - 8)
    for place in 0..<4 {
      kept[4 + place] = UInt8(truncatingIfNeeded: length >> (8 * UInt32(place)))
    }
    return kept
  }
}

extension WebPChunks.Chunk {
  private static let picture = ["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"]

  /// Whether the picture needs it. The rest is EXIF, XMP and whatever a program added.
  var isPicture: Bool { Self.picture.contains(type) }
}
