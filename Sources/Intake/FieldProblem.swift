/// Why what somebody typed for one field cannot be taken.
///
/// Holds no words: the caller has them in its reader's language.
package enum FieldProblem: Error, Hashable, Sendable {
  case missing
  /// A control character, or one that nobody can tell by looking, which would make two equal names
  /// differ.
  case controlCharacter
  /// More than this many characters.
  case tooLong(Int)
  case noLetter
  case notANumber
  case outside(ClosedRange<Int>)
  /// Not one of the words that this field knows.
  case unknownWord
  case notAPhone
  /// Neither "new" nor a reference.
  case notAPerson
  /// Nine or twelve digits where a citizen number may hide.
  case citizenNumber
  case notADay
  /// A day whose year has two digits.
  case twoDigitYear
  /// A day that there is only if the month stands first: `3/25/2026`.
  case monthFirst
  /// A day as the number that a spreadsheet keeps for it: `45000`.
  case serialNumber
  /// The person did not come, so the row should not be there.
  case absent
  /// Cells of a row that was too long, not yet put in their places.
  case leftOver
  /// Where somebody has moved to is left empty beside the day of the move.
  case missingForMove
}
