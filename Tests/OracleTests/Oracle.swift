/// The records of a world after some of its operations, taken one after the other.
struct Ledger {
  struct Team {
    let place: Place
    let since: Int
  }

  struct Completion {
    let person: Int
    let course: String
    let day: Int
    let grade: Grade
  }

  struct Void {
    let operation: Int
    let victim: Victim
    var isRestored = false
  }

  struct Promise: Hashable {
    let slug: String
    let code: String?
    let deadline: Int
  }

  var teams: [Int: Team] = [:]
  var homes: [Int: Home] = [:]
  var registered: [Int: Int] = [:]
  var sittings: [Int: Sitting] = [:]
  var uncorrected: [Int: Sitting] = [:]
  var grades: [Int: [Int: Grade]] = [:]
  var gradesAtFirst: [Int: [Int: Grade]] = [:]
  var completions: [Int: Completion] = [:]
  var voids: [Void] = []
  var plan = City.plan
  var promises: [Promise: Int] = [:]

  init(_ operations: [Operation]) {
    for operation in operations { add(operation) }
  }

  private mutating func add(_ operation: Operation) {
    switch operation.deed {
    case .formTeam(let team, let place, let since):
      teams[team] = Team(place: place, since: since)
    case .registerPerson(let person, let home, let day):
      homes[person] = home
      registered[person] = day
    case .logSession(let session, let sitting, let marks):
      sittings[session] = sitting
      uncorrected[session] = sitting
      grades[session] = marks
      gradesAtFirst[session] = marks
    case .changeSession(let session, let correction):
      sittings[session] = sittings[session].map(correction.applied)
    case .mark(let session, let person, let grade):
      grades[session]?[person] = grade
    case .complete(let completion, let person, let course, let day, let grade):
      completions[completion] = Completion(
        person: person, course: course, day: day, grade: grade)
    case .void(let victim):
      voids.append(Void(operation: operation.index, victim: victim))
    case .restore(_, let restored):
      for index in voids.indices where restored.contains(voids[index].operation) {
        voids[index].isRestored = true
      }
    case .publish(let plan):
      if plan.version >= self.plan.version { self.plan = plan }
    case .promise(let goal):
      let promise = Promise(slug: goal.slug, code: goal.code, deadline: goal.deadline)
      promises[promise] = goal.basisPoints
    case .exchange:
      break
    }
  }

  func liveVoids(of victim: Victim) -> [Int] {
    voids.filter { $0.victim == victim && !$0.isRestored }.map(\.operation)
  }

  func isVoid(_ victim: Victim) -> Bool { !liveVoids(of: victim).isEmpty }
}

/// A mistake that a computation of coverage could make. The oracle can make each of them, to show
/// that the worlds would notice.
enum Flaw: CaseIterable {
  case countsVoidSessions, countsVoidCompletions, countsVoidPeople
  case restoresNothing, oneRestoreClearsAllVoids
  case forgetsCorrections, forgetsMarkChanges
  case countsBroadcasts, forgetsSessionsWithoutCourse, forgetsCompletions
  case livesThereOnlyOnceRegistered, countsTheNextDay
  case keepsResultsForEver, takesMonthsForThirtyDays
  case keepsTheFirstProgramme, takesTheLastProgramme
  case countsAttendancesNotPeople, wantsOneCourseLess, acceptsAnyGrade
  case forgetsFormerUnits, countsOutsiders, leavesOutTheUnallocated
  case averagesPercentages, countsUnitsWithoutPopulation
  case takesTheLastDeadline, takesTheNewestPopulation
}

/// The answer to a question about a world, in numbers only.
struct Answer: Equatable {
  struct Line: Equatable {
    var count: Int
    var numerator: Int?
    var population: Int?
    var percent: Double?
    var gap: Int?
  }

  /// By code.
  var units: [String: Line]
  var total: Line
  var unitsCounted: Int
  var unallocated: Int
  var outside: Int
  var unitsWithTeam: Int
}

/// Counts by looping over people and facts, for one day at a time, and keeps nothing.
struct Oracle {
  private let ledger: Ledger
  private let flaw: Flaw?
  private let operations: [Operation]

  init(_ world: World, flaw: Flaw? = nil) {
    ledger = Ledger(world.operations)
    operations = world.operations
    self.flaw = flaw
  }

  var yardsticks: [Yardstick] { ledger.plan.yardsticks }

  /// Days on which something was done, or is said to have been.
  var eventfulDays: [Int] {
    operations.flatMap { operation -> [Int] in
      switch operation.deed {
      case .formTeam(_, _, let since): [since]
      case .registerPerson(_, _, let day): [day]
      case .logSession(_, let sitting, _): [sitting.day]
      case .changeSession(_, let correction): correction.day.map { [$0] } ?? []
      case .complete(_, _, _, let day, _): [day]
      case .promise(let goal): [goal.deadline]
      default: []
      }
    }
  }

  func answer(_ slug: String, on day: Int, series: City.Series) -> Answer? {
    guard let yardstick = plan.yardsticks.first(where: { $0.slug == slug }) else { return nil }
    var byCode: [String: Int] = [:]
    var (unallocated, outside) = (0, 0)
    for (person, home) in ledger.homes {
      let count = times(person, countsBy: yardstick, on: day)
      switch home {
      case .outside: outside += count
      case .unknown: unallocated += count
      case .place(let place):
        if let code = code(of: place) {
          byCode[code, default: 0] += count
        } else {
          unallocated += count
        }
      }
    }
    if flaw == .countsOutsiders { unallocated += outside }
    let everybody = byCode.values.reduce(0, +) + unallocated

    var units: [String: Answer.Line] = [:]
    for code in City.codes {
      units[code] = line(
        byCode[code] ?? 0, of: population(of: code, in: series, on: day), in: series, yardstick,
        goal: goal(slug, code, on: day))
    }
    let counted = units.values.filter { $0.population != nil }
    let cityGoal = goal(slug, nil, on: day)
    var total: Answer.Line
    if counted.isEmpty, let city = series.city {
      total = line(everybody, of: city, in: series, yardstick, goal: cityGoal)
    } else {
      var people = counted.map(\.count).reduce(0, +)
      if flaw != .leavesOutTheUnallocated { people += unallocated }
      if flaw == .countsUnitsWithoutPopulation { people = everybody }
      total = line(
        people, of: counted.compactMap(\.population).reduce(0, +), in: series, yardstick,
        goal: cityGoal)
      if flaw == .averagesPercentages, total.percent != nil {
        total.percent = counted.compactMap(\.percent).reduce(0, +) / Double(counted.count)
      }
    }
    total.count = everybody

    let active = ledger.teams.values.filter { $0.since <= day }.compactMap { code(of: $0.place) }
    return Answer(
      units: units, total: total,
      unitsCounted: counted.isEmpty && series.city != nil ? City.codes.count : counted.count,
      unallocated: unallocated, outside: outside, unitsWithTeam: Set(active).count)
  }

  private var plan: Plan {
    let published = operations.compactMap { operation -> Plan? in
      if case .publish(let plan) = operation.deed { plan } else { nil }
    }
    return switch flaw {
    case .keepsTheFirstProgramme: City.plan
    case .takesTheLastProgramme: published.last ?? City.plan
    default: ledger.plan
    }
  }

  // MARK: People

  private func times(_ person: Int, countsBy yardstick: Yardstick, on day: Int) -> Int {
    if isVoid(.person(person)), flaw != .countsVoidPeople { return 0 }
    if flaw == .livesThereOnlyOnceRegistered, (ledger.registered[person] ?? day) > day { return 0 }
    let valid = results(of: person).filter { result in
      let isGood = flaw == .acceptsAnyGrade || result.grade.rawValue >= yardstick.least.rawValue
      return isGood && holds(result.day, on: day, months: yardstick.months)
    }
    guard rule(yardstick.rule, isMetBy: valid.map(\.course)) else { return 0 }
    return flaw == .countsAttendancesNotPeople ? valid.count : 1
  }

  private struct Result {
    let course: String?
    let day: Int
    let grade: Grade
  }

  private func results(of person: Int) -> [Result] {
    var results: [Result] = []
    for (session, corrected) in ledger.sittings {
      let grades = flaw == .forgetsMarkChanges ? ledger.gradesAtFirst : ledger.grades
      guard let grade = grades[session]?[person] else { continue }
      if isVoid(.session(session)), flaw != .countsVoidSessions { continue }
      let sitting =
        flaw == .forgetsCorrections ? ledger.uncorrected[session] ?? corrected : corrected
      if sitting.form == .broadcast, flaw != .countsBroadcasts { continue }
      if sitting.course == nil, flaw == .forgetsSessionsWithoutCourse { continue }
      results.append(Result(course: sitting.course, day: sitting.day, grade: grade))
    }
    for (completion, fact) in ledger.completions where fact.person == person {
      if isVoid(.completion(completion)), flaw != .countsVoidCompletions { continue }
      if flaw == .forgetsCompletions { continue }
      results.append(Result(course: fact.course, day: fact.day, grade: fact.grade))
    }
    return results
  }

  /// Whether a result of a day holds on another: it is not later, and lies after the day that the
  /// validity leads back to.
  private func holds(_ result: Int, on day: Int, months: Int?) -> Bool {
    if result > (flaw == .countsTheNextDay ? day - 1 : day) { return false }
    guard let months, flaw != .keepsResultsForEver else { return true }
    if flaw == .takesMonthsForThirtyDays { return result > day - 30 * months }
    return result > Calendar.subtracting(months: months, from: day)
  }

  private func rule(_ rule: Yardstick.Rule, isMetBy courses: [String?]) -> Bool {
    let less = flaw == .wantsOneCourseLess ? 1 : 0
    switch rule {
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

  private func isVoid(_ victim: Victim) -> Bool {
    let voids = ledger.voids.filter { $0.victim == victim }
    switch flaw {
    case .restoresNothing: return !voids.isEmpty
    case .oneRestoreClearsAllVoids: return !voids.isEmpty && !voids.contains(where: \.isRestored)
    default: return voids.contains { !$0.isRestored }
    }
  }

  // MARK: Places

  /// The unit of today that holds a place's people.
  private func code(of place: Place) -> String? {
    if place.since == City.today { return place.code }
    return flaw == .forgetsFormerUnits ? nil : City.successors[place]
  }

  private func population(of code: String, in series: City.Series, on day: Int) -> Int? {
    let values = series.values[code] ?? []
    if let undated = values.first(where: { $0.day == nil }) { return undated.persons }
    let dated = values.compactMap { value in value.day.map { (day: $0, persons: value.persons) } }
      .sorted { $0.day < $1.day }
    if flaw == .takesTheNewestPopulation { return dated.last?.persons }
    return (dated.last { $0.day <= day } ?? dated.first)?.persons
  }

  private func goal(_ slug: String, _ code: String?, on day: Int) -> Int? {
    let promises = ledger.promises.filter { $0.key.slug == slug && $0.key.code == code }
      .sorted { $0.key.deadline < $1.key.deadline }
    if flaw == .takesTheLastDeadline { return promises.last?.value }
    return (promises.first { $0.key.deadline >= day } ?? promises.last)?.value
  }

  private func line(
    _ count: Int, of population: Int?, in series: City.Series, _ yardstick: Yardstick, goal: Int?
  ) -> Answer.Line {
    var line = Answer.Line(count: count)
    guard let population else { return line }
    line.numerator = count
    line.population = population
    guard series.basis == yardstick.basis else { return line }
    line.percent = 100 * Double(count) / Double(population)
    if let goal {
      var wanted = goal * population / 10_000
      if wanted * 10_000 < goal * population { wanted += 1 }
      line.gap = max(0, wanted - count)
    }
    return line
  }
}
