import Domain

/// Every session of the city, and everything else that is recorded, in the order of recording.
struct Timetable: Sendable {
  let groups: [LearningGroup]
  private(set) var runs: [CourseRun] = []
  /// In the order of recording.
  private(set) var sessions: [SessionEntry] = []
  private(set) var completions: [PlannedCompletion] = []
  private(set) var records: [Record] = []

  /// One thing to record: what kind of thing, and which.
  struct Record: Sendable {
    enum Kind: UInt8, Sendable {
      case target, team, session, change, void, restore, absence, completion
    }

    /// Seconds since 1970 at +07:00.
    let moment: Int
    let kind: Kind
    let index: Int32

    init(_ kind: Kind, _ index: Int, at moment: Int) {
      self.moment = moment
      self.kind = kind
      self.index = Int32(index)
    }
  }

  private let courses: [Course]
  private let courseTable: WeightedTable<Int>?
  private let days: ClosedRange<CalendarDay>
  private let seed: UInt64

  init(
    groups: [LearningGroup], teams: [PlannedTeam], courses: [Course], targets: Int,
    days: ClosedRange<CalendarDay>, seed: UInt64
  ) {
    self.groups = groups
    self.courses = courses
    self.days = days
    self.seed = seed
    courseTable =
      courses.isEmpty
      ? nil : WeightedTable(courses.enumerated().map { ($0, $1.isCore ? 4 : 1) })
    // Targets on the first morning, then teams, each on its first day before any session is put
    // down.
    for target in 0..<targets {
      records.append(Record(.target, target, at: Self.moment(days.lowerBound, 24_000)))
    }
    for team in teams {
      records.append(Record(.team, team.index, at: Self.moment(team.since, 25_200 + team.index)))
    }
    for index in groups.indices {
      var random = SplitMix64(seed: seed, .session, index)
      let since = teams[groups[index].team].since
      let firstSession = sessions.count
      schedule(group: index, since: since, using: &random)
      planCompletions(ofGroup: index, after: firstSession, since: since)
    }
    sessions.sort { ($0.moment, $0.run, $0.ordinal) < ($1.moment, $1.run, $1.ordinal) }
    for index in sessions.indices {
      records.append(Record(.session, index, at: sessions[index].moment))
      correct(session: index, teams: teams)
    }
    records.sort {
      ($0.moment, $0.kind.rawValue, $0.index) < ($1.moment, $1.kind.rawValue, $1.index)
    }
  }

  private static func moment(_ day: CalendarDay, _ second: Int) -> Int {
    day.ordinal * 86_400 + second
  }
}

// MARK: - What a group does

extension Timetable {
  /// Assumed: a class meets once or twice a week, four to six times a course; three in ten take a
  /// second course a few weeks later, shorter ones then; one course in three ends with a test.
  private mutating func schedule(
    group: Int, since: CalendarDay, using random: inout SplitMix64
  ) {
    switch groups[group].kind {
    case .audience:
      let first = since.adding(days: random.number(in: 5...80))
      let count = min(CourseRun.longest, max(0, (days.upperBound.ordinal - first.ordinal) / 45))
      hold(group, nil, part: 0, length: count, from: first, using: &random) {
        $0.number(in: 45...90)
      }
    case .queue:
      let day = self.day(from: since, sparing: 0, using: &random)
      hold(group, nil, part: 0, length: 1, from: day, using: &random) { _ in 1 }
    case .household:
      let course = random.chance(0.4) ? courseTable?.draw(using: &random) : nil
      let length = random.chance(0.35) ? 2 : 1
      let day = self.day(from: since, sparing: 0, using: &random)
      hold(group, course, part: 0, length: length, from: day, using: &random) {
        $0.number(in: 3...21)
      }
    case .circle: scheduleCircle(group, since: since, using: &random)
    case .cohort: scheduleCohort(group, since: since, using: &random)
    }
  }

  private mutating func scheduleCircle(
    _ group: Int, since: CalendarDay, using random: inout SplitMix64
  ) {
    guard let courseTable else { return }
    let first = courseTable.draw(using: &random)
    let second = courseTable.draw(using: &random)
    let goesOn = second != first && random.chance(0.3)
    let weekly = random.chance(0.7)
    var day = self.day(from: since, sparing: 0, using: &random)
    for (part, course) in [first, second].prefix(goesOn ? 2 : 1).enumerated() {
      let most = goesOn ? 4 : random.number(in: 4...6)
      let length = max(1, min(most, courses[course].lessons.count))
      let last = hold(
        group, course, part: part, length: length, from: day,
        using: &random
      ) { random in
        weekly ? (random.chance(0.1) ? 14 : 7) : random.number(in: 3...4)
      }
      day = last.adding(days: random.number(in: 7...28))
      if day > days.upperBound { return }
    }
  }

  /// All core courses, two lessons a session, twice a week, each with a test; early enough to end.
  private mutating func scheduleCohort(
    _ group: Int, since: CalendarDay, using random: inout SplitMix64
  ) {
    let core = courses.indices.filter { courses[$0].isCore }
    guard !core.isEmpty else { return scheduleCircle(group, since: since, using: &random) }
    let lengths = core.map {
      min(CourseRun.longest, max(1, (courses[$0].lessons.count + 1) / 2))
    }
    var day = self.day(from: since, sparing: 4 * lengths.reduce(0, +), using: &random)
    for (part, course) in core.enumerated() where part == 0 || day <= days.upperBound {
      let last = hold(
        group, course, part: part, length: lengths[part],
        from: day, isTested: true, using: &random
      ) { $0.number(in: 3...4) }
      day = last.adding(days: random.number(in: 3...4))
    }
  }

  /// A day on which something may start, that leaves so many days to the end where there are.
  private func day(
    from since: CalendarDay, sparing rest: Int, using random: inout SplitMix64
  ) -> CalendarDay {
    let latest = max(0, days.upperBound.ordinal - since.ordinal - rest)
    return since.adding(days: random.number(in: 0...latest))
  }

  /// Puts down a run and those of its sessions that are held by the last day; gives the day of the
  /// last session, held or not.
  @discardableResult
  private mutating func hold(
    _ group: Int, _ course: Int?, part: Int, length: Int, from first: CalendarDay,
    isTested: Bool = false, using random: inout SplitMix64,
    pace: (inout SplitMix64) -> Int
  ) -> CalendarDay {
    var day = first
    var held = 0
    for ordinal in 0..<length {
      if ordinal > 0 { day = day.adding(days: pace(&random)) }
      guard day <= days.upperBound else { continue }
      held += 1
      let entry = SessionEntry(
        moment: momentOfRecording(day, using: &random), run: runs.count, ordinal: ordinal,
        date: day, isRepeated: false)
      sessions.append(entry)
      if random.chance(0.0033) {
        sessions.append(
          entry.repeated(at: later(than: entry.moment, within: 3, using: &random)))
      }
    }
    runs.append(
      CourseRun(
        group: group, course: course, part: part, length: length, held: held,
        isTested: isTested || random.chance(0.33)))
    return day
  }

  /// Four in five sessions are recorded on their day or the next, the others up to twenty days
  /// late.
  private func momentOfRecording(_ day: CalendarDay, using random: inout SplitMix64) -> Int {
    let delay =
      random.chance(0.8) ? (random.chance(0.4) ? 1 : 0) : random.number(in: 2...20)
    let recorded = min(days.upperBound, day.adding(days: delay))
    return Self.moment(recorded, random.number(in: 28_800...63_000))
  }

  /// A later moment in working hours within so many days, not after the last day.
  private func later(
    than moment: Int, within most: Int, using random: inout SplitMix64
  ) -> Int {
    let day = CalendarDay(ordinal: moment / 86_400 + random.number(in: 0...most))
    let second = random.number(in: 28_800...63_000)
    return max(moment + 600, Self.moment(min(days.upperBound, day), second))
  }
}

// MARK: - What is recorded afterwards

extension Timetable {
  /// Assumed, of all sessions: a third of a percent was logged twice and the second void, a third
  /// is void with the wrong date, a third was voided by mistake and restored, one percent moved to
  /// the day before; and in classes one mark in two hundred becomes absent.
  private mutating func correct(session index: Int, teams: [PlannedTeam]) {
    var random = SplitMix64(seed: seed, .correction, index)
    let session = sessions[index]
    let group = groups[runs[session.run].group]
    let moment = later(than: session.moment, within: 12, using: &random)
    if session.isRepeated {
      records.append(Record(.void, index, at: moment))
      return
    }
    switch random.fraction() {
    case ..<0.0033: records.append(Record(.void, index, at: moment))
    case ..<0.0066:
      records.append(Record(.void, index, at: moment))
      let restored = later(than: moment, within: 5, using: &random)
      records.append(Record(.restore, index, at: restored))
    case ..<0.0166 where session.date > teams[group.team].since:
      records.append(Record(.change, index, at: moment))
    default:
      let likelyMarks = 0.8 * Double(group.people.count + group.guests.count)
      if group.kind != .audience, random.chance(0.005 * likelyMarks) {
        records.append(Record(.absence, index, at: moment))
      }
    }
  }

  /// One person in fifty has a core course from elsewhere.
  ///
  /// Three in five of them from a list, the others by a test. Recorded when all sessions of the
  /// person's group are, so that the person is in the register by then.
  private mutating func planCompletions(
    ofGroup index: Int, after firstSession: Int, since: CalendarDay
  ) {
    let core = courses.indices.filter { courses[$0].isCore }
    guard !core.isEmpty, let latest = sessions[firstSession...].map(\.moment).max() else { return }
    for person in groups[index].people {
      var random = SplitMix64(seed: seed, .completion, person)
      guard random.chance(0.02) else { continue }
      let moment = later(than: latest, within: 40, using: &random)
      let recorded = CalendarDay(ordinal: moment / 86_400)
      let isTested = random.chance(0.4)
      let date = max(since, recorded.adding(days: -random.number(in: 0...(isTested ? 6 : 60))))
      records.append(Record(.completion, completions.count, at: moment))
      completions.append(
        PlannedCompletion(
          person: person, course: courses[core[random.element(of: core.indices)]].slug,
          date: date, result: isTested ? .passed : .completed,
          basis: isTested ? .tested : .imported))
    }
  }
}
