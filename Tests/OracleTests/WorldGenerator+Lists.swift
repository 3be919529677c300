/// Lists that come, come again, and are undone.
extension WorldGenerator {
  /// Often another edition of a list that has been there: the same bytes, other bytes that say the
  /// same, or some rows changed.
  mutating func list(_ ledger: Ledger) -> List {
    let undone = ledger.lists.filter(\.value.isVoid)
    let lists = !undone.isEmpty && chance(40) ? undone : ledger.lists
    guard chance(70), let act = lists.keys.sorted().randomElement(using: &random),
      var list = lists[act]?.list
    else { return newList(ledger) }
    if chance(12) { return list }
    bytes += 1
    list.bytes = bytes
    if chance(12) { return list }
    switch list.content {
    case .people(let rows): list.content = .people(changed(rows, ledger))
    case .sessions(let gatherings):
      list.content = .sessions(gatherings.map { changed($0, ledger) })
    }
    return list
  }

  private mutating func newList(_ ledger: Ledger) -> List {
    bytes += 1
    let source = number(1...2)
    if chance(55) {
      return List(
        source: source, bytes: bytes,
        content: .people((0..<number(2...6)).map { _ in row(ledger, isOfSession: false) }))
    }
    var gatherings: [List.Gathering] = []
    for _ in 0..<number(1...2) {
      let sitting = sitting(ledger, of: pick([.classroom, .classroom, .home, .desk]))
      let key = newSessionKey(of: source)
      gatherings.append(
        List.Gathering(
          key: key, sitting: sitting,
          seats: (0..<number(1...6)).map { _ in seat(in: sitting, ledger) }))
    }
    return List(source: source, bytes: bytes, content: .sessions(gatherings))
  }

  /// The sources number their sessions apart, and so use the same keys.
  private mutating func newSessionKey(of source: Int) -> Int {
    sessionKeys[source, default: 0] += 1
    return sessionKeys[source, default: 0]
  }

  private mutating func seat(in sitting: Sitting, _ ledger: Ledger) -> List.Gathering.Seat {
    List.Gathering.Seat(row: row(ledger, isOfSession: true), grade: grade(in: sitting))
  }

  /// Somebody new, or somebody of the register, with or without a key.
  private mutating func row(_ ledger: Ledger, isOfSession: Bool) -> List.Row {
    guard chance(60), let person = anybody(ledger), let record = ledger.people[person]
    else {
      var row = List.Row(face: newFace(), key: chance(70) ? newKey() : nil)
      fill(&row, isOfSession)
      return row
    }
    var row = List.Row(face: Face(human: record.face.human, hasPhone: chance(60)))
    fill(&row, isOfSession)
    // Somebody whom links have made one of several who look alike.
    if ledger.group(of: person).count(where: {
      ledger.people[$0]?.face.human == row.face.human
    }) > 1, chance(70) {
      row.face.hasPhone = true
      return row
    }
    switch number(0...9) {
    case ..<2: row.key = newKey()
    case 2: row.key = anyKey()
    case 3:
      // The key of somebody, with the face of somebody else.
      row.key = anyKey()
      row.face = newFace()
    case 4, 5:
      row.choice = .known(person)
      // A list of sessions says nothing of people who are there.
      if !isOfSession, chance(40) { row.key = newKey() }
      if chance(10) { row.face = newFace() }
    case 6: row.choice = .new
    default: if chance(60) { row.home = ledger.home(of: person, on: today) }
    }
    if row.home == .unknown || row.home == nil { row.moved = nil }
    if row.home == .unknown { row.home = nil }
    return row
  }

  private mutating func fill(_ row: inout List.Row, _ isOfSession: Bool) {
    let home = home()
    row.home = home == .unknown || isOfSession && chance(60) ? nil : home
    if chance(isOfSession ? 10 : 60) { row.registered = day(notBefore: City.former) }
    if !isOfSession, row.home != nil, chance(30) { row.moved = day(notBefore: City.former) }
  }

  private mutating func newKey() -> Int {
    keys += 1
    return keys
  }

  private mutating func anyKey() -> Int { number(1...max(1, keys)) }

  // MARK: Other editions

  private mutating func changed(_ rows: [List.Row], _ ledger: Ledger) -> [List.Row] {
    var rows = rows
    for index in rows.indices where chance(45) { change(&rows[index]) }
    if chance(20) { rows.remove(at: number(0...rows.count - 1)) }
    if chance(30) || rows.isEmpty { rows.append(row(ledger, isOfSession: false)) }
    return rows
  }

  private mutating func change(_ row: inout List.Row) {
    switch number(0...9) {
    case ..<3:
      row.home = .place(pick(City.places))
    case 3, 4:
      // The same place by its new name, or by its old one.
      guard case .place(let place) = row.home else { break }
      row.home = .place(
        place == City.present(place) ? pick(City.parts(of: place)) : City.present(place))
    case 5:
      row.home = nil
      row.moved = nil
    case 6, 7:
      row.home = chance(15) ? .outside : .place(pick(City.places))
      row.moved = day(notBefore: City.former)
    default: row.registered = day(notBefore: City.former)
    }
  }

  private mutating func changed(
    _ gathering: List.Gathering, _ ledger: Ledger
  ) -> List.Gathering {
    var gathering = gathering
    if chance(35) {
      let since = gathering.sitting.team.flatMap { ledger.teams[$0]?.since } ?? 0
      gathering.sitting.day = day(notBefore: since)
    }
    if chance(20), gathering.sitting.course != nil { gathering.sitting.course = pick(City.courses) }
    for index in gathering.seats.indices where chance(40) {
      gathering.seats[index].grade = grade(in: gathering.sitting)
    }
    if chance(25), gathering.seats.count > 1 {
      gathering.seats.remove(at: number(0...gathering.seats.count - 1))
    }
    if chance(40) { gathering.seats.append(seat(in: gathering.sitting, ledger)) }
    return gathering
  }

  // MARK: Undoing

  mutating func undo(_ ledger: Ledger) -> Deed? {
    ledger.lists.filter { !$0.value.isVoid }.keys.sorted().randomElement(using: &random)
      .map { .undo(list: $0, pick([.stop, .keepUsed, .keepUsed, .all])) }
  }

  mutating func redo(_ ledger: Ledger) -> Deed? {
    ledger.lists.filter { $0.value.isVoid && !ledger.hasAgain($0.key, $0.value.list) }.keys.sorted()
      .randomElement(using: &random).map(Deed.redo)
  }
}

extension Ledger {
  /// Whether what a list brought has perhaps come in once more by another: then it is not had back.
  fileprivate func hasAgain(_ act: Int, _ list: List) -> Bool {
    if lists.contains(where: { $0.key != act && !$0.value.isVoid && $0.value.list == list }) {
      return true
    }
    return entries.contains { entry in
      guard entry.cause?.act == act else { return false }
      switch entry.word {
      case .registered(let person, _, _, _, let number?, _),
        .amended(let person, _, _, let number?):
        let key = Key(source: list.source, number: number)
        return people.contains {
          $0.key != person && !$0.value.isVoid && $0.value.keys.contains(key)
        }
      case .registered(let person, let face, _, _, nil, _):
        return people.contains {
          $0.key != person && !$0.value.isVoid && $0.value.face.human == face.human
            && $0.value.cause?.source == list.source
        }
      case .logged(let session, _, _, let number?):
        let key = Key(source: list.source, number: number)
        return sessions.contains { $0.key != session && !$0.value.isVoid && $0.value.key == key }
      default: return false
      }
    }
  }
}
