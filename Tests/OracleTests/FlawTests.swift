import Testing

@Suite struct FlawTests {
  @Test(arguments: Flaw.allCases)
  func `the worlds notice a flawed computation`(flaw: Flaw) {
    #expect(Worlds.hundred.contains { $0.disagrees(with: flaw) })
  }
}
