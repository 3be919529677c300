package import Domain
import Foundation
import GRDB

extension Register {
  /// A copy that was made, opened again and checked.
  package struct Backup: Sendable {
    package let manifest: BackupManifest
    /// Whether tables, or the journal's indexes, are damaged in the register; those of the copy were made again.
    package let isIndexDamaged: Bool
  }

  /// Copies one consistent state of the register into a new file, while others may go on recording;
  /// opens the copy again and checks every event of it; and lays the list of erased people and a
  /// manifest beside it.
  ///
  /// The file appears under its name when all is well, and the two beside it then: a list that lies there
  /// keeps whom it names. `now` is in milliseconds since 1970.
  /// - Throws: `RegisterError.columnMissing`; `.alreadyExists` for a name that is taken, also by a manifest that is not of
  ///   this register; `.strayLog`; `.listUnreadable` and `.listIsNoFile` of a list that lies there;
  ///   `.unsound` where the copy, and so the register, has faults.
  @discardableResult
  package func backUp(
    to file: String, now: Int64, progress: (Int) -> Void = { _ in }
  ) throws -> Backup {
    try Self.requireKnownSchema(queue, path: path)
    try requireRoomForBackup(at: file)
    var known = try ErasedList.read(at: ErasedList.path(beside: file))
    known.formUnion(try ErasedList.read(at: ErasedList.path(beside: path)))
    try? note(backupFolder: RealPath.of((file as NSString).deletingLastPathComponent))
    let draft = try DraftFile(for: file)
    let hadList = FileIdentity.isTaken(ErasedList.path(beside: file))
    var isPlaced = false
    do {
      let isFoldedAnew = try RegisterError.naming(path) {
        try queue.writeWithoutTransaction {
          try Self.copy($0, into: draft, withLog: false, without: [.backupFolder])
        }
      }
      let (isIndexDamaged, verification) = try Self.check(draft, of: path, progress: progress)
      let (manifest, erased) = try Self.describe(
        draft, alsoErased: known, now: now, verification)
      try draft.placeRegister(withLog: false)
      isPlaced = true
      try erased.add(to: ErasedList.path(beside: file))
      let beside = try DraftFile(for: BackupManifest.path(beside: file))
      try beside.write(try manifest.text)
      try beside.replace()
      try? noteBackup(at: now)
      return Backup(manifest: manifest, isIndexDamaged: isIndexDamaged || isFoldedAnew)
    } catch {
      draft.discard()
      // A backup without what belongs to it is none.
      if isPlaced { unlink(file) }
      if isPlaced, !hadList { unlink(ErasedList.path(beside: file)) }
      throw error
    }
  }

  private func requireRoomForBackup(at file: String) throws {
    try Self.requireVacancy(at: file)
    let manifest = BackupManifest.path(beside: file)
    guard FileIdentity.isTaken(manifest) else { return }
    guard let lying = BackupManifest.read(at: manifest)?.register,
      try lying == device()?.description
    else { throw RegisterError.alreadyExists(path: manifest) }
  }

  /// Checks the copy of the register at `path`, with indexes made again where they are damaged.
  private static func check(
    _ draft: DraftFile, of path: String, progress: (Int) -> Void
  ) throws -> (isIndexDamaged: Bool, JournalVerification) {
    func verify() throws -> JournalVerification {
      let copy = try openToRead(at: draft.path, because: .readOnly(path: draft.target))
      defer { try? copy.close() }
      return try copy.verify(includingProjection: false, progress: progress)
    }
    return try RegisterError.tracing(draft.path, to: path) {
      var verification = try verify()
      let isIndexDamaged = verification.faults.contains { $0.problem == .indexDamaged }
      if isIndexDamaged {
        let copy = try DatabaseQueue(
          path: draft.path, configuration: configuration(readOnly: false))
        try RegisterError.naming(path) {
          try copy.writeWithoutTransaction(JournalStructure.mendIndexes)
        }
        try copy.close()
        verification = try verify()
      }
      guard verification.isSound else {
        throw RegisterError.unsound(path: draft.target, faults: verification.faults.count)
      }
      return (isIndexDamaged, verification)
    }
  }

  private static func describe(
    _ draft: DraftFile, alsoErased known: ErasedList, now: Int64,
    _ verification: JournalVerification
  ) throws -> (BackupManifest, ErasedList) {
    let copy = try openToRead(at: draft.path, because: .readOnly(path: draft.target))
    let (counts, synthetic) = try copy.read { (try $0.standingCounts(), try $0.synthetic()) }
    let register = try copy.device()
    var erased = try RegisterError.naming(draft.target) {
      try copy.queue.read(ErasedList.init(of:))
    }
    erased.formUnion(known)
    try copy.close()
    let attributes = try FileManager.default.attributesOfItem(atPath: draft.path)
    let instant = Date(timeIntervalSince1970: Double(now / 1000))
    let manifest = BackupManifest(
      bytes: attributes[.size] as? Int ?? 0,
      sha256: try ContentHash.sha256(ofFile: draft.path).description,
      madeAt: instant.formatted(.iso8601), register: register?.description ?? "",
      events: verification.events,
      heads: verification.heads.map(BackupManifest.Head.init),
      learners: counts["learner"] ?? 0, sessions: counts["session"] ?? 0,
      erased: erased.days.count, synthetic: synthetic)
    return (manifest, erased)
  }

  /// Under which device this file records; nil where it has lost its notes.
  package func device() throws -> Device.ID? {
    try RegisterError.naming(path) {
      try queue.read { db in
        guard try Local.isKept(in: db) else { return nil }
        return try Local.get(.device, in: db).flatMap { Device.ID($0) }
      }
    }
  }

  private func noteBackup(at now: Int64) throws {
    try write { try Local.set(.lastBackup, String(now), in: $0) }
  }

  /// When the last backup was made, in milliseconds since 1970; nil where none was.
  package func lastBackup() throws -> Int64? {
    try RegisterError.naming(path) {
      try queue.read { try Local.get(.lastBackup, in: $0).flatMap(Int64.init) }
    }
  }

  /// Whether the file still waits to be written anew after an erasure.
  package func isRewritePending() throws -> Bool {
    try RegisterError.naming(path) {
      try queue.read { try Local.get(.scrubPending, in: $0) != nil }
    }
  }
}
