import Domain

/// The words of a search for a person, and how well somebody fits them.
struct LearnerQuery {
  /// Folded, in the order typed.
  let words: [String]
  /// Those typed with marks, as they were.
  let markedWords: [String]
  /// The first number that can be a birth year.
  let year: Int?
  private let unitWords: [AdministrativeUnit.ID: Set<String>]
  private let allUnitWords: Set<String>

  init(_ typed: String, gazetteer: Gazetteer) {
    words = SearchText.words(of: typed)
    markedWords = SearchText.exact(typed).split { !$0.isLetter && !$0.isNumber }.map(String.init)
      .filter { SearchText.folded($0) != $0 }
    year = words.lazy.compactMap(Self.birthYear).first
    unitWords = Dictionary(
      uniqueKeysWithValues: gazetteer.units.map { ($0.id, Set(SearchText.words(of: $0.name))) })
    allUnitWords = unitWords.values.reduce(into: []) { $0.formUnion($1) }
  }

  /// The words that can be of a name.
  var nameWords: [String] { words.filter { Self.birthYear($0) == nil } }

  var unitsNamed: [AdministrativeUnit.ID] {
    let wanted = nameWords
    return unitWords.filter { wanted.allSatisfy($0.value.contains) }.keys.sorted()
  }

  func namesUnit(_ word: String) -> Bool {
    allUnitWords.contains(word)
  }

  private static func birthYear(_ word: String) -> Int? {
    Int(word).flatMap { (1900...2100).contains($0) ? $0 : nil }
  }
}

extension LearnerQuery {
  /// How far somebody is from what was typed; the best are the smallest.
  struct Rank: Comparable {
    /// Words that only begin one of the name's.
    let cutShort: Int
    /// Words typed with marks that the name has with others, or without.
    let otherMarks: Int
    /// Words that only the hamlet or the unit has.
    let places: Int
    let arrangement: Arrangement

    var isGood: Bool { cutShort + otherMarks + places == 0 && arrangement <= .together }

    static func < (left: Rank, right: Rank) -> Bool {
      (left.cutShort, left.otherMarks, left.places, left.arrangement.rawValue)
        < (right.cutShort, right.otherMarks, right.places, right.arrangement.rawValue)
    }
  }

  /// How the words stand in a name.
  enum Arrangement: Int, Comparable {
    case wholeName, beginning, together, inOrder, scattered

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    init(of words: [String], in name: [String]) {
      func holds(at start: Int) -> Bool {
        start + words.count <= name.count
          && zip(words, name[start...]).allSatisfy { $1.hasPrefix($0) }
      }
      var rest = name[...]
      let isInOrder = words.allSatisfy { word in
        guard let position = rest.firstIndex(where: { $0.hasPrefix(word) }) else { return false }
        rest = rest[(position + 1)...]
        return true
      }
      self =
        if words == name { .wholeName } else if holds(at: 0) { .beginning } else if !isInOrder {
          .scattered
        } else if name.indices.contains(where: holds) { .together } else { .inOrder }
    }
  }

  /// Nil where a word is missing.
  func rank(of learner: Learner) -> Rank? {
    let name = learner.person.name ?? ""
    let nameWords = SearchText.words(of: name)
    var places = Set(learner.person.hamlet.map { SearchText.words(of: $0) } ?? [])
    if case .unit(let id) = learner.residence { places.formUnion(unitWords[id] ?? []) }

    var (cutShort, onlyPlaces) = (0, 0)
    var ofName: [String] = []
    for word in words where Self.birthYear(word).map({ $0 == learner.person.birthYear }) != true {
      if nameWords.contains(word) {
        ofName.append(word)
      } else if places.contains(word) {
        onlyPlaces += 1
      } else if nameWords.contains(where: { $0.hasPrefix(word) }) {
        ofName.append(word)
        cutShort += 1
      } else {
        return nil
      }
    }
    let otherMarks =
      markedWords.isEmpty ? 0 : count(ofMarksMissingIn: SearchText.exact(name), places: places)
    return Rank(
      cutShort: cutShort, otherMarks: otherMarks, places: onlyPlaces,
      arrangement: Arrangement(of: ofName, in: nameWords))
  }

  private func count(ofMarksMissingIn name: String, places: Set<String>) -> Int {
    let words = Set(name.split { !$0.isLetter && !$0.isNumber }.map(String.init))
    return markedWords.count { !words.contains($0) && !places.contains(SearchText.folded($0)) }
  }
}
