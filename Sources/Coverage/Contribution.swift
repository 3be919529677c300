package import Domain

/// One person counts for one measure in one place over some days.
///
/// Contributions of one person and measure never overlap: whatever is summed from them counts
/// distinct people.
package struct Contribution: Hashable, Sendable {
  package let measure: String
  package let residence: Residence
  package let days: DayInterval

  package init(measure: String, residence: Residence, days: DayInterval) {
    self.measure = measure
    self.residence = residence
    self.days = days
  }
}

extension Programme {
  /// When and where one person counts, for every measure of the programme.
  ///
  /// Cumulative unique-person coverage by residence: a resident counts from the day the measure's rule
  /// first holds, in the unit of the spell that covers each day (`indicators.md` 4.2, 4.4, 4.6).
  package func contributions(of person: PersonHistory) -> [Contribution] {
    guard !person.achievements.isEmpty else { return [] }
    let homes = person.homes()
    return measures.flatMap { measure in
      measure.daysHeld(by: person.achievements).flatMap { held in
        homes.compactMap { home in
          home.days.intersection(held).map {
            Contribution(measure: measure.slug, residence: home.residence, days: $0)
          }
        }
      }
    }
  }
}

extension Measure {
  /// The days on which the rule holds, given everything that was achieved on or before each of them.
  func daysHeld(by achievements: [PersonHistory.Achievement]) -> [DayInterval] {
    let counting = achievements.filter { $0.result >= counts }
    guard !counting.isEmpty else { return [] }

    func days(ofCourses courses: Set<String>) -> [DayInterval] {
      counting.filter { $0.course.map(courses.contains) ?? false }.map(valid).merged()
    }

    switch rule {
    case .atLeast(let least, of: nil):
      if least == 1 { return counting.map(valid).merged() }
      let byCourse = Dictionary(grouping: counting, by: \.course)
      return DayInterval.covered(
        byAtLeast: least, of: byCourse.values.map { $0.map(valid).merged() })
    case .atLeast(let least, of: let courses?):
      return DayInterval.covered(
        byAtLeast: least, of: Set(courses).map { days(ofCourses: [$0]) })
    case .all(let courses):
      let distinct = Set(courses)
      guard !distinct.isEmpty else { return [] }
      return DayInterval.covered(
        byAtLeast: distinct.count, of: distinct.map { days(ofCourses: [$0]) })
    case .eachArea(let areas):
      guard !areas.isEmpty else { return [] }
      return DayInterval.covered(
        byAtLeast: areas.count, of: areas.values.map { days(ofCourses: Set($0)) })
    }
  }

  /// From the day itself until the first day on which it lies `validityMonths` or more back, by
  /// calendar: of 2024-11-30 with 24 months, until 2026-11-30.
  private func valid(_ achievement: PersonHistory.Achievement) -> DayInterval {
    DayInterval(
      from: achievement.day,
      until: validityMonths.map { months in
        var end = achievement.day.adding(months: months)
        while end.adding(months: -months) < achievement.day {
          end = end.adding(days: 1)
        }
        return end
      })
  }
}

extension PersonHistory {
  struct Home {
    let residence: Residence
    let days: DayInterval
  }

  /// The spells as the fewest intervals that follow each other without a gap; of two that open on one
  /// day the later in the list holds.
  func homes() -> [Home] {
    let sorted = spells.enumerated()
      .sorted { ($0.element.from, $0.offset) < ($1.element.from, $1.offset) }
    var ordered: [Spell] = []
    for (_, spell) in sorted {
      if ordered.last?.from == spell.from { ordered.removeLast() }
      if ordered.last?.residence != spell.residence { ordered.append(spell) }
    }
    return ordered.indices.compactMap { index in
      let from = index == 0 ? CalendarDay.distantPast : ordered[index].from
      let until = [index + 1 < ordered.count ? ordered[index + 1].from : nil, died]
        .compactMap(\.self).min()
      guard until.map({ from < $0 }) ?? true else { return nil }
      return Home(residence: ordered[index].residence, days: DayInterval(from: from, until: until))
    }
  }
}

extension DayInterval {
  /// The days of both; nil where there are none.
  func intersection(_ other: DayInterval) -> DayInterval? {
    let from = Swift.max(from, other.from)
    let until = [until, other.until].compactMap(\.self).min()
    guard until.map({ from < $0 }) ?? true else { return nil }
    return DayInterval(from: from, until: until)
  }
}

extension CalendarDay {
  /// Before every day that a record can bear.
  static let distantPast = CalendarDay(ordinal: Int(Int32.min))
}
