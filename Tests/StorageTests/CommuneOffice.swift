import Domain
import TestSupport

@testable import Storage

/// The office of a commune that takes in lists of people and of sessions, knows of every row whom it is
/// about, and notes whom the rules attached it to.
struct CommuneOffice {
  /// On what a row was attached to somebody without asking.
  enum Ground: String, CaseIterable {
    case key, phone, team
  }

  /// Rows about one person that the register took for rows about another.
  struct Join: Hashable {
    /// Index of the person whom the rows are about.
    let person: Int
    /// Index of the person for whom the record was made.
    let owner: Int
    let ground: Ground
  }

  struct Tally {
    var attached: [Ground: Int] = [:]
    var created = 0
    /// Rows given back for somebody to choose.
    var asked = 0
    /// Rows given back because somebody of that description sits in the session already.
    var twice = 0

    var rows: Int { attached.values.reduce(created + asked + twice, +) }
  }

  var commune: Commune
  private(set) var lists: [(name: String, tally: Tally)] = []
  private(set) var joins: [Join: Int] = [:]
  /// Whom each record was made for.
  private(set) var owners: [Learner.ID: Int] = [:]
  private let register: Register
  private let teams: [Team]
  private static let today = "2026-06-01"

  init(_ commune: Commune, in register: Register) throws {
    self.commune = commune
    self.register = register
    teams = try register.record(on: Self.today) { recorder in
      try (0..<commune.teamCount).map {
        try recorder.formTeam(
          named: "Tổ \($0 + 1)", in: commune.unit, since: Sample.day("2026-01-01"))
      }
    }
  }

  // MARK: Lists of people

  mutating func take(
    _ people: some Sequence<Int>, of source: String, keyed key: (Int) -> String?
  ) throws {
    let rows = people.map { (person: $0, listed: commune.row(of: $0, key: key($0))) }
    try run(source, as: source) { office, run, recorder, tally in
      for (person, listed) in rows {
        do {
          try office.take(listed, about: person, &run, &recorder, &tally)
        } catch RecordError.candidates(let people) {
          tally.asked += 1
          var chosen = listed
          chosen.choice = office.choice(of: person, among: people)
          try office.take(chosen, about: person, &run, &recorder, &tally)
        }
      }
    }
  }

  private mutating func take(
    _ listed: ListedPerson, about person: Int, _ run: inout ImportRun, _ recorder: inout Recorder,
    _ tally: inout Tally
  ) throws {
    let id = try run.take(listed, in: &recorder).learner
    note(
      id, from: listed, about: person, ground: listed.person.externalKey == nil ? .phone : .key,
      &tally)
  }

  private mutating func note(
    _ id: Learner.ID, from listed: ListedPerson, about person: Int, ground: Ground,
    _ tally: inout Tally
  ) {
    guard let owner = owners[id] else {
      owners[id] = person
      if listed.choice == nil { tally.created += 1 }
      return
    }
    guard listed.choice == nil else { return }
    tally.attached[ground, default: 0] += 1
    if owner != person {
      joins[Join(person: person, owner: owner, ground: ground), default: 0] += 1
    }
  }

  /// What somebody answers who knows everybody.
  private func choice(of person: Int, among people: [Learner]) -> ListedPerson.Choice {
    people.first { owners[$0.id] == person }.map { .known($0.id) } ?? .new
  }

  private mutating func run(
    _ name: String, as source: String,
    _ body: (inout Self, inout ImportRun, inout Recorder, inout Tally) throws -> Void
  ) throws {
    var tally = Tally()
    let list = ImportedList(
      source: source, fileHash: ContentHash.sha256("\(lists.count)".utf8))
    try register.record(on: Self.today) { recorder in
      var run = try ImportRun(list, in: &recorder)
      try body(&self, &run, &recorder, &tally)
      try run.finish(in: &recorder)
    }
    lists.append((name, tally))
  }
}

// MARK: - Sessions

extension CommuneOffice {
  /// The first teams meet their people in classes of 25, of whom three in four come; to one class in
  /// five somebody of another village.
  mutating func holdSessions(on date: String, teams count: Int) throws {
    var sessions: [(team: Team, people: [Int])] = []
    let villages = Dictionary(grouping: commune.people.indices) { commune.people[$0].team }
    for (team, people) in villages.sorted(by: { $0.key < $1.key }).prefix(count) {
      for start in stride(from: 0, to: people.count, by: 25) {
        var present = people[start..<min(start + 25, people.count)].filter { _ in
          commune.chance(0.75)
        }
        if commune.chance(0.2), let guest = commune.shuffled(commune.people.indices).first {
          present.append(guest)
        }
        sessions.append((teams[team], present))
      }
    }
    try run("buổi \(date)", as: "buổi học") { office, run, recorder, tally in
      for (number, session) in sessions.enumerated() {
        try office.take(
          session.people, of: session.team, key: "\(date) \(number)", on: date, &run, &recorder,
          &tally)
      }
    }
  }

  private mutating func take(
    _ people: [Int], of team: Team, key: String, on date: String, _ run: inout ImportRun,
    _ recorder: inout Recorder, _ tally: inout Tally
  ) throws {
    let details = SessionDetails(
      date: Sample.day(date), form: .class, team: team.id, course: "an-toan", externalKey: key)
    let rows = people.map { commune.row(of: $0) }
    // The score tells which row a mark came from.
    func attendee(_ position: Int, _ choice: ListedPerson.Choice?) -> ListedSession.Attendee {
      var person = rows[position]
      person.choice = choice
      return .init(person: person, result: .passed, score: position)
    }
    let result = try run.take(
      ListedSession(details: details, attendees: rows.indices.map { attendee($0, nil) }),
      in: &recorder)
    guard let id = result.session, let session = try recorder.reader.session(id: id) else { return }
    for (learner, mark) in session.marks.sorted(by: { $0.key < $1.key }) {
      guard let position = mark.score else { continue }
      let known = try recorder.reader.learner(id: learner)
      let isPhone =
        rows[position].person.phone != nil && known?.person.phone == rows[position].person.phone
      note(
        learner, from: rows[position], about: people[position], ground: isPhone ? .phone : .team,
        &tally)
    }
    for (position, error) in result.refused.sorted(by: { $0.key < $1.key }) {
      let person = people[position]
      switch error {
      case .candidates(let candidates):
        tally.asked += 1
        var chosen = rows[position]
        chosen.choice = choice(of: person, among: candidates)
        if chosen.choice == .new {
          let id = try recorder.register(
            PersonDescription(
              person: chosen.person, sex: chosen.sex, residence: .unit(commune.unit.id)),
            on: Sample.day(date), consent: .none, scope: .city)
          try recorder.mark(
            id, in: session, as: Mark(result: .passed, basis: .imported, score: position))
          note(id.id, from: chosen, about: person, ground: .team, &tally)
        } else if case .known(let known)? = chosen.choice,
          let learner = try recorder.reader.learner(id: known)
        {
          try recorder.mark(
            learner, in: session, as: Mark(result: .passed, basis: .imported, score: position))
        }
      case .personTwice: tally.twice += 1
      default: throw error
      }
    }
  }
}
