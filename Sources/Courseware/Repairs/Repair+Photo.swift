extension Repair {
  /// A photo without its notes, its picture as it was; nil for a file that is no sound photo.
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
    case .gif:
      guard let notes = GIFBlocks.notes(file.bytes) else { return nil }
      make(notes.map { Self.removal(of: $0) })
    case .webp:
      guard let picture = WebPChunks.withoutNotes(file.bytes) else { return nil }
      // Its lengths and flags change too.
      if picture != file.bytes { make([Self.removal(of: file.bytes.indices, picture)]) }
    case .svg, nil: return nil
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
    guard let notes = JPEGSegments.notesInPicture(bytes, from: segments.index) else {
      return nil
    }
    return edits + notes.map { removal(of: $0) }
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
