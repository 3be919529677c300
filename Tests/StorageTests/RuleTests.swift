import Domain
import TestSupport
import Testing

@testable import Storage

/// What the verbs refuse, and that a refusal leaves no event behind.
@Suite struct RuleTests {
  private let today = Sample.day("2026-02-10")
  private let register: Register
  private let team: Team
  private let le: Learner
  private let ngo: Learner
  private let session: Session
  private let river: AdministrativeUnit

  init() throws {
    let register = try Sample.register()
    let river = try register.unit("101")
    let day = today
    (team, le, ngo, session) = try register.record(on: "2026-02-10") { recorder in
      let team = try recorder.formTeam(named: "Tổ 1", in: river, since: Sample.day("2026-01-10"))
      let people = try ["Hồ Thị Lê", "Ngô Bá Tước"].map { name in
        try recorder.register(
          PersonDescription(
            person: PersonalDetails(name: name, birthYear: 1958), sex: .female,
            residence: .unit(river.id)),
          on: day, consent: .paper, scope: .city)
      }
      let session = try recorder.logSession(
        SessionDetails(
          date: day, form: .class, team: team.id, course: "an-toan", lessons: ["bai-1"]),
        attendees: [(people[0].id, Mark(result: .completed, basis: .declared))])
      return (team, people[0], people[1], session)
    }
    self.register = register
    self.river = river
  }

  @Test func `a session that nobody came to is refused`() throws {
    try refuses(.nobodyCame) { try log(&$0, details()) }
    try register.record(on: "2026-02-10") { try log(&$0, details { $0.guests = 1 }) }
  }

  @Test func `a person marked twice is refused by name`() throws {
    try refuses(.personTwice("Hồ Thị Lê")) { try log(&$0, details(), [le, ngo, le]) }
  }

  @Test func `a session of tomorrow is refused`() throws {
    let tomorrow = today.adding(days: 1)
    try refuses(.dateInFuture(tomorrow, today: today)) {
      try log(&$0, details { $0.date = tomorrow }, [le])
    }
    try refuses(.dateInFuture(tomorrow, today: today)) { try change(&$0) { $0.date = tomorrow } }
  }

  @Test func `a session before its team is refused, on the team's first day not`() throws {
    let before = team.since.adding(days: -1)
    let error = RecordError.beforeTeam(before, team: "Tổ 1", since: team.since)
    try refuses(error) { try log(&$0, details { $0.date = before }, [le]) }
    try refuses(error) { try change(&$0) { $0.date = before } }
    try register.record(on: "2026-02-10") { try log(&$0, details { $0.date = team.since }, [le]) }
  }

  @Test func `an unknown course or lesson is refused, with those there are`() throws {
    let course = RecordError.unknown(
      .course, "tin-hoc", similar: ["an-toan", "dien-thoai", "zalo"])
    let lesson = RecordError.unknown(
      .lesson, "bai-9", similar: ["bai-1", "bai-2", "bai-3"])
    try refuses(course) { try log(&$0, details { $0.course = "tin-hoc" }, [le]) }
    try refuses(course) { try change(&$0) { $0.course = "tin-hoc" } }
    try refuses(lesson) { try log(&$0, details { $0.lessons = ["bai-1", "bai-9"] }, [le]) }
    try refuses(lesson) { try change(&$0) { $0.lessons = ["bai-9"] } }
    try refuses(.lessonsWithoutCourse) {
      try log(
        &$0,
        details {
          $0.form = .home
          $0.course = nil
          $0.lessons = ["bai-1"]
        }, [le], .attended)
    }
  }

  @Test func `a class needs a course, a visit does not`() throws {
    try refuses(.courseMissing) { try log(&$0, details { $0.course = nil }, [le], .attended) }
    let visit = try register.record(on: "2026-02-10") {
      try log(
        &$0,
        details {
          $0.course = nil
          $0.form = .home
        }, [le], .attended)
    }
    try refuses(.courseMissing) { recorder in
      var form = SessionChanged()
      form.form = .class
      _ = try recorder.change(visit, form)
    }
    try refuses(.resultWithoutCourse) {
      try $0.mark(ngo, in: visit, as: Mark(result: .passed, basis: .tested))
    }
  }

  @Test(arguments: [LearningResult.completed, .passed])
  func `a result without a course is refused`(result: LearningResult) throws {
    try refuses(.resultWithoutCourse) {
      try log(
        &$0,
        details {
          $0.course = nil
          $0.form = .desk
        }, [le], result)
    }
  }

  @Test func `nobody is named in a broadcast`() throws {
    try refuses(.namesInBroadcast) { try log(&$0, details { $0.form = .broadcast }, [le]) }
    try refuses(.namesInBroadcast) { try change(&$0) { $0.form = .broadcast } }
    let broadcast = try register.record(on: "2026-02-10") {
      try log(
        &$0,
        details {
          $0.form = .broadcast
          $0.unnamed = 200
        })
    }
    try refuses(.namesInBroadcast) {
      try $0.mark(le, in: broadcast, as: Mark(result: .attended, basis: .declared))
    }
  }

  @Test func `a correction that changes nothing is refused`() throws {
    let nothing = RecordError.nothingToChange(.session, Reference(session.id).description)
    try refuses(nothing) { try change(&$0) { _ in } }
    try refuses(nothing) { try change(&$0) { $0.date = today } }
    try refuses(nothing) {
      try $0.mark(le, in: session, as: Mark(result: .completed, basis: .declared))
    }
  }

  @Test func `nobody is taken out of a session that they were not in`() throws {
    try refuses(.notMarked("Ngô Bá Tước", in: session.id)) {
      try $0.mark(ngo, in: session, as: nil)
    }
  }

  @Test func `a void session takes no corrections or marks, and is not voided again`() throws {
    try refuses(.notVoid(.session, Reference(session.id).description)) { try $0.unvoid(session) }
    let void = try register.record(on: "2026-02-10") { recorder in
      try recorder.void(session, reason: .loggedTwice)
      return try #require(try recorder.reader.session(id: session.id))
    }
    let reference = Reference(session.id).description
    try refuses(.voidRecord(.session, reference)) { recorder in
      var date = SessionChanged()
      date.date = today.adding(days: -1)
      _ = try recorder.change(void, date)
    }
    try refuses(.voidRecord(.session, reference)) {
      try $0.mark(ngo, in: void, as: Mark(result: .attended, basis: .declared))
    }
    try refuses(.alreadyVoid(.session, reference)) { try $0.void(void, reason: .other) }
    try register.record(on: "2026-02-10") { try $0.unvoid(void) }
    #expect(try register.read { try $0.session(id: session.id) } == session)
  }

  @Test func `a void completion cannot be voided again, nor a live one restored`() throws {
    let completion = try register.record(on: "2026-02-10") {
      try $0.recordCompletion(
        of: le, course: "zalo", on: today, result: .passed, basis: .tested)
    }
    let reference = Reference(completion.id).description
    try refuses(.notVoid(.completion, reference)) { try $0.unvoid(completion) }
    let void = try register.record(on: "2026-02-10") { recorder in
      try recorder.void(completion, reason: .wrongPerson)
      return try recorder.reader.completion(reference)
    }
    #expect(void.isVoid)
    try refuses(.alreadyVoid(.completion, reference)) { try $0.void(void, reason: .other) }
    try register.record(on: "2026-02-10") { try $0.unvoid(void) }
    #expect(try register.read { try $0.completions(of: le.id) } == [completion])
  }

  @Test func `a void person gets no new marks, yet their sessions can be corrected`() throws {
    try void(RecordID(le.id))
    let gone = try #require(try register.read { try $0.learner(id: le.id) })
    let error = RecordError.voidRecord(.learner, Reference(le.id).description)
    try refuses(error) { try log(&$0, details(), [ngo, gone]) }
    try refuses(error) {
      try $0.mark(gone, in: session, as: Mark(result: .passed, basis: .tested))
    }
    try refuses(error) {
      try $0.recordCompletion(
        of: gone, course: "zalo", on: today, result: .passed, basis: .tested)
    }
    try register.record(on: "2026-02-10") { recorder in
      try change(&recorder) { $0.date = today.adding(days: -1) }
      try recorder.mark(gone, in: session, as: nil)
    }
  }

  @Test func `a void team holds no sessions`() throws {
    try void(RecordID(team.id))
    try refuses(.voidRecord(.team, "Tổ 1")) { try log(&$0, details(), [le]) }
  }

  @Test func `a completion of tomorrow, an unknown course or mere attendance is refused`() throws {
    let tomorrow = today.adding(days: 1)
    try refuses(.dateInFuture(tomorrow, today: today)) {
      try $0.recordCompletion(
        of: le, course: "zalo", on: tomorrow, result: .passed, basis: .tested)
    }
    try refuses(.unknown(.course, "tin-hoc", similar: ["an-toan", "dien-thoai", "zalo"])) {
      try $0.recordCompletion(
        of: le, course: "tin-hoc", on: today, result: .passed, basis: .tested)
    }
    let before = try register.eventCount()
    #expect(throws: (any Error).self) {
      try register.record(on: "2026-02-10") {
        try $0.recordCompletion(
          of: le, course: "zalo", on: today, result: .attended, basis: .declared)
      }
    }
    #expect(try register.eventCount() == before)
  }

  @Test func `a team can be older than the list of units, in a unit that stood where that begins`()
    throws
  {
    let former = try #require(
      try register.read { try $0.gazetteer().formerUnits(of: river.id) }.first)
    let team = try register.record(on: "2026-02-10") { recorder in
      try recorder.formTeam(named: "Tổ cũ", in: former, since: Sample.day("2022-05-01"))
    }
    let session = try register.record(on: "2026-02-10") { recorder in
      try recorder.logSession(
        SessionDetails(
          date: Sample.day("2023-03-01"), form: .class, team: team.id, course: "an-toan",
          unnamed: 4), attendees: [])
    }
    #expect(session.details.date == Sample.day("2023-03-01"))
  }

  @Test func `a team is not formed tomorrow, before its unit, or under a taken name`() throws {
    let tomorrow = today.adding(days: 1)
    try refuses(.dateInFuture(tomorrow, today: today)) {
      _ = try $0.formTeam(named: "Tổ 2", in: river, since: tomorrow)
    }
    let before = river.validFrom.adding(days: -1)
    let former = try register.read { try $0.gazetteer().formerUnits(of: river.id) }
    #expect(former.map(\.name) == ["Phường Cầu", "Phường Chợ"])
    try refuses(.beforeUnit(before, unit: river, formerUnits: former)) {
      _ = try $0.formTeam(named: "Tổ 2", in: river, since: before)
    }
    for name in ["Tổ 1", "tổ  1", " TỔ 1"] {
      try refuses(.teamExists(name, unit: river)) {
        _ = try $0.formTeam(named: name, in: river, since: today)
      }
    }
    let mountain = try register.unit("102")
    try register.record(on: "2026-02-10") { recorder in
      _ = try recorder.formTeam(named: "Tổ 1", in: mountain, since: today)
      _ = try recorder.formTeam(named: "To 1", in: river, since: today)
    }
  }

  @Test func `a person is not registered tomorrow`() throws {
    let tomorrow = today.adding(days: 1)
    try refuses(.dateInFuture(tomorrow, today: today)) {
      _ = try $0.register(
        PersonDescription(person: PersonalDetails(), sex: nil, residence: .unallocated),
        on: tomorrow, consent: .none, scope: .city)
    }
  }

  @Test func `nobody is registered or taught before their birth, nor before there was such work`()
    throws
  {
    let child = PersonDescription(
      person: PersonalDetails(name: "Lê Bé", birthYear: 2012), sex: nil, residence: .unallocated)
    let tooSoon = Sample.day("2011-12-31")
    try refuses(.beforeBirth(tooSoon, birthYear: 2012)) {
      _ = try $0.register(child, on: tooSoon, consent: .none, scope: .city)
    }
    try register.record(on: "2026-02-10") { recorder in
      let learner = try recorder.register(
        child, on: Sample.day("2012-01-01"), consent: .none, scope: .city)
      #expect(throws: RecordError.beforeBirth(tooSoon, birthYear: 2012)) {
        try recorder.recordCompletion(
          of: learner, course: "zalo", on: tooSoon, result: .completed, basis: .declared)
      }
    }
    let ancient = Sample.day("1999-12-31")
    try refuses(.dateTooEarly(ancient, earliestYear: 2000)) {
      _ = try $0.register(
        PersonDescription(person: PersonalDetails(), sex: nil, residence: .unallocated),
        on: ancient, consent: .none, scope: .city)
    }
  }

  @Test func `a target needs a measure of the programme, a default a known series`() throws {
    try refuses(.unknown(.measure, "happy", similar: ["reached", "trained", "skilled"])) {
      try $0.setTarget(
        measure: "happy", unit: river, basisPoints: 8_000, deadline: today, document: nil)
    }
    try refuses(
      .unknown(
        .series, "census",
        similar: ["adult-series", "city-series", "dated-series", "ward-series"])
    ) { try $0.usePopulation("census") }
  }

  @Test func `without a programme there is no measure, without an actor no record`() throws {
    var random = SplitMix64(seed: 4)
    let bare = try Register.inMemory(device: .timeOrdered(milliseconds: 0, using: &random))
    #expect(throws: RecordError.unknown(.actor, "", similar: [])) {
      try bare.record(on: "2026-02-10") { try $0.set(.language, to: "vi") }
    }
    #expect(throws: RecordError.noProgramme) {
      try bare.record(on: "2026-02-10") {
        try $0.setTarget(
          measure: "trained", unit: river, basisPoints: 1, deadline: today, document: nil)
      }
    }
    #expect(try bare.eventCount() == 0)
  }

  @Test func `a refusal takes back what its transaction recorded before`() throws {
    let dump = try register.canonicalDump()
    try refuses(.nobodyCame) { recorder in
      _ = try recorder.formTeam(named: "Tổ 2", in: river, since: today)
      try recorder.void(session, reason: .other)
      try log(&recorder, details())
    }
    #expect(try register.canonicalDump() == dump)
    try register.record(on: "2026-02-11") { try $0.set(.language, to: "en") }
    #expect(try register.verify().faults == [])
  }

  private func refuses(
    _ error: RecordError, sourceLocation: SourceLocation = #_sourceLocation,
    _ body: (inout Recorder) throws -> Void
  ) throws {
    let before = try register.eventCount()
    #expect(throws: error, sourceLocation: sourceLocation) {
      try register.record(on: "2026-02-10", body)
    }
    #expect(try register.eventCount() == before, sourceLocation: sourceLocation)
  }

  private func details(_ change: (inout SessionDetails) -> Void = { _ in }) -> SessionDetails {
    var details = SessionDetails(date: today, form: .class, team: team.id, course: "an-toan")
    change(&details)
    return details
  }

  @discardableResult
  private func log(
    _ recorder: inout Recorder, _ details: SessionDetails, _ people: [Learner] = [],
    _ result: LearningResult = .attended
  ) throws -> Session {
    try recorder.logSession(
      details, attendees: people.map { ($0.id, Mark(result: result, basis: .declared)) })
  }

  private func change(
    _ recorder: inout Recorder, _ correct: (inout SessionChanged) -> Void
  ) throws {
    var change = SessionChanged()
    correct(&change)
    _ = try recorder.change(session, change)
  }

  private func void(_ target: RecordID) throws {
    try register.record(on: "2026-02-10") {
      try $0.record(Voided(target: target, reason: .other), subject: target, scope: .city)
    }
  }
}
