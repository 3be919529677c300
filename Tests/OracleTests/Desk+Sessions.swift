/// Sessions of a list, seat by seat.
extension Desk {
  mutating func take(_ gathering: List.Gathering, _ tray: inout Tray) {
    let key = Ledger.Key(
      source: flaw == .forgetsTheSource ? 0 : tray.source, number: gathering.key)
    let session = ledger.sessions.filter { !$0.value.isVoid && $0.value.key == key }.keys.min()
    if session == nil, ledger.sessions.values.contains(where: { $0.isVoid && $0.key == key }) {
      // Somebody has voided it by hand, and it stays so.
      return tray.count(changed: false)
    }
    let now = session.flatMap { ledger.sessions[$0] }
    let brought = session.flatMap { self.brought(session: $0, by: tray.source) }
    var marks: [Origin: Grade] = [:]
    var seated: Set<Origin> = []
    for (position, seat) in gathering.seats.enumerated() {
      let rowsToCome = gathering.seats[(position + 1)...].map(\.row)
      var row = seat.row
      if row.home == nil, let team = gathering.sitting.team, let place = ledger.teams[team]?.place {
        row.home = .place(place)
      }
      let person: Origin
      switch sitting(
        row, livingIn: seat.row.home, before: rowsToCome, brought, seated, source: tray.source)
        ?? identity(of: row, team: gathering.sitting.team, source: tray.source)
      {
      case .unclear:
        tray.counts.rejected += 1
        continue
      case .known(let known):
        guard !sits(known, brought, seated) else {
          tray.counts.rejected += 1
          continue
        }
        person = known
      case .nobody: person = register(row, on: gathering.sitting.day, &tray)
      }
      seated.insert(person)
      let before = brought?.marks[person].map { Sign($0) }
      let present = now?.marks[person].map { Sign($0) }
      if merged(Sign(seat.grade), before, present) != nil { marks[person] = seat.grade }
    }
    guard let session, let now else {
      guard !marks.isEmpty else { return }
      write(
        .logged(
          Origin(act: act, place: tray.sessions), gathering.sitting, marks, key: gathering.key))
      tray.sessions += 1
      tray.counts.created += 1
      return
    }
    if flaw == .takesOutWhoIsMissing {
      for person in now.marks.keys.sorted() where !seated.contains(person) {
        write(.marked(session, person, nil))
      }
    }
    let correction = self.correction(gathering.sitting, brought?.sitting, now.sitting)
    if correction != Correction() { write(.changed(session, correction)) }
    for (person, grade) in marks.sorted(by: { $0.key < $1.key }) {
      write(.marked(session, person, grade))
    }
    tray.count(changed: correction != Correction() || !marks.isEmpty)
  }

  /// Whether somebody is seated already, by this record or another. Who sat by two records before these
  /// were linked may do so again.
  private func sits(
    _ person: Origin, _ brought: Ledger.Session?, _ seated: Set<Origin>
  ) -> Bool {
    if seated.contains(person) { return true }
    if brought?.marks[person] != nil || flaw == .seatsOnePersonTwice { return false }
    return !ledger.group(of: person).isDisjoint(with: seated)
  }

  /// A grade by hand is not the same grade from a list.
  private struct Sign: Equatable {
    let grade: Grade
    let isListed: Bool

    init(_ grade: Grade) {
      self.grade = grade
      isListed = true
    }

    init(_ mark: Ledger.Mark) {
      grade = mark.grade
      isListed = mark.cause != nil
    }
  }

  /// The one whom this list has brought into the session before, looking like the row: the same list
  /// must not ask again.
  private func sitting(
    _ row: List.Row, livingIn home: Home?, before later: [List.Row],
    _ brought: Ledger.Session?, _ seated: Set<Origin>, source: Int
  ) -> Identity? {
    if case .known = row.choice { return nil }
    guard row.key == nil, let brought else { return nil }
    let alike = brought.marks.keys.filter { person in
      guard let known = ledger.people[person], !known.isVoid, !seated.contains(person),
        known.face.human == row.face.human
      else { return false }
      let then = self.brought(person, by: source)
      let fitsThen = then.registered != nil && mayLive(home, in: then.homes)
      if row.choice == .new { return fitsThen && then.isCalledNew && then.keys.isEmpty }
      return !then.isCalledNew
        && (fitsThen || mayLive(home, in: [known.home] + known.moves.values))
    }
    if row.choice == .new { return first(of: alike, like: row, before: later, source: source) }
    return alike.count == 1 ? alike.first.map(Identity.known) : nil
  }

  private func brought(session: Origin, by source: Int) -> Ledger.Session? {
    let words = ledger.entries.filter {
      $0.subject == .session(session) && $0.cause?.source == source && !ledger.isTakenBack($0)
    }
    return Ledger(words, flaw: flaw).sessions[session]
  }

  private func correction(
    _ listed: Sitting, _ brought: Sitting?, _ now: Sitting
  ) -> Correction {
    Correction(
      day: merged(listed.day, brought?.day, now.day),
      form: merged(listed.form, brought?.form, now.form),
      course: merged(listed.course, brought?.course, now.course))
  }
}
