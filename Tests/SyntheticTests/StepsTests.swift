import Domain
import Synthetic
import Testing

/// What a register would refuse, and what a plan has to keep, is checked over all steps of cities
/// of several sizes.
struct StepsTests {
  @Test func `the same seed gives the same steps, another seed others`() {
    let steps = Array(sampleCity(seed: 7, learners: 800).steps)

    #expect(steps == Array(sampleCity(seed: 7, learners: 800).steps))
    #expect(steps != Array(sampleCity(seed: 8, learners: 800).steps))
  }

  @Test(arguments: [0, 1, 9, 60, 3000])
  func `every step can be recorded when its turn comes`(learners: Int) {
    let city = sampleCity(learners: learners)
    var world = World(city)
    for step in city.steps { world.record(step) }

    #expect(world.faults == [])
    #expect(world.originals == learners)
    #expect(world.people.count == city.personCount)
    #expect(world.sessions.count == city.sessionCount)
    #expect(world.teams.count == city.teams.count)
    #expect(world.targets == samplePlaces.count + 1)
  }

  @Test(arguments: ["2025-08-01", "2025-08-04", "2025-09-20"])
  func `a city of few days still registers everybody`(today: String) {
    let city = sampleCity(learners: 300, today: today, firstDay: "2025-08-01")
    var world = World(city)
    for step in city.steps { world.record(step) }

    #expect(world.faults == [])
    #expect(world.originals == 300)
  }

  @Test func `a city without courses only helps`() {
    let city = sampleCity(learners: 300, courses: [])
    var world = World(city)
    for step in city.steps { world.record(step) }

    #expect(world.faults == [])
    #expect(world.originals == 300)
    #expect(world.sessions.values.allSatisfy { $0.form != .class })
  }

  @Test func `a city of one place has teams there`() {
    let city = sampleCity(learners: 300, places: [samplePlaces[0]])
    var world = World(city)
    for step in city.steps { world.record(step) }

    #expect(world.faults == [])
    #expect(world.originals == 300)
    #expect(city.teams.count == 5)
  }

  @Test func `second entries come on top, by another team, with the name and year of the first`() {
    let city = sampleCity(learners: 6000)

    #expect(city.personCount == 6030)
    for index in 6000..<city.personCount {
      let entry = city.person(at: index)
      let original = city.person(at: entry.duplicateOf ?? index)
      #expect(original.index < 6000)
      #expect(entry.details.birthYear == original.details.birthYear)
      #expect(entry.sex == original.sex)
      #expect(
        SearchText.folded(entry.details.name ?? "")
          == SearchText.folded(original.details.name ?? ""))
    }

    var teams: [Int: Set<Int>] = [:]
    for step in city.steps {
      guard case .logSession(let session) = step.action else { continue }
      for mark in session.marks { teams[mark.person, default: []].insert(session.team) }
    }
    let elsewhere = (6000..<city.personCount).filter { index in
      let original = city.person(at: index).duplicateOf ?? index
      return teams[index] != teams[original]
    }
    #expect(elsewhere.count == 30)
  }

  @Test func `the first day is August 2025 or fifteen months ago`() {
    #expect(SyntheticCity.firstDay(until: day("2026-11-12")) == day("2025-08-12"))
    #expect(SyntheticCity.firstDay(until: day("2026-02-01")) == day("2025-08-01"))
    #expect(SyntheticCity.firstDay(until: day("2025-07-01")) == day("2025-07-01"))
  }
}

/// What a register would know after the steps so far, and what it would have refused.
private struct World {
  let city: SyntheticCity
  var faults: [String] = []
  var clock: Int64 = .min
  var teams: Set<Int> = []
  var teamNames: Set<String> = []
  var people: Set<Int> = []
  var originals = 0
  var sessions: [Int: PlannedSession] = [:]
  var marked: [Int: Set<Int>] = [:]
  var void: Set<Int> = []
  var targets = 0

  init(_ city: SyntheticCity) {
    self.city = city
  }

  mutating func record(_ step: SyntheticStep) {
    require(step.milliseconds >= clock, "the clock ran back")
    clock = step.milliseconds
    require(CalendarDay(milliseconds: clock) == step.day, "the day is not the clock's")
    require(city.firstDay <= step.day && step.day <= city.today, "recorded outside the days")
    switch step.action {
    case .setTarget(let target):
      targets += 1
      require((1...9000).contains(target.basisPoints), "no such share")
    case .formTeam(let team):
      require(teams.insert(team.index).inserted, "the team is there")
      require(teamNames.insert("\(team.place) \(team.name)").inserted, "the name is taken")
      require(team.since <= step.day, "the team starts in the future")
    case .register(let person, let registered):
      require(people.insert(person.index).inserted, "the person is there")
      require(registered <= step.day, "registered in the future")
      if person.duplicateOf == nil { originals += 1 }
    case .logSession(let session): log(session, on: step.day)
    case .changeSession(let index, let date):
      require(sessions[index] != nil && !void.contains(index), "no live session to change")
      require(sessions[index]?.date.adding(days: -1) == date, "not the day before")
      if let team = sessions[index]?.team {
        require(city.teams[team].since <= date, "moved before its team")
      }
    case .voidSession(let index, _):
      require(sessions[index] != nil && void.insert(index).inserted, "no live session to void")
    case .restoreSession(let index):
      require(void.remove(index) != nil, "no void session to restore")
    case .setMark(let session, let person, let mark):
      require(mark == nil, "only absences are planned")
      require(!void.contains(session), "the session is void")
      require(marked[session]?.remove(person) != nil, "nobody to take away")
    case .recordCompletion(let completion):
      require(people.contains(completion.person), "completed by somebody unknown")
      require(completion.date <= step.day, "completed in the future")
      require(completion.result > .attended, "attendance is no completion")
    }
  }

  private mutating func log(_ session: PlannedSession, on day: CalendarDay) {
    require(sessions.count == session.index, "not numbered in the order of recording")
    sessions[session.index] = session
    marked[session.index] = Set(session.marks.map(\.person))
    require(marked[session.index]?.count == session.marks.count, "a person twice")
    require(session.marks.allSatisfy { people.contains($0.person) }, "an unknown person")
    require(teams.contains(session.team), "no such team yet")
    require(city.teams[session.team].since <= session.date, "before its team")
    require(session.date <= day && day <= session.date.adding(days: 24), "recorded too late")
    require(!session.marks.isEmpty || session.unnamed + session.guests > 0, "nobody came")
    require(session.form != .broadcast || session.marks.isEmpty, "names in a broadcast")
    require(session.form != .class || session.course != nil, "a class without a course")
    let course = city.courses.first { $0.slug == session.course }
    require((course == nil) == (session.course == nil), "no such course")
    let known = Set(course?.lessons.map(\.slug) ?? [])
    require(session.lessons.allSatisfy(known.contains), "no such lesson")
    for mark in session.marks.map(\.mark) {
      require(mark.result == .attended || course != nil, "a result without a course")
      require((mark.basis == .tested) == (mark.score != nil), "a score without a test")
    }
  }

  private mutating func require(_ holds: Bool, _ fault: String) {
    if !holds, faults.count < 5 { faults.append(fault) }
  }
}
