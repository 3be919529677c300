import Domain
import TestSupport

@testable import Storage

/// Lives a world through registers, one a device, by their own verbs.
struct WorldDriver {
  private(set) var registers: [Register] = []
  /// What the registers answered, by operation.
  private(set) var replies: [Reply] = []
  private let actor: Actor.ID
  private let seed: UInt64
  /// How many events every register has.
  private var shared = 0
  let units: [Place: AdministrativeUnit]
  private let city: AdministrativeUnit
  var teams: [Origin: Team.ID] = [:]
  var people: [Origin: Learner.ID] = [:]
  var sessions: [Origin: Session.ID] = [:]
  var completions: [Origin: (of: Learner.ID, id: Event.ID)] = [:]
  /// By the act that took the list.
  var imports: [Int: Event.ID] = [:]

  struct Missing: Error {
    let what: String
  }

  /// What the oracle takes for possible, and a register does not.
  struct Refused: Error {
    let operation: Operation
    let error: any Error
  }

  init(_ world: World) throws {
    seed = world.seed
    let first = try Sample.register(
      seed: world.seed, on: CalendarDay(ordinal: Calendar.day(2025, 7, 10)), places: Self.places)
    guard let founder = try first.read({ try $0.defaultActor() }) else {
      throw Missing(what: "founder")
    }
    actor = founder
    let gazetteer = try first.read { try $0.gazetteer() }
    units = Dictionary(
      uniqueKeysWithValues: gazetteer.units.filter { $0.kind != .city }.map {
        (Place(code: $0.code, since: $0.validFrom.ordinal), $0)
      })
    guard let city = gazetteer.units.first(where: { $0.kind == .city }) else {
      throw Missing(what: "city")
    }
    self.city = city
    registers = [first]
    for device in 1..<max(1, world.devices) {
      var random = SplitMix64(seed: world.seed &+ UInt64(device) << 32)
      registers.append(
        try .inMemory(device: .timeOrdered(milliseconds: 0, using: &random)))
    }
    try exchange()
    for operation in world.operations { replies.append(try perform(operation)) }
  }

  /// Every register takes what the others have recorded since, and some of what it has already.
  private mutating func exchange() throws {
    guard registers.count > 1 else { return }
    let news = try registers.map { register in
      try register.read { reader in
        try reader.journal(limit: (reader.recordCounts()["event"] ?? 0) - shared + 20)
      }
    }
    for receiver in registers.indices {
      for sender in registers.indices where sender != receiver {
        try registers[receiver].receive(news[sender])
      }
    }
    shared = try registers[0].read { try $0.recordCounts()["event"] ?? 0 }
  }

  /// Throws what no device may answer.
  mutating func perform(_ operation: Operation) throws -> Reply {
    if case .exchange = operation.deed {
      try exchange()
      return .done
    }
    let author = Author(
      actor: actor, now: Self.time(of: operation),
      random: .seeded(SplitMix64(seed: seed << 16 &+ UInt64(operation.index))), checksClock: false)
    var driver = self
    do {
      let reply = try registers[operation.device].record(as: author) { recorder in
        try driver.perform(operation, with: &recorder)
      }
      self = driver
      return reply
    } catch RecordError.knownDistinct {
      return .knownDistinct
    } catch RecordError.alreadyImported {
      return .alreadyTaken
    } catch RecordError.importInUse(_, let use) {
      return .inUse(try self.use(use))
    } catch {
      throw Refused(operation: operation, error: error)
    }
  }

  /// A tenth of a second after the operation before it, so that what a list begins has its time too.
  static func time(of operation: Operation) -> Int64 {
    Sample.morning(of: CalendarDay(ordinal: operation.day)) + 100 * Int64(operation.index)
  }

  private mutating func perform(
    _ operation: Operation, with recorder: inout Recorder
  ) throws -> Reply {
    let new = Origin(act: operation.index)
    switch operation.deed {
    case .formTeam(let place, let since):
      teams[new] = try recorder.formTeam(
        named: "Tổ \(operation.index)", in: unit(place),
        since: CalendarDay(ordinal: since)
      ).id
    case .register(let face, let home, let day):
      people[new] = try recorder.register(
        PersonDescription(
          person: details(face), sex: .female, residence: residence(home)),
        on: CalendarDay(ordinal: day), consent: .spoken, scope: .city
      ).id
    case .amend(let person, let amendment):
      var change = LearnerChanged()
      change.residence = try amendment.home.map { try residence($0) }
      change.registeredOn = amendment.registered.map(CalendarDay.init(ordinal:))
      _ = try recorder.change(learner(person, recorder.reader), change)
    case .move(let person, let home, let day):
      _ = try recorder.move(
        learner(person, recorder.reader), to: residence(home),
        from: CalendarDay(ordinal: day))
    case .die(let person, let day):
      try recorder.recordDeath(
        of: learner(person, recorder.reader), on: CalendarDay(ordinal: day))
    case .revive(let person): try recorder.retractDeath(of: learner(person, recorder.reader))
    case .link(let one, let other, let despite):
      try recorder.link(
        learner(one, recorder.reader), learner(other, recorder.reader),
        despiteDistinction: despite)
    case .unlink(let one, let other):
      return .unlinked(
        try recorder.unlink(learner(one, recorder.reader), learner(other, recorder.reader)))
    case .distinguish(let one, let other):
      try recorder.distinguish(learner(one, recorder.reader), learner(other, recorder.reader))
    case .logSession(let sitting, let grades):
      sessions[new] = try recorder.logSession(
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
    case .complete(let person, let course, let day, let grade):
      let learner = try learner(person, recorder.reader)
      let completion = try recorder.recordCompletion(
        of: learner, course: course, on: CalendarDay(ordinal: day), result: result(grade),
        basis: .declared)
      completions[new] = (learner.id, completion.id)
    case .void(let thing): try void(thing, with: &recorder)
    case .restore(let thing): try restore(thing, with: &recorder)
    case .take(let list): return try take(list, operation, with: &recorder)
    case .undo(let list, let undoing):
      let use = try recorder.undo(self.list(list, recorder.reader), way(undoing))
      return .undone(keeping: try self.use(use))
    case .redo(let list): try recorder.redo(self.list(list, recorder.reader))
    case .publish(let plan): try recorder.publish(programme(plan))
    case .promise(let goal):
      try recorder.setTarget(
        measure: goal.slug,
        unit: goal.code.map { try unit(Place(code: $0, since: City.today)) } ?? city,
        basisPoints: goal.basisPoints, deadline: CalendarDay(ordinal: goal.deadline), document: nil)
    case .exchange: break
    }
    return .done
  }

  /// No verb takes back a person by name: the fact is recorded as `undo` would.
  private func void(_ thing: Thing, with recorder: inout Recorder) throws {
    switch thing {
    case .session(let session):
      try recorder.void(self.session(session, recorder.reader), reason: .loggedTwice)
    case .word(let completion):
      try recorder.void(self.completion(completion, recorder.reader), reason: .wrongPerson)
    case .person(let person):
      let id = RecordID(try found(people[person]))
      try recorder.record(Voided(target: id, reason: .other), subject: id, scope: .city)
    case .list: throw Missing(what: "a void of a list")
    }
  }

  private func restore(_ thing: Thing, with recorder: inout Recorder) throws {
    switch thing {
    case .session(let session): try recorder.unvoid(self.session(session, recorder.reader))
    case .word(let completion):
      try recorder.unvoid(self.completion(completion, recorder.reader))
    case .person(let person):
      let id = RecordID(try found(people[person]))
      for void in try Voids.live(of: id, in: recorder.db) {
        try recorder.record(Restored(void: void), subject: RecordID(void), scope: .city)
      }
    case .list: throw Missing(what: "a restoring of a list")
    }
  }

  private func list(_ act: Int, _ reader: RegisterReader) throws -> Import {
    let id = try found(imports[act])
    return try found(reader.imports().first { $0.id == id })
  }

  private func use(_ use: ImportUse) throws -> Use {
    func origins<ID: Hashable>(_ ids: [ID], _ known: [Origin: ID]) -> Set<Origin> {
      Set(known.filter { ids.contains($0.value) }.keys)
    }
    return Use(
      people: origins(use.learners.map(\.id), people),
      sessions: origins(use.sessions.map(\.id), sessions))
  }

  private func way(_ undoing: Undoing) -> ImportUndo {
    switch undoing {
    case .stop: .stopIfUsed
    case .keepUsed: .keepUsed
    case .all: .all
    }
  }
}
