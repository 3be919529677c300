import Domain

/// The words by which authors say that a text is for whoever teaches.
enum TeamWords {
  /// What the alert is called in the two languages, folded.
  private static let ofMark: Set<String> = ["instructor", "giang vien"]
  /// Who is called so only by those who teach, so that words behind it are for them.
  private static let colleagues: Set<String> = ofMark.union([
    "instructors", "facilitator", "facilitators", "trainer", "trainers", abbreviation,
  ])
  private static let abbreviation = "gv"
  private static let readers: Set<String> = colleagues.union([
    "teacher", "teachers", "giao vien", "nguoi day", "nguoi huong dan", "huong dan vien",
  ])
  /// Whoever is in the team is no learner either.
  private static let members: Set<String> = ["to vien", "cac to vien", "team members"]
  private static let teams: Set<String> = members.union([
    "to", "to cong nghe", "to cong nghe so", "to cong nghe so cong dong", "team",
  ])
  private static let directions = ["cho", "danh cho", "danh rieng cho"]
  private static let noteWords = ["ghi chu", "luu y"]
  private static let leads =
    directions + ["chi cho", "chi danh cho", "phan cua", "for", "for the"]
  private static let leadsOfNotes =
    (noteWords + ["phan"]).flatMap { word in directions.map { "\(word) \($0)" } }
    + ["note for", "note for the", "notes for", "notes for the"]
  /// What is called a note, so that whatever follows is one.
  private static let notes: Set<String> = {
    var notes: Set<String> = [
      "ghi chu giang day", "ghi chu day hoc", "teaching note", "teaching notes",
    ]
    for reader in readers.union(teams) {
      for lead in leadsOfNotes { notes.insert("\(lead) \(reader)") }
    }
    for reader in readers.union(members) {
      for word in noteWords { notes.formUnion(["\(word) \(reader)", "\(reader) \(word)"]) }
    }
    for reader in readers.union(["team"]) {
      for last in ["note", "notes"] { notes.insert("\(reader) \(last)") }
    }
    return notes
  }()
  private static let addresses: Set<String> = notes.union(
    readers.union(teams).flatMap { reader in leads.map { "\($0) \(reader)" } })
  private static let mostWords =
    notes.map { $0.split(separator: " ").count }.max() ?? 0
  /// What `tổ` begins that is no team, and `tờ` where the marks are left out.
  private static let behindOtherTo: Set<String> = [
    "am", "chim", "chuc", "dan", "hop", "khai", "ong", "quoc", "tien",
  ]

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

  /// The words that a text begins with where they head a note for the team, with more behind them or
  /// not: `Lưu ý cho tổ viên nhớ mang dây`.
  static func beginning(of text: Substring) -> Substring? {
    let words = text.split(
      maxSplits: mostWords, omittingEmptySubsequences: true, whereSeparator: \.isWhitespace)
    for count in (2...max(2, mostWords)).reversed() where count <= words.count {
      let phrase = text[words[0].startIndex..<words[count - 1].endIndex]
      guard notes.contains(folded(phrase)) else { continue }
      // A form is no team.
      let last = SearchText.exact(String(words[count - 1].filter(\.isLetter)))
      if SearchText.folded(last) == "to" {
        guard ["tổ", "to"].contains(last) else { continue }
        let next = count < words.count ? words[count].prefix { !$0.isWhitespace } : ""
        if behindOtherTo.contains(folded(next)) { continue }
      }
      return phrase
    }
    return nil
  }

  /// Whether a text is a short form, which names of people stand behind too.
  static func isShort(_ text: Substring) -> Bool { folded(text) == abbreviation }

  /// Whether a text names whoever teaches.
  static func reader(_ text: Substring) -> Bool { readers.contains(folded(text)) }

  /// Whether a text names those who teach by a word of their own.
  static func areColleagues(_ text: Substring) -> Bool { colleagues.contains(folded(text)) }

  static func areOfMark(_ text: Substring) -> Bool { ofMark.contains(folded(text)) }

  private static func folded(_ text: Substring) -> String {
    SearchText.words(of: String(text)).joined(separator: " ")
  }
}
