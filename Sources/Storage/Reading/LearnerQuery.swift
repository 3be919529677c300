import Domain

/// The words of a search for a person, and how well somebody fits them.
struct LearnerQuery {
  /// In the order typed.
  private let typed: [Word]
  /// Whether a word was typed with marks, so that those of others matter.
  private let needsMarks: Bool
  /// The first number that can be a birth year.
  let year: Int?
  /// The words of each unit's name, and of the one that has its people today.
  private let units: [AdministrativeUnit.ID: Words]
  private let allUnitWords: Set<String>
  /// Whether the whole name of some unit was typed, so that the rest may be meant as a person there.
  let mayNameUnit: Bool

  init(_ typed: String, gazetteer: Gazetteer, today: CalendarDay) {
    let words = Words.exact(in: typed).map(Word.init)
    self.typed = words
    year = words.lazy.compactMap { Self.birthYear($0.folded) }.first
    let needsMarks = words.contains(where: \.isMarked)
    self.needsMarks = needsMarks
    units = Dictionary(
      gazetteer.units.map { unit in
        var words = Words(of: unit.name, withMarks: needsMarks)
        let present = gazetteer.unit(holding: unit.id, on: today)
        if let present, present.id != unit.id {
          words.formUnion(Words(of: present.name, withMarks: needsMarks))
        }
        return (unit.id, words)
      }, uniquingKeysWith: { first, _ in first })
    let folded = Set(words.map(\.folded))
    mayNameUnit = gazetteer.units.contains {
      folded.isSuperset(of: SearchText.words(of: $0.bareName))
    }
    allUnitWords = units.values.reduce(into: []) { $0.formUnion($1.folded) }
  }

  var isEmpty: Bool { typed.isEmpty }

  /// Those typed with marks, as they were, in small letters.
  var markedWords: [String] { typed.filter(\.isMarked).map(\.exact) }

  /// The words that can be of a name, folded.
  var nameWords: [String] { typed.map(\.folded).filter { Self.birthYear($0) == nil } }

  var unitsNamed: [AdministrativeUnit.ID] {
    let wanted = nameWords
    return units.filter { wanted.allSatisfy($0.value.folded.contains) }.keys.sorted()
  }

  func namesUnit(_ word: String) -> Bool {
    allUnitWords.contains(word)
  }

  private static func birthYear(_ word: String) -> Int? {
    Int(word).flatMap { (1900...2100).contains($0) ? $0 : nil }
  }
}

extension LearnerQuery {
  /// One word of what was typed.
  private struct Word {
    /// In small letters, with its marks.
    let exact: String
    let folded: String

    init(_ exact: String) {
      self.exact = exact
      folded = SearchText.folded(exact)
    }

    /// Who types no marks asks for none.
    var isMarked: Bool { exact != folded }
  }

  /// The words of a name or of places, with their marks and without.
  private struct Words {
    /// Empty where nobody asks for marks.
    private(set) var exact: Set<String>
    private(set) var folded: Set<String>

    init(of text: String?, withMarks: Bool) {
      exact = withMarks ? Set(text.map(Self.exact) ?? []) : []
      folded = Set(text.map(SearchText.words) ?? [])
    }

    static func exact(in text: String) -> [String] {
      SearchText.exact(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    /// Holds the word as it was typed.
    func holds(_ word: Word) -> Bool {
      folded.contains(word.folded) && (!word.isMarked || exact.contains(word.exact))
    }

    mutating func formUnion(_ other: Words?) {
      exact.formUnion(other?.exact ?? [])
      folded.formUnion(other?.folded ?? [])
    }
  }
}

extension LearnerQuery {
  /// How far somebody is from what was typed; the best are the smallest.
  struct Rank: Comparable {
    /// Words that only begin one of the name's.
    let cutShort: Int
    /// Words typed with marks that the name, or the place, has with others, or without.
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
    let nameWords = SearchText.words(of: learner.person.name ?? "")
    let name = Words(of: learner.person.name, withMarks: needsMarks)
    var places = Words(of: learner.person.hamlet, withMarks: needsMarks)
    if case .unit(let id) = learner.residence { places.formUnion(units[id]) }

    var (cutShort, otherMarks, onlyPlaces) = (0, 0, 0)
    var ofName: [String] = []
    for word in typed
    where Self.birthYear(word.folded).map({ $0 == learner.person.birthYear }) != true {
      if name.holds(word) {
        ofName.append(word.folded)
      } else if places.holds(word) {
        onlyPlaces += 1
      } else if name.folded.contains(word.folded) {
        ofName.append(word.folded)
        otherMarks += 1
      } else if places.folded.contains(word.folded) {
        onlyPlaces += 1
        otherMarks += 1
      } else if nameWords.contains(where: { $0.hasPrefix(word.folded) }) {
        ofName.append(word.folded)
        cutShort += 1
        if word.isMarked, !name.exact.contains(where: { $0.hasPrefix(word.exact) }) {
          otherMarks += 1
        }
      } else {
        return nil
      }
    }
    return Rank(
      cutShort: cutShort, otherMarks: otherMarks, places: onlyPlaces,
      arrangement: Arrangement(of: ofName, in: nameWords))
  }
}
