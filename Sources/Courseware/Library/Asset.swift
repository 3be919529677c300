/// What is known of a file beside a lesson, of which only the beginning is looked at.
package struct Asset: Sendable {
  /// The most bytes of a picture that is shown.
  static let mostOfPicture = 200_000

  let path: String
  let size: Int
  let format: ImageFormat?
  /// A photo's notes about place, time and camera, or what hangs behind it.
  package let hasCameraNotes: Bool
  /// A drawing that is more than a drawing.
  package let isActive: Bool
  /// Nanoseconds since 1970.
  let changed: Int
  /// Tells one beginning of a file from another: FNV-1a of 64 bits.
  let print: UInt64

  /// Whether a page may show it; else its words stand there alone.
  package var isFitPicture: Bool {
    format != nil && size <= Self.mostOfPicture && !hasCameraNotes && !isActive
  }

  /// How much of a file is looked at.
  static let headLength = 1 << 18

  package init(path: String, size: Int, changed: Int = 0, head: [UInt8]) {
    self.path = path
    self.size = size
    self.changed = changed
    print = head.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    format = ImageFormat(head)
    isActive = format == .svg && SVGContent.isActive(head)
    hasCameraNotes =
      switch format {
      case .jpeg: JPEGSegments.hasNotes(head)
      case .png: PNGChunks.hasNotes(head)
      case .gif, .webp, .svg, nil: false
      }
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
