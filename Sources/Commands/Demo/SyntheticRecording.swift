import Domain
import Storage
import Synthetic

/// Records a synthetic city through the same verbs as any other register, with the clock of each day.
struct SyntheticRecording {
  private let city: SyntheticCity
  private let register: Register
  private let gazetteer: Gazetteer
  private var random: SplitMix64
  /// By the city's indexes; nil before a team was formed, or a person met.
  private var teams: [Team?]
  private var people: [Learner.ID?]
  /// In the order in which they were logged, which is that of the city's indexes.
  private var sessions: [Session.ID] = []

  /// How many steps go into one transaction.
  private static let batch = 5000

  init(of city: SyntheticCity, in register: Register, seed: UInt64) throws {
    self.city = city
    self.register = register
    gazetteer = try register.read { try $0.gazetteer() }
    // Another sequence than the city's own draws.
    random = SplitMix64(seed: ~seed)
    teams = Array(repeating: nil, count: city.teams.count)
    people = Array(repeating: nil, count: city.personCount)
  }

  /// Gives the number of steps recorded so far to `progress` now and then.
  mutating func run(progress: (Int) -> Void) throws {
    var steps = city.steps.makeIterator()
    var done = 0
    var next = steps.next()
    while next != nil {
      let author = Author(
        now: SyntheticStep.startOfWork(on: city.today) + 86_399_000 - 25_200_000,
        random: .seeded(SplitMix64(seed: random.next())), checksClock: false)
      try register.record(as: author) { recorder in
        var left = Self.batch
        while left > 0, let step = next {
          recorder.setClock(step.milliseconds)
          try record(step.action, in: &recorder)
          next = steps.next()
          left -= 1
          done += 1
        }
      }
      progress(done)
    }
  }

  private mutating func record(
    _ action: SyntheticStep.Action, in recorder: inout Recorder
  ) throws {
    switch action {
    case .setTarget(let planned): try record(planned, in: &recorder)
    case .formTeam(let planned):
      guard let unit = gazetteer[city.places[planned.place].id] else { return }
      teams[planned.index] = try recorder.formTeam(
        named: planned.name, in: unit, since: planned.since)
    case .register(let planned, let day):
      let wanted = PersonDescription(
        person: planned.details, sex: planned.sex, residence: planned.residence)
      people[planned.index] = try recorder.register(
        wanted, on: day, consent: planned.consent, scope: recorder.scope(of: planned.residence)
      ).id
    case .logSession(let planned): try record(planned, in: &recorder)
    case .changeSession(let index, let date):
      var change = SessionChanged()
      change.date = date
      if let session = try session(index, recorder) {
        _ = try recorder.change(session, change)
      }
    case .voidSession(let index, let reason):
      if let session = try session(index, recorder) { try recorder.void(session, reason: reason) }
    case .restoreSession(let index):
      if let session = try session(index, recorder) { try recorder.unvoid(session) }
    case .setMark(let index, let person, let mark):
      if let session = try session(index, recorder), let learner = try learner(person, recorder) {
        try recorder.mark(learner, in: session, as: mark)
      }
    case .recordCompletion(let planned):
      if let learner = try learner(planned.person, recorder) {
        try recorder.recordCompletion(
          of: learner, course: planned.course, on: planned.date, result: planned.result,
          basis: planned.basis)
      }
    }
  }

  private mutating func record(_ planned: PlannedSession, in recorder: inout Recorder) throws {
    let session = try recorder.logSession(
      SessionDetails(
        date: planned.date, form: planned.form, team: teams[planned.team]?.id,
        course: planned.course, lessons: planned.lessons, minutes: planned.minutes,
        unnamed: planned.unnamed, guests: planned.guests),
      attendees: planned.marks.compactMap { mark in
        people[mark.person].map { ($0, mark.mark) }
      })
    sessions.append(session.id)
  }

  private func record(_ planned: PlannedTarget, in recorder: inout Recorder) throws {
    let unit = planned.place.flatMap { gazetteer[city.places[$0].id] }
    guard let unit = unit ?? gazetteer.city(on: city.today) else { return }
    try recorder.setTarget(
      measure: planned.measure, unit: unit, basisPoints: planned.basisPoints,
      deadline: planned.deadline,
      document: say(vi: "Kế hoạch giả lập", en: "An invented plan"))
  }

  private func session(_ index: Int, _ recorder: Recorder) throws -> Session? {
    try recorder.reader.session(id: sessions[index])
  }

  private func learner(_ index: Int, _ recorder: Recorder) throws -> Learner? {
    try people[index].flatMap { try recorder.reader.learner(id: $0) }
  }
}
