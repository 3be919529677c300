import Courseware
import Testing

struct GIFRepairTests {
  private static func blocks(_ content: [UInt8]) -> [UInt8] {
    [UInt8(content.count)] + content + [0]
  }

  private static let size: [UInt8] = [2, 0, 2, 0]
  /// Two colours of the whole file.
  private static let head = Array("GIF89a".utf8) + size + [0x80, 0, 0, 1, 2, 3, 0x21, 0xFE, 0]
  /// With four colours of its own.
  private static let picture: [UInt8] =
    [0x2C, 0, 0, 0, 0] + size + [0x81] + [UInt8](repeating: 0x21, count: 12) + [2]
    + blocks([0x3B, 0x21, 0xFE])
  private static let delay: [UInt8] = [0x21, 0xF9] + blocks([0, 9, 0, 0])
  private static let loop: [UInt8] =
    [0x21, 0xFF, 11] + Array("NETSCAPE2.0".utf8) + blocks([1, 0, 0])
  private static let end: [UInt8] = [0x3B]

  private static let comment: [UInt8] = [0x21, 0xFE, 3] + Array("Lan".utf8) + blocks([0x41])
  /// It is no row of short blocks: 258 bytes behind it lead whoever reads it so to its end.
  private static let xmp: [UInt8] =
    [0x21, 0xFF, 11] + Array("XMP DataXMP".utf8) + Array("<x>16.4637N</x>".utf8) + [1]
    + (0...255).reversed().map { UInt8($0) } + [0]

  private func after(_ bytes: [UInt8]) -> [UInt8]? {
    Repair(photo: SourceFile(path: "a.gif", bytes: bytes))?.after
  }

  @Test func `of a GIF every picture and its pace stay, the notes go`() {
    let film = Self.loop + Self.delay + Self.picture + Self.delay + Self.picture
    let kept = Self.head + film + Self.end
    let noted =
      Self.head + Self.comment + Self.loop + Self.xmp + Self.delay + Self.picture + Self.delay
      + Self.picture + Self.comment + Self.end + [9, 9]
    #expect(after(noted) == kept)
    #expect(after(kept) == kept)
  }

  @Test func `a GIF that is cut off is not touched`() {
    let photo = Self.head + Self.comment + Self.picture + Self.end
    for length in 0..<photo.count { #expect(after(Array(photo.prefix(length))) == nil) }
  }

  @Test func `a GIF with notes or something behind it is an error that can be mended`() throws {
    let sound = Self.head + Self.loop + Self.picture + Self.end
    try expectMendable([
      (sound, Self.head + Self.loop + Self.comment + Self.picture + Self.end),
      (sound, Self.head + Self.loop + Self.picture + Self.xmp + Self.end),
      (sound, sound + [9]),
    ])
  }
}
