import Domain
import Foundation
import Intake
import Storage

extension RejectedFile {
  /// What one file would lose.
  struct Loss {
    let path: String
    let rows: Int
    /// Rows that stay, for they are somebody else's by the rest of what they say.
    let spared: Int
  }

  /// What `clear(of:at:)` would take out of each file that has something of people.
  ///
  /// - Throws: `Failure` for a file with a second name, under which they would stay.
  static func losses(of people: PersonTraces, at desk: Desk) throws -> [Loss] {
    try desk.register.rejectedFiles().compactMap { path in
      guard DraftFile.isAbandoned(path) == nil, !FileStamp.isGone(path),
        let rows = try? ErasedRows(of: people, from: ListFile(path).next),
        rows.text != nil || rows.spared > 0
      else { return nil }
      if rows.text != nil { try requireSoleName(of: path) }
      return Loss(path: path, rows: rows.gone, spared: rows.spared)
    }
  }

  private static func requireSoleName(of path: String) throws {
    let file = RealPath.of(path)
    guard FileIdentity.nameCount(of: file) > 1 else { return }
    let names = RegisterError.names(FileIdentity.otherNames(of: file), of: file)
    throw Failure(
      vi:
        "Tệp dòng lỗi “\(path)” có người này, và còn tên khác (liên kết cứng): \(names). Xóa ở tên này thì "
        + "tên kia vẫn giữ. Hãy bỏ tên kia, rồi làm lại; chưa xóa ai.",
      en:
        "The file of rejected rows “\(path)” has this person, and has another name (a hard link): \(names). "
        + "Under that one they would stay. Remove the other name, then try again; nobody was erased."
    )
  }

  /// What `clear(of:at:)` came to.
  struct Clearing {
    /// How many rows went.
    var rows = 0
    /// Files that cannot be read or written, so that what they hold of somebody has to be looked for.
    var unread: [String] = []
    /// Files that are where they were written no more: moved, or saved under another name.
    var missing: [String] = []
  }

  /// Takes people out of every file of rejected rows that is still where an import of this register wrote
  /// it, as `ErasedRows` says; a file without any row left is removed, and so are the drafts that imports
  /// now dead have left behind.
  ///
  /// To be done before their erasure is recorded: nothing leads to these rows afterwards. What cannot be
  /// cleared is noted in the register, and that it could not be is forgotten of a file without rows.
  static func clear(of people: PersonTraces, at desk: Desk) throws -> Clearing {
    var clearing = Clearing()
    let uncleared = Set(try desk.register.unclearedFiles())
    for path in try desk.register.rejectedFiles() {
      let isAbandoned = DraftFile.isAbandoned(path)
      if let isAbandoned {
        guard isAbandoned else { continue }
        try? FileManager.default.removeItem(atPath: path)
      }
      guard !FileStamp.isGone(path) else {
        if isAbandoned == nil {
          clearing.missing.append(path)
        } else {
          try desk.register.forget(rejectedFile: path)
        }
        continue
      }
      do {
        let file = try ListFile(path)
        let rows = try ErasedRows(of: people, from: file.next)
        guard let text = rows.text else {
          if rows.left == 0, uncleared.contains(path) {
            try desk.register.note(rejectedFile: path)
          }
          continue
        }
        if rows.left > 0 {
          try OutputFile.write(text, to: path)
          if uncleared.contains(path) { try desk.register.note(unclearedFile: path) }
        } else {
          try FileManager.default.removeItem(atPath: path)
          try desk.register.forget(rejectedFile: path)
        }
        clearing.rows += rows.gone
      } catch {
        clearing.unread.append(path)
        try desk.register.note(unclearedFile: path)
      }
    }
    return clearing
  }
}
