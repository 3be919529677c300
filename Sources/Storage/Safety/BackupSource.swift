import Foundation
import GRDB

/// A backup that is brought back, and what its manifest says of it.
struct BackupSource {
  let path: String
  let comparison: BackupManifest.Comparison
  private let manifest: BackupManifest?

  /// - Throws: `RegisterError.notFound`, `.notARegister`; `.manifestUnreadable` and `.backupDiffers`,
  ///   unless the manifest is to be passed over.
  init(_ path: String, passingOverManifest: Bool) throws {
    guard FileManager.default.fileExists(atPath: path) else {
      throw RegisterError.notFound(path: path)
    }
    guard FileIdentity.isRegular(path) else { throw RegisterError.notARegister(path: path) }
    let beside = BackupManifest.path(beside: path)
    self.path = path
    manifest = BackupManifest.read(at: beside)
    if manifest == nil, FileStamp.isGone(beside) {
      comparison = .missing
    } else if passingOverManifest {
      comparison = .passedOver
    } else {
      guard let manifest else { throw RegisterError.manifestUnreadable(path: beside) }
      try manifest.requireBytes(ofFile: path)
      comparison = .agrees
    }
  }

  /// The manifest, where the backup is held against it.
  var binding: BackupManifest? { comparison == .agrees ? manifest : nil }

  /// - Throws: `RegisterError.notARegister`, `.cutOff`, and what opening throws.
  func copy(into draft: DraftFile) throws {
    try RegisterError.naming(path) {
      try Register.requireDatabaseHeader(at: path)
      try Register.requireWholeLength(ofFile: path)
      let source = try Register.openForReading(path)
      try Register.requireKnownSchema(source, path: path)
      try source.writeWithoutTransaction { _ = try Register.copy($0, into: draft, withLog: false) }
      try source.close()
    }
  }

  /// Whether folding the tables of the copy anew mends all that was found in it. Of people of whom no event
  /// tells it only does where the manifest shows that the journal has lost none.
  func isMendedByFolding(_ found: JournalVerification) -> Bool {
    let isWhole = manifest?.describesWhole(found) ?? false
    return found.faults.allSatisfy {
      $0.isOutsideJournal || isWhole && $0.problem == .eventsLost
    }
  }
}
