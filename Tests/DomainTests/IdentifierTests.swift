import Domain
import Testing

@Suite struct IdentifierTests {
  private typealias ID = Identifier<Thing>
  private enum Thing {}

  @Test func `text, words and bytes say the same id`() throws {
    let id = try #require(ID("01020304-0506-0708-090a-0b0c0d0eff10"))

    #expect(id.high == 0x0102_0304_0506_0708)
    #expect(id.low == 0x090A_0B0C_0D0E_FF10)
    #expect(id.bytes == [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 255, 16])
    #expect(id.description == "01020304-0506-0708-090a-0b0c0d0eff10")
    #expect(ID(bytes: id.bytes) == id)
  }

  @Test(
    arguments: [
      "", "01020304-0506-0708-090A-0B0C0D0EFF10", "0102030405060708090a0b0c0d0eff10",
      "01020304-0506-0708-090a-0b0c0d0eff1", "01020304-0506-0708-090a-0b0c0d0eff100",
      "010203040-506-0708-090a-0b0c0d0eff10", "01020304-0506-0708-090a-0b0c0d0efg10",
      "{1020304-0506-0708-090a-0b0c0d0eff10", " 1020304-0506-0708-090a-0b0c0d0eff10",
      "01020304–0506-0708-090a-0b0c0d0eff", "--------------------------------0000",
    ])
  func `another spelling of an id is none`(text: String) {
    #expect(ID(text) == nil)
  }

  @Test(arguments: [0, 15, 17]) func `an id has sixteen bytes`(count: Int) {
    #expect(ID(bytes: [UInt8](repeating: 1, count: count)) == nil)
  }

  @Test(arguments: UInt64(0)..<50)
  func `ids stand in the order of their bytes and of their text`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    // Bytes of few values, so that differences fall in either word.
    let ids = try (0..<40).map { _ in
      try #require(
        ID(bytes: (0..<16).map { _ in [0, 0x7F, 0x80, 0xFF].randomElement(using: &random) ?? 0 }))
    }

    let sorted = ids.sorted()

    #expect(sorted == ids.sorted { $0.description < $1.description })
    #expect(sorted == ids.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) })
    for id in ids {
      #expect(ID(id.description) == id)
      #expect(ID(bytes: id.bytes) == id)
    }
  }

  @Test(arguments: UInt64(0)..<50)
  func `a version 7 id holds its millisecond, version and variant`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let milliseconds: Int64 = 1_764_547_200_000 + Int64(seed)

    let id = ID.timeOrdered(milliseconds: milliseconds, using: &random)

    let bytes = id.bytes
    #expect(bytes[..<6].reduce(Int64(0)) { $0 << 8 | Int64($1) } == milliseconds)
    #expect(bytes[6] >> 4 == 7)
    #expect(bytes[8] >> 6 == 0b10)
  }

  @Test func `version 7 ids of one millisecond differ, and later ones sort later`() {
    var random = SplitMix64(seed: 1)
    let ids = (0..<2_000).map { _ in ID.timeOrdered(milliseconds: 5, using: &random) }

    #expect(Set(ids).count == ids.count)
    // All 74 random bits take either value.
    func varying(_ word: (ID) -> UInt64) -> UInt64 {
      ids.reduce(0) { $0 | word($1) } & ids.reduce(0) { $0 | ~word($1) }
    }
    #expect(varying(\.high) == 0x0FFF)
    #expect(varying(\.low) == 0x3FFF_FFFF_FFFF_FFFF)
    let later = ID.timeOrdered(milliseconds: 6, using: &random)
    #expect(ids.allSatisfy { $0 < later })
  }
}
