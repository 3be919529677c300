package import Domain
import GRDB

extension ImportRun {
  /// What became of a session and of each of its rows.
  package struct SessionResult: Sendable {
    package let session: Session.ID?
    package let outcome: ListOutcome
    /// By the position of the attendee in the list.
    package let refused: [Int: RecordError]
    package let kept: [KeptValue]
    /// People entered in the register on the way, by the position of their row.
    package let newcomers: [Int: Learner.ID]
    /// Of these, how many whose unit was taken from the team.
    package let livingWithTeam: Int
    /// Those whose death is recorded on the session's day or before.
    package let dead: [Learner]
    /// The people who were registered already, by the position of their row.
    package let known: [Int: Learner]
    /// The session that somebody has voided by hand: it was left so.
    package let leftVoid: Session?
    /// Where the list has changed the day of the session, the day that it had.
    package let movedFrom: CalendarDay?
  }

  /// Takes all rows of one session of a list; rows that cannot be taken are given back, and counted.
  ///
  /// (source, key) names a session that is there already: then only what its list has changed since is
  /// brought in, and nobody is taken out.
  /// - Throws: `RecordError` where the session itself cannot be; all its rows are then to be rejected.
  package mutating func take(
    _ listed: ListedSession, in recorder: inout Recorder
  ) throws -> SessionResult {
    try see(listed.details.externalKey)
    let known = try listed.details.externalKey.flatMap {
      try recorder.reader.session(keyed: $0, by: imports)
    }
    if known == nil, let key = listed.details.externalKey,
      let void = try recorder.reader.sessionVoided(keyed: key, by: imports)
    {
      count(.unchanged)
      return SessionResult(leavingVoid: void)
    }
    let brought = try known.flatMap { try broughtSession($0.id, in: recorder) }
    var listed = listed
    if !listed.isFormGiven, let known { listed.details.form = known.details.form }
    var merge = ThreeWay()
    let change = known.flatMap { self.change(listed.details, brought: brought, now: $0, &merge) }
    try recorder.check(
      known.map { change?.applied(to: $0.details) ?? $0.details } ?? listed.details)

    var seating = Seating(known: known, brought: brought)
    for attendee in listed.attendees {
      NewRow(attendee.person).map { seating.newRowsToCome.add($0) }
    }
    for (position, attendee) in listed.attendees.enumerated() {
      do {
        try seat(attendee, of: listed.details, at: position, in: &recorder, &seating, &merge)
      } catch let error as RecordError {
        seating.refused[position] = error
        reject()
      }
    }
    let (id, outcome) = try record(
      listed.details, known: known, change: change, seating: seating, in: &recorder)
    if let outcome { count(outcome) }
    return SessionResult(
      session: id, outcome: outcome ?? .unchanged, refused: seating.refused, kept: merge.kept,
      newcomers: seating.newcomers, livingWithTeam: seating.livingWithTeam, dead: seating.dead,
      known: seating.found, leftVoid: nil,
      movedFrom: change?.date == nil ? nil : known?.details.date)
  }

  /// The people of one session, as far as its rows have been read.
  private struct Seating {
    let known: Session?
    let brought: FoldedSession?
    /// By the exact names that they have, and that the source has last given them; read when first asked
    /// for.
    private var broughtByName: [String: [Brought]]?
    var newRowsToCome = NewRowsToCome()
    var seated: Set<Learner.ID> = []
    var marks: [Learner.ID: Mark] = [:]
    var refused: [Int: RecordError] = [:]
    var newcomers: [Int: Learner.ID] = [:]
    var livingWithTeam = 0
    var dead: [Learner] = []
    var found: [Int: Learner] = [:]

    init(known: Session?, brought: FoldedSession?) {
      (self.known, self.brought) = (known, brought)
    }

    /// Those whom the source has brought and who are, or were then, called so.
    mutating func brought(
      called name: String?, by run: ImportRun, in recorder: Recorder
    ) throws -> [Brought] {
      if broughtByName == nil {
        var people: [String: [Brought]] = [:]
        for (id, _) in brought?.marks ?? [:] {
          guard let learner = try recorder.reader.learner(id: id), !learner.isVoid else { continue }
          let history = try run.history(of: id, in: recorder)
          let said = try BroughtPerson(history.live.filter(run.brought))
          let person = Brought(
            learner: learner, history: history, said: said,
            homes: try recorder.reader.homes(of: id).map(\.residence))
          for name in Set(
            [learner.person.name, said.person.name].map { SearchText.exact($0 ?? "") })
          {
            people[name, default: []].append(person)
          }
        }
        broughtByName = people
      }
      return broughtByName?[SearchText.exact(name ?? "")] ?? []
    }

    /// Whether the person is seated, by this record or another one. Who sat by two records before these
    /// were linked may do so again.
    func has(_ learner: Learner, in reader: RegisterReader) throws -> Bool {
      if seated.contains(learner.id) { return true }
      guard brought?.marks[learner.id] == nil else { return false }
      return try reader.group(of: learner.id).contains { seated.contains($0.id) }
    }
  }

  private mutating func seat(
    _ attendee: ListedSession.Attendee, of details: SessionDetails, at position: Int,
    in recorder: inout Recorder, _ seating: inout Seating, _ merge: inout ThreeWay
  ) throws {
    NewRow(attendee.person).map { seating.newRowsToCome.reach($0) }
    try recorder.check(details, mark: attendee.mark(after: nil))
    var person = attendee.person
    let livesWithTeam = person.residence == nil
    if livesWithTeam {
      person.residence = try details.team.flatMap { try recorder.reader.team(id: $0) }
        .map { .unit($0.unit) }
    }
    let found: Learner?
    do {
      found =
        try sitting(person, givesHome: !livesWithTeam, in: recorder, &seating)
        ?? learner(for: person, team: details.team, in: recorder)
    } catch RecordError.candidates(let people) {
      if let twice = people.first(where: { seating.seated.contains($0.id) }) {
        throw RecordError.personTwice(twice.person.name ?? Reference(twice.id).description)
      }
      throw RecordError.candidates(people)
    }
    if let found, try seating.has(found, in: recorder.reader) {
      throw RecordError.personTwice(found.person.name ?? Reference(found.id).description)
    }
    let id: Learner.ID
    if let found {
      id = found.id
      seating.found[position] = found
      if let dead = try recorder.reader.dead(found, by: details.date) { seating.dead.append(dead) }
    } else {
      if let day = person.registeredOn {
        try recorder.requirePlausible(day, birthYear: person.person.birthYear)
      }
      id = try register(person, on: details.date, in: &recorder)
      seating.newcomers[position] = id
      if livesWithTeam { seating.livingWithTeam += 1 }
    }
    seating.seated.insert(id)
    let brought = seating.brought?.marks[id]
    let new = merge.value(
      .mark, listed: attendee.mark(after: brought), brought: brought, now: seating.known?.marks[id],
      as: KeptValue.Content.mark)
    seating.marks[id] = new
  }

  /// Somebody whom this source has brought into the session and whom the row describes, as the source
  /// did then or as they are now: the same list again must neither ask nor enter anybody again. A row that
  /// says `new` is about one of those for whom a row said so then; a row without a word is about none of
  /// these, and several others are a question.
  private func sitting(
    _ person: ListedPerson, givesHome: Bool, in recorder: Recorder, _ seating: inout Seating
  ) throws -> Learner? {
    guard person.person.externalKey == nil, seating.brought != nil else { return nil }
    if case .known = person.choice { return nil }
    var listed = person
    if !givesHome { listed.residence = nil }
    let people = try seating.brought(called: listed.person.name, by: self, in: recorder)
      .filter { !seating.seated.contains($0.learner.id) }
    if person.choice == .new {
      return called(new: listed, among: people, toCome: seating.newRowsToCome)
    }
    let alike = people.filter { person in
      person.said.calledNewInRow == nil
        && (person.said.isRegistered && fits(listed, person.said)
          || listed.describes(person.learner.person, sex: person.learner.sex)
            && mayLive(listed, in: person.homes))
    }
    return alike.count == 1 ? alike.first?.learner : nil
  }

  private func broughtSession(_ id: Session.ID, in recorder: Recorder) throws -> FoldedSession? {
    let history = try RecordHistory(
      of: RecordID(id), kinds: RecordFamily.session.kinds, in: recorder.db,
      voids: Voids(asking: recorder.db))
    return try FoldedSession(history.limited(to: history.live.filter(brought)))
  }

  private func change(
    _ listed: SessionDetails, brought: FoldedSession?, now: Session, _ merge: inout ThreeWay
  ) -> SessionChanged? {
    let before = brought?.details
    var change = SessionChanged()
    change.date = merge.value(
      .date, listed: listed.date, brought: before?.date, now: now.details.date,
      as: KeptValue.Content.day)
    change.form = merge.value(
      .form, listed: listed.form, brought: before?.form, now: now.details.form,
      as: KeptValue.Content.form)
    change.team = merge.value(
      .team, listed: listed.team, brought: before?.team, now: now.details.team,
      as: KeptValue.Content.team)
    change.course = merge.value(
      .course, listed: listed.course, brought: before?.course, now: now.details.course,
      as: KeptValue.Content.text)
    change.lessons = merge.value(
      .lessons, listed: listed.lessons.isEmpty ? nil : listed.lessons, brought: before?.lessons,
      now: now.details.lessons, as: KeptValue.Content.lessons)
    change.minutes = merge.value(
      .minutes, listed: listed.minutes, brought: before?.minutes, now: now.details.minutes,
      as: KeptValue.Content.number)
    return change.isEmpty ? nil : change
  }

  /// Nil outcome where nothing is left of a new session.
  private mutating func record(
    _ details: SessionDetails, known: Session?, change: SessionChanged?, seating: Seating,
    in recorder: inout Recorder
  ) throws -> (Session.ID?, ListOutcome?) {
    guard let known else {
      guard !seating.marks.isEmpty else { return (nil, nil) }
      let logged = try recorder.logSession(
        details, attendees: seating.marks.map { ($0.key, $0.value) })
      return (logged.id, .created)
    }
    let scope = try recorder.scope(of: change?.applied(to: known.details) ?? known.details)
    if let change { try recorder.record(change, subject: RecordID(known.id), scope: scope) }
    for (learner, mark) in seating.marks.sorted(by: { $0.key < $1.key }) {
      try recorder.record(
        MarkSet(learner: learner, mark: mark), subject: RecordID(known.id), scope: scope)
    }
    return (known.id, change == nil && seating.marks.isEmpty ? .unchanged : .changed)
  }
}

extension ImportRun.SessionResult {
  fileprivate init(leavingVoid session: Session) {
    (self.session, leftVoid) = (session.id, session)
    (outcome, refused, kept, movedFrom) = (.unchanged, [:], [], nil)
    (newcomers, livingWithTeam, dead, known) = ([:], 0, [], [:])
  }
}
