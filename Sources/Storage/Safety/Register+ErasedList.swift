import Domain
import GRDB

/// The list beside a register, by which people stay erased when an older backup is restored.
extension Register {
  /// Adds to the list whomever the journal says to be erased and it does not name. Nobody else writes the
  /// list meanwhile.
  ///
  /// To be done before an erasure is said to be done; every opening does it too.
  /// - Returns: how many records.
  /// - Throws: `RegisterError` where the list cannot be read or written. It is then as it was.
  @discardableResult
  package func completeErasedList() throws -> Int {
    let missing = try erasedPeopleNotListed()
    guard missing > 0 else { return 0 }
    try write { try ErasedList(of: $0).add(to: ErasedList.path(beside: path)) }
    return missing
  }

  /// How many erased people the list does not name; all, where it cannot be read.
  package func erasedPeopleNotListed() throws -> Int {
    try RegisterError.naming(path) {
      try queue.read { try ErasedList.countMissing(at: ErasedList.path(beside: path), of: $0) }
    }
  }
}

extension ErasedList {
  fileprivate static func countMissing(at path: String, of db: Database) throws -> Int {
    guard try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM erasure)") ?? false else {
      return 0
    }
    let listed = (try? read(at: path).days) ?? [:]
    return try ErasedList(of: db).days.keys.count { listed[$0] == nil }
  }
}
