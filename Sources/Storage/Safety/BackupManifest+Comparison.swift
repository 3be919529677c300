import Domain
import Foundation

extension BackupManifest {
  /// What became of comparing a backup with its manifest.
  package enum Comparison: Hashable, Sendable {
    case agrees
    /// There is none: the journal was checked by itself alone.
    case missing
    /// It was to be passed over.
    case passedOver
  }

  /// A value that the manifest has otherwise than the backup.
  package struct Difference: Hashable, Sendable {
    package enum Field: String, Sendable {
      case bytes, sha256, register, events, heads, learners, sessions, erased, synthetic
    }

    package let field: Field
    package let stated: String
    package let found: String

    package init(_ field: Field, stated: String, found: String) {
      self.field = field
      self.stated = stated
      self.found = found
    }
  }

  /// - Throws: `RegisterError.backupDiffers` for a file of other bytes.
  func requireBytes(ofFile path: String) throws {
    let size = try FileManager.default.attributesOfItem(atPath: RealPath.of(path))[.size] as? Int
    try require(.bytes, bytes.description, size?.description ?? "", of: path)
    try require(.sha256, sha256, ContentHash.sha256(ofFile: path).description, of: path)
  }

  /// - Throws: `RegisterError.backupDiffers` for another journal.
  func requireJournal(_ verification: JournalVerification, ofFile path: String) throws {
    try require(.events, events.description, verification.events.description, of: path)
    let (stated, found) = (Set(heads), Set(verification.heads.map(Head.init)))
    try require(
      .heads, Self.text(stated.subtracting(found)), Self.text(found.subtracting(stated)), of: path)
  }

  /// - Throws: `RegisterError.backupDiffers` for another register's copy, or one with other counts.
  func requireRegister(_ copy: Register, ofFile path: String) throws {
    let (counts, kind) = try copy.read { (try $0.standingCounts(), try $0.synthetic()) }
    try require(.register, register, copy.device()?.description ?? "", of: path)
    try require(.learners, learners.description, (counts["learner"] ?? 0).description, of: path)
    try require(.sessions, sessions.description, (counts["session"] ?? 0).description, of: path)
    try require(.synthetic, synthetic ?? "–", kind ?? "–", of: path)
  }

  /// - Throws: `RegisterError.backupDiffers` where the journal of the backup has erased more people than
  ///   stated; `.erasedUnknown` where fewer are known to be erased, by it or by lists, than were then.
  func requireErased(
    byJournal own: ErasedList, alsoKnown lists: ErasedList, ofFile path: String
  ) throws {
    let count = own.days.count
    guard count <= erased else {
      throw RegisterError.backupDiffers(
        path: path, Difference(.erased, stated: erased.description, found: count.description))
    }
    var known = own
    known.formUnion(lists)
    guard known.days.count < erased else { return }
    throw RegisterError.erasedUnknown(path: path, stated: erased, known: known.days.count)
  }

  /// Whether the journal ends where it did when the backup was made: nothing has been cut off.
  func describesWhole(_ verification: JournalVerification) -> Bool {
    (try? requireJournal(verification, ofFile: "")) != nil
  }

  private func require(
    _ field: Difference.Field, _ stated: String, _ found: String, of path: String
  ) throws {
    guard stated != found else { return }
    throw RegisterError.backupDiffers(
      path: path, Difference(field, stated: stated, found: found))
  }

  private static func text(_ heads: Set<Head>) -> String {
    heads.map { "\($0.device)/\($0.epoch)/\($0.sequence) \($0.hash)" }.min() ?? "–"
  }
}

extension BackupManifest.Head {
  init(_ head: JournalVerification.Head) {
    self.init(
      device: head.device.description, epoch: head.epoch, sequence: head.sequence,
      hash: head.hash.description)
  }
}
