import Domain
import Storage

extension RegisterReader {
  /// True where a move says only where somebody lived before they were registered elsewhere.
  func isOvertaken(_ day: CalendarDay, by learner: Learner) throws -> Bool {
    try day < learner.registeredOn
      && homes(of: learner.id).contains {
        $0.from == learner.registeredOn && $0.residence != .unallocated
      }
  }
}
