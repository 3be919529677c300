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
  /// - Throws: `RegisterError.alreadyExists`; `.manifestUnreadable`, `.backupDiffers` and `.erasedUnknown`,
  ///   unless the manifest is to be passed over; `.cutOff`; `.unsound` where the restored journal has faults. Nothing is then left behind.
  package static func restore(
    _ backup: String, to path: String, device: Device.ID, by author: Author, account: String,
    lists: [ErasedList], passingOverManifest: Bool = false, progress: (Int) -> Void = { _ in }
  ) throws -> Restored {
    let path = RealPath.of(path)
    guard !FileManager.default.fileExists(atPath: path) else {
      throw RegisterError.alreadyExists(path: path)
    }
    guard FileManager.default.fileExists(atPath: backup) else {
      throw RegisterError.notFound(path: backup)
    }
    guard FileIdentity.isRegular(backup) else { throw RegisterError.notARegister(path: backup) }
    let beside = BackupManifest.path(beside: backup)
    let manifest = BackupManifest.read(at: beside)
    let isMissing = manifest == nil && FileStamp.isGone(beside)
    if !passingOverManifest, !isMissing {
      guard let manifest else { throw RegisterError.manifestUnreadable(path: beside) }
      try manifest.requireBytes(ofFile: backup)
    }
    let lists = try lists + ErasedList.lying(inFoldersOf: [backup, path])
    var erased = ErasedList()
    for list in lists { erased.formUnion(list) }

    let (working, draft) = (try DraftFile(for: path, mark: ".restoring"), try DraftFile(for: path))
    defer {
      working.discard()
      draft.discard()
    }
    try RegisterError.naming(backup) {
      try requireDatabaseHeader(at: backup)
      try requireWholeLength(ofFile: backup)
      let source = try openForReading(backup)
      try requireKnownSchema(source, path: backup)
      try source.writeWithoutTransaction { try copy($0, into: working, withLog: false) }
      try source.close()
    }
    return try RegisterError.making(path) {
      let restored = try open(at: working.path, isDraft: true)
      if !passingOverManifest { try manifest?.requireRegister(restored, ofFile: backup) }
      let leftBehind = try restored.becomeIndependent(as: device)
      let found = try restored.verify(progress: progress)
      if !passingOverManifest { try manifest?.requireJournal(found, ofFile: backup) }
      let isWhole = manifest?.describesWhole(found) ?? false
      guard
        found.faults.allSatisfy({ $0.isOutsideJournal || isWhole && $0.problem == .eventsLost })
      else { throw RegisterError.unsound(path: backup, faults: found.faults.count) }
      if !found.isSound { try restored.rebuild(progress: progress) }
      if !passingOverManifest {
        var known = try restored.queue.read(ErasedList.init(of:))
        known.formUnion(erased)
        try manifest?.requireErased(known, ofFile: backup)
      }
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
      try RegisterError.naming(path) {
        try restored.queue.writeWithoutTransaction { db in
          erased.formUnion(try ErasedList(of: db))
          try erased.write(to: ErasedList.path(beside: path))
          try copy(db, into: draft, withLog: true)
        }
      }
      try restored.close()
      try draft.place()
      return Restored(
        verification: verification, erased: replayed, hasLists: !lists.isEmpty,
        manifest: isMissing ? .missing : passingOverManifest ? .passedOver : .agrees,
        leftBehind: leftBehind, isFoldedAnew: !found.isSound)
    }
  }
}
