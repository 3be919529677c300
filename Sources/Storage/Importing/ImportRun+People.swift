package import Domain
import GRDB

extension ImportRun {
  /// Takes one row of a list of people.
  ///
  /// - Returns: what became of it, what was left as somebody had corrected it, and what the person was called
  ///   before, where the list has given them another name.
  /// - Throws: `RecordError.candidates` where somebody must choose, `.keyBelongsToOther`, `.keyTwice`,
  ///   `.voidRecord`, and days on which nothing can have happened.
  package mutating func take(
    _ listed: ListedPerson, in recorder: inout Recorder
  ) throws -> (
    learner: Learner.ID, outcome: ListOutcome, kept: [KeptValue], renamedFrom: String?
  ) {
    reach(listed)
    for day in [listed.registeredOn, listed.movedOn].compactMap(\.self) {
      try recorder.requirePlausible(day, birthYear: listed.person.birthYear)
    }
    try see(listed.person.externalKey)
    do {
      let known =
        try broughtAsNew(listed, in: recorder) ?? learner(for: listed, team: nil, in: recorder)
      if let known {
        let (outcome, kept, isRenamed) = try merge(listed, into: known, in: &recorder)
        note(known.id)
        count(outcome)
        return (known.id, outcome, kept, isRenamed ? known.person.name : nil)
      }
      let id = try register(listed, on: recorder.today, in: &recorder)
      note(id)
      count(.created)
      return (id, .created, [], nil)
    } catch {
      forget(listed.person.externalKey)
      throw error
    }
  }

  /// Whom an earlier list of this source has entered for a row that said `new`: the same row again must
  /// not enter them again. Whoever was entered without that word is not meant, for the row says that it
  /// is about somebody else; nor is anybody whose phone, hamlet or unit is another, or whom a row that is
  /// yet to come describes word for word. Of several whom no row of this list is about yet, the one whose
  /// phone and hamlet are the row's; else one with whom it shares either; of these the one entered first,
  /// so that a list that comes again meets them in the order in which it entered them.
  private func broughtAsNew(
    _ listed: ListedPerson, in recorder: Recorder
  ) throws -> Learner? {
    guard listed.choice == .new, listed.person.externalKey == nil else { return nil }
    let namesakes = try recorder.reader.namesakes(of: listed.person, sex: listed.sex)
      .filter { !people.contains($0.id) }
      .map { learner in
        let history = try history(of: learner.id, in: recorder)
        return Brought(
          learner: learner, history: history, said: try BroughtPerson(history.live.filter(brought)))
      }
    return called(new: listed, among: namesakes, toCome: newRowsToCome)
  }

  /// Somebody of the register, and what this source has said of them.
  struct Brought {
    let learner: Learner
    let history: RecordHistory
    let said: BroughtPerson
    var homes: [Residence] = []

    var row: NewRow { NewRow(said.person, sex: said.sex) }
  }

  /// Of those whom this source has entered for rows that said `new`, whom such a row is about; whom it
  /// calls by a key it did not call new without one.
  func called(
    new listed: ListedPerson, among people: [Brought], toCome: NewRowsToCome
  ) -> Learner? {
    let row = NewRow(listed.person, sex: listed.sex)
    func isThisRow(_ person: Brought) -> Bool { person.row == row }
    func shares(_ person: Brought) -> Bool {
      let said = person.said.person
      if let phone = listed.person.phone, said.phone == phone { return true }
      guard let hamlet = listed.person.hamlet, let other = said.hamlet else { return false }
      return SearchText.folded(hamlet) == SearchText.folded(other)
    }
    // A row that was rejected was there beside all those of its list that were not. Its line may be that of
    // another edition: what tells people apart is as good.
    func isOfRow(_ person: Brought) -> Bool {
      guard let line = person.said.calledNewInRow,
        !listed.denied.contains(where: { $0.matches(person.learner.id) })
      else { return false }
      return !listed.wasRejected || line == listed.line
        || isThisRow(person) && (listed.person.phone ?? listed.person.hamlet) != nil
    }
    let possible = people.filter { person in
      isOfRow(person) && person.said.keys.isEmpty && fits(listed, person.said)
        && (isThisRow(person) || !toCome.hold(person.row))
    }
    return possible.min { one, other in
      if isThisRow(one) != isThisRow(other) { return isThisRow(one) }
      if shares(one) != shares(other) { return shares(one) }
      return one.history.begins(before: other.history)
    }?.learner
  }

  func history(of learner: Learner.ID, in recorder: Recorder) throws -> RecordHistory {
    try RecordHistory(
      of: RecordID(learner), kinds: RecordFamily.learner.kinds, in: recorder.db,
      voids: Voids(asking: recorder.db))
  }

  /// Who of the register the row is about; nil for somebody new.
  func learner(
    for listed: ListedPerson, team: Team.ID?, in recorder: Recorder
  ) throws -> Learner? {
    let reader = recorder.reader
    if case .known(let id) = listed.choice {
      guard let known = try reader.learner(id: id) else { return nil }
      try recorder.requireLive(known)
      guard !known.isErased else { throw RecordError.erased(known) }
      guard listed.person.mayBe(known.person) else { throw RecordError.otherPerson(known) }
      if let key = listed.person.externalKey,
        let holder = try reader.learners(keyed: key, by: imports).first,
        try holder.id != id && !reader.areLinked(holder.id, id)
      {
        throw RecordError.keyBelongsToOther(key, holder)
      }
      return known
    }
    if let key = listed.person.externalKey {
      let holders = try reader.learners(keyed: key, by: imports)
      guard let holder = holders.first else { return nil }
      guard listed.person.mayBe(holder.person) else {
        throw RecordError.keyBelongsToOther(key, holder)
      }
      return holder
    }
    if listed.choice == .new { return nil }
    let wanted = PersonDescription(
      person: listed.person, sex: listed.sex, residence: listed.residence ?? .unallocated)
    switch try reader.match(wanted, team: team, gazetteer: gazetteer, today: recorder.today) {
    case .attach(let known): return known
    case .candidates(let people): throw RecordError.candidates(people)
    case .nobody: return nil
    }
  }

  /// Enters somebody new. Where they lived before they moved to the unit of their row, it does not say.
  mutating func register(
    _ listed: ListedPerson, on day: CalendarDay, in recorder: inout Recorder
  ) throws -> Learner.ID {
    let residence = listed.residence ?? .unallocated
    let scope = try scope(of: residence, in: recorder)
    let move =
      residence == .unallocated
      ? nil : listed.movedOn.map { LearnerMoved(to: residence, from: $0) }
    let wanted = PersonDescription(
      person: listed.person, sex: listed.sex,
      residence: move == nil ? residence : .unallocated)
    let id = try recorder.register(
      wanted, on: listed.registeredOn ?? day, consent: listed.consent ?? .none, scope: scope,
      calledNewInRow: listed.choice == .new ? listed.line ?? 0 : nil
    ).id
    if let move { try recorder.record(move, subject: RecordID(id), scope: scope) }
    return id
  }

  private mutating func merge(
    _ listed: ListedPerson, into learner: Learner, in recorder: inout Recorder
  ) throws -> (ListOutcome, [KeptValue], isRenamed: Bool) {
    let history = try history(of: learner.id, in: recorder)
    guard let now = try FoldedLearner(history) else { return (.unchanged, [], false) }
    let brought = try BroughtPerson(history.live.filter(self.brought))
    var merge = ThreeWay()
    let home = try recorder.reader.home(of: learner.id, on: recorder.today)
    let change = try change(listed, brought: brought, now: now, livingIn: home, &merge)
    let move = try move(listed, brought: brought, now: now, of: learner.id, in: recorder, &merge)
    if !change.isEmpty {
      let changed = change.applied(to: now.details)
      try recorder.requirePlausible(
        changed.registeredOn, birthYear: changed.person.birthYear)
      try recorder.record(
        change, subject: RecordID(learner.id),
        scope: try scope(of: changed.residence, in: recorder))
    }
    if let move {
      try recorder.record(
        move, subject: RecordID(learner.id), scope: try scope(of: move.residence, in: recorder))
    }
    let isRenamed = change.person.name.map { name in
      SearchText.folded(name) != SearchText.folded(now.details.person.name ?? "")
    }
    return (
      change.isEmpty && move == nil ? .unchanged : .changed, merge.kept, isRenamed ?? false
    )
  }

  private func change(
    _ listed: ListedPerson, brought: BroughtPerson, now: FoldedLearner,
    livingIn home: Residence?, _ merge: inout ThreeWay
  ) throws -> LearnerChanged {
    let (details, person) = (now.details, now.details.person)
    var change = LearnerChanged()
    change.person = PersonalDetails(
      name: merge.value(
        .name, listed: listed.person.name, brought: brought.person.name, now: person.name,
        as: KeptValue.Content.text),
      birthYear: merge.value(
        .birthYear, listed: listed.person.birthYear, brought: brought.person.birthYear,
        now: person.birthYear, as: KeptValue.Content.number),
      phone: merge.value(
        .phone, listed: listed.person.phone, brought: brought.person.phone, now: person.phone,
        as: KeptValue.Content.text),
      hamlet: merge.value(
        .hamlet, listed: listed.person.hamlet, brought: brought.person.hamlet, now: person.hamlet,
        as: KeptValue.Content.text),
      externalKey: listed.person.externalKey.flatMap { brought.keys.contains($0) ? nil : $0 })
    change.sex = merge.value(
      .sex, listed: listed.sex, brought: brought.sex, now: details.sex,
      as: KeptValue.Content.sex)
    change.registeredOn = merge.value(
      .registeredOn, listed: listed.registeredOn, brought: brought.registeredOn,
      now: details.registeredOn, as: KeptValue.Content.day)
    change.consent = merge.value(
      .consent, listed: listed.consent, brought: brought.consent, now: details.consent,
      as: KeptValue.Content.consent)
    // Who lives there since they moved is not said to have lived there from the beginning.
    let livesThere = listed.residence.map { listed in home.map { isSamePlace($0, listed) } ?? false
    }
    if listed.movedOn == nil, livesThere != true {
      change.residence = merge.value(
        .unit, listed: listed.residence, brought: brought.residence,
        now: details.residence == .unallocated ? nil : details.residence,
        as: KeptValue.Content.residence, isSame: isSamePlace)
    }
    return change
  }

  /// The move that the row tells of; nil where the person lives there on that day anyway.
  private func move(
    _ listed: ListedPerson, brought: BroughtPerson, now: FoldedLearner, of learner: Learner.ID,
    in recorder: Recorder, _ merge: inout ThreeWay
  ) throws -> LearnerMoved? {
    guard let day = listed.movedOn, let residence = listed.residence else { return nil }
    if let home = try recorder.reader.home(of: learner, on: day), isSamePlace(home, residence) {
      // The list has put the day of this very move off: what was recorded in between may hang on it.
      let earlier = brought.moves.filter { $0.key < day && isSamePlace($0.value, residence) }.keys
      if brought.moves[day] == nil, let recorded = earlier.max() {
        merge.keep(.movedOn, kept: .day(recorded), listed: .day(day))
      }
      return nil
    }
    let moved = merge.value(
      .unit, listed: residence, brought: brought.moves[day], now: now.moves[day],
      as: KeptValue.Content.residence, isSame: isSamePlace)
    return moved.map { LearnerMoved(to: $0, from: day) }
  }

  /// A unit that has taken over the people of the stored one is no other place.
  func isSamePlace(_ stored: Residence, _ listed: Residence) -> Bool {
    guard case .unit(let old) = stored, case .unit(let new) = listed, old != new,
      let unit = gazetteer[new]
    else { return stored == listed }
    return gazetteer.unit(holding: old, on: unit.validFrom)?.id == new
  }
}

/// What a source has last said of a person.
struct BroughtPerson {
  private(set) var person = PersonalDetails()
  private(set) var sex: Sex?
  private(set) var residence: Residence?
  private(set) var registeredOn: CalendarDay?
  private(set) var consent: Consent?
  private(set) var moves: [CalendarDay: Residence] = [:]
  private(set) var keys: Set<String> = []
  /// Whether it was this source that entered them, and for a row that said `new`.
  private(set) var isRegistered = false
  private(set) var calledNewInRow: Int?

  init(_ events: [StoredEvent]) throws {
    for stored in events {
      if let key = try stored.externalKey() { keys.insert(key) }
      if let fact = try stored.fact(as: LearnerRegistered.self) {
        isRegistered = true
        calledNewInRow = fact.calledNewInRow
        person = fact.person
        sex = fact.sex
        residence = fact.residence == .unallocated ? nil : fact.residence
        registeredOn = fact.registeredOn
        consent = fact.consent
      } else if let fact = try stored.fact(as: LearnerChanged.self) {
        person.name = fact.person.name ?? person.name
        person.birthYear = fact.person.birthYear ?? person.birthYear
        person.phone = fact.person.phone ?? person.phone
        person.hamlet = fact.person.hamlet ?? person.hamlet
        sex = fact.sex ?? sex
        residence = fact.residence ?? residence
        registeredOn = fact.registeredOn ?? registeredOn
        consent = fact.consent ?? consent
      } else if let fact = try stored.fact(as: LearnerMoved.self) {
        moves[fact.from] = fact.residence
      }
    }
  }
}

extension ImportRun {
  /// Whether a row may be about somebody as its source has described them: nothing that both say differs.
  func fits(_ listed: ListedPerson, _ brought: BroughtPerson) -> Bool {
    let homes = [brought.residence].compactMap(\.self) + brought.moves.values
    return listed.describes(brought.person, sex: brought.sex)
      && mayLive(listed, in: homes)
  }

  /// Whether the row gives no home, or one of these, or none of these is known.
  func mayLive(_ listed: ListedPerson, in homes: [Residence]) -> Bool {
    let homes = homes.filter { $0 != .unallocated }
    guard let home = listed.residence, !homes.isEmpty else { return true }
    return homes.contains { isSamePlace($0, home) || isSamePlace(home, $0) }
  }
}

extension ListedPerson {
  /// The very name with its marks, birth year and sex, and no other hamlet or phone where both give one.
  func describes(_ known: PersonalDetails, sex knownSex: Sex?) -> Bool {
    let hamlets = [person.hamlet, known.hamlet].compactMap { $0.map(SearchText.folded) }
    let phones = [person.phone, known.phone].compactMap(\.self)
    return SearchText.exact(person.name ?? "") == SearchText.exact(known.name ?? "")
      && person.birthYear == known.birthYear && sex == knownSex && Set(hamlets).count < 2
      && Set(phones).count < 2
  }
}

extension PersonalDetails {
  /// False where another name is given than the person has, *and* not their birth year.
  package func mayBe(_ known: PersonalDetails) -> Bool {
    let differsInName =
      name.map { SearchText.folded($0) != SearchText.folded(known.name ?? "") } ?? false
    return !(differsInName && birthYear != known.birthYear)
  }
}
