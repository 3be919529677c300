import Domain
import TestSupport

@testable import Storage

/// One to three laptops that record at random, and now and then hand each other some of what they
/// have, in any order and with holes.
struct RandomHistory {
  private(set) var registers: [Register]
  var random: SplitMix64
  private var actors: [Actor.ID] = []
  private(set) var step = 0
  private(set) var day = Sample.day("2026-02-01")

  init(seed: UInt64, acts: Int = 90) throws {
    random = SplitMix64(seed: seed)
    registers = [try Sample.register(seed: seed)]
    for device in 0..<Int(seed % 3) {
      // The second founds for itself what has natural ids; the third is handed everything.
      if device == 0 {
        registers.append(try Sample.register(seed: seed &+ 1_000, on: day))
      } else {
        let register = try Register.inMemory(device: .timeOrdered(milliseconds: 0, using: &random))
        try register.receive(registers[0].allEvents())
        registers.append(register)
      }
    }
    actors = try registers.map { register in
      try register.read { try $0.defaultActor() } ?? registers[0].read { try $0.defaultActor() }
        ?? .timeOrdered(milliseconds: 0, using: &random)
    }
    for _ in 0..<acts {
      if number(0...2) == 0 { day = day.adding(days: number(1...20)) }
      if registers.count > 1, number(0...5) == 0 { try handOver() }
      do {
        try act(number(0...registers.count - 1))
      } catch is RecordError {
        // What the dice wanted is not allowed: on with the next.
      }
    }
  }

  /// Every event that any of them has, in order.
  func union() throws -> [StoredEvent] {
    var byID: [Event.ID: StoredEvent] = [:]
    for register in registers {
      for stored in try register.allEvents() { byID[stored.event.id] = stored }
    }
    return byID.values.sorted { $0.order < $1.order }
  }

  private mutating func handOver() throws {
    let (sender, receiver) = (number(0...registers.count - 1), number(0...registers.count - 1))
    let share = number(1...4)
    let events = try registers[sender].allEvents().filter { _ in number(1...4) <= share }
    try registers[receiver].receive(events.shuffled(using: &random))
  }

  private mutating func act(_ device: Int) throws {
    step += 1
    let author = Author(
      actor: actors[device], now: Sample.morning(of: day) + Int64(number(-5_000...5_000)),
      random: .seeded(SplitMix64(seed: random.next())), checksClock: false)
    var dice = self
    try registers[device].record(as: author) { try dice.act(with: &$0) }
    self = dice
  }

  private mutating func act(with recorder: inout Recorder) throws {
    let reader = recorder.reader
    let learners = try reader.journal(kind: LearnerRegistered.kind, limit: 100)
      .compactMap { try reader.learner(id: Learner.ID($0.event.subject)) }
    let sessions = try reader.sessions(limit: 100)
    switch number(0...24) {
    case 12...: try actOnPeople(learners, with: &recorder)
    case 0:
      let unit = try pick(reader.gazetteer().units.filter { $0.kind != .city })
      _ = try recorder.formTeam(named: "Tổ \(step)", in: unit, since: past())
    case 1, 2:
      let unit = try pick(reader.gazetteer().units.filter { $0.kind != .city })
      _ = try recorder.register(
        PersonDescription(
          person: PersonalDetails(
            name: pick(["Hồ Thị Lê", "Hồ Văn Lệ", "Ngô Bá Tước"]),
            birthYear: 1950 + number(0...9),
            phone: number(0...1) == 0 ? "090512345\(number(0...9))" : nil),
          sex: pick([.female, .male, nil]),
          residence: pick([.unit(unit.id), .unit(unit.id), .outside, .unallocated])),
        on: past(), consent: .paper, scope: .city)
    case 3, 4:
      let present = learners.filter { _ in number(0...2) == 0 }
      _ = try recorder.logSession(
        SessionDetails(
          date: past(), form: pick([.class, .home, .desk]),
          team: try reader.teams().randomElement(using: &random)?.id, course: pick(courses),
          minutes: pick([60, nil]), unnamed: 1, venue: pick(["chợ", nil]),
          note: pick(["nắng", nil])),
        attendees: present.map { ($0.id, mark()) })
    case 5:
      var change = SessionChanged()
      if number(0...1) == 0 { change.date = past() }
      if number(0...1) == 0 { change.course = pick(courses) }
      if number(0...2) == 0 { change.form = pick(SessionForm.allCases) }
      if number(0...2) == 0 { change.note = "mưa \(step)" }
      if number(0...3) == 0 { change.cleared = [pick([.course, .minutes, .venue, .note])] }
      _ = try sessions.randomElement(using: &random).map { try recorder.change($0, change) }
    case 6:
      guard let learner = learners.randomElement(using: &random),
        let session = sessions.randomElement(using: &random)
      else { return }
      try recorder.mark(learner, in: session, as: pick([mark(), mark(), nil]))
    case 7:
      guard let learner = learners.randomElement(using: &random) else { return }
      try recorder.recordCompletion(
        of: learner, course: pick(courses), on: past(), result: pick([.completed, .passed]),
        basis: .imported)
    case 8:
      // Anything may be taken back, a person, a team or a mere correction too.
      let records =
        learners.map { RecordID($0.id) } + sessions.map { RecordID($0.id) }
        + (try reader.teams().map { RecordID($0.id) })
        + (try reader.journal(limit: 15)
          .filter { Self.takenBackAlone.contains($0.event.kind) }
          .map { RecordID($0.event.id) })
      guard let target = records.randomElement(using: &random) else { return }
      try recorder.record(Voided(target: target, reason: .other), subject: target, scope: .city)
    case 9:
      let voids = try reader.journal(kind: Voided.kind, limit: 20)
      guard let void = voids.randomElement(using: &random)?.event.id else { return }
      try recorder.record(Restored(void: void), subject: RecordID(void), scope: .city)
    case 10:
      try recorder.publish(
        Programme(
          version: number(1...4), core: [pick(courses)],
          measures: [
            Measure(
              slug: pick(["reached", "trained"]), titles: ["vi": "Bước \(step)"],
              counts: pick(LearningResult.allCases), rule: .atLeast(1, of: nil), basis: "all",
              validityMonths: pick([nil, 1, 12]))
          ]))
    default:
      try recorder.usePopulation(pick(["ward-series", "city-series"]))
      let gazetteer = try reader.gazetteer()
      if let measure = try reader.programme()?.measures.first {
        try recorder.setTarget(
          measure: measure.slug, unit: pick(gazetteer.localUnits(on: day)),
          basisPoints: number(1...9_999), deadline: Sample.day("2026-12-31"), document: nil)
      }
    }
  }

  private static let takenBackAlone: Set = [
    SessionChanged.kind, MarkSet.kind, CompletionRecorded.kind, LearnerChanged.kind,
    LearnerMoved.kind, LearnerDied.kind, LearnerLinked.kind, LearnerUnlinked.kind,
    LearnerDistinct.kind, LearnerRegistered.kind, SessionLogged.kind,
  ]

  let courses = ["an-toan", "dien-thoai", "zalo"]

  mutating func mark() -> Mark {
    Mark(result: pick(LearningResult.allCases), basis: .declared, score: pick([nil, 50]))
  }

  mutating func past() -> CalendarDay { day.adding(days: -number(0...60)) }

  mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }

  mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
    choices[number(0...choices.count - 1)]
  }
}
