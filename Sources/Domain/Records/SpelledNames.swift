import Foundation

/// Names to be looked for in text as people write it.
///
/// What is written with marks is compared with them, for "An" and "Ân" are two people. What is written
/// without any is compared without: many leave them out. Words may run together, and into digits that
/// follow. Where that leaves a doubt, or letters touch a name, it is only perhaps there.
package struct SpelledNames: Hashable, Sendable {
  /// How surely words are one of the names.
  package enum Likeness { case meant, perhapsMeant }

  private let names: Set<[SpelledWord]>
  /// Those that are perhaps meant wherever they stand.
  private let short: Set<[SpelledWord]>

  /// Names of fewer than `shortest` words are never more than perhaps meant.
  package init(_ names: some Sequence<String>, shortest: Int = 1) {
    let spelled = Set(names.map(SpelledWord.words)).subtracting([[]])
    self.names = spelled.filter { $0.count >= shortest }
    short = spelled.filter { $0.count < shortest }
  }

  /// Whether none is ever found.
  package var isEmpty: Bool { names.isEmpty && short.isEmpty }

  /// Whether the whole of a text is one of the names.
  package func contain(_ text: String) -> Bool {
    let words = SpelledWord.words(of: text)
    return names.contains { name in
      guard let (likeness, end) = name.likeness(at: words[...]) else { return false }
      return likeness == .meant && end == words.endIndex
    }
  }

  /// Whether one of the names stands in a text, as words of their own.
  package func areWithin(_ text: String) -> Bool { likeness(in: text) == .meant }

  /// Whether one of the names stands in a text that quotes fell out of, so that its last word may have
  /// run into the next.
  package func areWithin(unquoted text: String) -> Bool {
    likeness(in: text, isOpen: true) == .meant
  }

  /// How surely a text names one of them; nil where it does not.
  ///
  /// Perhaps: with some of the marks and without others, with marks where the name has none at all, run
  /// together so that it may be another word, touched by more letters, or by a short name.
  package func likeness(in text: String) -> Likeness? { likeness(in: text, isOpen: false) }

  private func likeness(in text: String, isOpen: Bool) -> Likeness? {
    let words = SpelledWord.words(of: text)
    var found: Likeness?
    for start in words.indices {
      let text = words[start...]
      for name in names {
        guard let (likeness, _) = name.likeness(at: text, isOpen: isOpen) else { continue }
        if likeness == .meant { return .meant }
        found = .perhapsMeant
      }
      if found == nil, short.contains(where: { $0.likeness(at: text) != nil }) {
        found = .perhapsMeant
      }
    }
    return found ?? (names.contains { $0.isTouched(in: words) } ? .perhapsMeant : nil)
  }
}

/// A word as `SearchText` compares it, with its marks and without.
private struct SpelledWord: Hashable {
  let exact: String
  let folded: String

  init(_ exact: String) {
    self.exact = exact
    folded = SearchText.folded(exact)
  }

  var isUnmarked: Bool { exact == folded }

  /// Whether the word is `name` without some of its marks.
  func lacksMarks(of name: String) -> Bool {
    var rest = Self.apart(name)[...]
    return Self.apart(exact).allSatisfy { scalar in
      guard let place = rest.firstIndex(of: scalar),
        rest[..<place].allSatisfy({ (0x300...0x36F).contains($0.value) })
      else { return false }
      rest = rest[(place + 1)...]
      return true
    }
  }

  /// Letters and marks one by one; đ is d with a mark.
  private static func apart(_ word: String) -> [Unicode.Scalar] {
    Array(word.replacing("đ", with: "d\u{335}").decomposedStringWithCanonicalMapping.unicodeScalars)
  }

  /// Letters and digits that touch are two words.
  static func words(of text: String) -> [SpelledWord] {
    var words: [String] = []
    var last: Bool?
    for character in SearchText.exact(text) {
      let isNumber = character.isNumber
      guard isNumber || character.isLetter else {
        last = nil
        continue
      }
      if last == isNumber {
        words[words.count - 1].append(character)
      } else {
        words.append(String(character))
      }
      last = isNumber
    }
    return words.map(SpelledWord.init)
  }
}

extension [SpelledWord] {
  /// How surely a text begins with this name, and where in the text the name ends; nil where it does not.
  /// In an `isOpen` text more letters may touch the last word.
  fileprivate func likeness(
    at text: ArraySlice<SpelledWord>, isOpen: Bool = false
  ) -> (SpelledNames.Likeness, Int)? {
    var rest = self[...]
    var text = text
    let isBare = allSatisfy(\.isUnmarked)
    var (agree, lack, exceed, runTogether) = (false, false, false, false)
    while !rest.isEmpty {
      guard let word = text.popFirst(), let count = rest.count(runInto: word, isOpen: isOpen)
      else { return nil }
      let name = SearchText.exact(rest.prefix(count).map(\.exact).joined())
      if word.exact.hasPrefix(name) {
        agree = agree || !word.isUnmarked
      } else if word.isUnmarked || word.lacksMarks(of: name) {
        (lack, agree) = (true, agree || !word.isUnmarked)
      } else if isBare {
        exceed = true
      } else {
        return nil
      }
      runTogether = runTogether || count > 1
      rest = rest.dropFirst(count)
    }
    // Two short words without marks may make a third: "An Na", "Anna".
    let isAmbiguous = exceed || lack && agree || runTogether && !agree && count < 3
    return (isAmbiguous ? .perhapsMeant : .meant, text.startIndex)
  }
}

extension [SpelledWord] {
  /// Whether the name stands in a text with its marks, and with letters before or behind it.
  fileprivate func isTouched(in text: [SpelledWord]) -> Bool {
    guard count > 1 else { return false }
    func joined(_ words: [SpelledWord]) -> String { words.map(\.exact).joined(separator: " ") }
    return joined(text).contains(joined(self))
  }
}

extension ArraySlice<SpelledWord> {
  /// How many of the first words make up another, marks aside.
  fileprivate func count(runInto word: SpelledWord, isOpen: Bool) -> Int? {
    var joined = ""
    for (count, part) in zip(1..., self) {
      joined += part.folded
      if joined == word.folded { return count }
      guard word.folded.hasPrefix(joined) else { return nil }
    }
    return isOpen ? count : nil
  }
}
