/// What is known of a file beside a lesson, of which only the beginning is looked at.
struct Asset: Sendable {
  let size: Int
  let format: ImageFormat?
  /// A photo's notes about place, time and camera.
  let hasCameraNotes: Bool

  /// How much of a file is looked at.
  static let headLength = 1 << 18

  init(size: Int, head: [UInt8]) {
    self.size = size
    format = ImageFormat(head)
    hasCameraNotes = format == .jpeg && JPEGSegments(head).contains { $0.isCameraNotes }
  }
}

enum ImageFormat: Hashable, Sendable {
  case jpeg, png, gif, webp, svg

  /// What the first bytes of a file say it is; nil for no picture.
  init?(_ head: [UInt8]) {
    if head.starts(with: [0xFF, 0xD8, 0xFF]) {
      self = .jpeg
    } else if head.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self = .png
    } else if head.starts(with: Array("GIF8".utf8)) {
      self = .gif
    } else if head.starts(with: Array("RIFF".utf8)),
      head.dropFirst(8).starts(with: Array("WEBP".utf8))
    {
      self = .webp
    } else if head.prefix(1024).firstRange(of: Array("<svg".utf8)) != nil {
      self = .svg
    } else {
      return nil
    }
  }
}

/// The segments of a JPEG file up to its picture, as far as the bytes reach.
struct JPEGSegments: Sequence, IteratorProtocol {
  struct Segment {
    let marker: UInt8
    let content: ArraySlice<UInt8>

    /// EXIF and XMP stand in segments APP1.
    var isCameraNotes: Bool {
      marker == 0xE1
        && (content.starts(with: Array("Exif".utf8)) || content.starts(with: Array("http".utf8)))
    }
  }

  private let bytes: [UInt8]
  private var index = 2

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func next() -> Segment? {
    while index + 1 < bytes.count, bytes[index] == 0xFF, bytes[index + 1] == 0xFF { index += 1 }
    // Behind the start of the scan (DA) comes the picture.
    guard index + 4 <= bytes.count, bytes[index] == 0xFF, bytes[index + 1] != 0xDA else {
      return nil
    }
    let marker = bytes[index + 1]
    let length = Int(bytes[index + 2]) << 8 | Int(bytes[index + 3])
    guard length >= 2 else { return nil }
    let content = bytes[
      Swift.min(index + 4, bytes.count)..<Swift.min(index + 2 + length, bytes.count)]
    index += 2 + length
    return Segment(marker: marker, content: content)
  }
}
