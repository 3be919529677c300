import Domain

/// What the search page looks words up in: scripts by the first letter of the words without marks, so
/// that a first query loads a page's worth and not all.
struct SearchIndex {
  private struct Entry {
    let address: Address
    let title: String
    let place: String
  }

  private var entries: [Entry] = []
  /// By folded word, then by the word as it is written; the pages that hold it, from 1, negative where
  /// the title does.
  private var terms: [String: [String: [Int]]] = [:]
  private var folded: [String: String] = [:]

  mutating func add(_ address: Address, title: String, place: String, text: String) {
    entries.append(Entry(address: address, title: title, place: place))
    let number = entries.count
    let titleWords = words(of: title)
    for word in titleWords { add(word, -number) }
    for word in words(of: text).subtracting(titleWords) { add(word, number) }
  }

  private mutating func add(_ word: String, _ number: Int) {
    let term = folded[word] ?? SearchText.folded(word)
    folded[word] = term
    terms[term, default: [:]][word, default: []].append(number)
  }

  private func words(of text: String) -> Set<String> {
    Set(
      SearchText.composed(text).lowercased().split { !$0.isLetter && !$0.isNumber }
        .map(String.init))
  }

  /// The scripts, by name: `pages`, then one for each first letter.
  var files: [(name: String, text: String)] {
    let pages = entries.map { entry in
      "["
        + [entry.address.path, entry.title, entry.place].map(JavaScript.literal)
        .joined(separator: ",") + "]"
    }
    let shards = Dictionary(grouping: terms.keys.sorted(), by: Self.shard)
    return [("pages", "lantoa.pages([\n\(pages.joined(separator: ",\n"))\n]);\n")]
      + shards.sorted { $0.key < $1.key }.map { shard, keys in
        let lines = keys.map { "\(JavaScript.literal($0)):{\(forms(of: $0))}" }
        return (
          shard, "lantoa.terms(\"\(shard)\",{\n\(lines.joined(separator: ",\n"))\n});\n"
        )
      }
  }

  private func forms(of term: String) -> String {
    (terms[term] ?? [:]).sorted { $0.key < $1.key }.map { form, numbers in
      "\(JavaScript.literal(form)):[\(numbers.map(String.init).joined(separator: ","))]"
    }.joined(separator: ",")
  }

  private static func shard(of term: String) -> String {
    guard let first = term.first, first.isASCII, first.isLetter || first.isNumber else {
      return "other"
    }
    return String(first)
  }
}
