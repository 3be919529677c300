import Domain

extension SyntheticCity {
  /// The session of an index in `0..<sessionCount`, with its people, drawn anew at each call and
  /// always the same.
  package func session(at index: Int) -> PlannedSession {
    let entry = timetable.sessions[index]
    let run = timetable.runs[entry.run]
    let group = timetable.groups[run.group]
    var random = SplitMix64(seed: seed, .visitor, entry.run * 32 + entry.ordinal)
    let marks = marks(of: entry, run, group, using: &random)
    let lessons = lessons(of: entry, run, group)
    let (unnamed, guests) = heads(group.kind, using: &random)
    return PlannedSession(
      index: index, team: group.team, date: entry.date, form: group.kind.form,
      course: run.course.map { courses[$0].slug }, lessons: lessons.map(\.slug),
      minutes: minutes(lessons, group, using: &random), unnamed: unnamed, guests: guests,
      marks: marks)
  }

  private func marks(
    of entry: SessionEntry, _ run: CourseRun, _ group: LearningGroup,
    using random: inout SplitMix64
  ) -> [PlannedMark] {
    var marks: [PlannedMark] = []
    marks.reserveCapacity(group.people.count + group.guests.count)
    func seat(_ person: Int) {
      let attendance = Attendance(of: person, in: run, group: group, seed: seed)
      guard attendance.includes(entry.ordinal) else { return }
      let isLast = entry.ordinal == run.length - 1
      marks.append(
        PlannedMark(person: person, mark: isLast ? attendance.outcome : Attendance.merelyThere))
    }
    for person in group.people { seat(person) }
    for person in group.guests { seat(person) }
    for visitor in visitors(to: group, using: &random) {
      marks.append(PlannedMark(person: visitor, mark: Attendance.merelyThere))
    }
    return marks
  }

  /// People of other groups who drop in: one at every fifth class, from the team or its neighbour;
  /// up to three of the team's at the desk.
  private func visitors(
    to group: LearningGroup, using random: inout SplitMix64
  ) -> [Int] {
    var pool = teamStarts[group.team]..<teamStarts[group.team + 1]
    let wanted: Int
    switch group.kind {
    case .household, .audience: return []
    case .queue: wanted = random.number(in: 0...3)
    case .circle, .cohort:
      wanted = random.chance(0.2) ? 1 : 0
      let neighbour = group.team + 1
      if neighbour < teams.count, teams[neighbour].place == teams[group.team].place,
        random.chance(0.5)
      {
        pool = teamStarts[neighbour]..<teamStarts[neighbour + 1]
      }
    }
    guard pool.count > group.people.count else { return [] }
    var visitors: [Int] = []
    for _ in 0..<wanted {
      let person = random.element(of: pool)
      if !group.people.contains(person), !visitors.contains(person) { visitors.append(person) }
    }
    return visitors
  }

  private func lessons(
    of entry: SessionEntry, _ run: CourseRun, _ group: LearningGroup
  ) -> ArraySlice<PublishedLesson> {
    guard let course = run.course else { return [] }
    let all = courses[course].lessons
    switch group.kind {
    case .circle, .cohort: return all[run.lessons(of: entry.ordinal, outOf: all.count)]
    case .household: return all.dropFirst(entry.ordinal).prefix(1)
    case .queue, .audience: return []
    }
  }

  /// A class takes its lessons at half the pace of the book; the rest is rounded to five minutes.
  private func minutes(
    _ lessons: ArraySlice<PublishedLesson>, _ group: LearningGroup, using random: inout SplitMix64
  ) -> Int {
    switch group.kind {
    case .circle, .cohort:
      let taught = lessons.reduce(0) { $0 + $1.minutes }
      return max(45, (taught * 2 + 4) / 5 * 5)
    case .household: return 5 * random.number(in: 6...18)
    case .queue: return 30 * random.number(in: 2...7)
    case .audience: return 5 * random.number(in: 3...9)
    }
  }

  private func heads(
    _ kind: LearningGroup.Kind, using random: inout SplitMix64
  ) -> (unnamed: Int, guests: Int) {
    switch kind {
    case .audience: return (10 * random.number(in: 3...30), 0)
    case .household: return (0, 0)
    case .circle, .cohort, .queue:
      return (
        random.chance(0.25) ? random.number(in: 1...3) : 0,
        random.chance(0.08) ? random.number(in: 1...2) : 0
      )
    }
  }
}

extension LearningGroup.Kind {
  fileprivate var form: SessionForm {
    switch self {
    case .circle, .cohort: .class
    case .household: .home
    case .queue: .desk
    case .audience: .broadcast
    }
  }
}
