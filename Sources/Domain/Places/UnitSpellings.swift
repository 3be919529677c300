/// The ways in which people write each unit, made comparable once: a file of a million rows asks as
/// often.
struct UnitSpellings: Sendable {
  /// A way of writing, the exact ones before those that forgive missing marks.
  enum Manner: CaseIterable {
    case code, exactName, exactBareName, foldedName, foldedBareName

    static let exact = [code, exactName, exactBareName]
    static let folded = [foldedName, foldedBareName]
  }

  /// What somebody typed, made comparable with the spellings of a manner.
  struct Typed {
    let text: String

    func key(_ manner: Manner) -> String {
      switch manner {
      case .code: text.trimmed
      case .exactName: SearchText.exact(text.spelledOut)
      case .exactBareName: SearchText.exact(text)
      case .foldedName: SearchText.folded(text.spelledOut)
      case .foldedBareName: SearchText.folded(text)
      }
    }
  }

  private let places: [Manner: [String: [Int]]]
  /// English names, folded: people write them without `spelledOut`'s short words.
  private let english: [String: [Int]]
  private let foldedBareNames: [[Character]]

  init(of units: [AdministrativeUnit]) {
    var places: [Manner: [String: [Int]]] = [:]
    var english: [String: [Int]] = [:]
    var bareNames: [[Character]] = []
    for (place, unit) in units.enumerated() {
      let (name, bareName) = (unit.name, unit.bareName)
      let foldedBareName = SearchText.folded(bareName)
      for (manner, key) in [
        (Manner.code, unit.code), (.exactName, SearchText.exact(name)),
        (.exactBareName, SearchText.exact(bareName)), (.foldedName, SearchText.folded(name)),
        (.foldedBareName, foldedBareName),
      ] {
        places[manner, default: [:]][key, default: []].append(place)
      }
      if let name = unit.names.byLanguage["en"] {
        english[SearchText.folded(name), default: []].append(place)
      }
      bareNames.append(Array(foldedBareName))
    }
    self.places = places
    self.english = english
    foldedBareNames = bareNames
  }

  /// Places in the list of units, rising.
  func places(of typed: Typed, written manner: Manner) -> [Int] {
    let found = places[manner]?[typed.key(manner)] ?? []
    guard manner == .foldedName, let others = english[typed.key(.foldedBareName)] else {
      return found
    }
    return Set(found).union(others).sorted()
  }

  /// How far the bare name of the unit at a place is from a folded one: letters to change, none where it
  /// contains it; nil above two.
  func distance(from wanted: [Character], to place: Int) -> Int? {
    let name = foldedBareNames[place]
    if String(name).contains(String(wanted)) { return 0 }
    let distance = Self.editDistance(wanted, name)
    return distance <= 2 ? distance : nil
  }

  /// A folded name without its kind.
  static func withoutKind(_ typed: String) -> String {
    let folded = SearchText.folded(typed.spelledOut)
    for kind in ["phuong ", "xa ", "thi tran ", "thanh pho "] where folded.hasPrefix(kind) {
      return String(folded.dropFirst(kind.count))
    }
    return folded
  }

  /// Letters to insert, delete or replace (Levenshtein 1966).
  private static func editDistance(_ left: [Character], _ right: [Character]) -> Int {
    var row = Array(0...right.count)
    for (i, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in right.enumerated() {
        let substituted = diagonal + (letter == other ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(substituted, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[right.count]
  }
}

extension String {
  var trimmed: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }

  /// `P. Phú Xuân` as `phường Phú Xuân`.
  fileprivate var spelledOut: String {
    let text = SearchText.exact(self)
    for (short, long) in [
      ("p.", "phường"), ("x.", "xã"), ("tt.", "thị trấn"), ("tp.", "thành phố"),
    ]
    where text.hasPrefix(short) {
      return "\(long) \(text.dropFirst(short.count).drop { $0 == " " })"
    }
    return text
  }
}
