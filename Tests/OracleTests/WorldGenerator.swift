import Domain

/// Makes a world from a seed: some 30 people, and some 50 acts of one or two laptops that hand each
/// other what they have now and then. Every act is one that its device must accept, or must refuse for a
/// reason that the oracle knows.
struct WorldGenerator {
  var random: SplitMix64
  private(set) var world: World
  private(set) var chronicle = Chronicle()
  private(set) var today = Calendar.day(2025, 8, 20)
  /// How many humans, keys of people and bytes of lists there have been, and by source how many keys of
  /// sessions.
  var humans = 0
  var keys = 0
  var bytes = 0
  var sessionKeys: [Int: Int] = [:]

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
    for _ in 0..<number(8...14) { add(register(ledger(of: 0)), device: 0) }
    add(.exchange, device: 0)
    for _ in 0..<number(24...48) {
      if chance(50) { today += number(1...20) }
      if world.devices > 1, chance(6) {
        if chance(50) { crossMarks() } else { crossLinks() }
      }
      let device = number(0...world.devices - 1)
      if chance(3) { voidTheMiddle(device: device) }
      let ledger = ledger(of: device)
      for _ in 0..<20 {
        guard let deed = deed(seenFrom: ledger) else { continue }
        add(deed, device: device)
        break
      }
    }
    add(.exchange, device: 0)
  }

  private mutating func add(_ deed: Deed, device: Int) {
    chronicle.add(world.append(deed, on: today, device: device))
  }

  /// What a device knows of the world so far.
  private func ledger(of device: Int) -> Ledger {
    chronicle.ledger(of: device, havingHeard: world.heard[device])
  }

  /// Nil where nothing of the kind that the dice want can be done.
  private mutating func deed(seenFrom ledger: Ledger) -> Deed? {
    switch number(0...119) {
    case ..<3: formTeam()
    case ..<8: register(ledger)
    case ..<19: logSession(ledger)
    case ..<24: changeSession(ledger)
    case ..<30: mark(ledger)
    case ..<37: complete(ledger)
    case ..<42: void(ledger)
    case ..<47: restore(ledger)
    case ..<49: .publish(plan())
    case ..<53: promise(ledger)
    case ..<60: amend(ledger)
    case ..<67: move(ledger)
    case ..<72: die(ledger)
    case ..<74: revive(ledger)
    case ..<84: link(ledger)
    case ..<87: unlink(ledger)
    case ..<90: distinguish(ledger)
    case ..<106: .take(list(ledger))
    case ..<114: undo(ledger)
    case ..<118: redo(ledger)
    default: world.devices > 1 ? .exchange : nil
    }
  }

  // MARK: Two devices

  /// One device makes a broadcast of a session while the other marks somebody in it.
  private mutating func crossMarks() {
    let session = Origin(act: world.operations.count)
    let sitting = Sitting(
      day: day(notBefore: 0), form: .desk, team: nil, course: pick(City.courses), lessons: [],
      unnamed: 3)
    add(.logSession(sitting, grades: [:]), device: 0)
    add(.exchange, device: 0)
    guard let person = live(ledger(of: 1)).randomElement(using: &random) else { return }
    add(.changeSession(session, Correction(form: .broadcast)), device: 0)
    add(.mark(session: session, person: person, pick(Grade.allCases)), device: 1)
  }

  /// Both devices link two people, one of them by way of a third; then somebody takes them apart.
  private mutating func crossLinks() {
    let (one, other) = (ledger(of: 0), ledger(of: 1))
    let known = Set(live(other))
    let three = Array(live(one).filter(known.contains).shuffled(using: &random).prefix(3))
    guard three.count == 3, one.oneOfEach(three).count == 3, other.oneOfEach(three).count == 3,
      mayBeOne(three)
    else { return }
    add(.link(three[0], three[1], despite: true), device: 0)
    add(.link(three[0], three[2], despite: true), device: 1)
    add(.link(three[2], three[1], despite: true), device: 1)
    add(.exchange, device: 0)
    if chance(70) { add(.unlink(three[0], three[1]), device: number(0...1)) }
  }

  // MARK: Chains

  /// Joins two people by way of a third, whose record is then taken back.
  private mutating func voidTheMiddle(device: Int) {
    let ledger = ledger(of: device)
    let three = Array(live(ledger).shuffled(using: &random).prefix(3))
    guard three.count == 3, ledger.oneOfEach(three).count == 3, mayBeOne(three) else { return }
    add(.link(three[0], three[1], despite: true), device: device)
    add(.link(three[1], three[2], despite: true), device: device)
    add(.void(.person(three[1])), device: device)
  }

  // MARK: Dice

  /// A day up to today, often the last of a month, where calendars are hardest.
  mutating func day(notBefore first: Int) -> Int {
    var day = today - (chance(70) ? number(0...120) : number(0...900))
    if chance(30) { day = min(today, Calendar.lastOfMonth(day)) }
    return max(first, day)
  }

  func live(_ ledger: Ledger) -> [Origin] {
    ledger.people.keys.sorted().filter { ledger.people[$0]?.isVoid == false }
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }

  mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

  mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
    choices[number(0...choices.count - 1)]
  }
}
