/// Rows about people: who they are, and what becomes of them.
extension Desk {
  mutating func take(_ row: List.Row, _ tray: inout Tray) {
    if let key = row.key, !tray.keys.insert(key).inserted { return tray.counts.rejected += 1 }
    switch again(row, tray) ?? identity(of: row, team: nil, source: tray.source) {
    case .unclear:
      if let key = row.key { tray.keys.remove(key) }
      tray.counts.rejected += 1
    case .nobody:
      tray.people.insert(register(row, on: operation.day, &tray))
      tray.counts.created += 1
    case .known(let person):
      tray.people.insert(person)
      tray.count(changed: merge(row, into: person, source: tray.source))
    }
  }

  /// Whom the source has entered before for a row that said that they were new.
  private func again(_ row: List.Row, _ tray: Tray) -> Identity? {
    guard row.choice == .new, row.key == nil else { return nil }
    let alike = ledger.people.keys.filter { person in
      guard let known = ledger.people[person], !known.isVoid else { return false }
      let brought = brought(person, by: tray.source)
      return known.face.human == row.face.human && !tray.people.contains(person)
        && brought.isCalledNew && brought.keys.isEmpty && mayLive(row.home, in: brought.homes)
    }
    return first(of: alike, like: row, before: tray.rowsToCome, source: tray.source)
  }

  /// The first of some whose telephone is known where the row gives it, else the first whom no later row
  /// that says `new` describes so.
  func first(
    of people: some Sequence<Origin>, like row: List.Row, before later: [List.Row], source: Int
  ) -> Identity? {
    let people = people.sorted()
    let like = people.first { brought($0, by: source).hasPhone == row.face.hasPhone }
    let free = people.first { person in
      !later.contains { other in
        other.choice == .new && other.key == nil && other.face.human == row.face.human
          && other.face.hasPhone == brought(person, by: source).hasPhone
      }
    }
    return (like ?? free).map(Identity.known)
  }

  enum Identity {
    case known(Origin)
    case nobody
    /// Somebody must say.
    case unclear
  }

  func identity(of row: List.Row, team: Origin?, source: Int) -> Identity {
    if case .known(let person) = row.choice {
      guard let known = ledger.people[person], !known.isVoid else { return .unclear }
      if let number = row.key {
        let key = Ledger.Key(source: flaw == .forgetsTheSource ? 0 : source, number: number)
        let holders = ledger.people.filter { !$0.value.isVoid && $0.value.keys.contains(key) }.keys
        let isOthers = holders.min().map { !ledger.group(of: $0).contains(person) } ?? false
        if isOthers { return .unclear }
      }
      return known.face.human == row.face.human ? .known(person) : .unclear
    }
    let live = ledger.people.keys.sorted().filter { ledger.people[$0]?.isVoid == false }
    if let number = row.key {
      let key = Ledger.Key(source: flaw == .forgetsTheSource ? 0 : source, number: number)
      let candidates = flaw == .voidPeopleKeepTheirKeys ? ledger.people.keys.sorted() : live
      guard flaw != .forgetsKeys,
        let holder = candidates.first(where: { ledger.people[$0]?.keys.contains(key) == true })
      else { return .nobody }
      let isOther = ledger.people[holder]?.face.human != row.face.human
      return isOther && flaw != .takesAnybodyWithTheKey ? .unclear : .known(holder)
    }
    if row.choice == .new { return .nobody }
    let alike = live.filter { ledger.people[$0]?.face.human == row.face.human }
    if row.face.hasPhone, flaw != .asksDespiteThePhone {
      let found = one(of: alike.filter { ledger.people[$0]?.face.hasPhone == true })
      if let found { return .known(found) }
    }
    let here = alike.filter {
      ledger.present(ledger.home(of: $0, on: operation.day)) == ledger.present(row.home)
    }
    let met = alike.filter { person in team.map { hasMet($0, person) } ?? false }
    if flaw != .asksDespiteTheTeam, let found = one(of: met),
      flaw == .forgetsTheNamesakeNextDoor || one(of: met + here) != nil
    {
      return .known(found)
    }
    switch flaw {
    case .attachesWhoeverLooksAlike: return here.first.map(Identity.known) ?? .nobody
    case .neverAsks: return .nobody
    case .forgetsWhomTheTeamKnows: return here.isEmpty ? .nobody : .unclear
    default: return here.isEmpty && met.isEmpty ? .nobody : .unclear
    }
  }

  /// The only one of some records, those of one person taken for one.
  private func one(of people: [Origin]) -> Origin? {
    let persons =
      flaw == .takesLinkedForSeveral ? Set(people).sorted() : ledger.oneOfEach(people)
    return persons.count == 1 ? persons[0] : nil
  }

  private func hasMet(_ team: Origin, _ person: Origin) -> Bool {
    ledger.sessions.values.contains { $0.sitting.team == team && $0.marks[person] != nil }
  }

  mutating func register(_ row: List.Row, on day: Int, _ tray: inout Tray) -> Origin {
    let person = Origin(act: act, place: tray.newcomers)
    tray.newcomers += 1
    let registered = row.registered ?? day
    if let moved = row.moved, let home = row.home {
      write(
        .registered(
          person, row.face, .unknown, on: registered, key: row.key, isCalledNew: row.choice == .new)
      )
      write(.moved(person, home, from: moved))
    } else {
      write(
        .registered(
          person, row.face, row.home ?? .unknown, on: registered, key: row.key,
          isCalledNew: row.choice == .new))
    }
    return person
  }

  /// Takes over what the list has changed since it last came; says whether that is anything.
  private mutating func merge(_ row: List.Row, into person: Origin, source: Int) -> Bool {
    guard let now = ledger.people[person] else { return false }
    let brought = self.brought(person, by: source)
    let before = written.count
    let home = now.home == .unknown ? nil : now.home
    var amendment = Amendment()
    let opensSpell = row.moved != nil && flaw != .amendsInsteadOfMoving
    let there = ledger.home(of: person, on: operation.day)
    let livesThere = row.home.map { home in there.map { isSame($0, home) } ?? false } ?? false
    if !opensSpell, !livesThere {
      amendment.home = merged(row.home, brought.home, home, isSame: isSame)
    }
    if flaw == .emptyCellsClear, row.home == nil { amendment.home = .unknown }
    amendment.registered = merged(row.registered, brought.registered, now.registered)
    let move = row.moved.flatMap { day -> Word? in
      guard opensSpell, let home = row.home else { return nil }
      if let there = ledger.home(of: person, on: day), isSame(there, home) { return nil }
      return merged(home, brought.moves[day], now.moves[day], isSame: isSame)
        .map { .moved(person, $0, from: day) }
    }
    let key = row.key.flatMap { brought.keys.contains($0) ? nil : $0 }
    let hasPhone = row.face.hasPhone && !now.face.hasPhone
    if amendment != Amendment() || key != nil || hasPhone {
      write(.amended(person, amendment, hasPhone: hasPhone, key: key))
    }
    if let move { write(move) }
    return written.count > before
  }

  /// What a source has last said of somebody.
  struct Brought {
    var home: Home?
    var registered: Int?
    var moves: [Int: Home] = [:]
    var keys: Set<Int> = []
    var isCalledNew = false
    var hasPhone = false

    var homes: [Home] { [home].compactMap(\.self) + moves.values }
  }

  /// Whether a row gives no home, or one of these, or none of these is known.
  func mayLive(_ home: Home?, in homes: [Home]) -> Bool {
    let homes = homes.filter { $0 != .unknown }
    guard let home, !homes.isEmpty else { return true }
    return homes.contains { isSame($0, home) || isSame(home, $0) }
  }

  func brought(_ person: Origin, by source: Int) -> Brought {
    var brought = Brought()
    for entry in ledger.entries where entry.cause?.source == source && !ledger.isTakenBack(entry) {
      switch entry.word {
      case .registered(person, let face, let home, let day, let key, let isCalledNew):
        brought.isCalledNew = isCalledNew
        brought.hasPhone = face.hasPhone
        brought.home = home == .unknown ? nil : home
        brought.registered = day
        if let key { brought.keys.insert(key) }
      case .amended(person, let amendment, let hasPhone, let key):
        if hasPhone { brought.hasPhone = true }
        if flaw != .comparesWithTheFirstEdition {
          brought.home = amendment.home ?? brought.home
          brought.registered = amendment.registered ?? brought.registered
        }
        if let key { brought.keys.insert(key) }
      case .moved(person, let home, let day): brought.moves[day] = home
      default: break
      }
    }
    return brought
  }
}
