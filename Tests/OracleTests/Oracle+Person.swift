extension Oracle {
  /// All that is known of one person, from however many records.
  struct Person {
    let records: Set<Origin>
    let spells: [Ledger.Spell]
    let results: [Result]
    let died: Int?
    let registered: Int

    struct Result {
      let course: String?
      let day: Int
      let grade: Grade
    }

    init(records: Set<Origin>, in ledger: Ledger) {
      self.records = records
      let flaw = ledger.flaw
      spells = records.flatMap(ledger.spells)
      var results: [Result] = []
      for session in ledger.sessions.values {
        if session.isVoid, flaw != .countsVoidSessions { continue }
        if session.sitting.form == .broadcast, flaw != .countsBroadcasts { continue }
        if session.sitting.course == nil, flaw == .forgetsSessionsWithoutCourse { continue }
        for (person, mark) in session.marks where records.contains(person) {
          results.append(
            Result(course: session.sitting.course, day: session.sitting.day, grade: mark.grade))
        }
      }
      for completion in ledger.completions.values where records.contains(completion.person) {
        if completion.isVoid, flaw != .countsVoidCompletions { continue }
        if flaw == .forgetsCompletions { continue }
        results.append(
          Result(course: completion.course, day: completion.day, grade: completion.grade))
      }
      self.results = results
      let heeded = flaw == .onlyTheirOwnDeathCounts ? records.min().map { [$0] } ?? [] : records
      let deaths = heeded.flatMap { (ledger.people[$0]?.deaths ?? [:]).values }
      died = flaw == .theLastDeathCounts ? deaths.max() : deaths.min()
      registered = records.compactMap { ledger.people[$0]?.registered }.min() ?? 0
    }

    /// How often they count on a day: once at most.
    func times(countingBy yardstick: Yardstick, on day: Int, flaw: Flaw?) -> Int {
      if flaw == .livesThereOnlyOnceRegistered, registered > day { return 0 }
      if let died, flaw != .countsTheDead {
        if day >= (flaw == .countsTheDeadOnTheirDay ? died + 1 : died) { return 0 }
      }
      let valid = results.filter { result in
        let isGood = flaw == .acceptsAnyGrade || result.grade.rawValue >= yardstick.least.rawValue
        return isGood && result.holds(on: day, months: yardstick.months, flaw: flaw)
      }
      guard yardstick.rule.isMet(by: valid.map(\.course), flaw: flaw) else { return 0 }
      return flaw == .countsAttendancesNotPeople ? valid.count : 1
    }

    /// The spell that began last; before the first, that one. Of several of one day that of the
    /// smaller id holds, and a move before the registration. What is not known says nothing as long as
    /// something is.
    func home(on day: Int, flaw: Flaw?) -> Home? {
      let known = spells.filter { $0.home != .unknown }
      let heeded = known.isEmpty || flaw == .theUnknownHoldsOverTheKnown ? spells : known
      let begun = heeded.filter { $0.from <= day }
      if begun.isEmpty, flaw == .theFirstSpellDoesNotReachBack { return nil }
      let from = begun.isEmpty ? heeded.map(\.from).min() : begun.map(\.from).max()
      let ofDay = heeded.filter { $0.from == from }
      let persons = ofDay.map(\.person)
      let person = flaw == .theLargestIDIsThePerson ? persons.max() : persons.min()
      let candidates = ofDay.filter { $0.person == person }
      let isMove = flaw != .theRegistrationHoldsOverAMove
      return (candidates.first { $0.isMove == isMove } ?? candidates.first)?.home
    }
  }
}

extension Oracle.Person.Result {
  /// Whether it holds on another day: it is not later, and lies after the day that the validity leads
  /// back to.
  fileprivate func holds(on day: Int, months: Int?, flaw: Flaw?) -> Bool {
    if self.day > (flaw == .countsTheNextDay ? day - 1 : day) { return false }
    guard let months, flaw != .keepsResultsForEver else { return true }
    if flaw == .takesMonthsForThirtyDays { return self.day > day - 30 * months }
    return self.day > Calendar.subtracting(months: months, from: day)
  }
}

extension Yardstick.Rule {
  fileprivate func isMet(by courses: [String?], flaw: Flaw?) -> Bool {
    let less = flaw == .wantsOneCourseLess ? 1 : 0
    switch self {
    case .atLeast(let least, of: nil):
      return Set(courses).count >= max(1, least - less)
    case .atLeast(let least, of: let wanted?):
      return Set(wanted).filter { courses.contains($0) }.count >= max(1, least - less)
    case .all(let wanted):
      return !wanted.isEmpty
        && Set(wanted).filter { courses.contains($0) }.count
          >= max(1, Set(wanted).count - less)
    case .eachArea(let areas):
      return !areas.isEmpty
        && areas.values.filter { area in area.contains { courses.contains($0) } }.count
          >= max(1, areas.count - less)
    }
  }
}
