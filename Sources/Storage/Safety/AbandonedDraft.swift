import Foundation
import GRDB

/// A draft whose process is dead: part or all of a register or a list, with the people in it.
package struct AbandonedDraft: Hashable {
  package let path: String

  /// Those in a folder, in the order of their names; what SQLite kept beside a draft only where that is
  /// gone. A file that somebody has named like a draft may be among them.
  package static func lying(in folder: String) -> [AbandonedDraft] {
    let folder = folder.isEmpty ? "." : folder
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let left = Set(names.filter { DraftName($0)?.isAbandoned ?? false })
    let shown = left.filter { name in
      guard let draft = DraftName(name), draft.isCompanion else { return true }
      return !left.contains(draft.text)
    }
    return shown.sorted().map {
      AbandonedDraft(path: (folder as NSString).appendingPathComponent($0))
    }
  }

  /// Removes it, with what SQLite keeps beside it, where its bytes or its name show that this program
  /// made it.
  ///
  /// - Returns: whether it was removed.
  package func remove() -> Bool {
    guard isOurs else { return false }
    for companion in DraftName.companions { unlink(path + companion) }
    return unlink(path) == 0
  }

  private var isOurs: Bool {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
    guard let name = DraftName((path as NSString).lastPathComponent) else { return false }
    if name.isCompanion { return beginsLikeCompanion }
    let besides = [BackupManifest.path(beside: ""), ErasedList.path(beside: "")]
    return besides.contains(where: name.target.hasSuffix) || beginsLikeRegister
  }

  /// Of a copy that was cut short the first page is empty: SQLite writes it last.
  private var beginsLikeRegister: Bool {
    (try? Register.requireDatabaseHeader(at: path)) != nil
      || beginning.map { $0.allSatisfy { $0 == 0 } } ?? false
  }

  /// "Database File Format" 3 and 4.1, and "WAL-mode File Format" 2.1: by what numbers a journal, a log and
  /// its index begin. Of a journal that is done with they are nought.
  private static let marks: [[UInt8]] = [
    [0xd9, 0xd5, 0x05, 0xf9], [0x37, 0x7f, 0x06, 0x82], [0x37, 0x7f, 0x06, 0x83],
    [0x18, 0xe2, 0x2d, 0x00], [0x00, 0x00, 0x00, 0x00],
  ]

  private var beginsLikeCompanion: Bool {
    guard let beginning else { return false }
    return beginning.isEmpty || Self.marks.contains(where: beginning.starts)
  }

  /// Its first bytes; none of an empty file, nil where it cannot be read.
  private var beginning: Data? {
    guard let file = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? file.close() }
    return try? file.read(upToCount: 100) ?? Data()
  }
}

extension Register {
  /// Drafts beside the register, where its last backup was put, and where imports have left them.
  package func abandonedDrafts() throws -> [AbandonedDraft] {
    let folders = [(path as NSString).deletingLastPathComponent, try backupFolder()]
    let lying = Set(folders.compactMap(\.self)).flatMap(AbandonedDraft.lying)
    let noted = try rejectedFiles().filter { DraftFile.isAbandoned($0) ?? false }
      .filter { !FileStamp.isGone($0) }.map(AbandonedDraft.init)
    return Set(lying + noted).sorted { $0.path < $1.path }
  }

  /// Where the last backup was put, or was to be; nil where none was ever begun.
  private func backupFolder() throws -> String? {
    try RegisterError.naming(path) { try queue.read { try Local.get(.backupFolder, in: $0) } }
  }

  /// Before the backup begins: whoever comes after must find what a killed one leaves.
  func note(backupFolder folder: String) throws {
    guard try backupFolder() != folder else { return }
    try write { try Local.set(.backupFolder, folder, in: $0) }
  }
}
