import Domain
import Foundation
import Intake
import Storage

/// The rows of a list that were not taken, with the reasons: told to whoever is watching, and kept in a
/// file that can be corrected and imported as it is.
final class RejectedFile {
  /// How many reasons are told one by one.
  private static let told = 20

  private let rows: RejectedRows
  private let list: String
  private let workspace: Workspace
  private let draft: String
  private var handle: FileHandle?
  private(set) var count = 0

  /// `isWritten` false tells every reason and writes nothing.
  init(_ header: ListHeader, of list: String, isWritten: Bool, in workspace: Workspace) throws {
    rows = RejectedRows(header: header)
    self.list = list
    self.workspace = workspace
    draft = "\(list).errors.new-\(ProcessInfo.processInfo.processIdentifier)"
    guard isWritten else { return }
    let isMade = FileManager.default.createFile(
      atPath: draft, contents: Data(rows.headerLine.utf8), attributes: [.posixPermissions: 0o600])
    guard isMade, let handle = FileHandle(forWritingAtPath: draft) else {
      throw Failure(
        vi: "Không ghi được \(draft). Chép danh sách sang thư mục ghi được rồi nhập lại.",
        en:
          "Cannot write \(draft). Copy the list to a folder that can be written, and import again.")
    }
    try handle.seekToEnd()
    self.handle = handle
  }

  deinit {
    try? handle?.close()
    if handle != nil { try? FileManager.default.removeItem(atPath: draft) }
  }

  func add(_ line: Int, cells: [String], reason: String, candidates: [Learner] = []) throws {
    count += 1
    if handle == nil || count <= Self.told { workspace.tell(reason.printable) }
    if handle != nil, count == Self.told + 1 { workspace.tell("…") }
    let references = candidates.map(\.id).references()
    let spoken = candidates.map { "\(references[$0.id]?.description ?? "") \($0.spoken)" }
    let text = rows.line(
      line, cells: cells, reason: reason, candidates: spoken.joined(separator: "; "))
    try handle?.write(contentsOf: Data(text.utf8))
  }

  /// Puts the file beside the list, under a name that is free; nil where there is nothing to keep.
  func finish() throws -> String? {
    guard let handle, count > 0 else { return nil }
    try handle.synchronize()
    var path = "\(list).errors.csv"
    var number = 2
    while link(draft, path) != 0 {
      guard errno == EEXIST else {
        guard rename(draft, path) == 0 else {
          let cause = SystemCause.latest
          throw Failure(
            vi:
              "Không ghi được \(path): \(cause). Chép danh sách sang thư mục ghi được rồi nhập lại.",
            en:
              "Cannot write \(path): \(cause). Copy the list to a folder that can be written, and "
              + "import again.")
        }
        return path
      }
      path = "\(list).errors.\(number).csv"
      number += 1
    }
    return path
  }
}
