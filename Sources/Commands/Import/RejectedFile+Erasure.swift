import Domain
import Foundation
import Intake
import Storage

extension RejectedFile {
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
  /// cleared is noted in the register.
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
        guard let text = rows.text else { continue }
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
