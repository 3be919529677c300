/// What is known of a file beside a lesson: of a picture as a whole where it may be published, of any
/// other by its beginning.
package struct Asset: Sendable {
  /// The most bytes of a picture that is shown.
  static let mostOfPicture = 200_000
  /// The most bytes of a file that is published.
  package static let mostOfFile = 8 << 20

  let path: String
  let size: Int
  let format: ImageFormat?
  /// A photo's notes about place, time and camera, or what hangs behind it.
  package let hasCameraNotes: Bool
  /// A drawing that is more than a drawing.
  package let isActive: Bool
  /// A photo or picture without its end: it was not copied whole.
  let isCutOff: Bool
  /// Nanoseconds since 1970.
  let changed: Int
  /// Tells what was looked at from anything else: FNV-1a of 64 bits.
  let print: UInt64

  /// Whether a page may show it; else its words stand there alone.
  package var isFitPicture: Bool {
    format != nil && size <= Self.mostOfPicture && !hasCameraNotes && !isActive && !isCutOff
  }

  /// How much of any file is looked at.
  static let headLength = 1 << 18

  /// Whether more than the beginning of a file has to be looked at: what must not be published may
  /// stand at the end of a picture.
  static func needsAll(of size: Int, after head: [UInt8]) -> Bool {
    head.count < size && size <= mostOfFile && ImageFormat(head) != nil
  }

  /// `bytes` are all or the first.
  package init(path: String, size: Int, changed: Int = 0, bytes: [UInt8]) {
    self.path = path
    self.size = size
    self.changed = changed
    print = bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    format = ImageFormat(bytes)
    isActive = format == .svg && SVGContent.isActive(bytes)
    hasCameraNotes =
      switch format {
      case .jpeg: JPEGSegments.hasNotes(bytes)
      case .png: PNGChunks.hasNotes(bytes)
      case .gif: GIFBlocks.hasNotes(bytes)
      case .webp: WebPChunks.hasNotes(bytes)
      case .svg, nil: false
      }
    isCutOff =
      switch format {
      case .jpeg where bytes.count == size: !JPEGSegments.hasEnd(bytes)
      case .png where bytes.count == size: !PNGChunks.hasEnd(bytes)
      default: false
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
