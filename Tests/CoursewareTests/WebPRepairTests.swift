import Courseware
import Testing

struct WebPRepairTests {
  private static func chunk(_ type: String, _ content: [UInt8]) -> [UInt8] {
    Array(type.utf8) + [UInt8(content.count), 0, 0, 0] + content
      + (content.count.isMultiple(of: 2) ? [] : [0])
  }

  private static func file(_ chunks: [UInt8]...) -> [UInt8] {
    let body = Array("WEBP".utf8) + chunks.joined()
    return Array("RIFF".utf8) + [UInt8(body.count), 0, 0, 0] + body
  }

  /// What a picture has: a colour profile (20), transparency (10), EXIF (8), XMP (4).
  private static func header(_ flags: UInt8) -> [UInt8] {
    chunk("VP8X", [flags, 0, 0, 0, 9, 0, 0, 9, 0, 0])
  }

  private static let profile = chunk("ICCP", [7, 7, 7])
  private static let alpha = chunk("ALPH", [1, 2, 3, 4])
  private static let picture = chunk("VP8 ", [5, 6, 7])
  private static let exif = chunk("EXIF", Array("II*\0 16.4637N".utf8))
  private static let xmp = chunk("XMP ", Array("<x/>".utf8))

  private func after(_ bytes: [UInt8]) -> [UInt8]? {
    Repair(photo: SourceFile(path: "a.webp", bytes: bytes))?.after
  }

  @Test func `of a WebP the picture stays, the notes go, and its header no longer tells of them`() {
    let photo = Self.file(
      Self.header(0x3C), Self.profile, Self.exif, Self.alpha, Self.picture, Self.xmp,
      Self.chunk("TEXT", [1]))
    let kept = Self.file(Self.header(0x30), Self.profile, Self.alpha, Self.picture)
    #expect(after(photo) == kept)
    #expect(after(photo + Array("ftypmp42".utf8)) == kept)
    #expect(after(kept) == kept)
    #expect(after(Self.file(Self.picture)) == Self.file(Self.picture))
  }

  @Test func `a WebP that is cut off is not touched`() {
    let photo = Self.file(Self.header(0x08), Self.picture, Self.exif)
    for length in 0..<photo.count { #expect(after(Array(photo.prefix(length))) == nil) }
    // Its last chunk goes on behind its end.
    var short = photo
    short[4] -= 2
    #expect(after(short) == nil)
  }

  @Test func `a WebP with notes or a film behind it is an error that can be mended`() throws {
    let sound = Self.file(Self.header(0), Self.picture)
    try expectMendable([
      (sound, Self.file(Self.header(0x08), Self.picture, Self.exif)),
      (sound, Self.file(Self.header(0x04), Self.picture, Self.xmp)),
      (sound, sound + Array("ftypmp42".utf8)),
    ])
  }
}

/// Expects a photo with notes, shown or linked to, to be told, and mended to one of which nothing is
/// told.
func expectMendable(
  _ cases: [(sound: [UInt8], noted: [UInt8])], sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = "courses/safe-online/images/a.jpg"
  for (sound, noted) in cases {
    let repair = Repair(photo: SourceFile(path: file, bytes: noted))
    #expect(repair?.after == sound, sourceLocation: sourceLocation)
    for link in ["![Điện thoại](images/a.jpg)", "[Điện thoại](images/a.jpg)"] {
      let text = Array((LessonSample.front + link + "\n").utf8)
      let found = try LessonSample.library(text, with: [file: noted])
      #expect(found.photos.count == 1, sourceLocation: sourceLocation)
      let errors = found.diagnostics.filter { $0.severity == .error }.map(\.rule)
      #expect(errors == [.imageLocation], sourceLocation: sourceLocation)
      let mended = try LessonSample.library(text, with: [file: sound])
      #expect(mended.photos.isEmpty && !mended.hasErrors, sourceLocation: sourceLocation)
    }
  }
}
