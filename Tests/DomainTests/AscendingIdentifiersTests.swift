import Domain
import Testing

@Suite struct AscendingIdentifiersTests {
  /// The greatest steps there are.
  private struct Leaps: RandomNumberGenerator {
    mutating func next() -> UInt64 { .max }
  }

  @Test func `each comes after the one before, whatever the clock does`() {
    var ids = AscendingIdentifiers()
    var random = SplitMix64(seed: 1)
    var minted: [RecordID] = []
    for time: Int64 in [5, 5, 5, 6, 6, 4, 4, 9, 1_795_400_000_000, 7] {
      for _ in 0..<500 { minted.append(ids.next(milliseconds: time, using: &random)) }
    }
    #expect(zip(minted, minted.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test func `the greatest steps carry from the lower bits to the upper`() {
    var ids = AscendingIdentifiers()
    var random = Leaps()
    let minted: [RecordID] = (0..<900_000).map { _ in
      ids.next(milliseconds: 1000, using: &random)
    }
    #expect(zip(minted, minted.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test func `they are of version 7 and of their millisecond`() {
    var ids = AscendingIdentifiers()
    var random = SplitMix64(seed: 2)
    for _ in 0..<1000 {
      let id: RecordID = ids.next(milliseconds: 1_795_400_000_000, using: &random)
      let text = id.description
      #expect(id.high >> 16 == 1_795_400_000_000)
      #expect(Array(text)[14] == "7" && "89ab".contains(Array(text)[19]), "\(text)")
    }
  }

  @Test func `their ends, which people type, do not repeat and look unlike`() {
    var ids = AscendingIdentifiers()
    var random = SplitMix64(seed: 3)
    let ends = (0..<20_000).map { _ in
      Reference(ids.next(milliseconds: 7, using: &random) as RecordID).description
    }
    #expect(Set(ends).count == ends.count)
    // Each of 32 characters may come first, about as often.
    let firsts = Dictionary(grouping: ends) { $0.prefix(1) }.mapValues(\.count)
    #expect(
      firsts.count == 32 && firsts.values.allSatisfy { (400...900).contains($0) }, "\(firsts)")
  }
}
