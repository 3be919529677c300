package import Domain
import Foundation
import GRDB

extension Register {
  /// What was brought back from a backup.
  package struct Restored: Sendable {
    package let verification: JournalVerification
    /// How many people were erased since the backup was made, and are so in what was restored.
    package let erased: Int
    /// Whether any list of erased people was there to go by.
    package let hasLists: Bool
    package let manifest: BackupManifest.Comparison
    /// What the backup holds that no lantoa puts there, each by its kind and name: it is not in what was
    /// restored.
    package let leftBehind: [String]
    /// Whether tables of the backup were not the fold of its journal, and had to be folded again.
    package let isFoldedAnew: Bool
  }

  /// Makes a register out of a backup at a place where none is. It writes events under a device of its
  /// own, for those that the old one may have written since must not be continued by others. Tables that
  /// are not the fold of a sound journal are folded again: also those with people of whom no event tells,
  /// where the manifest shows that the journal has lost none. What others have put into the backup stays there.
  ///
  /// Who is known to be erased stands in the backup itself, in every list that lies in its folder or in
  /// that of `path`, and in `lists`; `account` is who records what the restoring has to, where the file
  /// remembers nobody.
  /// - Throws: `RegisterError.alreadyExists`, `.strayLog`; `.manifestUnreadable`, `.backupDiffers` and `.erasedUnknown`,
  ///   unless the manifest is to be passed over; `.cutOff`; `.unsound` where the restored journal has
  ///   faults. Nothing is then left behind.
  package static func restore(
    _ backup: String, to path: String, device: Device.ID, by author: Author, account: String,
    lists: [ErasedList], passingOverManifest: Bool = false, progress: (Int) -> Void = { _ in }
  ) throws -> Restored {
    let path = RealPath.of(path)
    try requireVacancy(at: path)
    let source = try BackupSource(backup, passingOverManifest: passingOverManifest)
    let lists = try lists + ErasedList.lying(inFoldersOf: [backup, path])
    let erased = lists.reduce(into: ErasedList()) { $0.formUnion($1) }

    let (working, draft) = (try DraftFile(for: path, mark: ".restoring"), try DraftFile(for: path))
    defer {
      working.discard()
      draft.discard()
    }
    try source.copy(into: working)
    return try RegisterError.making(path) {
      try RegisterError.tracing(working.path, to: backup) {
        let restored = try open(at: working.path, isDraft: true)
        try source.binding?.requireRegister(restored, ofFile: backup)
        let leftBehind = try restored.becomeIndependent(as: device)
        let found = try restored.verify(progress: progress)
        try source.binding?.requireJournal(found, ofFile: backup)
        guard source.isMendedByFolding(found) else {
          throw RegisterError.unsound(path: backup, faults: found.faults.count)
        }
        if !found.isSound { try restored.rebuild(progress: progress) }
        try source.binding?.requireErased(
          byJournal: restored.queue.read(ErasedList.init(of:)), alsoKnown: erased, ofFile: backup)
        let (replayed, isIntroduced) = try restored.record(as: author) { recorder in
          let isNobody = try recorder.reader.defaultActor() == nil
          if isNobody { try recorder.introduce(account, isDefault: true) }
          return (try recorder.replay(erased), isNobody)
        }
        let isAsFound = found.isSound && replayed == 0 && !isIntroduced
        let verification = isAsFound ? found : try restored.verify(progress: progress)
        guard verification.isSound else {
          throw RegisterError.unsound(path: backup, faults: verification.faults.count)
        }
        try restored.move(into: draft, at: path, erased: erased)
        return Restored(
          verification: verification, erased: replayed, hasLists: !lists.isEmpty,
          manifest: source.comparison, leftBehind: leftBehind, isFoldedAnew: !found.isSound)
      }
    }
  }

  /// Those erased by the journal, and those of a list.
  private func erasedList(joining list: ErasedList) throws -> ErasedList {
    var all = try queue.read(ErasedList.init(of:))
    all.formUnion(list)
    return all
  }

  /// Puts the finished register in its place, the list of erased people first.
  private func move(into draft: DraftFile, at path: String, erased: ErasedList) throws {
    try RegisterError.naming(path) {
      try erasedList(joining: erased).write(to: ErasedList.path(beside: path))
      try queue.writeWithoutTransaction { _ = try Self.copy($0, into: draft, withLog: true) }
    }
    try close()
    try draft.placeRegister(withLog: true)
  }
}
