/// The segments of a JPEG file up to its picture, as far as the bytes reach.
struct JPEGSegments: Sequence, IteratorProtocol {
  struct Segment {
    let marker: UInt8
    /// With the marker; where the bytes end early, up to there.
    let range: Range<Int>
    let content: ArraySlice<UInt8>
  }

  private let bytes: [UInt8]
  private(set) var index = 2

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func next() -> Segment? {
    let start = index
    var place = index
    while place + 1 < bytes.count, bytes[place] == 0xFF, bytes[place + 1] == 0xFF { place += 1 }
    // Behind the start of the scan (DA) comes the picture.
    guard place + 4 <= bytes.count, bytes[place] == 0xFF, bytes[place + 1] != 0xDA else {
      return nil
    }
    let length = Int(bytes[place + 2]) << 8 | Int(bytes[place + 3])
    guard length >= 2 else { return nil }
    let end = Swift.min(place + 2 + length, bytes.count)
    index = place + 2 + length
    return Segment(
      marker: bytes[place + 1], range: start..<end,
      content: bytes[Swift.min(place + 4, end)..<end])
  }
}

extension JPEGSegments {
  /// Whether a picture has notes of its camera, or more behind or inside it than a picture, such as a
  /// film; as far as the bytes reach.
  static func hasNotes(_ bytes: [UInt8]) -> Bool {
    var segments = JPEGSegments(bytes)
    while let segment = segments.next() {
      if segment.isCameraNotes { return true }
    }
    return notesInPicture(bytes, from: segments.index)?.isEmpty == false
  }

  /// Whether the mark of the end (FF D9) stands anywhere.
  static func hasEnd(_ bytes: [UInt8]) -> Bool {
    zip(bytes, bytes.dropFirst()).contains { $0 == 0xFF && $1 == 0xD9 }
  }

  /// What stands between the scans of a picture, and behind its end: phones put films and second
  /// pictures there, with notes of their own. Nil where the bytes from `start` on are no picture.
  static func notesInPicture(_ bytes: [UInt8], from start: Int) -> [Range<Int>]? {
    guard start < bytes.count, bytes[start...].starts(with: [0xFF, 0xDA]) else { return nil }
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
}

extension JPEGSegments.Segment {
  private static let exif = Array("Exif\0\0".utf8)

  /// EXIF and XMP stand in segments APP1, IPTC in APP13. EXIF that says nothing but which way is up
  /// is none.
  var isCameraNotes: Bool {
    switch marker {
    case 0xE1:
      content.starts(with: Array("http".utf8))
        || content.starts(with: Array("Exif".utf8)) && Array(content) != orientationAlone
    case 0xED: true
    default: false
    }
  }

  /// Whether the picture looks the same without it: comments, and application data other than JFIF,
  /// colour profile and Adobe's transform.
  var isDispensable: Bool {
    switch marker {
    case 0xFE: true
    case 0xE0: !content.starts(with: Array("JFIF\0".utf8))
    case 0xE2: !content.starts(with: Array("ICC_PROFILE\0".utf8))
    case 0xEE: !content.starts(with: Array("Adobe".utf8))
    case 0xE1: Array(content) != orientationAlone
    case 0xE0...0xEF: true
    default: false
    }
  }

  /// EXIF that holds the orientation and nothing else; nil where the picture is upright.
  var orientationAlone: [UInt8]? {
    guard let orientation else { return nil }
    // A TIFF header, one directory at 8 with one entry: tag 0112, a SHORT, one of it.
    return Self.exif + [0x4D, 0x4D, 0x00, 0x2A, 0, 0, 0, 8, 0, 1]
      + [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]
  }

  /// 2 to 8: how the picture is to be turned or mirrored; nil for one that is upright or does not
  /// say.
  private var orientation: UInt8? {
    guard marker == 0xE1, content.starts(with: Self.exif) else { return nil }
    let tiff = Array(content.dropFirst(Self.exif.count))
    let isBig = tiff.starts(with: [0x4D, 0x4D])
    func number(at place: Int, bytes count: Int) -> Int? {
      guard place >= 0, place + count <= tiff.count else { return nil }
      let bytes = tiff[place..<place + count]
      return (isBig ? Array(bytes) : bytes.reversed()).reduce(0) { $0 << 8 | Int($1) }
    }
    guard isBig || tiff.starts(with: [0x49, 0x49]), number(at: 2, bytes: 2) == 42,
      let directory = number(at: 4, bytes: 4), let count = number(at: directory, bytes: 2)
    else { return nil }
    for entry in 0..<count {
      let place = directory + 2 + entry * 12
      guard let tag = number(at: place, bytes: 2) else { return nil }
      if tag == 0x0112 {
        return number(at: place + 8, bytes: 2).flatMap { (2...8).contains($0) ? UInt8($0) : nil }
      }
    }
    return nil
  }
}
