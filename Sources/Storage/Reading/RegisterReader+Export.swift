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
      let lastMove = moved.contains(learner.id) ? try homes(of: learner.id).last : nil
      let movedOn = lastMove.flatMap { $0.residence == learner.residence ? $0.from : nil }
      try body(
        ListedHome(
          learner: learner, movedOn: movedOn == learner.registeredOn ? nil : movedOn))
      return true
    }
  }
}
