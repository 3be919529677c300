/// Who is one person, and where somebody lived.
extension Ledger {
  /// Everybody whom links join to a person, the person included.
  func group(of person: Origin) -> Set<Origin> { Self.group(of: person, by: links) }

  static func group(of person: Origin, by links: [Origin: Link]) -> Set<Origin> {
    var group: Set = [person]
    while let next = links.values.lazy.compactMap({ link -> Origin? in
      let (one, other) = (group.contains(link.one), group.contains(link.other))
      return one == other ? nil : one ? link.other : link.one
    }).first {
      group.insert(next)
    }
    return group
  }

  /// Every link on a way from one to the other that passes nobody twice, found by going all ways.
  func links(between one: Origin, and other: Origin) -> Set<Origin> {
    var ways: [[Origin]] = []
    func go(from person: Origin, passing passed: Set<Origin>, by way: [Origin]) {
      if person == other { return ways.append(way) }
      for (entry, link) in links {
        guard let next = link.partner(of: person), !passed.contains(next) else { continue }
        go(from: next, passing: passed.union([next]), by: way + [entry])
      }
    }
    go(from: one, passing: [one], by: [])
    switch flaw {
    case .unlinksOneWayOnly:
      let sorted = ways.map { $0.sorted() }
      return Set(
        sorted.min { $0.count == $1.count ? $0.lexicographicallyPrecedes($1) : $0.count < $1.count }
          ?? [])
    case .unlinksTheDirectLinkOnly: return Set(ways.filter { $0.count == 1 }.joined())
    case .unlinksTheWholeGroup:
      let group = group(of: one)
      return Set(links.filter { group.contains($0.value.one) }.keys)
    default: return Set(ways.joined())
    }
  }

  /// Links would be in vain: somebody has said that a record of one's group and one of the other's are
  /// two people.
  func distinctions(between one: Origin, and other: Origin) -> [Origin] {
    let (ones, others) = (group(of: one), group(of: other))
    return distinctions.filter { _, pair in
      ones.contains(pair.one) && others.contains(pair.other)
        || ones.contains(pair.other) && others.contains(pair.one)
    }.keys.sorted()
  }

  /// Of people who are linked only the first.
  func oneOfEach(_ people: [Origin]) -> [Origin] {
    var seen: Set<Origin> = []
    return people.sorted().filter { person in
      guard !seen.contains(person) else { return false }
      seen.formUnion(group(of: person))
      return true
    }
  }

  /// A home from a day on. Of two that begin on one day a move holds over the registration.
  struct Spell {
    let person: Origin
    let home: Home
    let from: Int
    let isMove: Bool
  }

  func spells(of person: Origin) -> [Spell] {
    guard let record = people[person] else { return [] }
    var spells = [
      Spell(person: person, home: record.home, from: record.registered, isMove: false)
    ]
    if flaw == .forgetsMoves { return spells }
    for (day, home) in record.moves {
      if flaw == .forgetsMovesAway, home == .outside { continue }
      spells.append(Spell(person: person, home: home, from: day, isMove: true))
    }
    return spells
  }

  /// Where one record of somebody lives on a day, and lived before it is known; nil for ever unknown.
  func home(of person: Origin, on day: Int) -> Home? {
    let known = spells(of: person).filter { $0.home != .unknown }
    let begun = known.filter { $0.from <= day }
    let from = begun.isEmpty ? known.map(\.from).min() : begun.map(\.from).max()
    let ofDay = known.filter { $0.from == from }
    return (ofDay.first(where: \.isMove) ?? ofDay.first)?.home
  }

  func present(_ home: Home?) -> Home {
    switch home {
    case .place(let place): .place(City.present(place))
    default: home ?? .unknown
    }
  }
}
