/// People, where they live, and who is who.
extension WorldGenerator {
  /// Now and then somebody is entered who is there already: on the same day, in another place.
  mutating func register(_ ledger: Ledger) -> Deed {
    if chance(35), let twin = live(ledger).randomElement(using: &random),
      let record = ledger.people[twin]
    {
      return .register(
        Face(human: record.face.human, hasPhone: chance(70)), home(),
        on: chance(80) ? record.registered : day(notBefore: City.former))
    }
    return .register(newFace(), home(), on: day(notBefore: City.former))
  }

  mutating func newFace() -> Face {
    humans += 1
    return Face(human: humans, hasPhone: chance(50))
  }

  mutating func home() -> Home {
    switch number(0...99) {
    case ..<10: .outside
    case ..<20: .unknown
    default: .place(pick(City.places))
    }
  }

  mutating func amend(_ ledger: Ledger) -> Deed? {
    guard let person = anybody(ledger), let record = ledger.people[person] else { return nil }
    var amendment = Amendment()
    if chance(75) { amendment.home = home() }
    if chance(40) { amendment.registered = day(notBefore: City.former) }
    guard
      amendment.home.map({ $0 != record.home }) ?? false
        || amendment.registered.map({ $0 != record.registered }) ?? false
    else { return nil }
    return .amend(person, amendment)
  }

  /// Often on the very day of the registration or of another move, of this record or of another of the
  /// same person.
  mutating func move(_ ledger: Ledger) -> Deed? {
    guard let person = anybody(ledger) else { return nil }
    let days = ledger.group(of: person).sorted().flatMap { ledger.spells(of: $0).map(\.from) }
    let from = chance(35) ? pick(days.sorted()) : day(notBefore: City.former)
    let home: Home = chance(15) ? .outside : .place(pick(City.places))
    guard ledger.home(of: person, on: from) != home else { return nil }
    return .move(person, home, from: from)
  }

  /// Often somebody who is known to be dead already, by another record or on a later day.
  mutating func die(_ ledger: Ledger) -> Deed? {
    let people = live(ledger)
    let dead = people.filter { person in
      ledger.group(of: person).contains { ledger.people[$0]?.deaths.isEmpty == false }
    }
    guard let person = (chance(60) ? dead.randomElement(using: &random) : nil) ?? anybody(ledger)
    else { return nil }
    let died = ledger.people[person]?.deaths.values.min()
    let day = died.map { $0 - number(1...60) } ?? day(notBefore: City.former)
    return .die(person, on: day)
  }

  mutating func revive(_ ledger: Ledger) -> Deed? {
    live(ledger).filter { ledger.people[$0]?.deaths.isEmpty == false }
      .randomElement(using: &random).map(Deed.revive)
  }

  // MARK: Who is who

  mutating func link(_ ledger: Ledger) -> Deed? {
    let people = live(ledger)
    guard people.count > 1 else { return nil }
    var (one, other) = (pick(people), pick(people))
    if chance(25),
      let pair = ledger.distinctions.sorted(by: { $0.key < $1.key })
        .randomElement(using: &random)?.value
    {
      (one, other) = (pair.one, pair.other)
    } else if chance(60) {
      let alike = people.filter { ledger.people[$0]?.face.human == ledger.people[one]?.face.human }
      other = pick(alike)
    } else if chance(60),
      let joined = ledger.links.values.map(\.one).sorted()
        .randomElement(using: &random)
    {
      one = joined
    }
    guard people.contains(one), people.contains(other), !ledger.group(of: one).contains(other),
      mayBeOne([one, other])
    else { return nil }
    return .link(one, other, despite: chance(50))
  }

  /// Who came into the register with one session of a list did so within one instant: which of them has
  /// the smaller id is chance, and must not matter.
  func mayBeOne(_ people: [Origin]) -> Bool {
    var links: [Origin: Ledger.Link] = [:]
    for entry in chronicle.entries {
      if case .linked(let one, let other) = entry.word {
        links[entry.id] = Ledger.Link(one: one, other: other)
      }
    }
    let all = people.reduce(into: Set()) { $0.formUnion(Ledger.group(of: $1, by: links)) }
    return Dictionary(grouping: all, by: \.act).allSatisfy { act, together in
      together.count == 1 || !takesSessions(act)
    }
  }

  private func takesSessions(_ act: Int) -> Bool {
    guard case .take(let list) = world.operations[act].deed, case .sessions = list.content else {
      return false
    }
    return true
  }

  mutating func unlink(_ ledger: Ledger) -> Deed? {
    let joined = ledger.links.values.map(\.one).sorted()
    guard let one = joined.randomElement(using: &random) else { return nil }
    let others = ledger.group(of: one).subtracting([one]).sorted()
    return others.randomElement(using: &random).map { .unlink(one, $0) }
  }

  mutating func distinguish(_ ledger: Ledger) -> Deed? {
    let people = live(ledger)
    guard people.count > 1 else { return nil }
    let (one, other) = (pick(people), pick(people))
    guard one != other, !ledger.group(of: one).contains(other),
      ledger.distinctions(between: one, and: other).isEmpty
    else { return nil }
    return .distinguish(one, other)
  }

  /// Often somebody whom a list brought, or who is one person with somebody else.
  mutating func anybody(_ ledger: Ledger) -> Origin? {
    let people = live(ledger)
    let joined = Set(ledger.links.values.flatMap { [$0.one, $0.other] })
    let busy = people.filter { ledger.people[$0]?.cause != nil || joined.contains($0) }
    return (chance(60) ? busy.randomElement(using: &random) : nil)
      ?? people.randomElement(using: &random)
  }
}
