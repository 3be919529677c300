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
  }

  /// Takes the people who are erased out of every file of rejected rows that is still where an import of
  /// this register wrote it, as `ErasedRows` says; a file without any row left is removed, and so are the
  /// drafts that imports now dead have left behind.
  static func clear(of people: [Learner], at desk: Desk) throws -> Clearing {
    var clearing = Clearing()
    for path in try desk.register.rejectedFiles() {
      if let isAbandoned = DraftFile.isAbandoned(path) {
        guard isAbandoned else { continue }
        try? FileManager.default.removeItem(atPath: path)
      }
      guard FileManager.default.fileExists(atPath: path) else {
        try desk.register.forget(rejectedFile: path)
        continue
      }
      do {
        let file = try ListFile(path)
        let rows = try ErasedRows(of: people, from: file.next)
        clearing.rows += rows.gone
        guard let text = rows.text else { continue }
        guard rows.left > 0 else {
          try FileManager.default.removeItem(atPath: path)
          try desk.register.forget(rejectedFile: path)
          continue
        }
        try OutputFile.write(text, to: path)
      } catch {
        clearing.unread.append(path)
      }
    }
    return clearing
  }
}
