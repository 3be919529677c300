import Foundation

/// Where a register may be put. What SQLite keeps beside a file belongs to whatever has the file's name:
/// the log of one that was moved away would be played into the next.
extension Register {
  /// Whether neither a file has this name nor a log waits for one.
  package static func isVacant(_ path: String) -> Bool {
    !FileIdentity.isTaken(path) && strayLog(beside: path) == nil
  }

  /// To be asked before anything is written.
  ///
  /// - Throws: `RegisterError.alreadyExists`, `.strayLog`.
  static func requireVacancy(at path: String) throws {
    guard !FileIdentity.isTaken(path) else { throw RegisterError.alreadyExists(path: path) }
    try requireNoStrayLog(beside: path)
  }

  fileprivate static func requireNoStrayLog(beside path: String) throws {
    if let log = strayLog(beside: path) { throw RegisterError.strayLog(path: path, log: log) }
  }

  private static func strayLog(beside path: String) -> String? {
    DraftName.companions.map { path + $0 }.first(where: FileIdentity.isTaken)
  }
}

extension DraftFile {
  /// Gives a finished register the name that it is to have, where none is, and opens it there once.
  ///
  /// `withLog` as for `Register.copy`: one without is not changed by that.
  /// - Throws: `RegisterError.alreadyExists`, `.strayLog`, and what opening throws. Nothing is then left there.
  func placeRegister(withLog: Bool) throws {
    try Register.requireNoStrayLog(beside: target)
    try place()
    do {
      try RegisterError.naming(target) {
        let placed =
          withLog
          ? try Register.open(at: target)
          : try Register.openToRead(at: target, because: .readOnly(path: target))
        try placed.close()
      }
    } catch {
      unlink(target)
      throw error
    }
  }
}
