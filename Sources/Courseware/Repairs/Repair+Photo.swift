extension Repair {
  /// A photo without its notes, its picture as it was; nil for a file that is no sound JPEG or PNG.
  ///
  /// EXIF is kept as far as it says which way is up.
  package init?(photo file: SourceFile) {
    self.init(file)
    switch ImageFormat(file.bytes) {
    case .jpeg:
      guard let edits = Self.withoutNotes(jpeg: file.bytes) else { return nil }
      make(edits)
    case .png:
      guard let edits = Self.withoutNotes(png: file.bytes) else { return nil }
      make(edits)
    case .gif, .webp, .svg, nil: return nil
    }
  }

  private static func removal(of range: Range<Int>, _ replacement: [UInt8] = []) -> Edit {
    Edit(range, replacement, rule: .imageLocation, line: 1)
  }

  private static func withoutNotes(jpeg bytes: [UInt8]) -> [Edit]? {
    var segments = JPEGSegments(bytes)
    var edits: [Edit] = []
    while let segment = segments.next() {
      guard segments.index < bytes.count else { return nil }
      guard segment.isDispensable else { continue }
      let kept = segment.orientationAlone.map { exif in
        [0xFF, 0xE1, 0, UInt8(exif.count + 2)] + exif
      }
      edits.append(removal(of: segment.range, kept ?? []))
    }
    guard let notes = notesInPicture(jpeg: bytes, from: segments.index) else { return nil }
    return edits + notes.map { removal(of: $0) }
  }

  /// What stands between the scans of a picture, and behind its end: phones put films and second
  /// pictures there, with notes of their own. Nil where the bytes from `start` on are no picture.
  private static func notesInPicture(jpeg bytes: [UInt8], from start: Int) -> [Range<Int>]? {
    guard bytes[start...].starts(with: [0xFF, 0xDA]) else { return nil }
    var notes: [Range<Int>] = []
    var index = start
    while index + 1 < bytes.count {
      guard bytes[index] == 0xFF else {
        index += 1
        continue
      }
      switch bytes[index + 1] {
      case 0xD9:
        let end = index + 2
        return end < bytes.count ? notes + [end..<bytes.count] : notes
      case 0xFF: index += 1
      // A byte FF of the picture, and the marks to start again at.
      case 0x00, 0xD0...0xD7: index += 2
      case let marker:
        guard index + 3 < bytes.count else { return nil }
        let end = index + 2 + (Int(bytes[index + 2]) << 8 | Int(bytes[index + 3]))
        if marker == 0xFE || (0xE0...0xEF).contains(marker) {
          guard end <= bytes.count else { return nil }
          notes.append(index..<end)
        }
        index = end
      }
    }
    return nil
  }

  private static func withoutNotes(png bytes: [UInt8]) -> [Edit]? {
    var chunks = PNGChunks(bytes)
    var edits: [Edit] = []
    while let chunk = chunks.next() {
      guard chunks.index <= bytes.count else { return nil }
      if chunk.isDispensable { edits.append(removal(of: chunk.range)) }
      if chunk.type == "IEND" {
        if chunks.index < bytes.count { edits.append(removal(of: chunks.index..<bytes.count)) }
        return edits
      }
    }
    return nil
  }
}
