import Coverage
import Domain
import Storage
import TestSupport
import Testing

@Suite struct SessionRecordingTests {
  @Test func `a logged session counts its people where they live`() throws {
    let register = try Sample.register()
    let today = Sample.day("2026-02-10")

    let session = try register.record(as: Sample.author(on: today, seed: 2)) { recorder in
      let gazetteer = try recorder.reader.gazetteer()
      let river = try gazetteer.place("101", on: today)
      let mountain = try gazetteer.place("Núi", on: today)
      let team = try recorder.formTeam(named: "Tổ 1", in: river, since: Sample.day("2026-01-10"))
      let people = try [river, river, mountain].enumerated().map { index, unit in
        try recorder.register(
          PersonDescription(
            person: PersonalDetails(name: "Hồ Thị Số \(index)", birthYear: 1960 + index),
            sex: .female, residence: .unit(unit.id)),
          on: today, consent: .paper, scope: .city)
      }
      return try recorder.logSession(
        SessionDetails(date: today, form: .class, team: team.id, course: "an-toan"),
        attendees: people.map {
          ($0.id, Mark(result: .completed, basis: .declared))
        })
    }

    let report = try coverage(of: register, "trained", on: today)
    #expect(report.rows.map(\.figure.count) == [2, 1, 0])
    #expect(report.rows[0].figure.percent == 0.2)
    #expect(report.rows[2].figure.numerator == nil)
    #expect(report.total.count == 3)
    #expect(try coverage(of: register, "trained", on: today.adding(days: -1)).total.count == 0)
    #expect(report.teamPresence.units == 1)

    try register.record(as: Sample.author(on: today, seed: 3)) { recorder in
      try recorder.void(session, reason: .loggedTwice)
    }
    #expect(try coverage(of: register, "reached", on: today).total.count == 0)
    try register.record(as: Sample.author(on: today, seed: 4)) { recorder in
      try recorder.unvoid(recorder.reader.session(Reference(session.id).description))
    }
    #expect(try coverage(of: register, "reached", on: today).total.count == 3)

    let verification = try register.verify()
    #expect(verification.faults == [])
    let before = try register.canonicalDump()
    try register.rebuild()
    #expect(try register.canonicalDump() == before)
  }

  private func coverage(
    of register: Register, _ measure: String, on day: CalendarDay
  ) throws -> CoverageReport {
    try register.read {
      try $0.coverage(ofMeasure: measure, asOf: day, unitsOf: day, population: nil, today: day)
    }
  }
}
