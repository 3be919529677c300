import Domain

/// The words by which authors say that a text is for whoever teaches.
enum TeamWords {
  /// What the alert is called in the two languages, folded.
  private static let ofMark: Set<String> = ["instructor", "giang vien"]
  /// Who is called so only by those who teach, so that words behind it are for them.
  private static let colleagues: Set<String> = ofMark.union([
    "instructors", "facilitator", "facilitators", "trainer", "trainers",
  ])
  private static let readers: Set<String> = colleagues.union([
    "teacher", "teachers", "giao vien", "nguoi day", "nguoi huong dan", "huong dan vien",
  ])
  private static let teams = ["to", "to cong nghe", "to cong nghe so cong dong", "team"]
  private static let leads = [
    "cho", "danh cho", "chi danh cho", "ghi chu cho", "luu y cho", "phan cho", "phan cua",
    "phan danh cho", "for", "for the", "note for", "note for the", "notes for", "notes for the",
  ]
  private static let addresses: Set<String> = {
    var addresses: Set<String> = []
    for reader in readers + teams {
      for lead in leads { addresses.insert("\(lead) \(reader)") }
    }
    for reader in readers {
      for lead in ["ghi chu", "luu y"] { addresses.insert("\(lead) \(reader)") }
    }
    for reader in readers + ["team"] {
      for last in ["note", "notes"] { addresses.insert("\(reader) \(last)") }
    }
    return addresses
  }()

  private static let firstWords = WordSieve(
    Set(readers.union(addresses).compactMap { $0.split(separator: " ").first.map(String.init) }))

  /// Whether a text may begin with such words: the look that spares most texts another.
  static func mayBegin(_ text: Substring) -> Bool {
    func isLetter(_ byte: UInt8) -> Bool {
      byte >= 0x80 || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
    }
    return firstWords.mayHold(text.utf8.drop { !isLetter($0) }.prefix(while: isLetter))
  }

  /// Whether a text is nothing but such words, or with `allowingSlips` nearly a mark's.
  static func name(_ text: Substring, allowingSlips: Bool) -> Bool {
    let words = folded(text)
    if readers.contains(words) || addresses.contains(words) { return true }
    return allowingSlips && NearestName.nearest(to: words, among: ofMark.sorted()) != nil
  }

  /// Whether a text says whom it is for: `Ghi chú cho tổ`.
  static func address(_ text: Substring) -> Bool { addresses.contains(folded(text)) }

  /// Whether a text names those who teach by a word of their own.
  static func areColleagues(_ text: Substring) -> Bool { colleagues.contains(folded(text)) }

  static func areOfMark(_ text: Substring) -> Bool { ofMark.contains(folded(text)) }

  private static func folded(_ text: Substring) -> String {
    SearchText.words(of: String(text)).joined(separator: " ")
  }
}
