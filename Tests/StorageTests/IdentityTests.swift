import Domain
import TestSupport
import Testing

@testable import Storage

/// Hồ Thị Lê, a woman of 1958 from hamlet 3 of Phường Sông, who came to a session of Tổ 1;
/// everybody here is held against her.
@Suite struct IdentityTests {
  private let register: Register
  private let river: AdministrativeUnit
  private let mountain: AdministrativeUnit
  private let team: Team
  private let otherTeam: Team
  private let le: Learner
  private let session: Session

  init() throws {
    let register = try Sample.register()
    let river = try register.unit("101")
    let mountain = try register.unit("102")
    let day = Sample.day("2026-02-10")
    (team, otherTeam, le, session) = try register.record(on: "2026-02-10") { recorder in
      let team = try recorder.formTeam(named: "Tổ 1", in: river, since: day)
      let other = try recorder.formTeam(named: "Tổ 2", in: river, since: day)
      let le = try recorder.register(
        PersonDescription(
          person: PersonalDetails(
            name: "Hồ Thị Lê", birthYear: 1958, phone: "0905123456", hamlet: "Thôn 3"),
          sex: .female, residence: .unit(river.id)),
        on: day, consent: .paper, scope: .city)
      let session = try recorder.logSession(
        SessionDetails(date: day, form: .class, team: team.id, course: "an-toan"),
        attendees: [(le.id, Mark(result: .attended, basis: .declared))])
      return (team, other, le, session)
    }
    self.register = register
    self.river = river
    self.mountain = mountain
  }

  @Test func `phone, birth year, sex and folded name attach, wherever they live now`() throws {
    #expect(try match("ho thi le", phone: "0905123456") == .attach)
    #expect(try match("HỒ THỊ LỆ", phone: "0905123456", in: .unit(mountain.id)) == .attach)
    #expect(try match("Hồ Thị Lê", phone: "0905123456", in: .outside) == .attach)
  }

  @Test func `a phone alone attaches nobody`() throws {
    #expect(try match("Hồ Thị Lan", phone: "0905123456") == .nobody)
    #expect(try match("Hồ Thị Lê", year: 1959, phone: "0905123456") == .nobody)
    #expect(try match("Hồ Thị Lê", year: nil, phone: "0905123456") == .nobody)
    #expect(try match("Hồ Thị Lê", sex: .male, phone: "0905123456") == .nobody)
    #expect(try match("Hồ Thị Lê", sex: nil, phone: "0905123456") == .nobody)
    #expect(try match(nil, phone: "0905123456") == .nobody)
  }

  @Test func `a phone that a family shares between namesakes asks`() throws {
    try another("Hồ Thị Lệ", phone: "0905123456")
    #expect(try match("Ho Thi Le", phone: "0905123456") == .candidates(2))
  }

  @Test func `the exact name, birth year and sex attach whoever came to this very team`() throws {
    #expect(try match("hồ thị lê", team: team, in: .unit(mountain.id)) == .attach)
    #expect(try match("Hồ Thị Lê", team: otherTeam) == .candidates(1))
    #expect(try match("Hồ Thị Lê", team: nil) == .candidates(1))
    #expect(try match("Ho Thi Le", team: team) == .candidates(1))
    #expect(try match("Hồ Thị Lê", year: 1957, team: team) == .nobody)
    #expect(try match("Hồ Thị Lê", sex: .male, team: team) == .nobody)
  }

  @Test func `two namesakes of one unit or team are asked about`() throws {
    try another("Ho Thi Le")
    #expect(try match("Hồ Thị Lê", team: team) == .attach, "perhaps the same, without marks")
    let twin = try another("Hồ Thị Lê")
    #expect(try match("Hồ Thị Lê", team: team) == .candidates(3))
    #expect(try match("Hồ Thị Lê", team: team, in: .outside) == .attach)
    try register.record(on: "2026-02-10") {
      try $0.mark(twin, in: session, as: Mark(result: .attended, basis: .declared))
    }
    #expect(try match("Hồ Thị Lê", team: team, in: .outside) == .candidates(2))
  }

  @Test func `another phone makes even a known attendee a question`() throws {
    #expect(try match("Hồ Thị Lê", phone: "0905999999", team: team) == .candidates(1))
    #expect(try match("Hồ Thị Lê", phone: nil, team: team) == .attach)
  }

  @Test func `another unit and another hamlet make even a known attendee a question`() throws {
    #expect(
      try match("Hồ Thị Lê", hamlet: "Thôn 9", team: team, in: .unit(mountain.id)) == .candidates(1)
    )
    #expect(try match("Hồ Thị Lê", hamlet: "thôn 3", team: team, in: .unit(mountain.id)) == .attach)
    #expect(try match("Hồ Thị Lê", hamlet: "Thôn 9", team: team) == .attach)
  }

  @Test func `where the tone stands in a name makes nobody somebody else`() throws {
    let thuy = try another("Lê Thị Thuý")
    #expect(try match("Lê Thị Thúy") == .candidates(1))
    try register.record(on: "2026-02-10") {
      try $0.mark(thuy, in: session, as: Mark(result: .attended, basis: .declared))
    }
    #expect(try match("Lê Thị Thúy") == .candidates(1))
    #expect(try match("Lê Thị Thụy") == .nobody)
  }

  @Test func `a name without any mark is nobody's exact name`() throws {
    let one = try another("Ho Van Ba", year: 1950, sex: .male)
    try register.record(on: "2026-02-10") {
      try $0.mark(one, in: session, as: Mark(result: .attended, basis: .declared))
    }
    #expect(try match("Ho Van Ba", year: 1950, sex: .male, team: team) == .candidates(1))
  }

  @Test func `a session that was voided has been a meeting with the team all the same`() throws {
    try register.record(on: "2026-02-11") { try $0.void(session, reason: .wrongDate) }
    #expect(try match("Hồ Thị Lê", team: team) == .attach)
  }

  @Test func `Lê is not Lệ, but a name without marks may be either`() throws {
    #expect(try match("Hồ Thị Lệ") == .nobody)
    #expect(try match("Hồ Thị Lệ", team: team) == .nobody)
    #expect(try match("Ho Thi Le") == .candidates(1))
    try another("Hồ Thị Lệ")
    #expect(try match("Ho Thi Le") == .candidates(2))
    #expect(try match("Hồ Thị Lệ") == .candidates(1))
  }

  @Test func `another hamlet or unit is another person`() throws {
    #expect(try match("Hồ Thị Lê", hamlet: "Thôn 4") == .nobody)
    #expect(try match("Hồ Thị Lê", hamlet: "THON 3") == .candidates(1))
    #expect(try match("Hồ Thị Lê", hamlet: nil) == .candidates(1))
    #expect(try match("Hồ Thị Lê", in: .unit(mountain.id)) == .nobody)
    #expect(try match("Hồ Thị Lê", in: .unallocated) == .nobody)
  }

  @Test func `a person of a former unit is a candidate in the one that took it over`() throws {
    let former = try register.unit("101", from: "2025-01-01")
    try register.record(on: "2026-02-10") {
      _ = try $0.register(
        PersonDescription(
          person: PersonalDetails(name: "Ngô Bá Tước", birthYear: 1950), sex: .male,
          residence: .unit(former.id)),
        on: Sample.day("2026-02-10"), consent: .paper, scope: .city)
    }
    let outcome = try match("Ngô Bá Tước", year: 1950, sex: .male)
    #expect(outcome == .candidates(1))
  }

  @Test func `without a birth year only those without one are candidates`() throws {
    #expect(try match("Hồ Thị Lê", year: nil) == .nobody)
    try another("Hồ Thị Lê", year: nil)
    #expect(try match("Hồ Thị Lê", year: nil) == .candidates(1))
  }

  @Test func `somebody who has been taken back matches nothing`() throws {
    let id = RecordID(le.id)
    try register.record(on: "2026-02-11") {
      try $0.record(Voided(target: id, reason: .other), subject: id, scope: .city)
    }
    #expect(try match("Hồ Thị Lê", phone: "0905123456", team: team) == .nobody)
  }

  private enum Outcome: Equatable {
    case attach, nobody
    case candidates(Int)
  }

  private func match(
    _ name: String?, year: Int? = 1958, sex: Sex? = .female, phone: String? = nil,
    hamlet: String? = nil, team: Team? = nil, in residence: Residence? = nil
  ) throws -> Outcome {
    let wanted = PersonDescription(
      person: PersonalDetails(name: name, birthYear: year, phone: phone, hamlet: hamlet), sex: sex,
      residence: residence ?? .unit(river.id))
    switch try register.read({
      try $0.match(wanted, team: team?.id, today: Sample.day("2026-06-01"))
    }) {
    case .attach(let learner):
      #expect(learner.id == le.id)
      return .attach
    case .candidates(let learners): return .candidates(learners.count)
    case .nobody: return .nobody
    }
  }

  @discardableResult
  private func another(
    _ name: String, year: Int? = 1958, sex: Sex = .female, phone: String? = nil
  ) throws -> Learner {
    try register.record(on: "2026-02-10") {
      try $0.register(
        PersonDescription(
          person: PersonalDetails(name: name, birthYear: year, phone: phone), sex: sex,
          residence: .unit(river.id)),
        on: Sample.day("2026-02-10"), consent: .paper, scope: .city)
    }
  }
}
