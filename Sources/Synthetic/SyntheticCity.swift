package import Domain

/// An invented city whose teams teach invented people: everything `lantoa demo` records.
///
/// Two cities of the same seed and inputs are the same, step for step. People and attendance are
/// not kept but drawn again from the seed whenever they are needed, so that a city of a million
/// people takes some tens of bytes a person.
///
/// What is known of the real city shapes the numbers of teams, the names and the ages; efforts,
/// attendance, results, delays and mistakes are assumptions, said where they are made. No figure
/// that comes out says anything about Huế.
package struct SyntheticCity: Sendable {
  package let seed: UInt64
  /// How many different people learn; second entries of the same person come on top.
  package let learners: Int
  package let places: [Place]
  package let courses: [Course]
  package let firstDay: CalendarDay
  /// The last day on which anything is recorded.
  package let today: CalendarDay

  /// In the order of their places; a place without any has no team yet.
  package let teams: [PlannedTeam]
  /// For the measure `trained`: the same promise for every place and for the city.
  package let targets: [PlannedTarget]

  let settlements: [Settlement]
  /// The first person index of each team, and the number of learners at the end.
  let teamStarts: [Int]
  let duplicates: [Duplicate]
  let timetable: Timetable
  let names = VietnameseNames()

  /// Plans the city, without drawing its people yet.
  ///
  /// Places come with neighbours near each other, as in the order of their codes, and exist on the
  /// first day, which is ``firstDay(until:)`` where it is nil. Core courses are taught four times
  /// as often as the others; without any course people are only helped at home and at the desk.
  package init(
    seed: UInt64, learners: Int, places: [Place], courses: [Course], today: CalendarDay,
    firstDay: CalendarDay? = nil
  ) {
    precondition(learners >= 0, "a city cannot have fewer than no learners")
    precondition(!places.isEmpty, "a city needs a place to live in")
    self.seed = seed
    self.learners = learners
    self.places = places
    self.courses = courses
    self.today = today
    let firstDay = min(firstDay ?? Self.firstDay(until: today), today)
    self.firstDay = firstDay

    settlements = Settlement.all(of: places, learners: learners, seed: seed)
    let roster = TeamRoster(
      places: places, settlements: settlements, learners: learners, days: firstDay...today,
      seed: seed)
    teams = roster.teams
    teamStarts = roster.starts
    var groups = LearningGroup.all(of: roster, seed: seed, teachesCourses: !courses.isEmpty)
    duplicates = Duplicate.all(among: learners, roster: roster, groups: groups, seed: seed)
    for (offset, duplicate) in duplicates.enumerated() {
      groups[duplicate.group].addGuest(learners + offset)
    }
    targets = PlannedTarget.all(learners: learners, settlements: settlements, today: today)
    timetable = Timetable(
      groups: groups, teams: teams, courses: courses, targets: targets.count,
      days: firstDay...today, seed: seed)
  }

  /// August 2025, a month after the units of today were founded, or fifteen months ago, whichever
  /// is later.
  package static func firstDay(until today: CalendarDay) -> CalendarDay {
    let august = CalendarDay(year: 2025, month: 8, day: 1) ?? today
    return min(today, max(august, today.adding(months: -15)))
  }

  /// Second entries included.
  package var personCount: Int { learners + duplicates.count }

  package var sessionCount: Int { timetable.sessions.count }
}

extension SyntheticCity {
  /// A ward or commune, with what the demo needs to know of it.
  package struct Place: Hashable, Sendable {
    package let id: AdministrativeUnit.ID
    package let code: String
    package let kind: AdministrativeUnit.Kind
    /// Nil where nobody publishes a figure; the median of the other places is taken then.
    package let persons: Int?

    package init(
      id: AdministrativeUnit.ID, code: String, kind: AdministrativeUnit.Kind, persons: Int?
    ) {
      self.id = id
      self.code = code
      self.kind = kind
      self.persons = persons
    }

    package init(_ unit: AdministrativeUnit, persons: Int?) {
      self.init(id: unit.id, code: unit.code, kind: unit.kind, persons: persons)
    }

    /// One of the five communes of A Lưới, where most people are Pa Kô, Tà Ôi or Cơ Tu.
    package var isHighland: Bool {
      ["20044", "20050", "20056", "20071", "20101"].contains(code)
    }

    /// Communes have villages, wards have residential groups.
    var hamletWord: String { kind == .commune ? "thôn" : "tổ" }
    var teamWord: String { kind == .commune ? "thôn" : "tổ dân phố" }
  }
}

extension PlannedTarget {
  /// A promise a third above what the synthetic teams reach, rounded up to a figure that a plan
  /// would have: some places meet it and some do not, whatever the number of learners.
  static func all(learners: Int, settlements: [Settlement], today: CalendarDay) -> [Self] {
    let persons = settlements.reduce(0) { $0 + $1.assumedPersons }
    let reachable = Double(learners) * 0.55 * 1.33 / Double(max(1, persons)) * 10_000
    let step =
      switch reachable {
      case ..<20: 1.0
      case ..<100: 10.0
      case ..<1000: 50.0
      default: 500.0
      }
    let basisPoints = min(9000, max(1, Int((reachable / step).rounded(.up) * step)))
    let deadline = CalendarDay(year: today.year, month: 12, day: 31) ?? today
    let wholeCityFirst: [Int?] = [nil] + settlements.indices.map { $0 }
    return wholeCityFirst.map {
      Self(measure: "trained", place: $0, basisPoints: basisPoints, deadline: deadline)
    }
  }
}
