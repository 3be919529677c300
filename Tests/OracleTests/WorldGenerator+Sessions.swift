/// Teams, what they held, and taking it back.
extension WorldGenerator {
  mutating func formTeam() -> Deed {
    let place = pick(City.places)
    return .formTeam(place, since: day(notBefore: place.since))
  }

  mutating func logSession(_ ledger: Ledger) -> Deed? {
    var sitting = sitting(ledger, of: chance(55) ? .classroom : pick([.home, .desk, .broadcast]))
    if chance(30) { sitting.unnamed = number(1...40) }
    if chance(15) { sitting.guests = number(1...5) }
    var grades: [Origin: Grade] = [:]
    if sitting.form != .broadcast {
      for person in live(ledger).shuffled(using: &random).prefix(number(0...9)) {
        grades[person] = grade(in: sitting)
      }
    }
    if grades.isEmpty, sitting.unnamed + sitting.guests == 0 { sitting.unnamed = 1 }
    return .logSession(sitting, grades: grades)
  }

  mutating func sitting(_ ledger: Ledger, of form: Form) -> Sitting {
    let team = chance(70) ? pick(ledger.teams.keys.sorted()) : nil
    let course = form == .classroom || chance(60) ? pick(City.courses) : nil
    return Sitting(
      day: day(notBefore: team.flatMap { ledger.teams[$0]?.since } ?? 0), form: form, team: team,
      course: course, lessons: course == nil ? [] : City.lessons.filter { _ in chance(50) })
  }

  mutating func grade(in sitting: Sitting) -> Grade {
    sitting.course == nil ? .attended : pick(Grade.allCases)
  }

  mutating func changeSession(_ ledger: Ledger) -> Deed? {
    guard let id = anySession(ledger), let session = ledger.sessions[id] else { return nil }
    let since = session.sitting.team.flatMap { ledger.teams[$0]?.since } ?? 0
    var correction = Correction()
    if chance(50) { correction.day = day(notBefore: since) }
    if chance(35) { correction.course = pick(City.courses) }
    if chance(30) { correction.form = pick(Form.allCases) }
    if chance(15) { correction.unnamed = number(1...50) }
    let corrected = correction.applied(to: session.sitting)
    let isBroadcastWithNames = corrected.form == .broadcast && !session.marks.isEmpty
    let isClassWithoutCourse = corrected.form == .classroom && corrected.course == nil
    guard corrected != session.sitting, !isBroadcastWithNames, !isClassWithoutCourse else {
      return nil
    }
    return .changeSession(id, correction)
  }

  mutating func mark(_ ledger: Ledger) -> Deed? {
    guard let id = anySession(ledger), let session = ledger.sessions[id] else { return nil }
    let marked = session.marks.keys.sorted()
    if chance(30), !marked.isEmpty { return .mark(session: id, person: pick(marked), nil) }
    let people = live(ledger)
    guard session.sitting.form != .broadcast, !people.isEmpty else { return nil }
    let person = chance(40) ? pick(people) : marked.randomElement(using: &random) ?? pick(people)
    let grade = grade(in: session.sitting)
    let isThere = session.marks[person].map { $0.grade == grade && $0.cause == nil } ?? false
    guard people.contains(person), !isThere else { return nil }
    return .mark(session: id, person: person, grade)
  }

  private mutating func anySession(_ ledger: Ledger) -> Origin? {
    let live = ledger.sessions.keys.sorted().filter { ledger.sessions[$0]?.isVoid == false }
    let listed = live.filter { ledger.sessions[$0]?.cause != nil }
    return (chance(40) ? listed.randomElement(using: &random) : nil)
      ?? live.randomElement(using: &random)
  }

  mutating func complete(_ ledger: Ledger) -> Deed? {
    let people = live(ledger)
    guard !people.isEmpty else { return nil }
    return .complete(
      pick(people), course: pick(City.courses), on: day(notBefore: 0), pick([.completed, .passed]))
  }

  mutating func void(_ ledger: Ledger) -> Deed? {
    things(ledger).filter { thing in
      switch thing {
      case .session(let id): ledger.sessions[id]?.isVoid == false
      case .person(let id): ledger.people[id]?.isVoid == false
      case .word(let id): ledger.completions[id]?.isVoid == false
      case .list: false
      }
    }.randomElement(using: &random).map(Deed.void)
  }

  mutating func restore(_ ledger: Ledger) -> Deed? {
    things(ledger).filter { !ledger.liveVoids(of: $0).isEmpty }.randomElement(using: &random)
      .map(Deed.restore)
  }

  /// People less often than what they did: a void person hides all else.
  private mutating func things(_ ledger: Ledger) -> [Thing] {
    let joined = Set(ledger.links.values.flatMap { [$0.one, $0.other] })
    let all = ledger.people.keys.sorted()
    let keyed = all.filter { ledger.people[$0]?.keys.isEmpty == false }
    if chance(20) { return pick([joined.sorted(), keyed, all]).map(Thing.person) }
    return ledger.sessions.keys.sorted().map(Thing.session)
      + ledger.completions.keys.sorted().map(Thing.word)
  }
}
