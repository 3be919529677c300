package import Domain

/// Days from `from` until before `until`; nil `until` is for ever.
package struct DayInterval: Hashable, Sendable {
  package let from: CalendarDay
  package let until: CalendarDay?

  package init(from: CalendarDay, until: CalendarDay?) {
    self.from = from
    self.until = until
  }
}

extension DayInterval {
  /// The days that at least `least` of the groups cover, as the fewest intervals, in order.
  ///
  /// A group that covers a day twice counts once only if its own intervals are merged.
  static func covered(byAtLeast least: Int, of groups: [[DayInterval]]) -> [DayInterval] {
    var steps: [(day: CalendarDay, delta: Int)] = []
    for interval in groups.joined() {
      steps.append((interval.from, 1))
      if let until = interval.until { steps.append((until, -1)) }
    }
    steps.sort { $0.day < $1.day }

    var result: [DayInterval] = []
    var depth = 0
    var openedOn: CalendarDay?
    var index = 0
    while index < steps.count {
      let day = steps[index].day
      while index < steps.count, steps[index].day == day {
        depth += steps[index].delta
        index += 1
      }
      if depth >= least, openedOn == nil {
        openedOn = day
      } else if depth < least, let start = openedOn {
        result.append(DayInterval(from: start, until: day))
        openedOn = nil
      }
    }
    if let start = openedOn { result.append(DayInterval(from: start, until: nil)) }
    return result
  }
}

extension [DayInterval] {
  /// The same days as the fewest intervals, in order.
  func merged() -> [DayInterval] {
    count < 2 ? self : DayInterval.covered(byAtLeast: 1, of: [self])
  }
}
