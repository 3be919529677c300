import Foundation
import GRDB

/// A draft whose process is dead: part or all of a register or a list, with the people in it.
package struct AbandonedDraft: Hashable {
  package let path: String

  /// Those in a folder, in the order of their names. A file that somebody has named like a draft may be
  /// among them.
  package static func lying(in folder: String) -> [AbandonedDraft] {
    let folder = folder.isEmpty ? "." : folder
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let drafts = names.compactMap(DraftName.init).filter(\.isAbandoned).map(\.text)
    return Set(drafts).sorted().map {
      AbandonedDraft(path: (folder as NSString).appendingPathComponent($0))
    }
  }

  /// Removes it, with what SQLite keeps beside it, where its bytes or its name show that this program
  /// made it.
  ///
  /// - Returns: whether it was removed.
  package func remove() -> Bool {
    guard isOurs, unlink(path) == 0 else { return false }
    for companion in DraftName.companions { unlink(path + companion) }
    return true
  }

  private var isOurs: Bool {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
    let target = DraftName((path as NSString).lastPathComponent)?.target ?? ""
    let besides = [BackupManifest.path(beside: ""), ErasedList.path(beside: "")]
    return besides.contains(where: target.hasSuffix) || beginsLikeRegister
  }

  /// Of a copy that was cut short the first page is empty: SQLite writes it last.
  private var beginsLikeRegister: Bool {
    if (try? Register.requireDatabaseHeader(at: path)) != nil { return true }
    guard let file = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? file.close() }
    guard let header = try? file.read(upToCount: 100) ?? Data() else { return false }
    return header.allSatisfy { $0 == 0 }
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
