import Domain
import GRDB
import TestSupport

@testable import Storage

/// A small register in memory with a row, at least, in each of its tables.
struct LivedRegister {
  let register: Register
  let today = Sample.day("2026-03-01")

  init() throws {
    register = try Sample.register(seed: 11, places: .few)
    try Self.teach(register)
    try Self.identify(register)
    let id = try Self.takeIn(register)
    try Self.takeBack(id, in: register)
    try register.trustClock(Sample.morning(of: today))
    try register.note(rejectedFile: "/nowhere/rejected.csv")
    try register.note(unclearedFile: "/nowhere/uncleared.csv")
  }

  /// A team, people, sessions, a completion, a move, a death, a target.
  private static func teach(_ register: Register) throws {
    try record(in: register, on: "2026-02-10", seed: 12) { recorder in
      try recorder.introduce("Lê Văn Hai", isDefault: false)
      let river = try unit("101", of: recorder)
      let day = recorder.today
      let team = try recorder.formTeam(named: "Tổ 1", in: river, since: day.adding(days: -30))
      // The first two are alike.
      let people = try ["Hồ Thị Lê", "Hồ Thị Lê", "Lê Văn Đức", "Ngô Bá Tước", "Trần Thị Hoa"].map {
        try recorder.register(
          PersonDescription(
            person: PersonalDetails(
              name: $0, birthYear: 1958, phone: "0912345678", hamlet: "thôn 3"),
            sex: .female, residence: .unit(river.id)),
          on: day.adding(days: -9), consent: .paper, scope: .city)
      }
      for course in ["an-toan", "dien-thoai"] {
        _ = try recorder.logSession(
          SessionDetails(
            date: day, form: .class, team: team.id, course: course, lessons: ["bai-1"], minutes: 90,
            unnamed: 2, guests: 1, venue: "nhà văn hóa", note: "mưa"),
          attendees: people.map {
            ($0.id, Mark(result: .completed, basis: .tested, score: 80))
          })
      }
      try recorder.recordCompletion(
        of: people[0], course: "zalo", on: day, result: .passed, basis: .declared)
      _ = try recorder.move(people[2], to: .outside, from: day)
      try recorder.recordDeath(of: people[3], on: day)
      try recorder.setTarget(
        measure: "trained", unit: river, basisPoints: 8_000, deadline: day.adding(days: 300),
        document: "QĐ 1")
    }
  }

  /// Who is one person and who is not, and who is erased.
  private static func identify(_ register: Register) throws {
    try record(in: register, on: "2026-02-12", seed: 13) { recorder in
      let people = try recorder.reader.fetchLearners("TRUE ORDER BY learner.key", [])
      try recorder.link(people[2], people[3])
      try recorder.link(people[0], people[3])
      try recorder.unlink(people[0], people[3])
      try recorder.distinguish(people[0], people[2])
      try recorder.erase(people[4])
    }
  }

  /// A list of one person and one session.
  private static func takeIn(_ register: Register) throws -> Event.ID {
    try record(in: register, on: "2026-02-14", seed: 14) { recorder in
      let river = try unit("101", of: recorder)
      let list = ImportedList(source: "sổ phường", fileHash: .sha256("sổ".utf8))
      var run = try ImportRun(list, in: &recorder)
      var person = ListedPerson(
        person: PersonalDetails(name: "Phan Thị Sáu", birthYear: 1960, externalKey: "số 1"),
        sex: .female, residence: .unit(river.id), registeredOn: recorder.today, consent: .paper)
      _ = try run.take(person, in: &recorder)
      person.person = PersonalDetails(name: "Phan Văn Bảy", birthYear: 1961, externalKey: "số 2")
      _ = try run.take(
        ListedSession(
          details: SessionDetails(
            date: recorder.today, form: .desk, team: nil, course: "an-toan", externalKey: "buổi 1"),
          attendees: [ListedSession.Attendee(person: person, result: .attended)]),
        in: &recorder)
      try run.finish(in: &recorder)
      return run.id
    }
  }

  /// Takes back an import whose people are in use, and has it back; and takes back a session.
  private static func takeBack(_ id: Event.ID, in register: Register) throws {
    try record(in: register, on: "2026-02-16", seed: 15) { recorder in
      let reader = recorder.reader
      let brought = try reader.people(createdBy: id, limit: 1)
      let first = try reader.fetchLearners("TRUE ORDER BY learner.key LIMIT 1", [])
      try recorder.link(brought[0], first[0])
      if let taken = try reader.imports().first { try recorder.undo(taken, .keepUsed) }
      if let taken = try reader.imports().first { try recorder.redo(taken) }
      if let session = try reader.sessions(limit: 1).first {
        try recorder.void(session, reason: .loggedTwice, words: "ghi hai lần")
      }
    }
  }

  private static func record<Value>(
    in register: Register, on day: String, seed: UInt64, _ body: (inout Recorder) throws -> Value
  ) throws -> Value {
    try register.record(as: Sample.author(on: Sample.day(day), seed: seed), body)
  }

  private static func unit(_ code: String, of recorder: Recorder) throws -> AdministrativeUnit {
    try recorder.reader.gazetteer().place(code, on: recorder.today)
  }
}

extension FoundingPlaces {
  /// The city, one of its wards with those it was made of, and one figure.
  static var few: FoundingPlaces {
    let all = Sample.places
    return FoundingPlaces(
      units: all.units.filter { ["46", "101"].contains($0.key.code) },
      successions: all.successions.filter { $0.old.code == "101" },
      series: Array(all.series.prefix(1)), values: Array(all.values.prefix(1)),
      defaultSeries: all.defaultSeries)
  }
}
