import Domain
import TestSupport
import Testing

@testable import Storage

/// Where a list says that people live, and what hangs on an import.
@Suite struct ImportRunTests {
  private let register: Register
  private let river: Residence
  private let mountain: Residence

  init() throws {
    register = try Sample.register()
    river = .unit(try register.unit("101").id)
    mountain = .unit(try register.unit("102").id)
  }

  // MARK: Moves

  @Test func `somebody new whom a list says to have moved keeps the day of the move`() throws {
    let le = try importPerson(in: mountain, movedOn: "2026-03-01")

    #expect(try homes(of: le) == [mountain])
    #expect(try listed() == [Listed(residence: mountain, movedOn: Sample.day("2026-03-01"))])
  }

  @Test func `where somebody lived before the move of their row can be filled in later`() throws {
    let le = try importPerson(in: mountain, movedOn: "2026-03-01")
    try register.record(on: "2026-05-02") { recorder in
      var change = LearnerChanged()
      change.residence = river
      _ = try recorder.change(learner(le, recorder), change)
    }

    #expect(try home(of: le, on: "2026-02-28") == river)
    #expect(try home(of: le, on: "2026-03-01") == mountain)
  }

  @Test func `a later list without the move corrects only where they lived before it`() throws {
    let le = try importPerson(in: mountain, movedOn: "2026-03-01")
    #expect(try importPerson(in: river, movedOn: nil, on: "2026-05-02") == le)

    #expect(try home(of: le, on: "2026-02-28") == river)
    #expect(try home(of: le, on: "2026-03-01") == mountain)
  }

  // MARK: Two homes on one day

  @Test func `who moved on the day of their registration did not live where it says`() throws {
    let le = try registered(in: river, on: "2026-03-01", movedTo: mountain, from: "2026-03-01")
    #expect(try home(of: le, on: "2026-01-01") == mountain)

    try register.record(on: "2026-05-01") {
      _ = try $0.move(learner(le, $0), to: river, from: Sample.day("2026-02-01"))
    }
    #expect(try home(of: le, on: "2026-02-01") == river)
    #expect(try home(of: le, on: "2026-03-01") == mountain)
  }

  @Test func `an export names the day of a move, be it that of the registration`() throws {
    _ = try registered(in: river, on: "2026-03-01", movedTo: mountain, from: "2026-03-01")
    #expect(try listed() == [Listed(residence: mountain, movedOn: Sample.day("2026-03-01"))])
  }

  // MARK: Namesakes

  @Test func `namesakes called new are met again in the order of their list`() throws {
    let homes = (0..<6).map { $0.isMultiple(of: 2) ? river : mountain }
    let first = try importNamesakes(livingIn: homes, on: "2026-05-01")
    #expect(Set(first).count == 6)
    #expect(try importNamesakes(livingIn: homes, on: "2026-05-02") == first)
  }

  @Test func `namesakes of one session keep their marks when its list comes again`() throws {
    let results: [LearningResult] = (0..<6).map { $0.isMultiple(of: 2) ? .attended : .completed }
    let first = try importNamesakes(with: results, on: "2026-05-01")
    #expect(first.outcome == .created)
    #expect(try importNamesakes(with: results, on: "2026-05-02").outcome == .unchanged)
  }

  // MARK: What hangs on an import

  @Test func `people whom an import has seated in a session that was there do not stop its undo`()
    throws
  {
    try importSession(["Hồ Thị Lê"], on: "2026-05-01")
    let second = try importSession(["Hồ Thị Lê", "Ngô Bá Tước"], on: "2026-05-02")
    #expect(try living() == 2)

    try undo(second)
    #expect(try living() == 1)
  }

  @Test func `somebody whom an import has seated and a hand has marked since stops its undo`()
    throws
  {
    try importSession(["Hồ Thị Lê"], on: "2026-05-01")
    let second = try importSession(["Hồ Thị Lê", "Ngô Bá Tước"], on: "2026-05-02")
    let newcomer = try register.read { try $0.people(createdBy: second, limit: 1) }[0]
    let session = try register.read { reader in
      try reader.records(causedBy: second).compactMap { try reader.session(id: Session.ID($0)) }
    }[0]
    try register.record(on: "2026-05-03") {
      try $0.mark(newcomer, in: session, as: Mark(result: .passed, basis: .tested))
    }

    #expect {
      try undo(second)
    } throws: { error in
      guard case .importInUse(_, let use) = error as? RecordError else { return false }
      return use.learners.map(\.id) == [newcomer.id]
    }
  }

  // MARK: -

  private struct Listed: Equatable {
    let residence: Residence
    let movedOn: CalendarDay?
  }

  private func listed() throws -> [Listed] {
    try register.read { reader in
      var listed: [Listed] = []
      try reader.forEachListedPerson(livingIn: nil, today: Sample.day("2026-06-01")) {
        listed.append(Listed(residence: $0.learner.residence, movedOn: $0.movedOn))
      }
      return listed
    }
  }

  private func learner(_ id: Learner.ID, _ recorder: Recorder) throws -> Learner {
    let known = try recorder.reader.learner(id: id)
    return try #require(known)
  }

  private func homes(of learner: Learner.ID) throws -> [Residence] {
    try register.read { try $0.homes(of: learner).map(\.residence).filter { $0 != .unallocated } }
  }

  private func home(of learner: Learner.ID, on day: String) throws -> Residence? {
    try register.read { try $0.home(of: learner, on: Sample.day(day)) }
  }

  /// How many people who were not taken back.
  private func living() throws -> Int { try listed().count }

  private func registered(
    in home: Residence, on day: String, movedTo next: Residence, from move: String
  ) throws -> Learner.ID {
    try register.record(on: "2026-04-01") { recorder in
      let learner = try recorder.register(
        PersonDescription(
          person: PersonalDetails(name: "Hồ Thị Lê", birthYear: 1958), sex: .female,
          residence: home),
        on: Sample.day(day), consent: .paper, scope: .city)
      return try recorder.move(learner, to: next, from: Sample.day(move)).id
    }
  }

  /// A list of one row about Hồ Thị Lê.
  private func importPerson(
    in home: Residence, movedOn day: String?, on today: String = "2026-05-01"
  ) throws -> Learner.ID {
    try register.record(on: today) { recorder in
      var run = try ImportRun(list(of: today), in: &recorder)
      let taken = try run.take(
        ListedPerson(
          person: PersonalDetails(name: "Hồ Thị Lê", birthYear: 1958, externalKey: "số 1"),
          sex: .female, residence: home, registeredOn: Sample.day("2026-01-05"),
          consent: .paper, movedOn: day.map(Sample.day)),
        in: &recorder)
      try run.finish(in: &recorder)
      return taken.learner
    }
  }

  /// A list of one session, always the same, and whoever came.
  @discardableResult
  private func importSession(_ names: [String], on today: String) throws -> Event.ID {
    try register.record(on: today) { recorder in
      var run = try ImportRun(list(of: today), in: &recorder)
      let attendees = names.map { name in
        ListedSession.Attendee(
          person: ListedPerson(
            person: PersonalDetails(name: name, birthYear: 1958, externalKey: name)),
          result: .attended)
      }
      let result = try run.take(
        ListedSession(
          details: SessionDetails(
            date: Sample.day("2026-04-01"), form: .desk, team: nil, course: "an-toan",
            externalKey: "buổi 1"),
          attendees: attendees),
        in: &recorder)
      #expect(result.refused.isEmpty)
      try run.finish(in: &recorder)
      return run.id
    }
  }

  private static let namesake = ListedPerson(
    person: PersonalDetails(name: "Hồ Thị Lê", birthYear: 1958), sex: .female, choice: .new)

  private func importNamesakes(livingIn homes: [Residence], on today: String) throws -> [Learner.ID]
  {
    try register.record(on: today) { recorder in
      var run = try ImportRun(list(of: today), in: &recorder)
      let people = try homes.map { home in
        var person = Self.namesake
        person.residence = home
        return try run.take(person, in: &recorder).learner
      }
      try run.finish(in: &recorder)
      return people
    }
  }

  private func importNamesakes(
    with results: [LearningResult], on today: String
  ) throws -> ImportRun.SessionResult {
    try register.record(on: today) { recorder in
      var run = try ImportRun(list(of: today), in: &recorder)
      let taken = try run.take(
        ListedSession(
          details: SessionDetails(
            date: Sample.day("2026-04-01"), form: .desk, team: nil, course: "an-toan",
            externalKey: "buổi 1"),
          attendees: results.map { ListedSession.Attendee(person: Self.namesake, result: $0) }),
        in: &recorder)
      try run.finish(in: &recorder)
      return taken
    }
  }

  private func list(of day: String) -> ImportedList {
    ImportedList(source: "sổ phường", fileHash: ContentHash.sha256(day.utf8))
  }

  private func undo(_ id: Event.ID) throws {
    try register.record(on: "2026-05-04") { recorder in
      let taken = try recorder.reader.imports().first { $0.id == id }
      try recorder.undo(#require(taken), .stopIfUsed)
    }
  }
}
