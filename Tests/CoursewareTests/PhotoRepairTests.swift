import Courseware
import Testing

struct PhotoRepairTests {
  // MARK: JPEG

  private static func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
    let length = content.count + 2
    return [0xFF, marker, UInt8(length >> 8), UInt8(length & 0xFF)] + content
  }

  /// EXIF of a phone: where, with what, and which way is up; numbers in Intel's order.
  private static func exif(orientation: UInt8) -> [UInt8] {
    let entries: [[UInt8]] = [
      [0x0F, 0x01, 2, 0, 4, 0, 0, 0, 0x41, 0x42, 0x43, 0],
      [0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0],
      [0x25, 0x88, 4, 0, 1, 0, 0, 0, 0x50, 0, 0, 0],
    ]
    return Array("Exif\0\0II*\0".utf8) + [8, 0, 0, 0, 3, 0] + entries.joined()
      + [0, 0, 0, 0] + Array("GPS 16.4637N 107.5909E".utf8)
  }

  private static let start: [UInt8] = [0xFF, 0xD8]
  private static let jfif = segment(0xE0, Array("JFIF\0".utf8) + [1, 1, 0, 0, 1, 0, 1, 0, 0])
  private static let profile = segment(0xE2, Array("ICC_PROFILE\0".utf8) + [1, 1, 7, 7])
  private static let adobe = segment(0xEE, Array("Adobe".utf8) + [0, 100, 0, 0, 0, 0, 1])
  private static let table = segment(0xDB, [UInt8](repeating: 3, count: 65))
  private static let scan =
    segment(0xDA, [1, 1, 0, 0, 63, 0]) + [0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0xE1, 0x56]
  private static let end: [UInt8] = [0xFF, 0xD9]

  private func after(_ bytes: [UInt8]) -> [UInt8]? {
    Repair(photo: SourceFile(path: "a.jpg", bytes: bytes))?.after
  }

  @Test func `of a photo the picture and its colours stay, the notes go`() {
    let notes =
      Self.segment(0xE1, Self.exif(orientation: 1))
      + Self.segment(0xE1, Array("http://ns.adobe.com/xap/1.0/\0<x/>".utf8))
      + Self.segment(0xED, Array("Photoshop 3.0\08BIM".utf8))
      + Self.segment(0xFE, Array("Chụp ở A Lưới".utf8)) + Self.segment(0xE2, Array("MPF\0".utf8))
    let film = Array("ftypmp42 16.4637N".utf8)
    let photo =
      Self.start + Self.jfif + notes + Self.profile + Self.adobe + Self.table + Self.scan
      + Self.end + film
    let kept =
      Self.start + Self.jfif + Self.profile + Self.adobe + Self.table + Self.scan + Self.end
    #expect(after(photo) == kept)
    #expect(after(kept) == kept)
  }

  @Test(arguments: [UInt8(2), 3, 6, 8])
  func `which way is up stays, and nothing of where`(orientation: UInt8) {
    let photo =
      Self.start + Self.segment(0xE1, Self.exif(orientation: orientation)) + Self.table + Self.scan
      + Self.end
    // TIFF 6.0: header, one directory, one entry (tag 274, SHORT, 1 value), no next directory.
    let upright: [UInt8] =
      [0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation]
      + [0, 0, 0, 0, 0, 0]
    let kept =
      Self.start + Self.segment(0xE1, Array("Exif\0\0".utf8) + upright) + Self.table + Self.scan
      + Self.end
    #expect(after(photo) == kept)
    #expect(after(kept) == kept)
  }

  @Test func `notes between the scans of a picture go too`() {
    let note = Self.segment(0xFE, Array("A Lưới".utf8))
    let photo = Self.start + Self.table + Self.scan + note + Self.table + Self.scan + Self.end
    let kept = Self.start + Self.table + Self.scan + Self.table + Self.scan + Self.end
    #expect(after(photo) == kept)
  }

  @Test func `a photo that is cut off, or no photo, is not touched`() {
    let photo =
      Self.start + Self.segment(0xE1, Self.exif(orientation: 6)) + Self.table + Self.scan
      + Self.end
    for length in 0..<photo.count - 1 { #expect(after(Array(photo.prefix(length))) == nil) }
    #expect(after(Array("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".utf8)) == nil)
  }

  // MARK: PNG

  private static func chunk(_ type: String, _ content: [UInt8]) -> [UInt8] {
    [0, 0, UInt8(content.count >> 8), UInt8(content.count & 0xFF)] + Array(type.utf8) + content
      + [1, 2, 3, 4]
  }

  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  @Test func `of a PNG the notes go, and a cut one is not touched`() {
    let header = Self.chunk("IHDR", [UInt8](repeating: 1, count: 13))
    let notes =
      Self.chunk("eXIf", [1]) + Self.chunk("tEXt", Array("Author\0Lan".utf8))
      + Self.chunk("iTXt", Array("XML:com.adobe.xmp\0".utf8)) + Self.chunk("zTXt", [1])
      + Self.chunk("tIME", [7, 234, 1, 1, 1, 1, 1])
    let picture = Self.chunk("IDAT", [1, 2, 3]) + Self.chunk("IEND", [])
    let photo = Self.signature + header + notes + picture + [9, 9]
    #expect(after(photo) == Self.signature + header + picture)
    for length in 0..<photo.count - 2 { #expect(after(Array(photo.prefix(length))) == nil) }
  }

  // MARK: Findings

  @Test func `a shown photo with notes is an error that can be mended`() throws {
    let photo =
      Self.start + Self.segment(0xE1, Self.exif(orientation: 6)) + Self.table + Self.scan
      + Self.end
    let repaired = try #require(after(photo))
    let body = Array((LessonSample.front + "![Điện thoại](images/a.jpg)\n").utf8)
    func read(_ bytes: [UInt8]) throws -> Library {
      try LessonSample.library(body, with: ["courses/safe-online/images/a.jpg": bytes])
    }
    let library = try read(photo)
    #expect(library.photos.count == 1)
    let finding = library.diagnostics.first { $0.rule == .imageLocation }
    #expect(finding?.fix.en.contains("lantoa site check --fix") == true)
    #expect(try read(repaired).photos == [])
    #expect(try !read(repaired).hasErrors)
  }

  @Test func `a film behind a photo and a text in a PNG are errors that can be mended`() throws {
    let jpeg = Self.start + Self.table + Self.scan + Self.end
    let header = Self.chunk("IHDR", [UInt8](repeating: 1, count: 13))
    let picture = Self.chunk("IDAT", [1, 2, 3]) + Self.chunk("IEND", [])
    let png = Self.signature + header
    let text = Array("Location\0A Lưới".utf8)
    let cases: [(sound: [UInt8], noted: [UInt8])] =
      [(jpeg, jpeg + Array("ftypmp42".utf8)), (png + picture, png + picture + [9])]
      + ["tEXt", "iTXt", "zTXt", "eXIf"].map {
        (png + picture, png + Self.chunk($0, text) + picture)
      }
    try expectMendable(cases)
  }

  @Test func `a film behind a large photo that is linked to is found`() throws {
    let large = [UInt8](repeating: 0x55, count: 300_000)
    let jpeg = Self.start + Self.table + Self.scan + large + Self.end
    let file = "courses/safe-online/images/a.jpg"
    let text = Array((LessonSample.front + "[Điện thoại](images/a.jpg)\n").utf8)
    func found(_ photo: [UInt8]) throws -> [Diagnostic.Rule] {
      try LessonSample.library(text, with: [file: photo]).diagnostics.map(\.rule)
    }
    #expect(try found(jpeg) == [])
    #expect(try found(jpeg + Array("ftypmp42".utf8)) == [.imageLocation])
  }
}
