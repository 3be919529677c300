import Coverage
import Domain
import Foundation
import GRDB
import TestSupport

@testable import Storage

/// All that commands ask of a register.
struct Readings {
  private let today: CalendarDay
  /// The first record that each kind of event is about.
  private let subjects: [RecordID]
  private let people: [Learner.ID]
  private let completions: [Event.ID]

  init(of register: Register, today: CalendarDay) throws {
    self.today = today
    var first: [String: RecordID] = [:]
    var (people, completions): ([Learner.ID], [Event.ID]) = ([], [])
    try register.read { reader in
      try reader.forEachEvent { stored in
        let event = stored.event
        first[event.kind] = first[event.kind] ?? event.subject
        if event.kind == LearnerRegistered.kind { people.append(Learner.ID(event.subject)) }
        if event.kind == CompletionRecorded.kind { completions.append(event.id) }
      }
    }
    subjects = Set(first.values).sorted()
    self.people = people
    self.completions = completions
  }

  /// Asks everything: what cannot be answered throws an error that has words.
  func ask(_ register: Register) throws {
    for question in questions {
      try Self.allowingErrorsWithWords { try register.read(question) }
    }
    for question in questionsToFile {
      try Self.allowingErrorsWithWords { try question(register) }
    }
  }

  static func allowingErrorsWithWords(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch is RegisterError {
    } catch is Storage.RecordError {}
  }

  private typealias Question = (RegisterReader) throws -> Void

  private var questions: [Question] {
    let groups = [
      ofPlaces, ofCurriculum, ofTeams, ofSessions, ofPeople, ofIdentity, ofImports, ofJournal,
      ofCoverage,
    ]
    return groups.flatMap(\.self)
  }

  private var questionsToFile: [(Register) throws -> Void] {
    [
      { _ = try $0.newestClock() }, { _ = try $0.device() }, { _ = try $0.lastBackup() },
      { _ = try $0.isRewritePending() }, { _ = try $0.rejectedFiles() },
      { _ = try $0.unclearedFiles() }, { _ = try $0.canonicalDump() },
      { register in
        try RegisterError.naming(register.path) {
          _ = try register.queue.read(ErasedList.init(of:))
        }
      },
    ]
  }
}

extension Readings {
  private var ofPlaces: [Question] {
    [
      { _ = try $0.gazetteer() }, { _ = try $0.gazetteer().place("sông", on: today) },
      { _ = try $0.populationSeries() }, { _ = try $0.populationTable(nil) },
      { _ = try $0.populationTable("ward-series") },
      { reader in for id in subjects { _ = try reader.scope(of: AdministrativeUnit.ID(id)) } },
    ]
  }

  private var ofCurriculum: [Question] {
    [
      { _ = try $0.programme() }, { _ = try $0.courses() }, { _ = try $0.course("zalo") },
      { _ = try $0.targets() }, { _ = try $0.measure("trained") }, { _ = try $0.synthetic() },
      { _ = try $0.setting(.language) }, { _ = try $0.defaultActor() },
      { _ = try $0.actor(named: "Lê Văn Hai") }, { _ = try $0.recordCounts() },
      { _ = try $0.standingCounts() },
      { reader in for id in subjects { _ = try reader.name(of: Actor.ID(id)) } },
    ]
  }

  private var ofTeams: [Question] {
    [
      { _ = try $0.teams() }, { _ = try $0.team("Tổ 1", today: today) },
      { reader in for id in subjects { _ = try reader.team(id: Team.ID(id)) } },
    ]
  }

  private var ofSessions: [Question] {
    [
      { _ = try $0.sessions(limit: 10).map(\.heads) }, { _ = try $0.countSessions() },
      { reader in for session in try reader.sessions(limit: 10) { _ = try reader.twin(of: session) }
      },
    ]
      + subjects.map { id in { _ = try $0.session(Reference(id).description) } }
      + completions.map { id in { _ = try $0.completion(Reference(id).description) } }
  }

  private var ofPeople: [Question] {
    var questions: [Question] = [
      { _ = try $0.findLearners("le", limit: 10, today: today) },
      { _ = try $0.findLearners("Hồ Thị Lê 1958", limit: 10, today: today) },
      { _ = try $0.findLearners("sông", limit: 10, today: today) },
      { _ = try $0.learners(ids: people) },
      { try $0.forEachListedPerson(livingIn: nil, today: today) { _ in } },
      { reader in
        for unit in try reader.gazetteer().localUnits(on: today) {
          try reader.forEachListedPerson(livingIn: unit.id, today: today) { _ in }
        }
      },
    ]
    for id in people {
      questions += [
        { _ = try $0.learner(Reference(id).description) }, { _ = try $0.homes(of: id) },
        { _ = try $0.presentHome(of: id, on: today) }, { _ = try $0.attendance(of: id) },
        { _ = try $0.completions(of: id) }, { _ = try $0.traces(of: [id]) },
      ]
    }
    return questions
  }

  private var ofIdentity: [Question] {
    var questions: [Question] = [
      { _ = try $0.duplicates(today: today, limit: 10) },
      { _ = try $0.duplicates(livingIn: .unallocated, today: today, limit: 10) },
      { reader in
        for learner in try reader.findLearners("le", limit: 10, today: today) {
          let wanted = PersonDescription(
            person: learner.person, sex: learner.sex, residence: learner.residence)
          _ = try reader.match(wanted, team: reader.teams().first?.id, today: today)
          _ = try reader.lookalikes(of: [learner])
        }
      },
    ]
    for id in people {
      questions += [
        { _ = try $0.group(of: id) }, { _ = try $0.death(of: id) },
        { _ = try $0.links(inGroupOf: id) },
        { reader in
          for other in people { _ = try reader.distinctions(between: id, and: other) }
        },
      ]
    }
    return questions
  }

  private var ofImports: [Question] {
    [
      { _ = try $0.imports().map(\.counts.taken) }, { _ = try $0.import("1") },
      { _ = try $0.erasedPeople(broughtBySource: "sổ phường") },
      { reader in for id in subjects { _ = try reader.records(causedBy: Event.ID(id)) } },
      { reader in
        for made in try reader.imports() {
          _ = try reader.hasSessions(made.id)
          _ = try reader.hasEnteredAnew(made, by: made)
          _ = try reader.isUnsettled(made)
          _ = try reader.voidAttendees(of: made)
          _ = try reader.voidSessions(of: made)
          _ = try reader.people(createdBy: made.id, limit: 10)
          _ = try reader.countPeople(createdBy: made.id)
          _ = try reader.use(of: made.id)
        }
      },
      { reader in
        let imports = try reader.imports(ofSource: "sổ phường")
        for key in ["số 1", "buổi 1"] {
          _ = try reader.learners(keyed: key, by: imports)
          _ = try reader.session(keyed: key, by: imports)
          _ = try reader.sessionVoided(keyed: key, by: imports)
        }
      },
    ]
  }

  private var ofJournal: [Question] {
    [
      { _ = try $0.journal(limit: 100) }, { _ = try $0.countEvents() },
      { reader in
        try reader.forEachEvent { stored in
          _ = try reader.event(stored.event.id)
          _ = stored.isErased
        }
      },
    ]
      + (subjects + completions.map { RecordID($0) }).map { id in
        { _ = try $0.standingVoids(of: id) }
      }
  }

  private var ofCoverage: [Question] {
    var questions: [Question] = []
    for measure in ["reached", "trained"] {
      for unitsOf in [today, Sample.day("2025-03-01")] {
        questions.append { reader in
          let report = try reader.coverage(
            ofMeasure: measure, asOf: today, unitsOf: unitsOf, population: nil, today: today)
          _ = report.rows.map(\.gap)
          _ = report.total.figure.gap(toBasisPoints: 8_000)
        }
      }
    }
    return questions
  }
}
