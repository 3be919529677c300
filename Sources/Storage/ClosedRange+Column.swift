import GRDB

/// Numbers that are added up or multiplied lie where that never overflows.
extension ClosedRange<Int> {
  /// A column's number, if it is one of these.
  ///
  /// - Throws: `DatabaseError` for any other.
  func holding(_ number: Int) throws -> Int {
    guard contains(number) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a number is out of range")
    }
    return number
  }
}
