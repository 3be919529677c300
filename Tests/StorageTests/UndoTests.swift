import Domain
import Storage
import TestSupport
import Testing

/// What `undo` takes back, and what it leaves alone.
@Suite struct UndoTests {
  private let register: Register
  private let first: Session.ID
  private let second: Session.ID
  private static let today = Sample.day("2026-02-10")

  init() throws {
    register = try Sample.register()
    let sessions = try register.record(as: Sample.author(on: Self.today, seed: 2)) { recorder in
      let unit = try recorder.reader.gazetteer().place("101", on: Self.today)
      let team = try recorder.formTeam(named: "Tổ 1", in: unit, since: Self.today)
      return try (1...2).map { unnamed in
        try recorder.logSession(
          SessionDetails(
            date: Self.today, form: .class, team: team.id, course: "an-toan", unnamed: unnamed),
          attendees: [])
      }
    }
    (first, second) = (sessions[0].id, sessions[1].id)
  }

  @Test func `the last session goes first, then the one before, and they come back in turn`()
    throws
  {
    try undo()
    #expect(try isVoid() == [false, true])
    try undo()
    #expect(try isVoid() == [true, true])
    try redo()
    #expect(try isVoid() == [false, true])
    try redo()
    #expect(try isVoid() == [false, false])
    #expect(try redo() == nil)
  }

  @Test func `a void is what is taken back after it, not another session`() throws {
    try record { try $0.void(session($0, second), reason: .loggedTwice) }

    #expect(try undo()?.event.kind == Voided.kind)

    #expect(try isVoid() == [false, false])
  }

  @Test func `having back leaves alone what somebody voided for a reason`() throws {
    try record { try $0.void(session($0, first), reason: .wrongDate) }
    #expect(try redo() == nil)
    #expect(try isVoid() == [true, false])
  }

  @Test func `a correction is taken back alone, and the session stays as it was logged`() throws {
    var change = SessionChanged()
    change.unnamed = 7
    let correction = change
    try record { _ = try $0.change(session($0, second), correction) }

    try undo()

    #expect(try isVoid() == [false, false])
    #expect(try register.read { try $0.session(id: second)?.details.unnamed } == 2)
  }

  @Test func `at the end nothing is left, and what makes the register is never taken back`() throws
  {
    while try undo() != nil {}
    #expect(try register.read { try $0.teams().filter { !$0.isVoid } } == [])
    #expect(try register.read { try $0.synthetic() } == "test")
    #expect(try register.read { try $0.courses().count } == 3)
    #expect(try register.verify().faults == [])
  }

  @Test func `a void that was taken back is voided again for its own reason`() throws {
    try undo()
    try redo()
    try record { try $0.void(session($0, second), reason: .loggedTwice) }
    try undo()
    #expect(try isVoid() == [false, false])

    #expect(try redo()?.event.kind == Voided.kind)

    #expect(try isVoid() == [false, true])
    let reasons = try register.read { reader in
      try reader.journal(kind: Voided.kind, subject: RecordID(second), limit: 1)
        .compactMap { try $0.fact(as: Voided.self)?.reason }
    }
    #expect(reasons == [.loggedTwice])
  }

  @Test func `a second undo after a void goes on to what was recorded before it`() throws {
    try record { try $0.void(session($0, second), reason: .loggedTwice) }
    try undo()

    #expect(try undo()?.event.subject == RecordID(second))

    #expect(try isVoid() == [false, true])
    try redo()
    #expect(try isVoid() == [false, false])
    try redo()
    #expect(try isVoid() == [false, true])
    #expect(try redo() == nil)
  }

  @Test func `a restoring by hand is taken back, and had back`() throws {
    try record { try $0.void(session($0, second), reason: .loggedTwice) }
    try record { try $0.unvoid(session($0, second)) }

    #expect(try undo()?.event.kind == Restored.kind)
    #expect(try isVoid() == [false, true])
    #expect(try undo()?.event.kind == Voided.kind)
    #expect(try isVoid() == [false, false])
    try redo()
    #expect(try isVoid() == [false, true])
    try redo()
    #expect(try isVoid() == [false, false])
  }

  @Test func `nothing is had back past something new`() throws {
    try undo()
    try record { try $0.void(session($0, first), reason: .wrongDate) }

    #expect(try redo() == nil)

    #expect(try isVoid() == [true, true])
  }

  @Test func `the population in use is what is taken back after it was chosen`() throws {
    try record { try $0.usePopulation("ward-series") }
    try record { try $0.usePopulation("city-series") }

    #expect(try undo()?.event.kind == SettingSet.kind)

    #expect(try isVoid() == [false, false])
    #expect(try register.read { try $0.setting(.population) } == "ward-series")
  }

  private func isVoid() throws -> [Bool] {
    try register.read { reader in
      try [first, second].map { id in try #require(try reader.session(id: id)).isVoid }
    }
  }

  private func session(_ recorder: Recorder, _ id: Session.ID) throws -> Session {
    try #require(try recorder.reader.session(id: id))
  }

  @discardableResult
  private func undo() throws -> StoredEvent? {
    try record { try $0.undo() }
  }

  @discardableResult
  private func redo() throws -> StoredEvent? {
    try record { try $0.redo() }
  }

  private func record<Value>(_ body: (inout Recorder) throws -> Value) throws -> Value {
    try register.record(as: Sample.author(on: Self.today, seed: .random(in: 1...(.max))), body)
  }
}
