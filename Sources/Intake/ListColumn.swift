/// What a column of a list can be about.
///
/// The raw value is its English header. The order is that in which a row's errors are told.
package enum ListColumn: String, CaseIterable, Sendable {
  /// Whatever tells one session of the list from the others.
  case session
  case date, course, team, minutes, lesson, form
  case name
  case birthYear = "birth_year"
  case sex, unit, hamlet, phone
  case registeredOn = "registered_on"
  case consent
  /// What the person is called by in the list's own source.
  case externalKey = "external_id"
  case movedOn = "moved_on"
  case result, score
  /// A reference to somebody in the register, or "new".
  case person

  /// Says of an exported row that it is of a register without real people.
  case demo

  // What `RejectedRows` adds.
  /// Where a rejected row stood.
  case line
  case reason
  /// Whom it may mean.
  case candidates
  /// Cells of a row that had more than the header.
  case extraCells = "extra_cells"

  /// True for what only comments on a row: passed over when the list is read again.
  var isComment: Bool {
    switch self {
    case .line, .reason, .candidates, .demo: true
    default: false
    }
  }

  /// True for what `RejectedRows` writes anew each time.
  var isOfRejectedRows: Bool { isComment || self == .extraCells }
}
