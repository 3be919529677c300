import Domain

/// What the search page looks words up in: scripts by the first letter of the words without marks, so
/// that a first query loads a page's worth and not all.
struct SearchIndex {
  /// A page that can be found, or a part of one.
  struct Text: Hashable, Sendable {
    let address: Address
    /// The id of the heading that it stands below; nil for the page.
    let anchor: String?
    let title: String
    let place: String
    /// The words of the title, and those that only the text has; a space between them.
    let titleWords: String
    let words: String
  }

  private struct Form {
    let word: String
    /// The pages that hold it, from 1, negative where the title does.
    var numbers: [Int32] = []
  }

  private var texts: [(link: String, title: String, place: String)] = []
  private var forms: [Form] = []
  private var places: [String: Int] = [:]

  mutating func add(_ text: Text) {
    texts.append((text.link, text.title, text.place))
    let number = Int32(texts.count)
    // Of bytes, which are split many times as fast as characters.
    for word in text.titleWords.utf8.split(separator: UInt8(ascii: " ")) {
      add(String(Substring(word)), -number)
    }
    for word in text.words.utf8.split(separator: UInt8(ascii: " ")) {
      add(String(Substring(word)), number)
    }
  }

  private mutating func add(_ word: String, _ number: Int32) {
    if let place = places[word] {
      forms[place].numbers.append(number)
    } else {
      places[word] = forms.count
      forms.append(Form(word: word, numbers: [number]))
    }
  }

  /// The scripts, by name: `pages`, then one for each first letter.
  func forEachFile(_ body: (_ name: String, _ text: String) throws -> Void) rethrows {
    let pages = texts.map { text in
      "["
        + [text.link, text.title, text.place].map(JavaScript.literal)
        .joined(separator: ",") + "]"
    }
    try body("pages", "lantoa.pages([\n\(pages.joined(separator: ",\n"))\n]);\n")
    let terms = Dictionary(grouping: forms) { SearchText.folded($0.word) }
    let shards = Dictionary(grouping: terms.keys, by: Self.shard)
    for (shard, keys) in shards.sorted(by: { $0.key < $1.key }) {
      let lines = keys.sorted().map { key in
        "\(JavaScript.literal(key)):{\(Self.text(of: terms[key] ?? []))}"
      }
      try body(shard, "lantoa.terms(\"\(shard)\",{\n\(lines.joined(separator: ",\n"))\n});\n")
    }
  }

  private static func text(of forms: [Form]) -> String {
    var text = ""
    for form in forms.sorted(by: { $0.word < $1.word }) {
      text += text.isEmpty ? "" : ","
      text += JavaScript.literal(form.word)
      var separator = ":["
      for number in form.numbers {
        text += separator
        text += String(number)
        separator = ","
      }
      text += "]"
    }
    return text
  }

  private static func shard(of term: String) -> String {
    guard let first = term.first, first.isASCII, first.isLetter || first.isNumber else {
      return "other"
    }
    return String(first)
  }
}

extension SearchIndex.Text {
  init(
    _ address: Address, anchor: String? = nil, title: String, place: String, text: String
  ) {
    let titleWords = SearchWords.words(of: title)
    let known = Set(titleWords)
    self.init(
      address: address, anchor: anchor, title: title, place: place,
      titleWords: titleWords.joined(separator: " "),
      words: SearchWords.words(of: text).filter { !known.contains($0) }.joined(separator: " "))
  }

  /// From the root of the site.
  fileprivate var link: String { address.path + (anchor.map { "#\($0)" } ?? "") }
}
