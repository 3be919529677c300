/// What people can be told by in text: their references, and every name, telephone number and key that
/// was ever recorded of them.
package struct PersonTraces: Hashable, Sendable {
  /// Folded, as `SearchText` does.
  package private(set) var names: Set<String> = []
  /// The same names as they were recorded.
  package private(set) var spellings: Set<String> = []
  package private(set) var birthYears: Set<Int> = []
  package private(set) var sexes: Set<Sex> = []
  /// National, as `0909777555`.
  package private(set) var phones: Set<String> = []
  /// Folded keys in lists.
  package private(set) var keys: Set<String> = []
  /// Without hyphens, the shortest.
  package let references: Set<String>

  package init(of learners: some Sequence<Learner.ID>) {
    references = Set(learners.map { Reference($0).digits })
  }

  /// Takes in what the personal part of an event about one of them says.
  package mutating func add(_ personal: CanonicalObject) {
    if let name = try? personal.string("name") {
      names.insert(SearchText.folded(name))
      spellings.insert(name)
    }
    if let year = try? personal.number("birthYear") { birthYears.insert(year) }
    if let phone = try? personal.string("phone") { phones.insert(phone) }
    if let key = try? personal.string("externalKey") { keys.insert(SearchText.folded(key)) }
  }

  package mutating func add(_ sex: Sex) { sexes.insert(sex) }

  /// Whether some name, number or key is one of the other's too.
  package func share(with other: PersonTraces) -> Bool {
    !names.isDisjoint(with: other.names) || !phones.isDisjoint(with: other.phones)
      || !keys.isDisjoint(with: other.keys)
  }

  /// Whether one of the numbers stands in a text, however it is written: with anything but letters
  /// between its digits, after +84, 84 or nothing instead of the 0, beside other digits or letters.
  package func areCalled(in text: String) -> Bool {
    guard !phones.isEmpty else { return false }
    let runs = Self.runsOfDigits(in: text)
    return phones.contains { phone in
      let national = phone.hasPrefix("0") ? phone.dropFirst() : phone[...]
      return runs.contains { $0.contains(national) }
    }
  }

  /// Digits with no letter between them, of any script.
  private static func runsOfDigits(in text: String) -> [String] {
    var runs = [""]
    for scalar in text.unicodeScalars {
      if scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue {
        runs[runs.count - 1] += "\(Int(value))"
      } else if scalar.properties.isAlphabetic, runs.last?.isEmpty == false {
        runs.append("")
      }
    }
    return runs
  }
}
