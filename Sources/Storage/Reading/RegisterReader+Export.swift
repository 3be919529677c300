package import Domain
import GRDB

/// A live person with their last home.
package struct ListedHome: Sendable {
  package let learner: Learner
  /// The first day of that home; nil for the one at registration.
  package let movedOn: CalendarDay?
}

extension RegisterReader {
  /// Every live person whose data may be used, in the order of ids; with `unit` those who live there
  /// on `today`.
  package func forEachListedPerson(
    livingIn unit: AdministrativeUnit.ID?, today: CalendarDay, _ body: (ListedHome) throws -> Void
  ) throws {
    let gazetteer = try gazetteer()
    let moved = try Set(
      Learner.ID.fetchAll(
        db, sql: "SELECT DISTINCT id FROM move JOIN learner ON learner.key = move.learner"))
    try forEachLearner(
      "NOT void AND NOT erased AND consent <> '\(Consent.withdrawn.rawValue)' ORDER BY learner.id",
      []
    ) { learner in
      if let unit, learner.residence.present(in: gazetteer, on: today) != .unit(unit) {
        return true
      }
      let home =
        moved.contains(learner.id)
        ? try homes(of: learner.id).last { $0.residence != .unallocated } : nil
      try body(
        ListedHome(learner: learner, movedOn: home.flatMap { $0.isMove ? $0.from : nil }))
      return true
    }
  }
}
