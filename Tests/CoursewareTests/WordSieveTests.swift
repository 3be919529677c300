import Domain
import Testing

@testable import Courseware

/// A word that the look lets pass may be none of those meant; one that it stops is none.
struct WordSieveTests {
  private static let words = ["viet", "nguoi", "cho", "dat"]
  private let sieve = WordSieve(words)

  @Test(arguments: [
    "viết", "VIẾT", "Viet", "vie\u{302}\u{301}t", "người", "NGƯỜI", "chợ", "đất", "Đắt",
    "v\u{200B}iết",
    "cho\u{AD}",
  ])
  func `what folds to one of the words passes`(word: String) {
    #expect(SearchText.words(of: word).first.map(Self.words.contains) == true)
    #expect(sieve.mayHold(word.utf8))
  }

  @Test(arguments: [
    "", "việc", "viế", "viếtt", "ngươi1", "chào", "đ", "đạm", "write", "ê", "vi ết",
  ])
  func `other words of Vietnamese are stopped`(word: String) {
    #expect(!sieve.mayHold(word.utf8))
  }
}
