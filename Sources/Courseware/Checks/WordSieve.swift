/// A few words, folded as for searching, and a look that tells nearly every other word from them without
/// folding it.
struct WordSieve {
  private var byFirst: [UInt8: [[UInt8]]] = [:]

  init(_ words: some Sequence<String>) {
    byFirst = Dictionary(grouping: words.map { Array($0.utf8) }.filter { !$0.isEmpty }) { $0[0] }
  }

  /// Whether a word as it is written, in UTF-8, may be one of these once it is folded; where this is
  /// false, it is none.
  func mayHold(_ word: some Collection<UInt8>) -> Bool {
    guard let first = word.first else { return false }
    if first >= 0x80 {
      return byFirst.values.contains { $0.contains { Self.maySpell(word, $0) } }
    }
    return byFirst[first | 0x20]?.contains { Self.maySpell(word, $0) } ?? false
  }

  /// A letter with marks stands for any one letter. What is no letter, or only a mark, makes it unsure.
  private static func maySpell(_ word: some Collection<UInt8>, _ folded: [UInt8]) -> Bool {
    var index = 0
    for byte in word {
      switch byte {
      case ..<0x80:
        guard index < folded.count, folded[index] == byte | 0x20 else { return false }
        index += 1
      // Signs and what nobody sees, marks that stand apart, and letters of three bytes from elsewhere.
      case 0xC2, 0xCC, 0xCD, 0xE2..<0xF8: return true
      case 0xC0...: index += 1
      default: break
      }
    }
    return index == folded.count
  }
}
