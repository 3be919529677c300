import Domain

@testable import Storage

/// What becomes of people after they were registered, and lists that are taken in.
extension RandomHistory {
  mutating func actOnPeople(_ learners: [Learner], with recorder: inout Recorder) throws {
    guard learners.count > 1 else { return }
    let (one, other) = (pick(learners), pick(learners))
    switch number(0...16) {
    case 0, 1: _ = try recorder.change(one, change(recorder.reader))
    case 2, 3: _ = try recorder.move(one, to: home(recorder.reader), from: past())
    case 4:
      if number(0...2) == 0, let dead = learners.first(where: { $0.died != nil }) {
        try recorder.retractDeath(of: dead)
      } else {
        try recorder.recordDeath(of: one, on: past())
      }
    case 5, 6: try recorder.link(one, other, despiteDistinction: number(0...1) == 0)
    case 7:
      let pairs = try learners.flatMap { learner in
        try recorder.reader.group(of: learner.id).filter { $0.id > learner.id }
          .map { (learner, $0) }
      }
      if !pairs.isEmpty {
        let (linked, partner) = pick(pairs)
        try recorder.unlink(linked, partner)
      }
    case 8: try recorder.distinguish(one, other)
    case 9, 10, 11: try takeList(with: &recorder)
    case 12, 13: try takeBackList(with: &recorder)
    case 15:
      if number(0...2) == 0 { try recorder.erase(one) }
    case 14: try recorder.noteView(pick([.explain, .export, .sheet]), people: number(1...30))
    default: _ = try number(0...1) == 0 ? recorder.undo() : recorder.redo()
    }
  }

  private mutating func change(_ reader: RegisterReader) throws -> LearnerChanged {
    var change = LearnerChanged()
    if number(0...1) == 0 { change.person.birthYear = 1950 + number(0...9) }
    if number(0...2) == 0 { change.person.name = pick(["Hồ Thị Lê", "Hồ Thị Lệ"]) }
    if number(0...2) == 0 { change.residence = try home(reader) }
    if number(0...4) == 0 { change.residence = .unallocated }
    if number(0...2) == 0 { change.registeredOn = past() }
    if number(0...3) == 0 { change.cleared = [pick([.sex, .birthYear, .phone, .hamlet])] }
    return change
  }

  private mutating func home(_ reader: RegisterReader) throws -> Residence {
    let unit = try pick(reader.gazetteer().units.filter { $0.kind != .city })
    return pick([.unit(unit.id), .unit(unit.id), .unit(unit.id), .outside])
  }

  // MARK: Lists

  private mutating func takeList(with recorder: inout Recorder) throws {
    let source = pick(["sổ phường", "sổ tổ"])
    let list = ImportedList(
      source: source, fileHash: ContentHash.sha256("\(step) \(random.next())".utf8))
    var run = try ImportRun(list, in: &recorder)
    if number(0...1) == 0 {
      for _ in 0..<number(1...4) {
        do {
          _ = try run.take(listed(recorder.reader), in: &recorder)
        } catch is RecordError {
          run.reject()
        }
      }
    } else {
      let details = SessionDetails(
        date: past(), form: .class, team: nil, course: pick(courses),
        externalKey: "buổi \(number(1...3))")
      var attendees: [ListedSession.Attendee] = []
      for _ in 0..<number(1...4) {
        attendees.append(
          .init(person: try listed(recorder.reader), result: pick(LearningResult.allCases)))
      }
      _ = try run.take(ListedSession(details: details, attendees: attendees), in: &recorder)
    }
    try run.finish(in: &recorder)
  }

  /// One of few rows, so that later lists meet what earlier ones brought.
  private mutating func listed(_ reader: RegisterReader) throws -> ListedPerson {
    let row = number(1...6)
    return ListedPerson(
      person: PersonalDetails(
        name: "Ngô Thị Số \(row)", birthYear: pick([1940 + row, 1940 + row, 1950 + row]),
        hamlet: pick(["Thôn 1", "Thôn 2", nil]),
        externalKey: number(0...2) == 0 ? nil : "số \(row)"),
      sex: .female, residence: try pick([home(reader), nil]), registeredOn: pick([past(), nil]),
      movedOn: pick([past(), nil, nil]), choice: pick([.new, nil]))
  }

  private mutating func takeBackList(with recorder: inout Recorder) throws {
    let imports = try recorder.reader.imports()
    guard !imports.isEmpty else { return }
    let taken = pick(imports)
    if taken.isVoid {
      try recorder.redo(taken)
    } else {
      try recorder.undo(taken, pick([.stopIfUsed, .keepUsed, .keepUsed, .all]))
    }
  }
}
