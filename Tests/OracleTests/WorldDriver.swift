import Domain
import TestSupport

@testable import Storage

/// Lives a world through registers, one a device, by their own verbs.
struct WorldDriver {
  private(set) var registers: [Register] = []
  private let actor: Actor.ID
  private let seed: UInt64
  /// The events that every register has.
  private var shared: Set<Event.ID> = []
  private var teams: [Int: Team.ID] = [:]
  private var people: [Int: Learner.ID] = [:]
  private var sessions: [Int: Session.ID] = [:]
  private var completions: [Int: Event.ID] = [:]

  struct Missing: Error {
    let what: String
  }

  init(_ world: World) throws {
    seed = world.seed
    let first = try Sample.register(
      seed: world.seed, on: CalendarDay(ordinal: Calendar.day(2025, 7, 10)))
    guard let founder = try first.read({ try $0.defaultActor() }) else {
      throw Missing(what: "founder")
    }
    actor = founder
    registers = [first]
    for device in 1..<max(1, world.devices) {
      var random = SplitMix64(seed: world.seed &+ UInt64(device) << 32)
      registers.append(
        try .inMemory(device: .timeOrdered(milliseconds: 0, using: &random)))
    }
    try exchange()
    for operation in world.operations {
      if case .exchange = operation.deed {
        try exchange()
      } else {
        try perform(operation)
      }
    }
  }

  /// Every register takes what the others have recorded since, and some of it once more.
  private mutating func exchange() throws {
    let journals = try registers.map { try $0.allEvents() }
    for receiver in registers.indices {
      for sender in registers.indices where sender != receiver {
        try registers[receiver].receive(
          journals[sender].filter {
            !shared.contains($0.event.id) || $0.event.sequence.isMultiple(of: 10)
          })
      }
    }
    shared.formUnion(journals.joined().map(\.event.id))
  }

  private mutating func perform(_ operation: Operation) throws {
    let author = Author(
      actor: actor,
      now: Sample.morning(of: CalendarDay(ordinal: operation.day)) + Int64(operation.index),
      random: .seeded(SplitMix64(seed: seed << 16 &+ UInt64(operation.index))), checksClock: false)
    var driver = self
    try registers[operation.device].record(as: author) { recorder in
      try driver.perform(operation.deed, with: &recorder)
    }
    self = driver
  }

  private mutating func perform(_ deed: Deed, with recorder: inout Recorder) throws {
    switch deed {
    case .formTeam(let team, let place, let since):
      teams[team] = try recorder.formTeam(
        named: "Tổ \(team)", in: unit(place, recorder.reader), since: CalendarDay(ordinal: since)
      ).id
    case .registerPerson(let person, let home, let day):
      let details = PersonalDetails(name: "Hồ Thị Số \(person)", birthYear: 1940 + person)
      people[person] = try recorder.register(
        PersonDescription(
          person: details, sex: .female, residence: residence(home, recorder.reader)),
        on: CalendarDay(ordinal: day), consent: .spoken, scope: .city
      ).id
    case .logSession(let session, let sitting, let grades):
      sessions[session] = try recorder.logSession(
        details(sitting),
        attendees: grades.sorted { $0.key < $1.key }.map { (try found(people[$0]), mark($1)) }
      ).id
    case .changeSession(let session, let correction):
      var change = SessionChanged()
      change.date = correction.day.map(CalendarDay.init(ordinal:))
      change.form = correction.form.map(form)
      change.course = correction.course
      change.unnamed = correction.unnamed
      _ = try recorder.change(self.session(session, recorder.reader), change)
    case .mark(let session, let person, let grade):
      try recorder.mark(
        learner(person, recorder.reader), in: self.session(session, recorder.reader),
        as: grade.map(mark))
    case .complete(let completion, let person, let course, let day, let grade):
      completions[completion] = try recorder.recordCompletion(
        of: learner(person, recorder.reader), course: course, on: CalendarDay(ordinal: day),
        result: result(grade), basis: .declared
      ).id
    case .void(let victim): try void(victim, with: &recorder)
    case .restore(let victim, _): try restore(victim, with: &recorder)
    case .publish(let plan): try recorder.publish(programme(plan))
    case .promise(let goal):
      let gazetteer = try recorder.reader.gazetteer()
      let today = CalendarDay(ordinal: City.today)
      let unit = try goal.code.map { try gazetteer.place($0, on: today) }
      try recorder.setTarget(
        measure: goal.slug, unit: found(unit ?? gazetteer.city(on: today)),
        basisPoints: goal.basisPoints, deadline: CalendarDay(ordinal: goal.deadline), document: nil)
    case .exchange: break
    }
  }

  /// No verb takes back a person yet: the fact is recorded as an undone import would.
  private func void(_ victim: Victim, with recorder: inout Recorder) throws {
    switch victim {
    case .session(let number):
      try recorder.void(session(number, recorder.reader), reason: .loggedTwice)
    case .completion(let number):
      try recorder.void(completion(number, recorder.reader), reason: .wrongPerson)
    case .person(let number):
      let id = RecordID(try found(people[number]))
      try recorder.record(Voided(target: id, reason: .other), subject: id, scope: .city)
    }
  }

  private func restore(_ victim: Victim, with recorder: inout Recorder) throws {
    switch victim {
    case .session(let number): try recorder.unvoid(session(number, recorder.reader))
    case .completion(let number): try recorder.unvoid(completion(number, recorder.reader))
    case .person(let number):
      let id = RecordID(try found(people[number]))
      for void in try Voids.live(of: id, in: recorder.db) {
        try recorder.record(Restored(void: void), subject: RecordID(void), scope: .city)
      }
    }
  }

  // MARK: Words of the world in words of the register

  private func unit(_ place: Place, _ reader: RegisterReader) throws -> AdministrativeUnit {
    try found(
      reader.gazetteer().units.first {
        $0.kind != .city && $0.code == place.code && $0.validFrom.ordinal == place.since
      })
  }

  private func residence(_ home: Home, _ reader: RegisterReader) throws -> Residence {
    switch home {
    case .outside: .outside
    case .unknown: .unallocated
    case .place(let place): .unit(try unit(place, reader).id)
    }
  }

  private func learner(_ person: Int, _ reader: RegisterReader) throws -> Learner {
    try found(reader.learner(id: found(people[person])))
  }

  private func session(_ session: Int, _ reader: RegisterReader) throws -> Session {
    try found(reader.session(id: found(sessions[session])))
  }

  private func completion(_ completion: Int, _ reader: RegisterReader) throws -> Completion {
    let id = try found(completions[completion])
    return try found(
      people.values.lazy.compactMap { learner in
        try? reader.completions(of: learner).first { $0.id == id }
      }.first)
  }

  private func details(_ sitting: Sitting) throws -> SessionDetails {
    SessionDetails(
      date: CalendarDay(ordinal: sitting.day), form: form(sitting.form),
      team: try sitting.team.map { try found(teams[$0]) }, course: sitting.course,
      lessons: sitting.lessons, unnamed: sitting.unnamed, guests: sitting.guests)
  }

  private func form(_ form: Form) -> SessionForm {
    switch form {
    case .classroom: .class
    case .home: .home
    case .desk: .desk
    case .broadcast: .broadcast
    }
  }

  private func mark(_ grade: Grade) -> Mark {
    Mark(result: result(grade), basis: .declared)
  }

  private func result(_ grade: Grade) -> LearningResult {
    switch grade {
    case .attended: .attended
    case .completed: .completed
    case .passed: .passed
    }
  }

  private func programme(_ plan: Plan) -> Programme {
    Programme(
      version: plan.version, core: plan.core,
      measures: plan.yardsticks.map { yardstick in
        let rule: Measure.Rule =
          switch yardstick.rule {
          case .atLeast(let least, let courses): .atLeast(least, of: courses)
          case .all(let courses): .all(of: courses)
          case .eachArea(let areas): .eachArea(areas)
          }
        return Measure(
          slug: yardstick.slug, titles: ["vi": yardstick.slug], counts: result(yardstick.least),
          rule: rule, basis: yardstick.basis, validityMonths: yardstick.months)
      })
  }

  private func found<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw Missing(what: "\(Value.self)") }
    return value
  }
}

extension Register {
  /// The whole journal, in order.
  func allEvents() throws -> [StoredEvent] {
    try read { reader in
      var events: [StoredEvent] = []
      try reader.forEachEvent { events.append($0) }
      return events
    }
  }
}
