import Domain

/// Makes a world from a seed: some 25 people, and some 40 acts of one or two laptops that hand each
/// other what they have now and then. Every act is one that its device must accept.
struct WorldGenerator {
  private var random: SplitMix64
  private var world: World
  private var today = Calendar.day(2025, 8, 20)
  private var people = 0
  private var teams = 0
  private var sessions = 0
  private var completions = 0

  static func world(seed: UInt64) -> World {
    var generator = WorldGenerator(seed: seed)
    generator.generate()
    return generator.world
  }

  private init(seed: UInt64) {
    random = SplitMix64(seed: seed &* 0x1234_5678_9ABC_DEF1)
    world = World(seed: seed, devices: seed.isMultiple(of: 3) ? 2 : 1)
  }

  private mutating func generate() {
    for _ in 0..<2 { add(formTeam(), device: 0) }
    for _ in 0..<18 { add(registerPerson(), device: 0) }
    add(.exchange, device: 0)
    for _ in 0..<42 {
      if chance(60) { today += number(1...25) }
      if world.devices > 1, chance(4) { crossEachOther() }
      let device = number(0...world.devices - 1)
      let ledger = world.ledger(of: device)
      for _ in 0..<20 {
        guard let deed = deed(seenFrom: ledger) else { continue }
        add(deed, device: device)
        break
      }
    }
    add(.exchange, device: 0)
  }

  /// One device makes a broadcast of a session while the other marks somebody in it.
  private mutating func crossEachOther() {
    sessions += 1
    let sitting = Sitting(
      day: day(notBefore: 0), form: .desk, team: nil, course: pick(City.courses), lessons: [],
      unnamed: 3, guests: 0)
    add(.logSession(session: sessions, sitting, grades: [:]), device: 0)
    add(.exchange, device: 0)
    guard let person = live(world.ledger(of: 1)).randomElement(using: &random) else { return }
    add(.changeSession(session: sessions, Correction(form: .broadcast)), device: 0)
    add(.mark(session: sessions, person: person, pick(Grade.allCases)), device: 1)
  }

  private mutating func add(_ deed: Deed, device: Int) {
    world.append(deed, on: today, device: device)
  }

  /// Nil where nothing of the kind that the dice want can be done.
  private mutating func deed(seenFrom ledger: Ledger) -> Deed? {
    switch number(0...99) {
    case ..<6: formTeam()
    case ..<20: registerPerson()
    case ..<46: logSession(ledger)
    case ..<55: changeSession(ledger)
    case ..<64: mark(ledger)
    case ..<74: complete(ledger)
    case ..<83: void(ledger)
    case ..<90: restore(ledger)
    case ..<94: .publish(plan())
    case ..<97: promise(ledger)
    default: world.devices > 1 ? .exchange : nil
    }
  }

  // MARK: Records

  private mutating func formTeam() -> Deed {
    let place = pick(City.places)
    teams += 1
    return .formTeam(team: teams, place: place, since: day(notBefore: place.since))
  }

  private mutating func registerPerson() -> Deed {
    people += 1
    let home: Home =
      switch number(0...99) {
      case ..<10: .outside
      case ..<22: .unknown
      default: .place(pick(City.places))
      }
    return .registerPerson(person: people, home: home, on: day(notBefore: City.former))
  }

  private mutating func logSession(_ ledger: Ledger) -> Deed? {
    let form = chance(55) ? Form.classroom : pick([.home, .desk, .broadcast])
    let team = chance(70) ? pick(ledger.teams.keys.sorted()) : nil
    let course = form == .classroom || chance(60) ? pick(City.courses) : nil
    var sitting = Sitting(
      day: day(notBefore: team.flatMap { ledger.teams[$0]?.since } ?? 0), form: form, team: team,
      course: course, lessons: [], unnamed: chance(30) ? number(1...40) : 0,
      guests: chance(15) ? number(1...5) : 0)
    if course != nil { sitting.lessons = City.lessons.filter { _ in chance(50) } }
    var grades: [Int: Grade] = [:]
    if form != .broadcast {
      let present = live(ledger).shuffled(using: &random).prefix(number(0...7))
      for person in present { grades[person] = course == nil ? .attended : pick(Grade.allCases) }
    }
    if grades.isEmpty, sitting.unnamed + sitting.guests == 0 { sitting.unnamed = 1 }
    sessions += 1
    return .logSession(session: sessions, sitting, grades: grades)
  }

  private mutating func changeSession(_ ledger: Ledger) -> Deed? {
    guard let session = anySession(ledger), let sitting = ledger.sittings[session] else {
      return nil
    }
    let since = sitting.team.flatMap { ledger.teams[$0]?.since } ?? 0
    var correction = Correction()
    if chance(50) { correction.day = day(notBefore: since) }
    if chance(35) { correction.course = pick(City.courses) }
    if chance(30) { correction.form = pick(Form.allCases) }
    if chance(15) { correction.unnamed = number(1...50) }
    let corrected = correction.applied(to: sitting)
    let isBroadcastWithNames =
      corrected.form == .broadcast && !(ledger.grades[session] ?? [:]).isEmpty
    let isClassWithoutCourse = corrected.form == .classroom && corrected.course == nil
    guard corrected != sitting, !isBroadcastWithNames, !isClassWithoutCourse else { return nil }
    return .changeSession(session: session, correction)
  }

  private mutating func mark(_ ledger: Ledger) -> Deed? {
    guard let session = anySession(ledger), let sitting = ledger.sittings[session] else {
      return nil
    }
    let marked = ledger.grades[session] ?? [:]
    if chance(30), !marked.isEmpty {
      return .mark(session: session, person: pick(marked.keys.sorted()), nil)
    }
    let people = live(ledger)
    guard sitting.form != .broadcast, !people.isEmpty else { return nil }
    let person = pick(people)
    let grade = sitting.course == nil ? .attended : pick(Grade.allCases)
    guard marked[person] != grade else { return nil }
    return .mark(session: session, person: person, grade)
  }

  private mutating func complete(_ ledger: Ledger) -> Deed? {
    let people = live(ledger)
    guard !people.isEmpty else { return nil }
    completions += 1
    return .complete(
      completion: completions, person: pick(people), course: pick(City.courses),
      on: day(notBefore: 0), pick([.completed, .passed]))
  }

  private mutating func void(_ ledger: Ledger) -> Deed? {
    victims(of: ledger).filter { !ledger.isVoid($0) }.randomElement(using: &random).map(Deed.void)
  }

  private mutating func restore(_ ledger: Ledger) -> Deed? {
    victims(of: ledger).filter(ledger.isVoid).randomElement(using: &random).map {
      .restore($0, voids: ledger.liveVoids(of: $0))
    }
  }

  /// People less often than what they did: a void person hides all else.
  private mutating func victims(of ledger: Ledger) -> [Victim] {
    let people = chance(25) ? ledger.homes.keys.sorted().map(Victim.person) : []
    return ledger.sittings.keys.sorted().map(Victim.session)
      + ledger.completions.keys.sorted().map(Victim.completion) + people
  }

  private mutating func promise(_ ledger: Ledger) -> Deed? {
    .promise(
      Goal(
        slug: pick(ledger.plan.yardsticks).slug, code: pick(City.codes + [nil]),
        basisPoints: number(1...9_999), deadline: pick(deadlines)))
  }

  private let deadlines = [
    Calendar.day(2025, 12, 31), Calendar.day(2026, 6, 30), Calendar.day(2030, 12, 31),
  ]

  // MARK: Plans

  private mutating func plan() -> Plan {
    let slugs = ["reached", "trained", "skilled"] + ["fresh", "areas"].filter { _ in chance(60) }
    return Plan(
      version: number(1...5), core: City.courses.filter { _ in chance(60) },
      yardsticks: slugs.map { slug in
        Yardstick(
          slug: slug, least: pick(Grade.allCases), rule: rule(),
          months: slug == "fresh" || chance(25) ? pick([1, 3, 6, 12, 24]) : nil,
          basis: chance(85) ? "all" : "adults")
      })
  }

  private mutating func rule() -> Yardstick.Rule {
    switch number(0...5) {
    case 0: .atLeast(1, of: nil)
    case 1: .atLeast(number(2...3), of: nil)
    case 2, 3: .atLeast(number(1...2), of: someCourses())
    case 4: .all(someCourses())
    default: .eachArea(["1": someCourses(), "4": someCourses()])
    }
  }

  private mutating func someCourses() -> [String] {
    Array(City.courses.shuffled(using: &random).prefix(number(1...3)))
  }

  // MARK: Dice

  /// A day up to today, often the last of a month, where calendars are hardest.
  private mutating func day(notBefore first: Int) -> Int {
    var day = today - (chance(70) ? number(0...120) : number(0...900))
    if chance(30) { day = min(today, Calendar.lastOfMonth(day)) }
    return max(first, day)
  }

  private mutating func anySession(_ ledger: Ledger) -> Int? {
    ledger.sittings.keys.sorted().filter { !ledger.isVoid(.session($0)) }
      .randomElement(using: &random)
  }

  private func live(_ ledger: Ledger) -> [Int] {
    ledger.homes.keys.sorted().filter { !ledger.isVoid(.person($0)) }
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }

  private mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

  private mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
    choices[number(0...choices.count - 1)]
  }
}
