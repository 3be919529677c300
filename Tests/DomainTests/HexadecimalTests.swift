import Domain
import Testing

@Suite struct HexadecimalTests {
  @Test func `every byte is two lower-case digits`() {
    let bytes = [UInt8](0...255)
    let digits = Array("0123456789abcdef")

    let expected = bytes.map { "\(digits[Int($0) / 16])\(digits[Int($0) % 16])" }.joined()

    #expect(Hexadecimal.text(of: bytes) == expected)
    #expect(Hexadecimal.bytes(of: expected) == bytes)
    #expect(Hexadecimal.text(of: []) == "")
    #expect(Hexadecimal.bytes(of: "") == [])
  }

  @Test(arguments: ["a", "abc", "AB", "0g", "0x", " a", "a ", "-1", "٠٠", "é"])
  func `other text is no hexadecimal`(text: String) {
    #expect(Hexadecimal.bytes(of: text) == nil)
  }
}

@Suite struct ContentHashTests {
  /// SHA-256 of nothing.
  private let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

  @Test func `a hash is 32 bytes and 64 digits`() throws {
    let hash = try #require(ContentHash(empty))

    #expect(hash.bytes.count == 32)
    #expect(hash.bytes.prefix(3) == [0xE3, 0xB0, 0xC4])
    #expect(hash.description == empty)
    #expect(ContentHash(bytes: hash.bytes) == hash)
  }

  @Test func `shorter, longer and upper-case ones are refused`() {
    #expect(ContentHash(String(empty.dropLast(2))) == nil)
    #expect(ContentHash(empty + "00") == nil)
    #expect(ContentHash(empty.uppercased()) == nil)
    #expect(ContentHash(bytes: [UInt8](repeating: 0, count: 31)) == nil)
    #expect(ContentHash(bytes: [UInt8](repeating: 0, count: 33)) == nil)
  }
}
