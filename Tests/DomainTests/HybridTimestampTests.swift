import Domain
import Testing

@Suite struct HybridTimestampTests {
  private let milliseconds: Int64 = 1_764_547_200_000

  @Test func `milliseconds stand above a counter of sixteen bits`() {
    let clock = HybridTimestamp(milliseconds: milliseconds, counter: 513)

    #expect(clock.rawValue == 115_641_365_299_200_513)
    #expect(clock.milliseconds == milliseconds)
    #expect(HybridTimestamp(milliseconds: milliseconds, counter: .max).milliseconds == milliseconds)
  }

  @Test func `it follows the wall clock while that runs ahead`() {
    let clock = HybridTimestamp(milliseconds: milliseconds, counter: 9)

    #expect(clock.next(at: milliseconds + 1) == HybridTimestamp(milliseconds: milliseconds + 1))
  }

  @Test func `it counts on while the wall clock stands or falls back`() {
    let clock = HybridTimestamp(milliseconds: milliseconds, counter: 9)
    let next = HybridTimestamp(milliseconds: milliseconds, counter: 10)

    #expect(clock.next(at: milliseconds) == next)
    #expect(clock.next(at: milliseconds - 86_400_000) == next)
    #expect(clock.next(at: -1) == next)
  }

  @Test func `a full counter runs over into the next millisecond`() {
    let full = HybridTimestamp(milliseconds: milliseconds, counter: .max)

    #expect(full.next(at: milliseconds) == HybridTimestamp(milliseconds: milliseconds + 1))
  }

  @Test(arguments: UInt64(0)..<20)
  func `readings never fall and never repeat, however the wall clock jumps`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var clock = HybridTimestamp(milliseconds: milliseconds)
    for _ in 0..<500 {
      let wall = milliseconds + Int64.random(in: -2_000...2_000, using: &random)
      let next = clock.next(at: wall)
      if next <= clock || next.milliseconds < wall { Issue.record("\(clock) at \(wall): \(next)") }
      clock = next
    }
  }
}
